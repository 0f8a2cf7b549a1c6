//! Why findings stand and what would clear them: brute force over generated rulebooks, sentences, and
//! every finding of the real rules.

#![cfg(test)]

#[path = "explain/sentences.rs"]
mod sentences;

#[path = "prover/generated.rs"]
mod generated;

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use assessor::definition::Question;
use assessor::report::Status;
use assessor::{
    Answers, Bundle, Explanation, Input, Outcome, Place, QuestionState, Rulebook, Search, Session, Truth,
    assess, explain, questions, what_if,
};
use assessor_cli::Rules;
use feel::Date;
use tests::{Dice, root};

const RULEBOOKS: u64 = 40;

/// How often the page lets answers be changed (`src/web/later/ways.rs`).
const PAGE: u32 = 1_500;

fn day() -> Date {
    "2026-11-23".parse().expect("a date")
}

/// A generated rulebook; which of its questions are fixed is left to chance.
fn generated(seed: u64, dice: &mut Dice) -> Rc<Rulebook> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("explained-{seed}"));
    generated::write(&folder, seed);
    let mut definition = Rules::read(&folder, &root()).bundle().expect("sound rules").rulebook;
    for question in definition.sections.iter_mut().flat_map(|it| &mut it.questions) {
        question.fixed = dice.below(4) == 0;
    }
    Rc::new(Rulebook::load(Bundle::of(definition).expect("it compiles")).expect("it loads"))
}

/// What may be answered to each question of a generated rulebook.
fn domains() -> Vec<(String, Vec<Input>)> {
    let mut domains: Vec<(String, Vec<Input>)> = Vec::new();
    for answers in generated::all_answers() {
        for (id, input) in answers.iter() {
            let known = domains.iter_mut().find(|(known, _)| known == id);
            match known {
                Some((_, inputs)) if !inputs.contains(input) => inputs.push(input.clone()),
                Some(_) => {}
                None => domains.push((id.into(), vec![input.clone()])),
            }
        }
    }
    domains
}

/// Answers to most questions, now and then 不清楚.
fn some_answers(domains: &[(String, Vec<Input>)], dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    for (id, inputs) in domains {
        match dice.below(8) {
            0 => {}
            1 => answers.insert(id, Input::Unknown),
            _ => answers.insert(id, dice.one_of(inputs).clone()),
        }
    }
    answers
}

/// Whether a finding stands, by its condition and its section's.
fn stands(rulebook: &Rulebook, (section, finding): (usize, usize), answers: &Answers) -> Option<Status> {
    let env = rulebook.environment(answers, day());
    let holds = |place| rulebook.program(place).map_or(Some(true), |it| it.holds(&env));
    match (holds(Place::Section(section)), holds(Place::Finding(section, finding))) {
        (Some(true), Some(true)) => Some(Status::Confirmed),
        (Some(false), _) | (_, Some(false)) => None,
        _ => Some(Status::Possible),
    }
}

/// What the conditions come to, as they are told.
fn together(told: &Explanation) -> Option<Status> {
    let any = |outcomes: &[Outcome]| told.conditions.iter().any(|it| outcomes.contains(&it.outcome));
    match any(&[Outcome::Failed, Outcome::NotApplicable]) {
        true => None,
        false if any(&[Outcome::Unknown]) => Some(Status::Possible),
        false => Some(Status::Confirmed),
    }
}

/// Section and finding by position, and the finding's id.
fn findings(rulebook: &Rulebook) -> Vec<((usize, usize), String)> {
    let sections = rulebook.definition().sections.iter().enumerate();
    let findings = sections.flat_map(|(s, section)| {
        section.findings.iter().enumerate().map(move |(f, finding)| ((s, f), finding.id.clone()))
    });
    findings.collect()
}

/// Every choice of some items.
fn subsets<T: Clone>(items: &[T]) -> Vec<Vec<T>> {
    let chosen = |set: usize| items.iter().enumerate().filter(move |(at, _)| set >> at & 1 == 1);
    (0..1 << items.len()).map(|set| chosen(set).map(|(_, item)| item.clone()).collect()).collect()
}

#[test]
fn reasons_suffice_and_none_can_be_spared() {
    let domains = domains();
    let mut seen = [0; 3];
    for seed in 0..RULEBOOKS {
        let mut dice = Dice::new(seed);
        let rulebook = generated(seed, &mut dice);
        for _ in 0..12 {
            let answers = some_answers(&domains, &mut dice);
            for (at, id) in findings(&rulebook) {
                let told = explain(&rulebook, &answers, day(), &id).expect("the finding");
                assert_eq!(told.status, stands(&rulebook, at, &answers), "{seed} {id}");
                assert_eq!(told.status, together(&told), "{seed} {id}: {:?}", told.conditions);
                let reasons: Vec<String> = told.because.iter().map(|it| it.question.clone()).collect();
                for chosen in subsets(&reasons) {
                    let of = |id: &String| Some((id.clone(), answers.get(id)?.clone()));
                    let given: Vec<(String, Input)> = chosen.iter().filter_map(of).collect();
                    let given = given.iter().map(|(id, input)| (id.as_str(), input.clone())).collect();
                    let same = stands(&rulebook, at, &given) == told.status
                        && explain(&rulebook, &given, day(), &id).expect("it").depends_on == told.depends_on;
                    let all = chosen.len() == reasons.len();
                    assert_eq!(same, all, "seed {seed}, {id}: {chosen:?} of {reasons:?} under {answers:?}");
                }
                seen[told.status.map_or(0, |it| 1 + it as usize)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 100), "every status was met: {seen:?}");
}

/// The smallest sets of questions some change of which clears a finding, by trying everything.
fn smallest(
    rulebook: &Rulebook,
    at: (usize, usize),
    answers: &Answers,
    domains: &[(String, Vec<Input>)],
) -> BTreeSet<Vec<String>> {
    let free: Vec<&(String, Vec<Input>)> =
        domains.iter().filter(|(id, _)| rulebook.question(id).is_some_and(|it| !it.fixed)).collect();
    let mut sets = subsets(&free);
    sets.retain(|set| (1..=3).contains(&set.len()));
    sets.sort_by_key(Vec::len);
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for set in sets {
        if found.first().is_some_and(|known| known.len() < set.len()) {
            break;
        }
        let mut all = vec![answers.clone()];
        for (id, inputs) in &set {
            let with = all.iter().flat_map(|answers| {
                inputs.iter().map(|input| {
                    let mut answers = answers.clone();
                    answers.insert(id, input.clone());
                    answers
                })
            });
            all = with.collect();
        }
        if all.iter().any(|answers| stands(rulebook, at, answers).is_none()) {
            let mut ids: Vec<String> = set.iter().map(|(id, _)| id.clone()).collect();
            ids.sort();
            found.insert(ids);
        }
    }
    found
}

fn changed(answers: &Answers, way: &assessor::Way) -> Answers {
    let mut answers = answers.clone();
    way.changes.iter().for_each(|change| answers.insert(&change.question, change.answer.clone()));
    answers
}

#[test]
fn ways_are_all_the_smallest_there_are() {
    let domains = domains();
    let mut seen = [0; 4];
    for seed in 0..RULEBOOKS {
        let mut dice = Dice::new(seed + 1000);
        let rulebook = generated(seed, &mut dice);
        for _ in 0..6 {
            let answers = some_answers(&domains, &mut dice);
            for (at, id) in findings(&rulebook) {
                let Some(status) = stands(&rulebook, at, &answers) else { continue };
                let told = what_if(&rulebook, &answers, day(), &id).expect("the finding");
                assert_eq!((told.status, told.search), (Some(status), Search::Complete), "{seed} {id}");
                let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
                for way in &told.ways {
                    assert_eq!(stands(&rulebook, at, &changed(&answers, way)), None, "{seed} {id} {way:?}");
                    let mut ids: Vec<String> = way.changes.iter().map(|it| it.question.clone()).collect();
                    ids.sort();
                    found.insert(ids);
                }
                let expected = smallest(&rulebook, at, &answers, &domains);
                assert_eq!(found, expected, "seed {seed}, {id} under {answers:?}");
                seen[found.first().map_or(0, Vec::len)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 2), "ways of every size were met: {seen:?}");
}

#[test]
fn what_a_way_brings_up_is_what_the_report_lists_then() {
    let domains = domains();
    let mut count = 0;
    for seed in 0..RULEBOOKS {
        let mut dice = Dice::new(seed + 2000);
        let rulebook = generated(seed, &mut dice);
        let answers = some_answers(&domains, &mut dice);
        let listed = |answers: &Answers| -> BTreeSet<(String, Status)> {
            let report = assess(&rulebook, answers, day());
            report.findings.into_iter().map(|it| (it.id, it.status)).collect()
        };
        let places = findings(&rulebook);
        for (_, id) in &places {
            for way in what_if(&rulebook, &answers, day(), id).expect("the finding").ways {
                let after = listed(&changed(&answers, &way));
                let raised: BTreeSet<_> = way.raises.into_iter().map(|it| (it.finding, it.status)).collect();
                // What is possible already is not brought up by an answer that has the report list it.
                let grown = |(id, status): &&(String, Status)| {
                    let at = places.iter().find(|(_, other)| other == id).map(|(at, _)| *at);
                    let before = at.and_then(|at| stands(&rulebook, at, &answers));
                    before != Some(Status::Confirmed) && before != Some(*status)
                };
                assert_eq!(raised, after.iter().filter(grown).cloned().collect(), "seed {seed}, {id}");
                count += raised.len();
            }
        }
    }
    assert!(count > 5, "something is brought up: {count}");
}

#[test]
fn a_search_that_is_cut_short_says_so_and_is_right_as_far_as_it_goes() {
    let domains = domains();
    let mut seen = [0; 2];
    for seed in 0..RULEBOOKS {
        let mut dice = Dice::new(seed + 3000);
        let rulebook = generated(seed, &mut dice);
        let answers = some_answers(&domains, &mut dice);
        let mut session = Session::new(Rc::clone(&rulebook), day());
        session.restore(&answers);
        for (at, id) in findings(&rulebook) {
            let whole = session.what_if(&id).expect("the finding");
            for bound in [0, 3, 30] {
                let part = session.what_if_within(&id, bound).expect("the finding");
                if part.search == Search::Complete {
                    assert_eq!(part, whole, "seed {seed}, {id}");
                }
                for way in &part.ways {
                    assert_eq!(stands(&rulebook, at, &changed(&answers, way)), None, "{seed} {id} {way:?}");
                }
                seen[usize::from(part.search == Search::Partial)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 20), "cut short and not: {seen:?}");
}

/// What a section's findings come to: excluded, without those that cannot concern the business.
#[test]
fn what_is_excluded_does_not_stand_and_something_of_it_is_asked() {
    let domains = domains();
    let mut seen = [0; 2];
    for seed in 0..RULEBOOKS {
        let mut dice = Dice::new(seed + 4000);
        let rulebook = generated(seed, &mut dice);
        let answers = some_answers(&domains, &mut dice);
        let mut session = Session::new(Rc::clone(&rulebook), day());
        session.restore(&answers);
        for (s, section) in rulebook.definition().sections.iter().enumerate() {
            let excluded: Vec<&str> = session.excluded(section).map(|it| it.id.as_str()).collect();
            for (f, finding) in section.findings.iter().enumerate() {
                let no = stands(&rulebook, (s, f), &answers).is_none();
                assert_eq!(session.stands(&finding.id) == Some(Truth::No), no, "seed {seed}, {}", finding.id);
                let condition = rulebook.program(Place::Finding(s, f)).expect("its condition");
                let asked = |number: usize| {
                    let (.., question) = rulebook.numbered().nth(number).expect("a question");
                    session.state(&question.id) != QuestionState::NotApplicable
                };
                let applies = rulebook
                    .program(Place::Section(s))
                    .is_none_or(|it| it.holds(&rulebook.environment(&answers, day())) != Some(false));
                let read: Vec<usize> = questions(condition).collect();
                let concerns = applies && (read.is_empty() || read.into_iter().any(asked));
                assert_eq!(excluded.contains(&&*finding.id), no && concerns, "seed {seed}, {}", finding.id);
                seen[usize::from(no && concerns)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 20), "excluded and not: {seen:?}");
}

/// Every finding of a domain, under the examples that confirm it.
#[test]
fn every_finding_of_the_rules_is_explained_and_cleared_where_it_can_be() {
    let rules = Rules::read(&root().join("rules"), &root());
    let rulebook = Rc::new(Rulebook::load(rules.bundle().expect("sound rules")).expect("it loads"));
    let (mut confirmed, mut cleared) = (0, 0);
    for example in &rules.checked.suite.0 {
        let mut session = Session::new(Rc::clone(&rulebook), example.on);
        session.restore(&example.answers);
        let told = session.explain(&example.finding).expect("the finding");
        if told.status != Some(Status::Confirmed) {
            continue;
        }
        confirmed += 1;
        let reported = session.report().findings.into_iter().find(|it| it.id == example.finding);
        assert_eq!(reported.map(|it| it.because), Some(told.because), "{}", example.finding);
        assert_eq!(session.conditions(&example.finding), told.conditions, "{}", example.finding);
        let told = session.what_if(&example.finding).expect("the finding");
        assert_eq!(told.search, Search::Complete, "{}", example.finding);
        assert_eq!(
            session.what_if_within(&example.finding, PAGE).as_ref(),
            Some(&told),
            "the page's bound will do"
        );
        cleared += usize::from(!told.ways.is_empty());
        for way in &told.ways {
            let mut session = Session::new(Rc::clone(&rulebook), example.on);
            assert_eq!(session.restore(&changed(&example.answers, way)), [], "{way:?}");
            assert_eq!(session.explain(&example.finding).and_then(|it| it.status), None, "{way:?}");
            let fixed = |id: &str| rulebook.question(id).is_none_or(|it: &Question| it.fixed);
            assert!(!way.changes.iter().any(|change| fixed(&change.question)), "{way:?}");
        }
    }
    assert!(confirmed > 1_000 && cleared > 300, "{confirmed} confirmed, {cleared} cleared");
}
