//! What is proved is true: brute force over generated rulebooks, random answers on the real one,
//! and every witness reproduced by the engine.

#![cfg(test)]

#[path = "prover/coverage.rs"]
mod coverage;
#[path = "prover/decisions.rs"]
mod decisions;
#[path = "prover/diff.rs"]
mod diff;
#[path = "prover/generated.rs"]
mod generated;

use std::path::Path;
use std::rc::Rc;

use assessor::definition::{Finding, Kind, SectionKind};
use assessor::report::{Report, Status};
use assessor::{Checked, Place, Rulebook, assess};
use assessor_cli::{Outcome, Rules};
use feel::Value;
use prover::{Grade, Proof, Refutation, Sampler, Subject, prove};
use tests::{assessor, root};

fn read_rules(folder: &Path) -> (Rc<Rulebook>, Checked) {
    let rules = Rules::read(folder, &root());
    let bundle = rules.bundle().unwrap_or_else(|| panic!("{}", rules.drawn(false)));
    (Rc::new(Rulebook::load(bundle).expect("it loads")), rules.checked)
}

fn read(folder: &Path) -> (Rc<Rulebook>, Vec<(String, String)>) {
    let (rulebook, checked) = read_rules(folder);
    (rulebook, checked.exclusive)
}

fn confirmed(report: &Report, id: &str) -> bool {
    report.findings.iter().any(|it| it.id == id && it.status == Status::Confirmed)
}

/// Whether a finding stands without the date of one of its deadlines.
fn undated(report: &Report, finding: &Finding, deadline: usize) -> bool {
    let task = &finding.deadlines[deadline].task;
    let stands = report.findings.iter().find(|it| it.id == finding.id && it.status == Status::Confirmed);
    stands.is_some_and(|it| !it.deadlines.iter().any(|it| it.task == *task && it.due.is_some()))
}

/// Refuted, or not known to hold.
fn doubted(proof: &Proof, code: &str, subject: Subject) -> bool {
    let about = |it: &&Refutation| it.code == code && it.subject == subject;
    // That a deadline does not always have a date is a note.
    proof.refutations.iter().filter(about).any(|it| it.grade != Grade::Note || code == "P008")
}

/// The environment with a day in the place of every date that is not asked.
fn all_dated(rulebook: &Rulebook, env: &[Value]) -> Vec<Value> {
    let mut env = env.to_vec();
    for (number, (.., question)) in rulebook.numbered().enumerate() {
        let entry = &mut env[Rulebook::place_of(number)];
        if matches!(question.kind, Kind::Date { .. }) && *entry == Value::Null {
            *entry = Value::Date(rulebook.definition().as_of);
        }
    }
    env
}

/// Nothing that happens was proved impossible; gives the number of findings that stand.
fn contradicts_nothing(rulebook: &Rulebook, proof: &Proof, env: &[Value]) -> usize {
    let holds = |place: Place| rulebook.program(place).is_none_or(|it| it.holds(env) == Some(true));
    let mut count = 0;
    for (s, section) in rulebook.definition().sections.iter().enumerate() {
        if !holds(Place::Section(s)) {
            continue;
        }
        let before = count;
        for (f, finding) in section.findings.iter().enumerate() {
            if !holds(Place::Finding(s, f)) {
                continue;
            }
            count += 1;
            let place = Subject::Text(Place::Finding(s, f));
            assert!(!doubted(proof, "P001", place), "{} can be confirmed", finding.id);
            for (d, deadline) in finding.deadlines.iter().enumerate() {
                let place = Place::Deadline(s, f, d);
                let dated = |env: &[Value]| {
                    rulebook.program(place).is_some_and(|it| matches!(it.eval(env), Value::Date(_)))
                };
                // Without a day even where every date is known: there is no deadline in that case.
                let honest = !dated(&all_dated(rulebook, env));
                let dated = dated(env);
                let doubted = || doubted(proof, "P008", Subject::Text(place));
                assert!(honest || dated || doubted(), "{} has no date: {}", finding.id, deadline.task);
            }
        }
        let none = section.kind == SectionKind::Route && count == before;
        assert!(!none || doubted(proof, "P006", Subject::Section(s)), "{} has guidance", section.id);
    }
    count
}

#[test]
fn random_answers_contradict_no_proof() {
    let (rulebook, exclusive) = read(&root().join("rules"));
    let proof = prove(&rulebook, &exclusive);
    let mut sampler = Sampler::new(&rulebook);
    let mut found = 0;
    for _ in 0..2_000 {
        let env = rulebook.environment(&sampler.answers(), rulebook.definition().as_of);
        found += contradicts_nothing(&rulebook, &proof, &env);
    }
    assert!(found > 20_000, "the samples reach the rules: {found}");
}

#[test]
fn witnesses_are_reproduced_by_the_engine() {
    let (rulebook, exclusive) = read(&root().join("rules"));
    let sections = &rulebook.definition().sections;
    for refutation in prove(&rulebook, &exclusive).refutations {
        let Some(witness) = &refutation.witness else { continue };
        let report = assess(&rulebook, witness, refutation.on);
        match (refutation.code, refutation.subject) {
            ("P008", Subject::Text(Place::Deadline(s, f, d))) => {
                assert!(undated(&report, &sections[s].findings[f], d), "{refutation:?}");
            }
            ("P006", Subject::Section(s)) => {
                let confirmed = sections[s].findings.iter().any(|it| confirmed(&report, &it.id));
                assert!(!confirmed, "{refutation:?}");
            }
            ("P002", Subject::Text(Place::Finding(s, f))) => {
                assert!(confirmed(&report, &sections[s].findings[f].id), "{refutation:?}");
            }
            _ => {}
        }
    }
}

#[test]
fn brute_force_agrees_on_generated_rulebooks() {
    let mut refuted = [0; 8];
    for seed in 0..60 {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("generated-{seed}"));
        generated::write(&folder, seed);
        let (rulebook, exclusive) = read(&folder);
        let proof = prove(&rulebook, &exclusive);
        let day = rulebook.definition().as_of;
        let reports: Vec<Report> =
            generated::all_answers().iter().map(|answers| assess(&rulebook, answers, day)).collect();
        let mut compare = |code: &str, subject: Subject, expected: bool, kind: usize| {
            assert_eq!(doubted(&proof, code, subject), expected, "seed {seed}: {code} {subject:?}");
            refuted[kind] += usize::from(expected);
        };
        for (s, section) in rulebook.definition().sections.iter().enumerate() {
            let here = |report: &&Report| {
                report
                    .sections
                    .iter()
                    .any(|it| it.id == section.id && it.progress != assessor::report::Progress::NotApplicable)
            };
            for (f, finding) in section.findings.iter().enumerate() {
                let place = Subject::Text(Place::Finding(s, f));
                let never = !reports.iter().any(|report| confirmed(report, &finding.id));
                compare("P001", place, never, 0);
                if section.kind == SectionKind::Domain {
                    let always = reports.iter().filter(here).all(|report| confirmed(report, &finding.id));
                    compare("P002", place, always, 1);
                }
                for (d, deadline) in finding.deadlines.iter().enumerate() {
                    assert!(deadline.due.is_some());
                    let missing = reports.iter().any(|report| undated(report, finding, d));
                    compare("P008", Subject::Text(Place::Deadline(s, f, d)), missing, 2);
                }
            }
            if section.kind == SectionKind::Route {
                let without = |report: &Report| !section.findings.iter().any(|it| confirmed(report, &it.id));
                compare("P006", Subject::Section(s), reports.iter().any(without), 3);
            }
        }
        decisions::compare(&rulebook, &mut compare);
        let both = |(a, b): &(String, String)| reports.iter().any(|it| confirmed(it, a) && confirmed(it, b));
        let together = exclusive.iter().any(both);
        assert_eq!(proof.refutations.iter().any(|it| it.code == "P005"), together, "seed {seed}: P005");
        refuted[4] += usize::from(together);
    }
    assert!(refuted.iter().all(|count| *count > 2), "every kind of refutation was met: {refuted:?}");
}

#[test]
fn refutations_are_drawn_with_their_witness() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drawn");
    let small = root().join("tests/small");
    std::fs::create_dir_all(&folder).expect("a folder");
    for file in ["rulebook", "base", "profile", "route"] {
        let name = format!("{file}.yaml");
        std::fs::copy(small.join(&name), folder.join(&name)).expect("a copy");
    }
    let domain = std::fs::read_to_string(small.join("domain.yaml")).expect("the domain");
    let together = domain.replace("类别: 规模\n", "类别: 规模\n    互斥: [sign-soon]\n");
    assert_ne!(together, domain);
    std::fs::write(folder.join("domain.yaml"), &together).expect("written");
    let ran = assessor(&folder, &["prove", "--rules", "."], "");
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.output);
    for part in ["错误[P005]", "声明了互斥，却会同时成立", "反例：", "没签原因=刚入职"]
    {
        assert!(ran.errors.contains(part), "{part}: {}", ran.errors);
    }
    let ran = assessor(&folder, &["prove", "--rules", ".", "--json"], "");
    let listed: serde_json::Value = serde_json::from_str(&ran.output).expect("JSON");
    let refuted = &listed["refutations"].as_array().expect("a list")[0];
    assert_eq!((&refuted["code"], &refuted["grade"]), (&"P005".into(), &"refuted".into()), "{listed:#}");
    let witness = serde_json::to_string(&refuted["witness"]).expect("JSON");
    let ran = assessor(&folder, &["assess", "--rules", ".", "--on", "2026-11-23"], &witness);
    let report: serde_json::Value = serde_json::from_str(&ran.output).expect("JSON");
    let confirmed = report["findings"].as_array().expect("a list").iter();
    let confirmed: Vec<_> = confirmed.filter(|it| it["status"] == "confirmed").map(|it| &it["id"]).collect();
    assert!(
        confirmed.contains(&&"sign-soon".into()) && confirmed.contains(&&"many-or-food".into()),
        "{report:#}"
    );
}
