//! From answers to a report: a pure function of rulebook, answers and day.

use std::cmp::Reverse;

use feel::{Date, Program, Slot, Value};

use crate::answers::Answers;
use crate::deadline::last;
use crate::definition::{Citation, Deadline, Finding, Section, SectionKind, Severity, Urgency};
use crate::facts::{Facts, QuestionState, Truth};
use crate::programs::FindingPrograms;
use crate::relevance::Relevance;
use crate::report::{
    Because, Cited, DeadlineReport, FindingReport, Level, Progress, Report, RulebookId, Score, SectionReport,
    Status,
};
use crate::rulebook::{Rulebook, questions};
use crate::trial::Trial;
use crate::words;

/// Assesses answers on a day. Answers to unknown questions and answers that do not fit their
/// question are treated as missing; [`crate::Session`] and the command line refuse them first.
pub fn assess(rulebook: &Rulebook, answers: &Answers, on: Date) -> Report {
    let facts = Facts::new(rulebook, answers, on);
    report(rulebook, &facts, on)
}

pub(crate) fn report(rulebook: &Rulebook, facts: &Facts, on: Date) -> Report {
    let definition = rulebook.definition();
    let draft = Draft { rulebook, facts, on };
    let mut sections = Vec::new();
    let mut findings = Vec::new();
    let mut overall = Level::nothing(definition.scoring);
    for (number, section) in definition.sections.iter().enumerate() {
        let Some((entry, found)) = draft.section(number, section) else { continue };
        if section.kind == SectionKind::Domain && entry.progress != Progress::NotApplicable {
            overall = overall.join(entry.level);
        }
        sections.push(entry);
        for finding in found {
            // Into its place, behind its equals: a sort would weigh five times as much in the page.
            let rank = rank(&finding);
            let at = findings.partition_point(|other| self::rank(other) <= rank);
            findings.insert(at, finding);
        }
    }
    let cited = |id: &String| {
        let deadlines = |finding: &FindingReport| {
            finding.deadlines.iter().any(|deadline| deadline.basis.iter().any(|it| it.citation.law == *id))
        };
        findings
            .iter()
            .any(|finding| finding.basis.iter().any(|it| it.citation.law == *id) || deadlines(finding))
    };
    let named = |id: &String| findings.iter().any(|finding| finding.agencies.contains(id));
    let laws = definition.laws.iter().filter(|law| cited(&law.id)).cloned().collect();
    let agencies = definition.agencies.iter().filter(|it| named(&it.id)).cloned().collect();
    Report {
        rulebook: RulebookId {
            id: definition.id.clone(),
            version: definition.version.clone(),
            sha256: rulebook.sha256().into(),
            as_of: definition.as_of,
        },
        date: on,
        overall,
        open_questions: draft.open_questions(&sections),
        sections,
        findings,
        agencies,
        laws,
    }
}

/// Confirmed before possible, then the most urgent, then the most severe.
fn rank(finding: &FindingReport) -> (Status, Reverse<Urgency>, Reverse<Option<Severity>>) {
    (finding.status, Reverse(finding.urgency), Reverse(finding.severity))
}

/// An answer as a reason, in words.
pub(crate) fn because(rulebook: &Rulebook, facts: &Facts, number: usize) -> Option<Because> {
    let question = rulebook.question_at(number)?;
    let answer = words::answer(question, facts.value(number));
    Some(Because { question: question.id.clone(), text: question.text.clone(), answer })
}

/// Whether a finding cannot concern this business: its section does not, it does not exist on the day,
/// or none of the questions it reads is asked.
pub(crate) fn idle(rulebook: &Rulebook, facts: &Facts, finding: usize) -> bool {
    let Some((section, programs)) = rulebook.programs().finding(finding) else { return true };
    let mut read = questions(&programs.when).peekable();
    facts.finding(finding) == Truth::No
        && (facts.section(section) == Truth::No
            || !programs.exists(facts.on())
            || read.peek().is_some() && read.all(|it| facts.state(it) == QuestionState::NotApplicable))
}

struct Draft<'a> {
    rulebook: &'a Rulebook,
    facts: &'a Facts,
    on: Date,
}

impl Draft<'_> {
    /// One section's entry and findings. The profile has none; a route appears once entered.
    fn section(&self, number: usize, section: &Section) -> Option<(SectionReport, Vec<FindingReport>)> {
        let states = self.states(number);
        let count = |state: QuestionState| states.iter().filter(|it| **it == state).count() as u32;
        let answered = count(QuestionState::Answered);
        let entered = answered > 0;
        if section.kind == SectionKind::Profile || section.kind == SectionKind::Route && !entered {
            return None;
        }
        let relevance = Relevance::new(self.rulebook, self.facts).section(number);
        let applies = self.facts.section(number);
        let mut level = Level::nothing(self.rulebook.definition().scoring);
        let mut found = Vec::new();
        let numbers = self.rulebook.programs().finding_numbers(number);
        for (at, (finding, programs)) in numbers.zip(self.findings(number, section)) {
            let stands = self.facts.finding(at);
            let score = self.score(finding, at, stands);
            if stands == Truth::No {
                level = level.join(Level { score, ..Level::nothing(self.rulebook.definition().scoring) });
                continue;
            }
            let certain = finding.severity.filter(|_| stands == Truth::Yes);
            level = level.join(Level {
                certain,
                possible: finding.severity,
                settled: stands == Truth::Yes,
                score,
            });
            let status = self.facts.listed(self.rulebook, at);
            found.extend(status.map(|status| self.finding(section, at, finding, programs, status)));
        }
        let progress = match applies {
            Truth::No => Progress::NotApplicable,
            _ if relevance.open().next().is_none() && applies == Truth::Yes => Progress::Complete,
            _ if entered => Progress::Started,
            _ => Progress::NotStarted,
        };
        let open =
            relevance.unanswered().filter(|it| self.rulebook.section_number(*it) == Some(number)).count()
                as u32;
        let (id, title) = (section.id.clone(), section.title.clone());
        let not_applicable = count(QuestionState::NotApplicable);
        let entry =
            SectionReport { id, kind: section.kind, title, progress, level, answered, open, not_applicable };
        Some((entry, found))
    }

    /// What a finding counts; nothing if it cannot concern this business.
    fn score(&self, finding: &Finding, number: usize, stands: Truth) -> Option<Score> {
        let weight: u32 = self.rulebook.definition().scoring?.of(finding.severity?).into();
        Some(Score {
            certain: if stands == Truth::Yes { weight } else { 0 },
            possible: if stands == Truth::No { 0 } else { weight },
            of: if idle(self.rulebook, self.facts, number) { 0 } else { weight },
        })
    }

    fn states(&self, section: usize) -> Vec<QuestionState> {
        self.rulebook.numbers(section).map(|number| self.facts.state(number)).collect()
    }

    fn findings<'s>(
        &self,
        number: usize,
        section: &'s Section,
    ) -> impl Iterator<Item = (&'s Finding, &FindingPrograms)> {
        let programs = self.rulebook.programs().sections.get(number);
        let programs = programs.into_iter().flat_map(|section| &section.findings);
        section.findings.iter().zip(programs)
    }

    fn finding(
        &self,
        section: &Section,
        number: usize,
        finding: &Finding,
        programs: &FindingPrograms,
        status: Status,
    ) -> FindingReport {
        let mut trial = Trial::new(self.rulebook, self.facts, number);
        let because = trial.sufficient();
        let deadlines = finding.deadlines.iter().zip(&programs.due);
        FindingReport {
            id: finding.id.clone(),
            section: section.id.clone(),
            title: finding.title.clone(),
            category: finding.category.clone(),
            status,
            severity: finding.severity,
            urgency: finding.urgency,
            because: because
                .into_iter()
                .filter_map(|it| self::because(self.rulebook, self.facts, it))
                .collect(),
            depends_on: self.ids(trial.decisive()),
            rule: finding.when.clone(),
            basis: self.cited(&finding.basis),
            consequence: finding.consequence.clone(),
            steps: finding.steps.clone(),
            materials: finding.materials.clone(),
            avoid: finding.avoid.clone(),
            deadlines: deadlines
                .filter_map(|(deadline, due)| self.deadline(deadline, due.as_ref()))
                .collect(),
            agencies: finding.agencies.clone(),
        }
    }

    /// A deadline; none where the date it runs from is not asked: it is no deadline in that case.
    fn deadline(&self, deadline: &Deadline, due: Option<&Program>) -> Option<DeadlineReport> {
        let given = match due.map(|program| program.eval(&self.facts.env)) {
            Some(Value::Date(date)) => Some(date),
            Some(Value::Null) => return None,
            _ => None,
        };
        let last = given.map(|given| last(deadline, self.rulebook.calendar(), given));
        let mut basis = self.cited(&deadline.basis);
        if last.as_ref().is_some_and(|last| last.moved) {
            basis.extend(self.cited(&deadline.postponed_by));
        }
        Some(DeadlineReport {
            task: deadline.task.clone(),
            rule: deadline.rule.clone(),
            due: last.as_ref().map(|last| last.day.to_string()),
            days_left: last.as_ref().map(|last| last.day.to_days() - self.on.to_days()),
            note: last.and_then(|last| last.note),
            needs: self.ids(self.decisive(due.map(|due| due.blockers(&self.facts.env)).unwrap_or_default())),
            basis,
        })
    }

    fn cited(&self, citations: &[Citation]) -> Vec<Cited> {
        let text = |citation: &Citation| {
            let law = self.rulebook.law(&citation.law).map_or("", |law| &law.short);
            format!("《{law}》{}", words::place(citation))
        };
        citations.iter().map(|it| Cited { citation: it.clone(), text: text(it) }).collect()
    }

    /// Questions that could decide what waits for these variables: open ones, and those answered
    /// 不清楚.
    fn decisive(&self, blockers: Vec<Slot>) -> Vec<usize> {
        let mut relevance = Relevance::new(self.rulebook, self.facts);
        relevance.add(blockers);
        relevance.decisive().collect()
    }

    fn ids(&self, numbers: Vec<usize>) -> Vec<String> {
        let questions = numbers.into_iter().filter_map(|number| self.rulebook.question_at(number));
        questions.map(|question| question.id.clone()).collect()
    }

    /// What is still worth asking in the sections that were entered.
    fn open_questions(&self, sections: &[SectionReport]) -> Vec<String> {
        let entered = |id: &str| sections.iter().any(|it| it.id == id && it.progress == Progress::Started);
        let all = self.rulebook.definition().sections.iter().enumerate();
        let relevance = all
            .filter(|(_, section)| entered(&section.id))
            .fold(Relevance::new(self.rulebook, self.facts).applicability(), |relevance, (number, _)| {
                relevance.section(number)
            });
        self.ids(relevance.open().collect())
    }
}
