//! The flow as an owner goes through it, with a browser that only remembers its history.

mod months;
mod saving;

use std::rc::Rc;

use assessor::definition::Definition;
use assessor::{Answers, Bundle, Input, Rulebook, Session};
use serde_json::json;

use super::{Action, Effect, Model, Route, Saved};

/// A profile of one question and a domain of four.
fn definition() -> Definition {
    let bundle = json!({"format": assessor::FORMAT, "sha256": "00", "code": [], "rulebook": {
        "id": "test", "title": "测试规则", "version": "1", "as_of": "2026-11-01", "region": "某市",
        "hotlines": [], "laws": [], "agencies": [],
        "sections": [
            {"id": "profile", "kind": "profile", "title": "基本情况", "summary": "s", "questions": [
                {"id": "headcount", "name": "用工人数", "text": "几个人？", "why": "w", "may_be_unknown": false,
                 "kind": {"integer": {"unit": "人", "min": 0, "max": 1000}}},
            ]},
            {"id": "labor", "kind": "domain", "title": "劳动用工", "summary": "s", "when": "用工人数 > 0", "questions": [
                {"id": "contract", "name": "书面合同", "text": "都签了吗？", "why": "w", "may_be_unknown": true,
                 "kind": {"choice": {"options": [{"id": "all", "label": "都签了"}, {"id": "none", "label": "都没签"}]}}},
                {"id": "started", "name": "入职日期", "text": "哪天入职？", "why": "w", "may_be_unknown": true,
                 "when": "书面合同 = \"都没签\"", "kind": {"date": {"when": "past"}}},
                {"id": "owed", "name": "欠薪", "text": "欠多少？", "why": "w", "may_be_unknown": true,
                 "kind": {"money": {}}},
                {"id": "trouble", "name": "情形", "text": "有哪些？", "why": "w", "may_be_unknown": true,
                 "kind": {"multi_choice": {"options": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}]}}},
            ], "findings": [
                finding("no-contract", "书面合同 = \"都没签\" and 入职日期 < date(\"2026-01-01\")"),
                finding("owes-wages", "欠薪 > 0"),
                finding("has-trouble", "list contains(情形, \"甲\")"),
            ]},
        ],
    }});
    Bundle::read(bundle).unwrap().rulebook
}

fn rulebook(definition: Definition) -> Rc<Rulebook> {
    Rc::new(Rulebook::load(Bundle::of(definition).unwrap()).unwrap())
}

fn session(definition: Definition) -> Session {
    Session::new(rulebook(definition), "2026-11-23".parse().unwrap())
}

/// A page with all rules.
fn model(route: Route, stamp: Option<u32>, saved: Option<Saved>) -> Model {
    let mut model = Model::new(session(definition().opening()), route, stamp, saved);
    model.complete(rulebook(definition()));
    model
}

fn finding(id: &str, when: &str) -> serde_json::Value {
    json!({"id": id, "title": id, "category": "c", "when": when, "severity": "high", "urgency": "soon", "basis": [],
        "consequence": "c", "steps": ["s"], "materials": [], "agencies": [], "review_by": "2027-01-01"})
}

/// The browser's part: a history of hashes, and what was asked of it.
struct Page {
    model: Model,
    history: Vec<(Route, Option<u32>)>,
    at: usize,
    log: Vec<Effect>,
}

impl Page {
    fn open(route: Route, saved: Option<Saved>) -> Self {
        let mut model = model(route.clone(), None, saved);
        let effects = model.opened();
        let mut page = Self { model, history: vec![(route, None)], at: 0, log: Vec::new() };
        page.perform(effects);
        page
    }

    fn act(&mut self, action: Action) {
        self.log.clear();
        let effects = self.model.update(action);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match &effect {
                Effect::Go(route) => self.follow(route.clone()),
                Effect::Replace(route) => {
                    self.history[self.at] = (route.clone(), None);
                    self.arrive();
                }
                Effect::Back => self.back(),
                Effect::Stamp(position) => self.history[self.at].1 = Some(*position),
                _ => {}
            }
            self.log.push(effect);
        }
    }

    /// A tapped link.
    fn follow(&mut self, route: Route) {
        self.history.truncate(self.at + 1);
        self.history.push((route, None));
        self.at += 1;
        self.arrive();
    }

    /// The phone's back gesture.
    fn back(&mut self) {
        self.at -= 1;
        self.arrive();
    }

    fn arrive(&mut self) {
        let (route, stamp) = self.history[self.at].clone();
        let effects = self.model.update(Action::Arrive { route, stamp });
        self.perform(effects);
    }

    fn answer(&mut self, input: Input) {
        self.act(Action::Choose(input));
        self.act(Action::Next);
    }

    fn fill(&mut self, text: &str) {
        self.act(Action::Write(text.into()));
        self.act(Action::Next);
    }

    /// Through the profile and to the first question of the domain.
    fn in_labor() -> Self {
        let mut page = Self::open(Route::Intro, None);
        page.follow(Route::Check);
        page.fill("8");
        page.act(Action::Start("labor".into()));
        page
    }

    /// Consents, on a device that has this already.
    fn save(&mut self, there: Option<Saved>) {
        self.act(Action::Save(true));
        assert_eq!(self.log, [Effect::Join]);
        self.act(Action::Join(there));
    }

    /// The page is looked at again, and this is on the device.
    fn return_to(&mut self, kept: Option<Saved>) {
        let today = self.model.session().on();
        self.act(Action::Return { today, kept });
    }

    fn input(&self, question: &str) -> Option<&Input> {
        self.model.session().input(question)
    }
}

/// The notice on the screen, all of it.
fn said(model: &Model) -> String {
    let notice = model.notice().cloned().unwrap_or_default();
    let remarks = notice.remarks.iter().map(|it| it.words.as_str());
    std::iter::once(notice.text.as_str()).chain(remarks).collect::<Vec<_>>().join("\n")
}

fn labor(question: &str) -> Route {
    Route::question("labor", question)
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

#[test]
fn the_whole_check_up_leads_from_the_intro_to_the_result() {
    let mut page = Page::open(Route::Intro, None);
    page.follow(Route::Check);
    assert_eq!(*page.model.route(), Route::question("profile", "headcount"));
    page.fill("8人");
    assert_eq!(*page.model.route(), Route::Domains);
    page.act(Action::Start("labor".into()));
    page.answer(text("none"));
    assert_eq!(*page.model.route(), labor("started"));
    page.fill("2025-03-05");
    page.fill("１.２万");
    assert_eq!(page.input("owed"), Some(&text("12000")));
    page.act(Action::Toggle("a".into()));
    page.act(Action::Next);
    assert_eq!(*page.model.route(), Route::Result);
    assert_eq!(page.model.report().findings.len(), 3);
}

#[test]
fn a_question_that_no_longer_matters_is_passed_over() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    assert_eq!(*page.model.route(), labor("owed"));
}

#[test]
fn the_check_up_leaves_no_step_in_the_history_that_would_lead_on_again() {
    let mut page = Page::open(Route::Intro, None);
    page.follow(Route::Check);
    page.back();
    assert_eq!(*page.model.route(), Route::Intro);
}

#[test]
fn passing_without_an_answer_is_asked_for_beside_the_field() {
    let mut page = Page::in_labor();
    page.act(Action::Next);
    assert_eq!(*page.model.route(), labor("contract"));
    assert_eq!(page.log, [Effect::FocusField]);
    assert!(page.model.complaint().unwrap().contains("不清楚"));
    page.act(Action::Choose(Input::Unknown));
    assert_eq!(page.model.complaint(), None);
}

#[test]
fn not_sure_is_not_offered_where_it_is_no_answer() {
    let mut page = Page::open(Route::Check, None);
    page.act(Action::Next);
    assert!(!page.model.complaint().unwrap().contains("不清楚"));
}

#[test]
fn what_cannot_be_read_stays_in_the_field_with_a_sentence() {
    let mut page = Page::open(Route::Check, None);
    page.fill("七八个");
    assert!(page.model.complaint().unwrap().contains("七八个"));
    let question = page.model.question().unwrap();
    assert_eq!(page.model.field(question), "七八个");
    assert_eq!(page.model.echo(question), None);
    page.fill("2000");
    assert_eq!(page.model.complaint(), Some("不能大于 1000"));
}

#[test]
fn an_amount_is_said_back_in_words_while_it_is_typed() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Write("１２，００００".into()));
    let question = page.model.question().unwrap();
    assert_eq!(page.model.echo(question).as_deref(), Some("12万元"));
}

#[test]
fn typed_text_counts_when_the_owner_leaves_by_the_back_gesture() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Write("500".into()));
    page.back();
    assert_eq!(page.input("owed"), Some(&text("500")));
}

#[test]
fn unreadable_text_waits_in_its_field_until_the_owner_returns() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Write("五百".into()));
    page.back();
    assert_eq!(page.input("owed"), None);
    page.act(Action::Next);
    assert_eq!(page.model.field(page.model.question().unwrap()), "五百");
}

#[test]
fn typing_takes_not_sure_back() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Alone(Input::Unknown));
    assert_eq!(page.input("owed"), Some(&Input::Unknown));
    page.act(Action::Write("3".into()));
    assert_eq!(page.input("owed"), None);
}

#[test]
fn the_previous_question_is_one_step_back_in_the_browser() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Previous);
    assert_eq!(page.log.last(), Some(&Effect::Back));
    assert_eq!(*page.model.route(), labor("contract"));
    assert_eq!(page.model.step().map(|step| step.done), Some(0));
}

#[test]
fn reading_through_again_goes_question_by_question() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.fill("0");
    page.back();
    page.back();
    assert_eq!(*page.model.route(), labor("contract"));
    page.act(Action::Next);
    assert_eq!(*page.model.route(), labor("owed"), "answered, but next in order");
}

#[test]
fn after_a_reload_the_previous_question_is_found_in_the_order() {
    let answers = Answers::from_iter([("headcount", text("8")), ("contract", text("all"))]);
    let saved = Saved { answers, ..Saved::default() };
    let mut model = model(labor("owed"), Some(7), Some(saved));
    assert!(model.has_previous());
    assert_eq!(model.update(Action::Previous), [Effect::Go(labor("contract"))]);
}

#[test]
fn changing_one_answer_from_a_finding_returns_to_the_finding() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.fill("300");
    page.follow(Route::Result);
    page.follow(Route::Finding("owes-wages".into()));
    page.follow(labor("owed"));
    assert!(page.model.on_errand());
    page.fill("0");
    assert_eq!(*page.model.route(), Route::Finding("owes-wages".into()));
    assert!(page.log.contains(&Effect::FocusLink(labor("owed").link_id())));
    assert!(page.model.report().findings.iter().all(|it| it.id != "owes-wages"));
}

#[test]
fn going_on_from_the_result_is_no_errand() {
    let mut page = Page::in_labor();
    page.follow(Route::Result);
    page.act(Action::Start("labor".into()));
    assert!(!page.model.on_errand());
}

#[test]
fn going_forward_speaks_the_step_and_moves_to_the_heading() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    assert_eq!(page.model.spoken(), "第 2 题，大约还有 1 题");
    assert!(page.log.contains(&Effect::FocusHeading));
    page.fill("0");
    assert_eq!(page.model.spoken(), "第 3 题，这部分最后一题");
}

#[test]
fn clearing_a_section_leaves_the_others() {
    let mut page = Page::in_labor();
    page.answer(text("all"));
    page.act(Action::Clear("labor".into()));
    assert_eq!(page.input("contract"), None);
    assert_eq!(page.input("headcount"), Some(&text("8")));
    assert!(page.model.notice().is_some_and(|notice| notice.undo));
    page.act(Action::Undo);
    assert_eq!(page.input("contract"), Some(&text("all")), "a tap too many takes nothing away");
}

#[test]
fn an_address_of_a_question_that_does_not_exist_can_be_left() {
    let mut page = Page::open(labor("nowhere"), None);
    assert_eq!(page.model.question(), None);
    page.act(Action::Next);
    assert_eq!(*page.model.route(), Route::Intro);
}

#[test]
fn the_profile_needs_only_the_opening() {
    let mut model = Model::new(session(definition().opening()), Route::Profile, None, None);
    assert_eq!(model.lacks(), None);
    model.update(Action::Arrive { route: Route::Domains, stamp: None });
    assert!(model.lacks().is_some_and(|lack| lack.contains("加载")));
    model.stall(false);
    assert!(model.lacks().is_some_and(|lack| lack.contains("重试")));
    assert!(!model.is_superseded());
    model.complete(rulebook(definition()));
    assert_eq!(model.lacks(), None);
}

#[test]
fn a_page_whose_files_are_gone_can_only_be_opened_anew() {
    let mut model = Model::new(session(definition().opening()), Route::Domains, None, None);
    model.stall(true);
    assert!(model.is_superseded() && model.lacks().is_some_and(|lack| lack.contains("重新打开")));
    assert_eq!(model.update(Action::Reopen), [Effect::Reopen]);
    model.update(Action::Save(true));
    assert_eq!(model.update(Action::Reopen), [Effect::Store, Effect::Reopen]);
    model.complete(rulebook(definition()));
    assert!(!model.is_superseded(), "it came after all");
}

#[test]
fn more_questions_than_before_come_with_the_answer_that_brought_them() {
    let mut page = Page::in_labor();
    assert_eq!(page.model.grown(), None);
    let left = page.model.step().unwrap().left;
    page.answer(text("all"));
    assert!(page.model.step().unwrap().left < left && page.model.grown().is_none());
    page.act(Action::Previous);
    page.act(Action::Choose(text("none")));
    page.act(Action::Next);
    assert_eq!(*page.model.route(), labor("started"));
    assert_eq!(page.model.grown(), Some("因为您答了“都没签”，多了 1 题"));
    page.back();
    assert_eq!(page.model.grown(), None, "a step back needs no reason");
}
