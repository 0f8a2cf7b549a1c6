//! What is kept on the device and what is not; what comes back under other rules or on another day.

use assessor::definition::Definition;
use assessor::{Answers, Input};

use super::super::{Action, Asked, Effect, Look, Mode, Model, Route, Saved, Theme};
use super::{Page, definition, labor, model, rulebook, said, session, text};

/// What a page saves that has all its answers; then the rules change as told, and it opens again.
fn reopened(answers: &[(&str, Input)], change: impl Fn(&mut Definition)) -> Model {
    let mut page = Page::open(Route::Intro, None);
    for (id, input) in answers {
        page.model.session.answer(id, input.clone()).unwrap();
    }
    let mut changed = definition();
    change(&mut changed);
    let opening = session(changed.opening());
    let mut model = Model::new(opening, Route::Intro, None, Some(page.model.saved()));
    model.complete(rulebook(changed));
    model
}

#[test]
fn nothing_is_kept_until_the_owner_asks_for_it() {
    let mut page = Page::in_labor();
    page.act(Action::Choose(text("all")));
    assert_eq!(page.log, [], "nor is anything removed that another window keeps");
    page.save(None);
    assert_eq!(page.log, [Effect::Store]);
    page.act(Action::Save(false));
    assert_eq!(page.log, [Effect::Forget]);
    page.act(Action::Choose(text("none")));
    assert_eq!(page.log, []);
}

#[test]
fn a_device_that_refuses_to_keep_it_is_told_once() {
    let mut page = Page::in_labor();
    page.save(None);
    page.act(Action::NotSaved);
    assert!(!page.model.saving());
    assert!(said(&page.model).contains("没能保存"));
    assert_eq!(page.log, [Effect::Forget], "no half of it is left");
    page.act(Action::Choose(text("all")));
    assert_eq!(page.log, [], "and not tried again");
}

#[test]
fn erasing_forgets_everything_and_says_so_on_the_first_screen() {
    let mut page = Page::in_labor();
    page.save(None);
    page.follow(Route::Erase);
    page.act(Action::Erase);
    assert!(page.log.contains(&Effect::Forget));
    assert!(!page.log.contains(&Effect::Store));
    assert_eq!(*page.model.route(), Route::Intro);
    assert!(!page.model.begun());
    assert!(said(&page.model).contains("已清除"));
    page.follow(Route::About);
    assert_eq!(page.model.notice(), None);
}

#[test]
fn what_was_saved_comes_back_and_what_no_longer_fits_is_told() {
    let answers = Answers::from_iter([("headcount", text("8")), ("gone", Input::Unknown)]);
    let look = Look { mode: Mode::Care, theme: Theme::Dark };
    let page = Page::open(Route::Intro, Some(Saved { answers, look, ..Saved::default() }));
    assert!(page.model.saving());
    assert_eq!(page.input("headcount"), Some(&text("8")));
    assert!(said(&page.model).contains("1 个旧回答"));
    assert!(page.log.contains(&Effect::Show(look)));
}

#[test]
fn what_was_answered_and_saved_before_the_rest_is_there_stays() {
    let answers =
        [("headcount", text("8")), ("owed", text("300")), ("gone", text("1")), ("contract", text("?"))];
    let saved = Saved { answers: Answers::from_iter(answers), ..Saved::default() };
    let mut model = Model::new(session(definition().opening()), Route::Intro, None, Some(saved.clone()));
    assert_eq!(model.answered(), 4);
    assert_eq!(model.saved().answers, saved.answers, "what waits is not forgotten on the device");
    model.update(Action::Arrive {
        route: Route::Question { section: "profile".into(), question: "headcount".into() },
        stamp: None,
    });
    model.update(Action::Write("9".into()));
    model.update(Action::Next);
    model.complete(rulebook(definition()));
    let kept = Answers::from_iter([("headcount", text("9")), ("owed", text("300"))]);
    assert_eq!(model.saved().answers, kept);
    assert!(said(&model).contains("2 个旧回答"), "{}", said(&model));
}

#[test]
fn what_new_rules_dropped_is_told_in_the_words_it_was_asked_in() {
    let answers = [("headcount", text("8")), ("contract", text("none")), ("owed", text("300"))];
    let model = reopened(&answers, |rules| {
        rules.sections[1].questions.retain(|it| it.id != "owed");
        rules.sections[1].findings.retain(|it| it.id != "owes-wages");
    });
    assert!(said(&model).contains("没有带过来：“欠多少？”（您答的是“300元”）"), "{}", said(&model));
    assert!(!said(&model).contains("都签了吗"), "what fits is not mentioned");
    assert_eq!(model.session().input("contract"), Some(&text("none")));
}

#[test]
fn an_answer_to_a_reworded_question_stays_and_is_shown_once_more() {
    let answers = [("headcount", text("8")), ("contract", text("all"))];
    let mut model =
        reopened(&answers, |rules| rules.sections[1].questions[0].text = "每个人都签了吗？".into());
    let notice = model.notice().cloned().unwrap();
    assert!(said(&model).contains("“每个人都签了吗？”（您答的是“都签了”）"), "{}", said(&model));
    assert_eq!(notice.remarks.last().and_then(|it| it.to.clone()), Some(labor("contract")));
    model.update(Action::Arrive { route: Route::About, stamp: None });
    assert_eq!(model.notice(), Some(&notice), "it stays until it is closed");
    model.update(Action::Dismiss);
    assert_eq!(model.notice(), None);
}

#[test]
fn the_same_rules_have_nothing_to_say_about_what_was_saved() {
    let answers = [("headcount", text("8")), ("contract", text("all"))];
    assert_eq!(reopened(&answers, |_| {}).notice(), None);
}

#[test]
fn more_changes_than_can_be_read_are_counted() {
    let answers = [("headcount", text("8")), ("contract", text("none")), ("owed", text("1"))];
    let answers = [&answers[..], &[("started", text("2025-03-05")), ("trouble", Input::Unknown)]].concat();
    let mut page = Page::open(Route::Intro, None);
    for (id, input) in &answers {
        page.model.session.answer(id, input.clone()).unwrap();
    }
    let mut saved = page.model.saved();
    for number in 0..4 {
        let id = format!("gone-{number}");
        saved.answers.insert(&id, Input::Boolean(true));
        saved.asked.push(Asked(id, format!("第 {number} 个旧问题？"), "是".into()));
    }
    let mut changed = definition();
    changed.sections[1].questions.iter_mut().for_each(|it| it.text += "（新）");
    let mut model = Model::new(session(changed.opening()), Route::Intro, None, Some(saved));
    model.complete(rulebook(changed));
    let notice = model.notice().unwrap();
    assert_eq!(notice.remarks.len(), 6, "{notice:?}");
    assert!(said(&model).contains("另有 3 个旧回答"), "{}", said(&model));
}

#[test]
fn a_reload_without_consent_begins_anew_and_says_why() {
    for route in [labor("owed"), Route::Result, Route::Finding("owes-wages".into()), Route::Domains] {
        let mut model = model(route, Some(7), None);
        assert_eq!(*model.route(), Route::Intro);
        assert!(said(&model).contains("从头开始"));
        assert!(model.opened().contains(&Effect::Replace(Route::Intro)));
        model.update(Action::Arrive { route: Route::Intro, stamp: None });
        assert_eq!(model.trail.position(), 7, "in place of the entry that was reloaded");
        assert!(said(&model).contains("从头开始"), "said on the screen that stays");
    }
}

#[test]
fn a_link_to_a_question_and_a_reload_of_the_directory_lose_nothing() {
    assert_eq!(*model(labor("owed"), None, None).route(), labor("owed"));
    assert_eq!(*model(Route::Agencies, Some(3), None).route(), Route::Agencies);
    assert_eq!(model(Route::Agencies, Some(3), None).notice(), None);
}

#[test]
fn a_page_left_open_counts_from_the_day_it_is_looked_at_again() {
    let mut page = Page::in_labor();
    page.act(Action::Return { today: "2026-11-25".parse().unwrap(), kept: None });
    assert_eq!(page.model.session().on().to_string(), "2026-11-25");
    assert_eq!(page.input("headcount"), Some(&text("8")));
    assert_eq!(page.model.notice(), None);
}

#[test]
fn a_day_that_has_passed_since_is_told() {
    let mut page = Page::in_labor();
    page.answer(text("none"));
    page.fill("2026-11-23");
    page.act(Action::Return { today: "1970-01-01".parse().unwrap(), kept: None });
    assert!(said(&page.model).contains("“哪天入职？”（您答的是“2026年11月23日”）"), "{}", said(&page.model));
    assert!(page.model.warning().is_some_and(|it| it.contains("1970年1月1日")));
}

#[test]
fn what_was_erased_in_another_window_is_not_written_again() {
    let mut page = Page::in_labor();
    page.save(None);
    page.return_to(None);
    assert_eq!(page.log, []);
    assert!(said(&page.model).contains("在别处清除"));
    page.act(Action::Choose(text("all")));
    assert_eq!(page.log, []);
}

#[test]
fn what_another_window_has_written_is_taken_over() {
    let mut page = Page::in_labor();
    page.save(None);
    let mine = page.model.saved();
    page.return_to(Some(mine.clone()));
    assert_eq!(page.model.notice(), None, "its own writing is no news");
    let answers = Answers::from_iter([("headcount", text("9")), ("contract", text("none"))]);
    let notes = "done\ta\tb".to_owned();
    page.return_to(Some(Saved { answers: answers.clone(), notes: notes.clone(), ..mine }));
    assert_eq!(page.log, [], "nothing is written that was only read");
    assert!(said(&page.model).contains("别的窗口"), "{}", said(&page.model));
    assert_eq!((page.model.saved().answers, page.model.notes()), (answers, &*notes));
}

#[test]
fn what_another_window_keeps_is_nothing_to_a_window_without_consent() {
    let mut page = Page::in_labor();
    let answers = Answers::from_iter([("headcount", text("9"))]);
    page.return_to(Some(Saved { answers, ..Saved::default() }));
    assert_eq!((page.input("headcount"), page.model.saving()), (Some(&text("8")), false));
}

#[test]
fn consent_in_a_second_window_adds_to_what_is_kept() {
    let mut page = Page::in_labor();
    page.act(Action::Note("done\tmine\tb".into()));
    let answers = Answers::from_iter([("headcount", text("9")), ("contract", text("none"))]);
    let months = vec![("started".to_owned(), "2025-03".to_owned())];
    let notes = "done\ttheirs\tb\ndone\tmine\tb".to_owned();
    page.save(Some(Saved { answers, months, notes, ..Saved::default() }));
    assert_eq!(page.log, [Effect::Store]);
    let saved = page.model.saved();
    assert_eq!(saved.answers.get("headcount"), Some(&text("8")), "this window's own answer stays");
    assert_eq!(saved.answers.get("contract"), Some(&text("none")));
    assert_eq!(saved.notes, "done\ttheirs\tb\ndone\tmine\tb");
    assert_eq!(saved.months, [("started".to_owned(), "2025-03".to_owned())]);
}

#[test]
fn starting_over_takes_the_answers_and_leaves_the_rest() {
    let mut page = Page::in_labor();
    page.save(None);
    page.act(Action::Note("seen\tx".into()));
    page.act(Action::Mode(Mode::Care));
    page.follow(Route::Anew);
    page.act(Action::Anew);
    assert!(page.log.contains(&Effect::Store));
    assert_eq!(*page.model.route(), Route::question("profile", "headcount"));
    assert!(!page.model.begun());
    let saved = page.model.saved();
    assert_eq!((&*saved.notes, saved.look.mode, page.model.saving()), ("seen\tx", Mode::Care, true));
    assert!(page.model.notice().is_some_and(|it| it.undo));
    page.act(Action::Undo);
    assert_eq!(page.input("headcount"), Some(&text("8")), "by mistake");
}

#[test]
fn a_past_result_deleted_by_mistake_comes_back_and_takes_no_answer_along() {
    let mut page = Page::in_labor();
    page.save(None);
    page.act(Action::Note("was\ta\nwas\tb".into()));
    page.act(Action::Delete("was\ta".into()));
    assert_eq!(page.log, [Effect::Store, Effect::FocusHeading], "its button is gone with it");
    assert_eq!(page.model.saved().notes, "was\ta");
    page.act(Action::Undo);
    assert_eq!(page.log, [Effect::Store, Effect::FocusHeading]);
    assert_eq!((page.model.notes(), page.input("headcount")), ("was\ta\nwas\tb", Some(&text("8"))));
    // What was erased does not come back.
    page.act(Action::Delete(String::new()));
    page.follow(Route::Erase);
    page.act(Action::Erase);
    page.act(Action::Undo);
    assert_eq!(page.model.notes(), "");
}

#[test]
fn notes_are_kept_like_answers_and_erased_with_them() {
    let mut page = Page::in_labor();
    page.act(Action::Note("done\ta\tb".into()));
    assert_eq!(page.log, [], "not without consent");
    page.save(None);
    assert_eq!(page.model.saved().notes, "done\ta\tb");
    let again = Page::open(Route::Intro, Some(page.model.saved()));
    assert_eq!(again.model.notes(), "done\ta\tb");
    page.follow(Route::Erase);
    page.act(Action::Erase);
    assert_eq!(page.model.notes(), "");
}
