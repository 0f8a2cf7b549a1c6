//! What leaves the phone: texts, calendar file and picture, kept as snapshots for a small rulebook and
//! held to their laws for every person of `rules/examples`.

#![cfg(test)]

use std::rc::Rc;
use std::sync::OnceLock;

use assessor::report::{FindingReport, Report, Status};
use assessor::{Answers, Bundle, Input, Person, Rulebook, Session};
use assessor_cli::Rules;
use tests::{root, snapshot};
use web::handout::{self, Call, Draw, Feedback, Font, Poster, Summary, WIDTH};

const ADDRESS: &str = "https://example.org/check/";

fn read(folder: &str) -> (Rules, Bundle) {
    let rules = Rules::read(&root().join(folder), &root());
    let bundle = rules.bundle().unwrap_or_else(|| panic!("{}", rules.drawn(false)));
    (rules, bundle)
}

fn session(rulebook: &Rc<Rulebook>, on: feel::Date, answers: &Answers) -> Session {
    let mut session = Session::new(Rc::clone(rulebook), on);
    assert_eq!(session.restore(answers), []);
    session
}

/// Ideographs are as wide as they are high, everything else is half as wide.
fn width(words: &str, font: Font) -> u32 {
    words.chars().map(|c| if c.is_ascii() { font.size.div_ceil(2) } else { font.size }).sum()
}

fn poster(summary: &Summary<'_>) -> Poster {
    handout::poster(summary, handout::code(ADDRESS).as_deref(), width)
}

/// The words of a picture, line by line.
fn words(poster: &Poster) -> String {
    let lines = poster.drawing.iter().filter_map(|it| match it {
        Draw::Words { x, y, text, font, ink } => {
            Some(format!("{x:>3} {y:>4} {:>2} {ink:?} {text}\n", font.size))
        }
        Draw::Fill { .. } => None,
    });
    lines.collect()
}

/// The people, read once for all tests.
fn people() -> Vec<(&'static str, Rc<Rulebook>, Session)> {
    static READ: OnceLock<(Bundle, Vec<Person>)> = OnceLock::new();
    let (bundle, people) = READ.get_or_init(|| {
        let (rules, bundle) = read("rules");
        (bundle, rules.checked.people)
    });
    let rulebook = Rc::new(Rulebook::load(bundle.clone()).expect("it loads"));
    assert!(people.len() > 50, "{} people", people.len());
    let with = |it: &Person| session(&rulebook, it.on, &it.answers);
    people.iter().map(|it| (it.story.text.as_str(), Rc::clone(&rulebook), with(it))).collect()
}

#[test]
fn what_is_handed_out_stays_as_it_is() {
    let rulebook = Rc::new(Rulebook::load(read("tests/small").1).expect("it loads"));
    let text = |text: &str| Input::Text(text.into());
    let answers = Answers::from_iter([
        ("hires", Input::Boolean(true)),
        ("trades", Input::List(vec!["food".into()])),
        ("contract", text("some")),
        ("reason", text("new")),
        ("start", text("2026-11-01")),
        ("received", text("2026-11-20")),
        ("amount", Input::Unknown),
    ]);
    let session = session(&rulebook, "2026-11-23".parse().expect("a date"), &answers);
    let report = session.report();
    let summary = Summary::new(&rulebook, &report);
    let folder = root().join("tests/handouts");
    snapshot(&folder.join("report.txt"), &handout::text(&summary, ADDRESS));
    snapshot(&folder.join("picture.txt"), &words(&poster(&summary)));
    snapshot(&folder.join("deadlines.ics"), &handout::calendar(&summary).unwrap_or_default());
    let call = Call::new(&session, found(&report, "sign-soon"));
    let told = [call.words(|it| it.own), call.words(|_| false), call.words(|_| true)];
    snapshot(&folder.join("call.txt"), &told.join("\n"));
    let window = rulebook.agency("window").expect("an agency");
    snapshot(&folder.join("card.txt"), &handout::contact(&rulebook, window));
    let feedback = Feedback::new(&rulebook, session.on(), "题目", "contract", "签合同了吗？");
    let texts = [feedback.text(" \n"), feedback.text("看不懂")].join("\n");
    snapshot(&folder.join("feedback.txt"), &texts.replace(rulebook.sha256().get(..12).unwrap_or("?"), "…"));
}

fn found<'a>(report: &'a Report, id: &str) -> &'a FindingReport {
    report.findings.iter().find(|it| it.id == id).expect("the finding")
}

#[test]
fn nothing_handed_out_is_an_answer() {
    for (story, rulebook, session) in people() {
        let report = session.report();
        let mut silent = report.clone();
        for finding in &mut silent.findings {
            finding.because.clear();
            finding.depends_on.clear();
            finding.rule.clear();
        }
        let all = |report: &Report| {
            let summary = Summary::new(&rulebook, report);
            (handout::text(&summary, ADDRESS), handout::calendar(&summary), poster(&summary))
        };
        assert!(all(&report) == all(&silent), "{story}: it depends on answers");
        for because in report.findings.iter().flat_map(|it| &it.because) {
            assert!(!all(&report).0.contains(&because.text), "{story}: {} is in it", because.text);
        }
    }
}

#[test]
fn a_picture_is_as_large_as_a_long_press_saves() {
    for (story, rulebook, session) in people() {
        let report = session.report();
        let poster = poster(&Summary::new(&rulebook, &report));
        // Drawn at two pixels a unit; 1080 × 4000 pixels are safe everywhere.
        assert!(poster.height <= 2000, "{story}: {} units high", poster.height);
        for operation in &poster.drawing {
            let (right, lowest) = match operation {
                Draw::Fill { x, y, width, height, .. } => (x + width, y + height),
                Draw::Words { x, y, text, font, .. } => (x + width(text, *font), *y),
            };
            assert!(right <= WIDTH && lowest <= poster.height, "{story}: {operation:?} leaves the sheet");
        }
    }
}

#[test]
fn a_calendar_has_every_last_day_ahead_once() {
    let mut events = 0;
    for (story, rulebook, session) in people() {
        let report = session.report();
        let summary = Summary::new(&rulebook, &report);
        let ahead = summary.deadlines.iter().filter(|it| it.left >= 0).count();
        let Some(file) = handout::calendar(&summary) else {
            assert_eq!(ahead, 0, "{story}");
            continue;
        };
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{story}: a line is too long");
        assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "{story}");
        let whole = file.replace("\r\n ", "");
        let mut names: Vec<&str> = whole.lines().filter(|line| line.starts_with("UID:")).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!((names.len(), whole.matches("BEGIN:VEVENT").count()), (ahead, ahead), "{story}");
        events += ahead;
    }
    assert!(events > 20, "only {events} last days were seen");
}

#[test]
fn on_the_telephone_only_what_is_ticked_is_told() {
    for (story, _, session) in people() {
        for finding in &session.report().findings {
            let call = Call::new(&session, finding);
            let own: Vec<&str> = finding.because.iter().map(|it| it.question.as_str()).collect();
            let mut facts = call.facts.iter();
            assert!(facts.all(|it| it.own == own.contains(&it.question.as_str())), "{story}");
            let silent = call.words(|_| false);
            let first = finding.agencies.first().map(String::as_str).unwrap_or_default();
            let rushes = ["nat-110", "nat-119", "nat-120"].contains(&first);
            assert_eq!(
                (silent.contains("地址是"), silent.contains("归您这里管吗")),
                (rushes, !rushes),
                "{silent}"
            );
            let sure = silent.contains(&format!("事情是：{}", finding.title));
            assert!(
                !sure || finding.status == Status::Confirmed,
                "what is only possible is said to be: {silent}"
            );
            assert!((3..=8).contains(&call.words(|it| it.own).lines().count()), "{story}: {silent}");
            for fact in &call.facts {
                assert!(!silent.contains(&fact.words), "{story}: {} is told anyway", fact.words);
                assert!(call.words(|it| it == fact).contains(&fact.words), "{story}: {}", fact.words);
            }
        }
    }
}
