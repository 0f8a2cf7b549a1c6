//! Working through a section: where a question stands in it, and what comes next.

use assessor::definition::{Question, Section, SectionKind};
use assessor::report::{Progress, SectionReport};
use assessor::{Input, QuestionState, Session, words};

use super::Route;

/// Where a question stands on the way through a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How many of the section were answered before it.
    pub done: u32,
    /// How many may still come after it; an estimate.
    pub left: u32,
    /// Whether it belongs to the section, rather than to the profile the section waits for.
    pub own: bool,
}

/// The step of a question in a section: a new question comes after all that were answered, and one
/// that was answered has its place in the section's order.
pub fn step(session: &Session, section: &Section, question: &str) -> Step {
    let answered: Vec<&Question> = answered(session, section).collect();
    let own = section.questions.iter().position(|it| it.id == question);
    let open = session.state(question) == QuestionState::Open;
    let others = answered.iter().filter(|it| it.id != question).count();
    let in_order = section.questions.iter().take(own.unwrap_or(usize::MAX));
    let in_order = in_order.filter(|it| answered.iter().any(|done| done.id == it.id)).count();
    let before = if open { others } else { in_order };
    let behind = others.saturating_sub(before);
    let left = session.remaining(&section.id).saturating_sub(u32::from(open));
    Step { done: count(before), left: left + count(behind), own: own.is_some() }
}

/// The answered questions of a section that apply, in its order.
pub fn answered<'a>(session: &'a Session, section: &'a Section) -> impl Iterator<Item = &'a Question> {
    let done = |it: &&Question| session.state(&it.id) == QuestionState::Answered;
    section.questions.iter().filter(done)
}

/// Where to go from a question. `revisit`: it had an answer before, so the owner is reading
/// through, and the next answered one follows; otherwise the next one that still matters.
pub fn following(session: &Session, section: &Section, question: &str, revisit: bool) -> Route {
    let own = section.questions.iter().position(|it| it.id == question);
    let behind = own.map_or(usize::MAX, |at| at + 1);
    let next = session.next_after(&section.id, Some(question));
    let read_on = section.questions.iter().skip(behind).find(|it| {
        session.state(&it.id) == QuestionState::Answered || next.is_some_and(|next| next.id == it.id)
    });
    match (read_on.filter(|_| revisit), next) {
        (Some(question), _) | (None, Some(question)) => Route::question(&section.id, &question.id),
        (None, None) => finish(section),
    }
}

/// The question before one, in the section's order over what was answered.
pub fn preceding(session: &Session, section: &Section, question: &str) -> Option<Route> {
    let own = section.questions.iter().position(|it| it.id == question);
    let before = section.questions.iter().take(own.unwrap_or(usize::MAX));
    let mut done = before.filter(|it| session.state(&it.id) == QuestionState::Answered);
    done.next_back().map(|it| Route::question(&section.id, &it.id))
}

/// The first screen of a section: its next question, or what it led to when nothing is open.
pub fn enter(session: &Session, section: &Section) -> Route {
    match session.next(&section.id) {
        Some(question) => Route::question(&section.id, &question.id),
        None => finish(section),
    }
}

/// The screen after the last question of a section.
pub fn finish(section: &Section) -> Route {
    match section.kind {
        SectionKind::Profile => Route::Domains,
        SectionKind::Domain => Route::Result,
        SectionKind::Route => Route::Event(section.id.clone()),
    }
}

/// The domains in the order in which to do them: begun, not begun, done, not applicable.
pub fn recommended(sections: &[SectionReport]) -> Vec<&SectionReport> {
    const ORDER: [Progress; 4] =
        [Progress::Started, Progress::NotStarted, Progress::Complete, Progress::NotApplicable];
    let domains = sections.iter().filter(|it| it.kind == SectionKind::Domain);
    ORDER.iter().flat_map(|state| domains.clone().filter(move |it| it.progress == *state)).collect()
}

/// An input in words, as the report says it; none when it is no answer to the question.
pub fn in_words(session: &Session, question: &Question, input: &Input) -> Option<String> {
    let value = assessor::accept(question, input, session.on()).ok()?;
    Some(words::answer(question, &value))
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
