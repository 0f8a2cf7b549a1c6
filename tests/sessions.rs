//! Laws of a session: it works out only what a change touches, and is all the same what its
//! answers are at once.

#![cfg(test)]

use std::rc::Rc;

use assessor::definition::{Choice, Finding, Kind, Question, Section, SectionKind, When};
use assessor::report::Status;
use assessor::{Input, Rulebook, Session, Sheet, Truth};
use feel::Date;
use tests::{Dice, root};

fn rulebook(folder: &str) -> Rc<Rulebook> {
    let rules = assessor_cli::Rules::read(&root().join(folder), &root());
    let bundle = rules.bundle().unwrap_or_else(|| panic!("{}", rules.drawn(false)));
    Rc::new(Rulebook::load(bundle).expect("it loads"))
}

/// An answer, or 不清楚.
fn any_input(question: &Question, dice: &mut Dice) -> Input {
    if dice.below(6) == 0 { Input::Unknown } else { dice.answer(question) }
}

/// The report and the next questions, as one text.
fn seen(session: &Session) -> String {
    let sections = &session.rulebook().definition().sections;
    let next: Vec<_> = sections.iter().map(|it| session.next(&it.id).map(|it| &it.id)).collect();
    let last = session.rulebook().definition().sections.iter().flat_map(|it| &it.questions).nth(3);
    let last = last.map(|question| &*question.id);
    let after: Vec<_> = sections.iter().map(|it| session.next_after(&it.id, last).map(|it| &it.id)).collect();
    format!("{} {next:?} {after:?}", serde_json::to_string(&session.report()).expect("JSON"))
}

#[test]
fn a_session_is_always_what_its_answers_are_at_once() {
    for (rules, scripts, steps) in [("tests/small", 60, 40), ("rules", 3, 60)] {
        let rulebook = rulebook(rules);
        let questions: Vec<&Question> =
            rulebook.definition().sections.iter().flat_map(|section| &section.questions).collect();
        let on = "2026-11-23".parse().expect("a date");
        for seed in 0..scripts {
            let mut dice = Dice::new(seed);
            let mut session = Session::new(Rc::clone(&rulebook), on);
            // Much of the time in one corner, so that answers meet.
            let corner = dice.below(questions.len());
            for step in 0..steps {
                let near = (corner + dice.below(25)) % questions.len();
                let at = if dice.below(3) == 0 { dice.below(questions.len()) } else { near };
                let question = questions[at];
                match dice.below(12) {
                    0 => session.clear(&question.id),
                    1 => drop(session.undo()),
                    2 => session.clear_section(&rulebook.section_of(&question.id).expect("a section").id),
                    _ => drop(session.answer(&question.id, any_input(question, &mut dice))),
                }
                if step % 5 == 4 || rules != "rules" {
                    let mut batch = Session::new(Rc::clone(&rulebook), on);
                    assert_eq!(batch.restore(session.answers()), []);
                    assert!(
                        seen(&session) == seen(&batch),
                        "{rules}: seed {seed}, step {step}, {}",
                        question.id
                    );
                }
            }
        }
    }
}

/// An answer as a sheet takes it; nothing for 不清楚.
fn coded(question: &Question, input: &Input) -> Option<i64> {
    let position = |options: &[Choice], id: &str| {
        options.iter().position(|option| option.id == id).map(|at| i64::try_from(at).expect("few options"))
    };
    match (&question.kind, input) {
        (Kind::Boolean, Input::Boolean(answer)) => Some(i64::from(*answer)),
        (Kind::Choice { options }, Input::Text(id)) => position(options, id),
        (Kind::MultiChoice { options }, Input::List(ids)) => {
            Some(ids.iter().filter_map(|id| position(options, id)).map(|at| 1 << at).sum())
        }
        (Kind::Integer { .. }, Input::Text(text)) => text.parse().ok(),
        (Kind::Money { .. }, Input::Text(text)) => text.parse::<i64>().ok().map(|yuan| yuan * 100),
        (Kind::Date { .. }, Input::Text(text)) => text.parse().ok().map(feel::Date::to_days),
        _ => None,
    }
}

#[test]
fn a_sheet_finds_what_a_session_finds() {
    for (rules, steps) in [("tests/small", 300), ("rules", 100)] {
        let rulebook = rulebook(rules);
        let sections = &rulebook.definition().sections;
        let questions: Vec<&Question> = sections.iter().flat_map(|section| &section.questions).collect();
        let findings: Vec<_> =
            sections.iter().flat_map(|it| it.findings.iter().map(move |f| (it, f))).collect();
        let on = "2026-11-23".parse().expect("a date");
        let mut session = Session::new(Rc::clone(&rulebook), on);
        let mut changed = Sheet::new(Rc::clone(&rulebook), on);
        let mut filled = changed.clone();
        let mut answers = vec![None; questions.len()];
        let mut dice = Dice::new(3);
        for _ in 0..steps {
            let number = dice.below(questions.len());
            let question = questions[number];
            let input = any_input(question, &mut dice);
            let code = coded(question, &input);
            if code.is_none() {
                session.clear(&question.id);
            }
            let taken = code.is_none() || session.answer(&question.id, input).is_ok();
            let before = changed.findings().to_vec();
            let looked = changed.change(number, code).map(<[usize]>::to_vec);
            assert_eq!(looked.is_ok(), taken, "{}", question.id);
            if taken {
                answers[number] = code;
            }
            let looked = looked.unwrap_or_default();
            assert!((0..before.len()).all(|f| before[f] == changed.findings()[f] || looked.contains(&f)));
            assert_eq!(filled.fill(answers.iter().copied()), Ok(()));
            assert_eq!(filled.findings(), changed.findings());
            agrees(&session, &changed, &findings);
        }
    }
}

/// A report holds confirmed findings of domains always, the rest where something was answered.
fn agrees(session: &Session, sheet: &Sheet, findings: &[(&Section, &Finding)]) {
    let report = session.report();
    for ((section, finding), truth) in findings.iter().zip(sheet.findings()) {
        let status = report.findings.iter().find(|it| it.id == finding.id).map(|it| it.status);
        let shown = match truth {
            Truth::No => None,
            Truth::Open => Some(Status::Possible),
            Truth::Yes => Some(Status::Confirmed),
        };
        let needed = *truth == Truth::Yes && section.kind == SectionKind::Domain;
        assert!(status == shown || (status.is_none() && !needed), "{}: {status:?}, {truth:?}", finding.id);
    }
}

#[test]
fn what_was_changed_can_be_taken_back() {
    let rulebook = rulebook("tests/small");
    let on = "2026-11-23".parse().expect("a date");
    let mut session = Session::new(Rc::clone(&rulebook), on);
    let questions: Vec<&Question> =
        rulebook.definition().sections.iter().flat_map(|section| &section.questions).collect();
    let mut dice = Dice::new(7);
    let mut states = vec![(session.answers().clone(), seen(&session))];
    for _ in 0..20 {
        let question = questions[dice.below(questions.len())];
        if session.answer(&question.id, any_input(question, &mut dice)).is_ok() {
            states.push((session.answers().clone(), seen(&session)));
        }
    }
    session.clear_section("labor");
    while let Some((answers, screen)) = states.pop() {
        assert!(session.undo(), "one step for each change");
        assert_eq!(session.answers(), &answers);
        assert_eq!(seen(&session), screen);
        if states.is_empty() {
            break;
        }
    }
    assert!(!session.undo(), "nothing is left");
}

/// The days of a month up to a day, as inputs.
fn days(year: i64, month: i64, until: Date) -> Vec<Input> {
    let days = (1..=31).filter_map(|day| Date::new(year, month, day)).filter(|day| *day <= until);
    days.map(|day| Input::Text(day.to_string())).collect()
}

/// What is certain: confirmed findings, questions that do not apply, and last days that are over.
fn certain(session: &Session) -> Vec<String> {
    let report = session.report();
    let over = |id: &str, task: &str| format!("{id}: {task} is over");
    let mut certain = Vec::new();
    for finding in report.findings.iter().filter(|it| it.status == Status::Confirmed) {
        certain.push(finding.id.clone());
        let late = finding.deadlines.iter().filter(|it| it.days_left.is_some_and(|days| days < 0));
        certain.extend(late.map(|it| over(&finding.id, &it.task)));
    }
    certain
}

#[test]
fn what_is_certain_of_a_month_is_certain_of_each_of_its_days() {
    let on: Date = "2026-11-23".parse().expect("a date");
    let (mut known, mut unknown) = (0, 0);
    for (rules, scripts) in [("tests/small", 200), ("rules", 15)] {
        let rulebook = rulebook(rules);
        let sections = &rulebook.definition().sections;
        for seed in 0..scripts {
            let mut dice = Dice::new(seed);
            let mut session = Session::new(Rc::clone(&rulebook), on);
            let dated = |it: &&Section| it.questions.iter().any(|it| matches!(it.kind, Kind::Date { .. }));
            let dated: Vec<&Section> = sections.iter().filter(dated).collect();
            let section = dated[dice.below(dated.len())];
            let asked = sections.iter().filter(|it| it.kind == SectionKind::Profile || it.id == section.id);
            let asked: Vec<&Question> = asked.flat_map(|it| &it.questions).collect();
            for question in &asked {
                drop(session.answer(&question.id, dice.answer(question)));
            }
            let past =
                |it: &&&Question| matches!(it.kind, Kind::Date { when: When::Past }) && it.may_be_unknown;
            let ranges: Vec<(&str, Vec<Input>)> = asked
                .iter()
                .filter(past)
                .map(|it| (&*it.id, days(2026, 11 - i64::try_from(dice.below(3)).expect("small"), on)))
                .collect();
            session.answer_roughly(&ranges);
            for (id, range) in &ranges {
                match session.input(id) {
                    Some(Input::Unknown) => unknown += 1,
                    first => {
                        assert_eq!(first, range.first());
                        known += 1;
                    }
                }
            }
            let rough = certain(&session);
            for _ in 0..20 {
                let mut exact = session.clone();
                for (id, range) in &ranges {
                    exact.answer(id, range[dice.below(range.len())].clone()).expect("a day of the month");
                }
                let exact = certain(&exact);
                let taken_back: Vec<_> = rough.iter().filter(|it| !exact.contains(it)).collect();
                assert!(taken_back.is_empty(), "{rules}, seed {seed}, {}: {taken_back:?}", section.id);
            }
        }
    }
    assert!(known > 20 && unknown > 20, "{known} worked out, {unknown} left open: not both were tried");
}

#[test]
fn a_range_that_holds_no_answer_changes_nothing() {
    let rulebook = rulebook("tests/small");
    let mut session = Session::new(Rc::clone(&rulebook), "2026-11-23".parse().expect("a date"));
    let questions = rulebook.definition().sections.iter().flat_map(|it| &it.questions);
    let date = questions.clone().find(|it| matches!(it.kind, Kind::Date { .. })).expect("a date question");
    session.answer_roughly(&[("nowhere", days(2026, 1, session.on())), (&*date.id, Vec::new())]);
    session.answer_roughly(&[(&*date.id, vec![Input::Boolean(true)])]);
    assert!(session.answers().is_empty());
}

#[test]
fn what_has_happened_is_asked_about_without_a_profile() {
    let rulebook = rulebook("rules");
    let sections = &rulebook.definition().sections;
    let profile = sections.iter().find(|it| it.kind == SectionKind::Profile).expect("a profile");
    for route in sections.iter().filter(|it| it.kind == SectionKind::Route) {
        for seed in 0..6 {
            let mut dice = Dice::new(seed);
            let mut session = Session::new(Rc::clone(&rulebook), "2026-11-23".parse().expect("a date"));
            let mut about = Vec::new();
            while let Some(question) = session.next(&route.id).cloned() {
                about.extend(
                    profile.questions.iter().any(|it| it.id == question.id).then(|| question.id.clone()),
                );
                while session.answer(&question.id, dice.answer(&question)).is_err() {}
            }
            assert!(about.len() <= 1, "{}: whoever is in trouble is asked first for {about:?}", route.id);
        }
    }
}
