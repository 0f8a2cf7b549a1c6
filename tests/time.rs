//! Time: working days against counting on one's fingers, deadlines that the calendar moves, laws
//! that change while the rules stand.

#![cfg(test)]

use assessor::definition::{Calendar, Law, Period};
use assessor::report::{DeadlineReport, Report};
use assessor::{Answers, Checked, Input, Rulebook, assess};
use assessor_cli::{Outcome, Rules};
use feel::Date;
use prover::Sampler;
use tests::{assessor, root};

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn days(from: &str, count: i64) -> Vec<Date> {
    (0..count).filter_map(|shift| day(from).add_days(shift)).collect()
}

fn read(folder: &str) -> (Rulebook, Checked) {
    let rules = Rules::read(&root().join(folder), &root());
    let bundle = rules.bundle().unwrap_or_else(|| panic!("{}", rules.drawn(false)));
    (Rulebook::load(bundle).expect("it loads"), rules.checked)
}

fn calendar(folder: &str) -> Calendar {
    read(folder).0.definition().calendar.clone().expect("the rules have a calendar")
}

/// On `on`, the deadline with this task for a paper received on a day.
fn deadline(on: &str, received: &str, task: &str) -> DeadlineReport {
    let mut answers = Answers::default();
    answers.insert("received", Input::Text(received.into()));
    let report = assess(&read("tests/time").0, &answers, day(on));
    let mut all = report.findings.into_iter().flat_map(|it| it.deadlines);
    all.find(|it| it.task == task).unwrap_or_else(|| panic!("{task} on {on}"))
}

#[test]
fn the_year_has_as_many_working_days_as_the_notice_leaves() {
    let calendar = calendar("rules");
    let year = days("2026-01-01", 365);
    // 261 days from Monday to Friday, 19 of them off; six weekend days are worked.
    assert_eq!(year.iter().filter(|day| calendar.is_working(**day)).count(), 261 - 19 + 6);
    for (text, working) in [
        ("2026-01-04", true),
        ("2026-02-14", true),
        ("2026-02-15", false),
        ("2026-02-23", false),
        ("2026-02-24", true),
        ("2026-09-20", true),
        ("2026-10-07", false),
        ("2026-10-10", true),
        ("2026-10-11", false),
    ] {
        assert_eq!(calendar.is_working(day(text)), working, "{text}");
    }
}

#[test]
fn counting_working_days_agrees_with_brute_force() {
    let calendar = calendar("tests/time");
    let all = days("2025-11-01", 500);
    let working: Vec<Date> = all.iter().copied().filter(|day| calendar.is_working(*day)).collect();
    for &start in all.iter().skip(10).take(440) {
        let later: Vec<Date> = working.iter().copied().filter(|day| *day > start).collect();
        assert_eq!(calendar.after(start, 0), start);
        for count in 1..=20 {
            let end = calendar.after(start, count);
            assert_eq!(Some(&end), later.get(usize::from(count) - 1), "{count} after {start}");
            let between = working.iter().filter(|day| **day > start && **day <= end).count();
            assert_eq!(between, usize::from(count), "the way back from {end} to {start}");
            let next = start.add_days(1).expect("a day");
            assert!(end <= calendar.after(next, count), "a later start ends no earlier: {start}");
        }
        assert_eq!(calendar.before(start), working.iter().copied().rfind(|day| *day < start).expect("one"));
        let moved = calendar.on_or_after(start);
        assert_eq!(Some(&moved), working.iter().find(|day| **day >= start), "{start}");
        assert_eq!(calendar.on_or_after(moved), moved, "moving once is enough");
    }
}

/// What lets conditions tell whether a moved deadline is over without knowing the calendar.
#[test]
fn a_moved_last_day_is_not_over_exactly_if_it_lies_after_the_working_day_before() {
    let calendar = calendar("tests/time");
    for on in days("2026-01-20", 330) {
        for shift in -20..20 {
            let last = on.add_days(shift).expect("a day");
            assert_eq!(calendar.on_or_after(last) >= on, last > calendar.before(on), "{last} on {on}");
        }
    }
}

#[test]
fn deadlines_say_how_the_calendar_comes_in() {
    let plain = deadline("2026-09-14", "2026-09-10", "自然日");
    assert_eq!((plain.due.as_deref(), plain.days_left, plain.note), (Some("2026-09-20"), Some(6), None));
    let kept = deadline("2026-09-14", "2026-09-10", "顺延");
    assert_eq!((kept.due.as_deref(), kept.note), (Some("2026-09-20"), None), "that Sunday is worked");
    let moved = deadline("2026-09-30", "2026-09-21", "顺延");
    assert_eq!((moved.due.as_deref(), moved.days_left), (Some("2026-10-08"), Some(8)));
    assert_eq!(moved.note.as_deref(), Some("期满那天2026年10月1日不上班，顺延到下一个上班的日子"));
    assert_eq!(moved.basis.last().expect("a basis").text, "《程序法》第八十五条");
    assert!(kept.basis.len() < moved.basis.len(), "the article that moves it is named when it does");
    let counted = deadline("2026-09-30", "2026-09-30", "工作日");
    assert_eq!(counted.due.as_deref(), Some("2026-10-13"), "8, 9, 10, 12, 13");
    assert_eq!(counted.note.as_deref(), Some("周末和放假的日子不算"));
}

#[test]
fn beyond_the_table_of_holidays_the_report_says_that_it_guesses() {
    let counted = deadline("2026-12-30", "2026-12-28", "工作日");
    assert_eq!(counted.due.as_deref(), Some("2027-01-04"));
    let note = counted.note.expect("a note");
    assert!(note.contains("只录了2026年9月1日到2026年12月31日的，别的日子按周末推算"), "{note}");
    let inside = deadline("2026-12-30", "2026-12-18", "工作日");
    assert!(!inside.note.expect("a note").contains("推算"));
}

#[test]
fn a_new_version_of_the_law_takes_over_on_its_day() {
    let old = deadline("2026-12-31", "2026-12-10", "提异议");
    assert_eq!((old.due.as_deref(), &*old.basis[0].citation.law), (Some("2027-03-10"), "old-law"));
    let new = deadline("2027-01-01", "2026-12-10", "提异议");
    assert_eq!((new.due.as_deref(), &*new.basis[0].citation.law), (Some("2027-02-10"), "new-law"));
    assert_eq!((new.days_left, new.basis[0].text.as_str()), (Some(40), "《标志法》第三十六条"));
}

fn cited(report: &Report) -> Vec<&str> {
    let findings = report.findings.iter();
    let all = findings.flat_map(|it| it.basis.iter().chain(it.deadlines.iter().flat_map(|it| &it.basis)));
    all.map(|it| it.citation.law.as_str()).collect()
}

/// Whatever is answered, on the day on which the law was checked and on every later one around a
/// change: what stands exists on that day, and so does every law that it cites.
#[test]
fn nothing_that_is_reported_is_excluded_by_the_dates_of_the_law() {
    for folder in ["tests/time", "rules"] {
        let (rulebook, _) = read(folder);
        let laws = &rulebook.definition().laws;
        let changes = laws.iter().flat_map(|law| [Some(law.effective), law.until]).flatten();
        let as_of = rulebook.definition().as_of;
        let mut on: Vec<Date> = changes.flat_map(|day| [day.add_days(-1), Some(day)]).flatten().collect();
        on.retain(|day| *day > as_of);
        on.push(as_of);
        let mut sampler = Sampler::new(&rulebook);
        let mut seen = 0;
        for _ in 0..40 {
            let answers = sampler.answers();
            for on in &on {
                let report = assess(&rulebook, &answers, *on);
                for finding in &report.findings {
                    let valid = rulebook.finding(&finding.id).and_then(|it| it.valid).unwrap_or_default();
                    assert!(valid.contains(*on), "{} on {on}", finding.id);
                }
                for id in cited(&report) {
                    let Law { effective, until, .. } = *rulebook.law(id).expect("a law");
                    assert!(Period { from: Some(effective), until }.contains(*on), "{id} on {on}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "the samples reach the rules: {seen}");
    }
}

#[test]
fn examples_of_a_version_are_tried_on_its_first_day() {
    let ran = assessor(&root(), &["test", "--rules", "tests/time"], "");
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.output);
    let (_, checked) = read("tests/time");
    let on = |id: &str| checked.suite.0.iter().find(|it| it.finding == id).map(|it| it.on);
    assert_eq!((on("oppose"), on("oppose-2027")), (Some(day("2026-09-14")), Some(day("2027-01-01"))));
}

#[test]
fn every_version_is_proved_on_a_day_on_which_it_exists() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("versions");
    std::fs::create_dir_all(&folder).expect("a folder");
    for file in ["rulebook", "rules", "route"] {
        let from = root().join("tests/time").join(format!("{file}.yaml"));
        let text = std::fs::read_to_string(from).expect("the rules");
        let never = text.replace(
            "        自: 2027-01-01\n",
            "        自: 2027-01-01\n        触发: 评估日期 < @\"2027-01-01\" and 收到日期 <= 评估日期\n",
        );
        std::fs::write(folder.join(format!("{file}.yaml")), never).expect("written");
    }
    assert_eq!(assessor(&folder, &["check", "--rules", "."], "").outcome, Outcome::Fine);
    let ran = assessor(&folder, &["prove", "--rules", "."], "");
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.output);
    assert!(ran.errors.contains("“oppose-2027”永远不会触发"), "{}", ran.errors);
    assert!(!ran.errors.contains("“oppose”永远不会触发"), "{}", ran.errors);
}
