//! How many questions an owner answers: a limit for the people of `rules/examples`, and measurements.
//!
//! ```sh
//! cargo test -p tests --test interviews -- --ignored --nocapture
//! ```
//!
//! Owners are drawn at random and answer everything they are asked, first the profile and then one
//! section: in the order of the file, and in the order of what settles most. They have something
//! wrong wherever they are asked; the people of `rules/examples` are like real ones, and answer 不清楚
//! where their story says nothing.

#![cfg(test)]

use std::collections::BTreeMap;
use std::rc::Rc;

use assessor::definition::{Kind, Question, Section, SectionKind};
use assessor::report::{Progress, Status};
use assessor::{Input, Person, QuestionState, Rulebook, Session};
use tests::{Dice, root};

/// Owners for each section.
const OWNERS: u64 = 40;

/// How an owner answers: the same whatever the order of the questions.
fn answer(question: &Question, owner: u64) -> Input {
    let seed = question.id.bytes().fold(owner, |seed, byte| seed.wrapping_mul(31) ^ u64::from(byte));
    let mut dice = Dice::new(seed);
    let on = "2026-11-23".parse().expect("a date");
    loop {
        let input = dice.answer(question);
        if assessor::accept(question, &input, on).is_ok() {
            return input;
        }
    }
}

/// Questions until the first confirmed finding, if one comes, and until nothing is open.
#[derive(Default)]
struct Lengths {
    first: Vec<usize>,
    settled: Vec<usize>,
}

impl Lengths {
    fn show(of: &[usize]) -> String {
        let mean = of.iter().sum::<usize>() * 10 / of.len().max(1);
        format!("{:>2}.{} {:>3}", mean / 10, mean % 10, of.iter().max().unwrap_or(&0))
    }
}

fn interview(
    rulebook: &Rc<Rulebook>,
    section: &Section,
    owner: u64,
    by_value: bool,
) -> Option<(Option<usize>, usize)> {
    let mut session = Session::new(Rc::clone(rulebook), "2026-11-23".parse().expect("a date"));
    let profile = rulebook.definition().sections.iter().find(|it| it.kind == SectionKind::Profile)?;
    while let Some(question) = session.next(&profile.id).cloned() {
        session.answer(&question.id, answer(&question, owner)).ok()?;
    }
    let entry = |session: &Session| session.report().sections.into_iter().find(|it| it.id == section.id);
    if entry(&session).is_some_and(|it| it.progress == Progress::NotApplicable) {
        return None;
    }
    let (mut asked, mut first, mut last) = (0, None, None);
    loop {
        let in_order = || section.questions.iter().find(|it| session.state(&it.id) == QuestionState::Open);
        let Some(next) = session.next_after(&section.id, last.as_deref()) else {
            return Some((first, asked));
        };
        let question = if by_value { next } else { in_order().unwrap_or(next) }.clone();
        session.answer(&question.id, answer(&question, owner)).ok()?;
        asked += 1;
        last = Some(question.id.clone());
        let stands = |session: &Session| {
            session
                .report()
                .findings
                .iter()
                .any(|it| it.section == section.id && it.status == Status::Confirmed)
        };
        if first.is_none() && stands(&session) {
            first = Some(asked);
        }
    }
}

/// More do not fit on a small phone beside the question, and nobody reads them to the end.
const MOST_OPTIONS: usize = 8;

#[test]
fn the_options_of_a_question_are_taken_in_at_a_glance() {
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let sections = &rules.checked.rulebook.as_ref().expect("sound rules").definition().sections;
    let long: Vec<&str> = sections
        .iter()
        .flat_map(|section| &section.questions)
        .filter(|question| match &question.kind {
            Kind::Choice { options } | Kind::MultiChoice { options, .. } => options.len() > MOST_OPTIONS,
            _ => false,
        })
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(long, [""; 0], "more than {MOST_OPTIONS} options: group them, or ask in two steps");
}

#[test]
#[ignore = "a measurement: run it by name"]
fn interviews() {
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let rulebook = Rc::new(Rulebook::load(rules.bundle().expect("sound rules")).expect("it loads"));
    println!(
        "{:<28}{:>17}{:>17}{:>17}{:>17}",
        "mean max", "first, file", "first, value", "settled, file", "settled, value"
    );
    for section in rulebook.definition().sections.iter().filter(|it| it.kind != SectionKind::Profile) {
        let mut lengths = [Lengths::default(), Lengths::default()];
        for owner in 0..OWNERS {
            for (by_value, lengths) in [false, true].into_iter().zip(&mut lengths) {
                if let Some((first, settled)) = interview(&rulebook, section, owner, by_value) {
                    lengths.first.extend(first);
                    lengths.settled.push(settled);
                }
            }
        }
        let [file, value] = &lengths;
        let columns = [&file.first, &value.first, &file.settled, &value.settled];
        let columns: String = columns.map(|of| format!("{:>17}", Lengths::show(of))).concat();
        println!("{:<28}{columns}", section.id);
    }
}

/// How many questions a person answers in a section before nothing is open there.
fn asked(session: &mut Session, section: &str, person: &Person) -> usize {
    let (mut asked, mut last) = (0, None::<String>);
    while let Some(question) = session.next_after(section, last.as_deref()).cloned() {
        let given = person.answers.get(&question.id).cloned().unwrap_or(Input::Unknown);
        let answered = session.answer(&question.id, given);
        // Where 不清楚 makes no sense, a real owner knows; nothing is the answer that opens least.
        answered
            .or_else(|_| session.answer(&question.id, Input::List(Vec::new())))
            .or_else(|_| session.answer(&question.id, Input::Text("0".into())))
            .expect("an answer");
        asked += 1;
        last = Some(question.id);
    }
    asked
}

/// Questions of the profile and of one domain that those who go through it answer on average, at most.
const TYPICAL: usize = 15;

#[test]
fn a_typical_interview_is_short() {
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let rulebook = Rc::new(Rulebook::load(rules.bundle().expect("sound rules")).expect("it loads"));
    let domains = rulebook.definition().sections.iter().filter(|it| it.kind == SectionKind::Domain);
    let domains: Vec<&str> = domains.map(|it| it.id.as_str()).collect();
    let mut lengths: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for person in &rules.checked.people {
        for domain in domains.iter().filter(|it| person.sections.iter().any(|section| section == **it)) {
            let mut session = Session::new(Rc::clone(&rulebook), person.on);
            let profile = asked(&mut session, "profile", person);
            match asked(&mut session, domain, person) {
                0 => {}
                own => lengths.entry(domain).or_default().push(profile + own),
            }
        }
    }
    assert_eq!(lengths.len(), domains.len(), "a domain has nobody: {lengths:?}");
    let long: Vec<_> =
        lengths.iter().filter(|(_, of)| of.iter().sum::<usize>() > TYPICAL * of.len()).collect();
    assert!(long.is_empty(), "too many questions: {long:?}");
}

#[test]
#[ignore = "a measurement: run it by name"]
fn people() {
    let rules = assessor_cli::Rules::read(&root().join("rules"), &root());
    let rulebook = Rc::new(Rulebook::load(rules.bundle().expect("sound rules")).expect("it loads"));
    println!("profile + questions of each section, as far as the story tells");
    for person in &rules.checked.people {
        let mut session = Session::new(Rc::clone(&rulebook), person.on);
        let profile = asked(&mut session, "profile", person);
        let sections = person.sections.iter().map(|section| {
            let silent = |question: &Question| person.answers.get(&question.id).is_none();
            let questions = rulebook.section(section).map(|it| it.questions.clone()).unwrap_or_default();
            let count = asked(&mut session, section, person);
            let unsaid = questions.iter().filter(|it| silent(it) && session.input(&it.id).is_some()).count();
            format!(
                "{section} {count}{}",
                if unsaid > 0 { format!(" ({unsaid} not told)") } else { String::new() }
            )
        });
        let sections: Vec<String> = sections.collect();
        println!("{profile} + {:<60} {}", sections.join(", "), person.story.text);
    }
}
