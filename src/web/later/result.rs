//! The result: what is certain, what is possible, what is excluded, and what is still open.

mod checkup;
mod excluded;
mod findings;
mod since;
mod summary;
mod table;

use assessor::report::{Progress, SectionReport};
use yew::prelude::*;

use super::notes::{Notes, Snapshot};
use super::outcome::outcome;
use super::record::Record;
use crate::handout::Summary;
use crate::model::{Action, Model, Route, recommended};
use crate::pages::Page;
use crate::parts::{DEFAULT, PRIMARY, Send, begin, button, keep, on, way, ways};

/// What the parts of the screen draw.
struct Result<'a> {
    model: &'a Model,
    notes: &'a Notes,
    /// The domains that concern this business, those first that are to be done first.
    domains: Vec<&'a SectionReport>,
    /// The same as leaves the phone.
    summary: Summary<'a>,
}

impl Result<'_> {
    /// Whether there is any result: a domain was looked at, or something is certain all the same.
    fn begun(&self) -> bool {
        self.summary.level.is_some() || !self.summary.certain.is_empty()
    }
}

pub fn page(model: &Model, send: &Send) -> Page {
    let report = model.report();
    let mut notes = Notes::read(model.notes());
    let now = Snapshot::of(&report);
    let changed = now.clone().is_some_and(|now| notes.record(now));
    let domains = recommended(&report.sections);
    let concerned = domains.iter().copied().filter(|it| it.progress != Progress::NotApplicable);
    let result = Result {
        model,
        notes: &notes,
        domains: concerned.collect(),
        summary: Summary::new(model.rulebook(), &report),
    };
    let listed = [&*result.summary.certain, &*result.summary.possible].concat();
    let body = html! {
        <>
            { summary::summary(&result) }
            { outcome(report.overall.certain, &listed) }
            if result.begun() {
                { now.as_ref().map(|now| since::since(&result, now)).unwrap_or_default() }
                { findings::findings(&result) }
                { checkup::checkup(&result, report.overall.certain) }
                { table::table(&result) }
                { excluded::excluded(&result) }
            }
            { onward(&result, send) }
            { keep(model.saving(), send) }
            if changed {
                <Record notes={notes.write()} send={send.clone()} />
            }
        </>
    };
    Page::new("体检结果", body)
}

/// The way on: the next domain, else all of them.
fn onward(result: &Result<'_>, send: &Send) -> Html {
    let model = result.model;
    if !model.begun() {
        return ways(begin().into_iter().chain(history(result)).collect());
    }
    let open = |it: &&&SectionReport| matches!(it.progress, Progress::Started | Progress::NotStarted);
    let next = result.domains.iter().find(open);
    let profile = model.profile().filter(|it| model.session().next(&it.id).is_some());
    let go_on = match (profile, next) {
        (Some(profile), _) => Some((&profile.id, "接着答基本情况".to_owned())),
        (None, Some(next)) => Some((&next.id, format!("接着查：{}", next.title))),
        (None, None) => None,
    };
    let go_on = go_on.map(|(id, words)| button(PRIMARY, words, on(send, Action::Start(id.clone()))));
    let domains = way(DEFAULT, &Route::Domains, if result.begun() { "选别的领域" } else { "看要查的领域" });
    let share = (!result.summary.is_empty()).then(|| way(DEFAULT, &Route::Share, "保存、转发、打印"));
    ways(go_on.into_iter().chain([domains]).chain(share).chain(history(result)).collect())
}

/// The way to past results, where there are any or will be.
fn history(result: &Result<'_>) -> Option<Html> {
    let any = result.begun() || !result.notes.results().is_empty();
    any.then(|| way(DEFAULT, &Route::History, "以前的结果，重新体检"))
}
