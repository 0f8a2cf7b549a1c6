//! Dates of which only the month is known, and dialogs.

use assessor::Input;
use assessor::definition::{Definition, When};
use assessor::report::Status;

use super::super::{Action, Effect, Model, Part, Route, Saved};
use super::{Page, definition, labor, rulebook, session, text};

/// At the question for the day, in a model whose rules were changed.
fn asked(change: impl Fn(&mut Definition)) -> Page {
    let mut page = Page::in_labor();
    let mut changed = definition();
    change(&mut changed);
    page.model.complete(rulebook(changed));
    page.answer(text("none"));
    assert_eq!(*page.model.route(), labor("started"));
    page
}

fn choose(page: &mut Page, year: &str, month: &str) {
    page.act(Action::Roughly(true));
    page.act(Action::Part(Part::Year, year.into()));
    page.act(Action::Part(Part::Month, month.into()));
}

fn estimated(page: &Page) -> String {
    page.model.estimated("started").unwrap_or_default()
}

fn confirmed(model: &Model, id: &str) -> bool {
    model.report().findings.iter().any(|it| it.id == id && it.status == Status::Confirmed)
}

#[test]
fn a_month_counts_as_its_first_day_where_no_day_makes_a_difference() {
    let mut page = asked(|_| {});
    choose(&mut page, "2025", "3");
    assert_eq!(page.input("started"), Some(&text("2025-03-01")));
    assert!(estimated(&page).contains("2025年3月1日"), "{}", estimated(&page));
    assert!(confirmed(&page.model, "no-contract"));
    let question = page.model.question().unwrap();
    assert_eq!(page.model.answer_in_words(question).as_deref(), Some("大概2025年3月"));
    let report = page.model.report();
    let because = report.findings.iter().flat_map(|it| &it.because).find(|it| it.question == "started");
    assert_eq!(because.map(|it| it.answer.as_str()), Some("大概2025年3月"), "no day the owner never gave");
    page.act(Action::Next);
    assert_eq!(*page.model.route(), labor("owed"));
}

#[test]
fn a_month_in_which_the_day_matters_makes_nothing_certain() {
    let middle = r#"书面合同 = "都没签" and 入职日期 < date("2025-03-15")"#;
    let mut page = asked(|rules| rules.sections[1].findings[0].when = middle.into());
    choose(&mut page, "2025", "3");
    assert_eq!(page.input("started"), Some(&Input::Unknown));
    assert!(estimated(&page).contains("不清楚"), "{}", estimated(&page));
    assert!(!confirmed(&page.model, "no-contract"));
    page.act(Action::Part(Part::Month, "2".into()));
    assert!(confirmed(&page.model, "no-contract"), "all of February is before the fifteenth of March");
}

#[test]
fn two_months_settle_nothing_that_only_their_days_could() {
    // Both in March: the one may be before the other or behind it.
    let mut page = asked(|rules| {
        let section = &mut rules.sections[1];
        let mut left = section.questions[1].clone();
        (left.id, left.name) = ("left".into(), "离职日期".into());
        section.questions.push(left);
        let mut order = section.findings[0].clone();
        (order.id, order.when) = ("order".into(), "离职日期 >= 入职日期".into());
        section.findings.push(order);
    });
    choose(&mut page, "2025", "3");
    page.follow(labor("left"));
    choose(&mut page, "2025", "3");
    assert!(!confirmed(&page.model, "order"));
    page.act(Action::Part(Part::Month, "4".into()));
    assert!(
        !confirmed(&page.model, "order"),
        "true of all days, and still not said: it is worked out one by one"
    );
    page.act(Action::Roughly(false));
    page.fill("2025-05-01");
    assert!(confirmed(&page.model, "order"));
}

#[test]
fn a_month_is_asked_for_whole_and_within_reach() {
    let mut page = asked(|_| {});
    page.act(Action::Roughly(true));
    page.act(Action::Next);
    assert_eq!(page.model.complaint(), Some("请把年和月都选上；拿不准就选“不清楚”。"));
    page.act(Action::Part(Part::Year, "2026".into()));
    page.act(Action::Part(Part::Month, "12".into()));
    page.act(Action::Next);
    assert!(page.model.complaint().is_some_and(|it| it.contains("还没有到")), "{:?}", page.model.complaint());
    page.act(Action::Part(Part::Month, "11".into()));
    assert_eq!(page.model.complaint(), None);
    assert_eq!(page.input("started"), Some(&text("2026-11-01")), "the days until today");
    assert_eq!(page.model.years(When::Past).first(), Some(&2026));
}

#[test]
fn a_day_or_not_sure_takes_the_place_of_a_month() {
    let mut page = asked(|_| {});
    choose(&mut page, "2025", "3");
    page.act(Action::Alone(Input::Unknown));
    assert_eq!((page.input("started"), page.model.month("started")), (Some(&Input::Unknown), None));
    choose(&mut page, "2025", "3");
    page.act(Action::Roughly(false));
    assert_eq!((page.input("started"), page.model.month("started")), (None, None));
    page.fill("2025-03-09");
    assert_eq!(page.input("started"), Some(&text("2025-03-09")));
}

#[test]
fn a_month_comes_back_with_what_was_saved() {
    let mut page = asked(|_| {});
    choose(&mut page, "2025", "3");
    let saved = page.model.saved();
    assert_eq!(saved.months, [("started".to_owned(), "2025-03".to_owned())]);
    let mut model =
        Model::new(session(definition().opening()), labor("started"), Some(3), Some(saved.clone()));
    model.complete(rulebook(definition()));
    assert_eq!(model.saved(), saved);
    let damaged = vec![("started".into(), "2025-13".into()), ("started".into(), "x".into())];
    let saved = Saved { months: damaged, ..Saved::default() };
    assert_eq!(super::model(Route::Intro, None, Some(saved)).saved().months, []);
}

#[test]
fn the_back_gesture_closes_a_dialog_and_nothing_else_changes() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Write("30".into()));
    page.log.clear();
    page.follow(labor("owed").help(0));
    assert_eq!((page.model.route(), page.model.dialog()), (&labor("owed"), Some(0)));
    assert_eq!(page.log.last(), Some(&Effect::Cover));
    page.back();
    assert_eq!((page.model.route(), page.model.dialog()), (&labor("owed"), None));
    assert!(page.log.contains(&Effect::FocusLink(labor("owed").help(0).link_id())));
    assert_eq!(page.model.field(page.model.question().unwrap()), "30", "typing goes on");
    page.act(Action::Previous);
    assert_eq!(*page.model.route(), labor("contract"), "and the way back is as it was");
}

#[test]
fn closing_a_dialog_leaves_no_second_step_in_the_history() {
    let mut page = Page::in_labor();
    let position = page.at;
    page.follow(labor("contract").help(1));
    page.act(Action::Close);
    assert_eq!((page.at, page.model.dialog()), (position, None));
    assert!(page.log.contains(&Effect::Uncover));
}

#[test]
fn a_dialog_that_was_opened_by_its_address_closes_too() {
    let mut page = Page::open(labor("contract").help(0), None);
    assert!(page.log.contains(&Effect::Cover));
    page.act(Action::Close);
    assert_eq!((page.model.route(), page.model.dialog()), (&labor("contract"), None));
}

#[test]
fn an_errand_survives_a_dialog() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.follow(Route::Section("labor".into()));
    page.follow(labor("contract"));
    page.follow(labor("contract").help(0));
    page.act(Action::Close);
    assert!(page.model.on_errand());
}

#[test]
fn a_question_says_which_answer_brought_it() {
    let mut page = Page::in_labor();
    assert_eq!(page.model.occasion(), None, "asked of everyone");
    page.answer(text("none"));
    assert_eq!(page.model.occasion().as_deref(), Some("因为您答了“都没签”，所以问这个。"));
}
