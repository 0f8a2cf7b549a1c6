//! Laws of the engine, on a small rulebook where everything can be tried.

#![cfg(test)]

use std::collections::BTreeMap;
use std::rc::Rc;

use assessor::definition::{Kind, Question};
use assessor::report::{Progress, Report, Score, Status};
use assessor::{Answers, Bundle, BundleError, Input, QuestionState, Rulebook, Session, assess};
use feel::Date;
use tests::root;

fn small() -> Rc<Rulebook> {
    let rules = assessor_cli::Rules::read(&root().join("tests/small"), &root());
    let bundle = rules.bundle().unwrap_or_else(|| panic!("{}", rules.drawn(false)));
    Rc::new(Rulebook::load(bundle).expect("it loads"))
}

fn day() -> Date {
    "2026-11-23".parse().expect("a date")
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

fn session(answers: &[(&str, Input)]) -> Session {
    let mut session = Session::new(small(), day());
    for (question, input) in answers {
        session.answer(question, input.clone()).expect("an acceptable answer");
    }
    session
}

fn status(report: &Report, finding: &str) -> Option<Status> {
    report.findings.iter().find(|it| it.id == finding).map(|it| it.status)
}

/// Some values of a question that reach every branch of the small rules; never 不清楚.
fn values(question: &Question) -> Vec<Input> {
    match &question.kind {
        Kind::Boolean => vec![Input::Boolean(true), Input::Boolean(false)],
        Kind::Choice { options } => options.iter().map(|option| text(&option.id)).collect(),
        Kind::MultiChoice { options } => vec![Input::List(vec![]), Input::List(vec![options[1].id.clone()])],
        Kind::Integer { .. } => vec![text("9"), text("10")],
        Kind::Money { .. } => vec![text("100000"), text("100000.01")],
        Kind::Date { .. } => vec![text("2026-11-01")],
    }
}

/// Every partial answer set of the questions: each missing, 不清楚, or one of its values.
fn partial_answers(questions: &[&Question]) -> Vec<Answers> {
    let mut all = vec![Answers::default()];
    for question in questions {
        let mut inputs = values(question);
        inputs.push(Input::Unknown);
        let with = all.iter().flat_map(|answers: &Answers| {
            inputs.iter().map(|input| {
                let mut answers = answers.clone();
                answers.insert(&question.id, input.clone());
                answers
            })
        });
        let with: Vec<_> = with.collect();
        all.extend(with);
    }
    all
}

/// What is definite about a report: confirmed findings, and findings that are ruled out.
fn definite(rulebook: &Rulebook, report: &Report, section: &str) -> BTreeMap<String, bool> {
    let settled = report
        .sections
        .iter()
        .find(|it| it.id == section)
        .is_some_and(|it| it.progress == Progress::NotApplicable || it.answered > 0);
    let findings = &rulebook.section(section).expect("the section").findings;
    let known = findings.iter().filter_map(|finding| match status(report, &finding.id) {
        Some(Status::Confirmed) => Some((finding.id.clone(), true)),
        // In a section that was not entered, possible findings are not listed: absence says nothing.
        None if settled => Some((finding.id.clone(), false)),
        _ => None,
    });
    known.collect()
}

#[test]
fn certainty_never_retracts() {
    let rulebook = small();
    let ids = ["hires", "trades", "contract", "reason", "start", "count"];
    let questions: Vec<&Question> = ids.iter().map(|id| rulebook.question(id).expect("a question")).collect();
    let mut compared = 0;
    for partial in partial_answers(&questions) {
        let report = assess(&rulebook, &partial, day());
        let (before, score) =
            (definite(&rulebook, &report, "labor"), report.sections[0].level.score.unwrap());
        // One more answer at a time: every completion is reached through such steps.
        for question in &questions {
            if partial.get(&question.id).is_some_and(|input| *input != Input::Unknown) {
                continue;
            }
            for value in values(question) {
                let mut more = partial.clone();
                more.insert(&question.id, value);
                let report = assess(&rulebook, &more, day());
                let after = definite(&rulebook, &report, "labor");
                let scored = report.sections[0].level.score.unwrap();
                // What is open counts in full: leaving something unanswered never helps.
                assert!(score.certain <= scored.certain && scored.certain <= scored.possible);
                assert!(scored.possible <= score.possible && score.possible <= score.of);
                assert!(scored.of <= score.of, "{partial:?} then {more:?}");
                for (finding, certain) in &before {
                    assert_eq!(after.get(finding), Some(certain), "{finding}: {partial:?} then {more:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 10_000, "only {compared} comparisons were made");
}

#[test]
fn not_applicable_is_not_unknown() {
    let session = session(&[("hires", Input::Boolean(true)), ("contract", text("all"))]);
    assert_eq!(session.state("reason"), QuestionState::NotApplicable);
    assert_eq!(session.state("start"), QuestionState::NotApplicable);
    let report = session.report();
    assert_eq!(status(&report, "no-contract"), None);
    let section = &report.sections[0];
    assert_eq!((section.answered, section.open, section.not_applicable), (1, 1, 2));
    // no-contract is ruled out; sign-soon cannot concern them; many-or-food is open.
    assert_eq!(section.level.score, Some(Score { certain: 0, possible: 1, of: 7 }));
}

#[test]
fn a_question_behind_an_unclear_answer_is_undetermined() {
    let session = session(&[("hires", Input::Boolean(true)), ("contract", Input::Unknown)]);
    assert_eq!(session.state("reason"), QuestionState::Undetermined);
    let report = session.report();
    assert_eq!(status(&report, "no-contract"), Some(Status::Possible));
    let finding = report.findings.iter().find(|it| it.id == "no-contract").expect("listed");
    assert_eq!(finding.depends_on, ["contract"], "only what could settle it is named");
}

#[test]
fn going_back_retracts_what_depended_on_it_and_forgets_nothing() {
    let mut session =
        session(&[("hires", Input::Boolean(true)), ("contract", text("some")), ("reason", text("refuse"))]);
    assert_eq!(status(&session.report(), "no-contract"), Some(Status::Confirmed));
    session.answer("contract", text("all")).expect("acceptable");
    assert_eq!(session.state("reason"), QuestionState::NotApplicable);
    assert_eq!(status(&session.report(), "no-contract"), None);
    session.answer("contract", text("some")).expect("acceptable");
    assert_eq!(session.input("reason"), Some(&text("refuse")), "the owner need not answer again");
    assert_eq!(status(&session.report(), "no-contract"), Some(Status::Confirmed));
}

#[test]
fn only_questions_that_can_change_something_are_asked() {
    let mut session = session(&[("hires", Input::Boolean(true))]);
    let mut asked = Vec::new();
    for (expected, input) in [
        // The gravest finding first, then what belongs to it and its deadline, then the rest.
        ("contract", text("some")),
        ("reason", text("new")),
        ("start", text("2026-11-01")),
        ("trades", Input::List(vec!["food".into()])),
    ] {
        let next = session.next_after("labor", asked.last().copied()).map(|question| question.id.clone());
        assert_eq!(next.as_deref(), Some(expected));
        asked.push(expected);
        session.answer(expected, input).expect("acceptable");
    }
    assert_eq!(session.next("labor"), None, "the number of people no longer matters");
    assert_eq!(session.remaining("labor"), 0);
    let labor = session.report().sections.remove(0);
    assert_eq!(labor.progress, Progress::Complete);
    assert!(labor.level.settled);
}

#[test]
fn a_question_tells_why_it_is_asked() {
    let session = session(&[("hires", Input::Boolean(true)), ("contract", text("some"))]);
    let because = session.asked_because("reason");
    let [because] = &*because else { panic!("one answer suffices: {because:?}") };
    assert_eq!((&*because.question, &*because.answer), ("contract", "有人没签"));
    assert_eq!(session.asked_because("contract"), [], "everyone with staff is asked");
}

#[test]
fn a_section_waits_for_the_profile_question_it_needs() {
    let session = session(&[]);
    assert_eq!(session.next("labor").map(|question| question.id.as_str()), Some("hires"));
    assert_eq!(session.next("profile").map(|question| question.id.as_str()), Some("hires"));
}

#[test]
fn a_section_that_does_not_apply_asks_nothing_and_says_so() {
    let session = session(&[("hires", Input::Boolean(false))]);
    assert_eq!(session.next("labor"), None);
    assert_eq!(session.report().sections[0].progress, Progress::NotApplicable);
}

#[test]
fn a_remark_on_a_condition_withholds_no_bundle() {
    let mut rules = assessor_cli::Rules::read(&root().join("tests/small"), &root());
    let finding = rules.document.sections.iter_mut().flat_map(|it| &mut it.findings);
    let finding = finding.into_iter().find(|it| it.id.text == "many-or-food").expect("the finding");
    finding.when.text = "人数 >= 10 or list contains(业态, \"餐饮\") or string length(\"\\餐\") > 5".into();
    rules.checked = assessor::check(&rules.document, Vec::new());
    assert_eq!(rules.count(assessor::Severity::Error), 0, "{}", rules.drawn(false));
    assert!(rules.count(assessor::Severity::Warning) > 0, "the escape is remarked on");
    let bundle = rules.bundle().expect("a bundle");
    assert_eq!(Bundle::of(bundle.rulebook.clone()).map(|it| it.code), Some(bundle.code));
}

#[test]
fn a_deadline_whose_date_is_not_asked_is_none() {
    // The date of entry is asked of new staff only.
    let rules = assessor_cli::Rules::read(&root().join("tests/small"), &root());
    let mut definition = rules.bundle().expect("a bundle").rulebook;
    let sign_soon =
        definition.sections.iter_mut().flat_map(|it| &mut it.findings).find(|it| it.id == "sign-soon");
    sign_soon.expect("the finding").when = "书面合同 = \"有人没签\"".into();
    let rulebook = Rc::new(Rulebook::load(Bundle::of(definition).expect("it compiles")).expect("it loads"));
    for (reason, deadlines) in [("refuse", 0), ("new", 1)] {
        let mut session = Session::new(Rc::clone(&rulebook), day());
        let answers = [("hires", Input::Boolean(true)), ("contract", text("some")), ("reason", text(reason))];
        assert_eq!(session.restore(&Answers::from_iter(answers)), []);
        let report = session.report();
        let finding = report.findings.iter().find(|it| it.id == "sign-soon").expect("it stands");
        assert_eq!(finding.deadlines.len(), deadlines, "{reason}");
    }
}

#[test]
fn deadlines_are_computed_from_the_dates_answered() {
    let session = session(&[("received", text("2026-11-20"))]);
    let report = session.report();
    let answer = report.findings.iter().find(|it| it.id == "answer-claim").expect("guidance");
    assert_eq!(answer.deadlines[0].due.as_deref(), Some("2026-11-30"));
    assert_eq!(answer.deadlines[0].days_left, Some(7));
}

#[test]
fn a_deadline_without_its_date_says_which_one_is_needed() {
    let session = session(&[("amount", text("5")), ("received", Input::Unknown)]);
    let report = session.report();
    let answer = report.findings.iter().find(|it| it.id == "answer-claim").expect("guidance");
    assert_eq!(answer.deadlines[0].due, None);
    assert_eq!(answer.deadlines[0].needs, ["received"]);
}

#[test]
fn reasons_are_the_answers_that_suffice() {
    let session = session(&[
        ("hires", Input::Boolean(true)),
        ("trades", Input::List(vec!["food".into()])),
        ("count", text("12")),
    ]);
    let report = session.report();
    let finding = report.findings.iter().find(|it| it.id == "many-or-food").expect("confirmed");
    let because: Vec<&str> = finding.because.iter().map(|it| it.question.as_str()).collect();
    assert_eq!(because, ["trades", "hires"], "one of the two is enough for those who have staff");
}

#[test]
fn money_is_exact_to_the_cent() {
    for (amount, confirmed) in [("100000", false), ("100000.00", false), ("100000.01", true)] {
        let found = status(&session(&[("amount", text(amount))]).report(), "big-claim");
        assert_eq!(found == Some(Status::Confirmed), confirmed, "{amount}");
    }
}

#[test]
fn refused_answers_change_nothing() {
    let mut session = session(&[("count", text("5"))]);
    for input in [text("101"), text("-1"), text("2.5"), text("viele"), Input::Boolean(true)] {
        assert!(session.answer("count", input).is_err());
        assert_eq!(session.input("count"), Some(&text("5")));
    }
    assert!(session.answer("start", text("2026-11-24")).is_err(), "a past date is asked");
    assert!(session.answer("start", text("2026-02-30")).is_err(), "there is no such day");
}

#[test]
fn a_saved_session_comes_back_and_says_what_no_longer_fits() {
    let mut saved = session(&[("hires", Input::Boolean(true)), ("contract", text("some"))]).answers().clone();
    saved.insert("gone", text("x"));
    saved.insert("reason", text("old-option"));
    let mut session = Session::new(small(), day());
    let dropped: Vec<(String, &str)> =
        session.restore(&saved).into_iter().map(|(id, why)| (id, why.code())).collect();
    assert_eq!(dropped, [("gone".to_string(), "A001"), ("reason".to_string(), "A004")]);
    assert_eq!(session.input("contract"), Some(&text("some")));
}

#[test]
fn a_bundle_reads_back_as_it_was_written() {
    for rules in ["rules", "tests/small"] {
        let bundle = assessor_cli::Rules::read(&root().join(rules), &root()).bundle().expect("a bundle");
        let json = serde_json::to_string(&bundle).expect("JSON");
        assert_eq!(read(&json).expect("it reads"), bundle);
    }
}

fn read(json: &str) -> Result<Bundle, BundleError> {
    Bundle::read(&mut serde_json::Deserializer::from_str(json))
}

#[test]
fn a_damaged_or_newer_bundle_is_refused_with_a_code() {
    let rules = assessor_cli::Rules::read(&root().join("tests/small"), &root());
    let json = serde_json::to_string(&rules.bundle().expect("a bundle")).expect("JSON");
    let newer = read(r#"{"format": 4, "anything": {}}"#).expect_err("newer");
    assert_eq!(newer.code(), "B001");
    for (from, to, place) in [
        ("{", "[", "JSON"),
        (r#""sha256""#, r#""sha""#, "sha256"),
        (r#""urgency":"now""#, r#""urgency":"never""#, "urgency"),
        (r#""as_of":"2026-11-23""#, r#""as_of":"2026-11-31""#, "as_of"),
        (r#""code":[""#, r#""code":["="#, "code"),
        (r#""code":["#, r#""code":["t","#, "code"),
    ] {
        let damaged = json.replacen(from, to, 1);
        assert_ne!(damaged, json, "{from} is there");
        let error = read(&damaged).and_then(Rulebook::load).expect_err("damaged");
        assert_eq!(error.code(), "B002");
        assert!(error.to_string().contains(place), "{error} names {place}");
    }
}
