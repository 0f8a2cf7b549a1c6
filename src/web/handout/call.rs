//! What to say on the telephone: a few short sentences about one finding, made of the answers the
//! owner lets them be made of. They claim nothing that was not answered: what is only possible is a
//! question, and papers that nobody said to have are only said to be needed.

use assessor::definition::{Question, SectionKind};
use assessor::report::{FindingReport, Status};
use assessor::{Rulebook, Session, accept, words};

use super::contact::is_emergency;

/// How many papers are named; more would not be listened to.
const PAPERS: usize = 3;

/// A call about a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Facts that may be told, those of the finding first.
    pub facts: Vec<Fact>,
    opening: String,
    closing: String,
}

/// An answer that may be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Question id.
    pub question: String,
    /// What would be said: 书面合同：有人没签.
    pub words: String,
    /// Whether the finding rests on it. Others are about the business and are not told unless asked for.
    pub own: bool,
}

impl Call {
    /// The call about a finding of this session's report.
    pub fn new(session: &Session, finding: &FindingReport) -> Self {
        let rulebook = session.rulebook();
        let mut facts: Vec<Fact> = Vec::new();
        for because in &finding.because {
            if let Some(question) = rulebook.question(&because.question) {
                let words = format!("{}：{}", question.name, because.answer);
                facts.push(Fact { question: question.id.clone(), words, own: true });
            }
        }
        for question in profile(rulebook) {
            if let Some(words) = answered(session, question)
                && !facts.iter().any(|it| it.question == question.id)
            {
                facts.push(Fact { question: question.id.clone(), words, own: false });
            }
        }
        Self { facts, opening: opening(rulebook, finding), closing: closing(rulebook, finding) }
    }

    /// What to say, a sentence a line. `told` picks the facts.
    pub fn words(&self, told: impl Fn(&Fact) -> bool) -> String {
        let facts: Vec<&str> = self.facts.iter().filter(|it| told(it)).map(|it| it.words.as_str()).collect();
        let facts =
            if facts.is_empty() { String::new() } else { format!("情况是：{}。\n", facts.join("；")) };
        format!("{}{facts}{}", self.opening, self.closing)
    }
}

fn profile(rulebook: &Rulebook) -> impl Iterator<Item = &Question> {
    let profile = rulebook.definition().sections.iter().filter(|it| it.kind == SectionKind::Profile);
    profile.flat_map(|it| &it.questions)
}

/// The answer to a question in words; none where there is none, or none that says anything.
fn answered(session: &Session, question: &Question) -> Option<String> {
    if session.state(&question.id) != assessor::QuestionState::Answered {
        return None;
    }
    let value = accept(question, session.input(&question.id)?, session.on()).ok()?;
    (!value.is_unknown()).then(|| format!("{}：{}", question.name, words::answer(question, &value)))
}

/// Whether the first to be called comes at once: then the place is what is asked for first.
fn rushes(rulebook: &Rulebook, finding: &FindingReport) -> bool {
    finding.agencies.first().and_then(|id| rulebook.agency(id)).is_some_and(is_emergency)
}

fn opening(rulebook: &Rulebook, finding: &FindingReport) -> String {
    let region = &rulebook.definition().region;
    let greeting = match rushes(rulebook, finding) {
        true => format!("您好，我在{region}，地址是……（说清街道和门牌，或者旁边的大楼）。"),
        false => format!("您好，我在{region}做生意，有件事想咨询。"),
    };
    format!("{greeting}\n{}\n", matter(rulebook, finding))
}

/// What it is about. The title of a risk says what is the case; that of what to do about something
/// that has happened is advice, which the other end is told to be that.
fn matter(rulebook: &Rulebook, finding: &FindingReport) -> String {
    let title = &finding.title;
    let happened = rulebook.section(&finding.section).filter(|it| it.kind == SectionKind::Route);
    match (happened, finding.status) {
        (Some(section), _) if rushes(rulebook, finding) => format!("遇到的事：{}。", section.title),
        (Some(section), _) => format!("遇到的事：{}。网上自测提醒我：{title}。", section.title),
        (None, Status::Confirmed) => format!("事情是：{title}。"),
        (None, Status::Possible) => format!("我还没弄清，自己这里有没有这个问题：{title}。"),
    }
}

fn closing(rulebook: &Rulebook, finding: &FindingReport) -> String {
    let mut text = String::new();
    let due = finding.deadlines.iter().filter(|it| it.days_left.is_some_and(|days| days >= 0));
    if let Some(due) = due.min_by_key(|it| it.days_left)
        && let Some(day) = due.day()
    {
        text += &format!("{}，自测算出最后一天是{}，请帮我核对一下。\n", due.task, words::date(day));
    }
    if rushes(rulebook, finding) {
        return text + "请告诉我现在先做什么，哪些东西要留着当证据。\n";
    }
    let papers: Vec<&str> = finding.materials.iter().take(PAPERS).map(String::as_str).collect();
    if !papers.is_empty() {
        text += &format!("自测说要准备：{}。\n", papers.join("；"));
    }
    text + "请问这件事归您这里管吗？不归您管的话，该找谁？\n我该先做什么，还要带什么？\n有工单号的话，请告诉我，我记一下。\n"
}
