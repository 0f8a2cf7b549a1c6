//! FEEL texts: the language's own complaints, types, circles — each at its place in the file.

use feel::Cell;

use super::Found;
use crate::bundle::BundleError;
use crate::compile::{self, Problem, Purpose, Trouble};
use crate::definition::Definition;
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::document::{self, Document, Origin, Text};
use crate::programs::{Place, Programs};

pub(super) fn check(document: &Document, definition: &Definition, found: &mut Found) -> Option<Programs> {
    let (programs, problems) = compile::compile(definition, Purpose::Page);
    for problem in &problems {
        if let Some(text) = text(document, problem).filter(|text| !text.text.is_empty()) {
            found.add(draw(problem, text.at));
        }
    }
    programs
}

/// Every FEEL expression that was written; not the cells of decision tables.
pub(super) fn texts(document: &Document) -> impl Iterator<Item = &Text> {
    document.sections.iter().flat_map(|section| {
        let questions = section.questions.iter().filter_map(|question| question.when.as_ref());
        let findings = section.findings.iter().flat_map(|finding| {
            let due = finding.deadlines.iter().filter_map(|deadline| deadline.day());
            std::iter::once(&finding.when).chain(due)
        });
        let decisions =
            section.decisions.iter().flat_map(|it| it.expression.iter().chain(&it.inputs).chain(&it.default));
        section.when.iter().chain(questions).chain(decisions).chain(findings)
    })
}

/// What is wrong with the texts of a definition that nobody wrote as a document: the first error.
pub(crate) fn complaint(definition: &Definition, problems: &[Problem]) -> Option<BundleError> {
    let drawn = problems.iter().map(|problem| (problem.place, draw(problem, Origin::default())));
    let (place, diagnostic) = drawn.into_iter().find(|(_, it)| it.severity == Severity::Error)?;
    let id = id(definition, place).unwrap_or_default().into();
    Some(BundleError::Text { id, code: diagnostic.code, message: diagnostic.message })
}

/// The section, question or finding that a text belongs to.
fn id(definition: &Definition, place: Place) -> Option<&str> {
    let section = |s: usize| definition.sections.get(s);
    let id = match place {
        Place::Section(s) => &section(s)?.id,
        Place::Question(s, q) => &section(s)?.questions.get(q)?.id,
        Place::Finding(s, f) | Place::Deadline(s, f, _) => &section(s)?.findings.get(f)?.id,
        Place::Decision(s, d) => &section(s)?.decisions.get(d)?.name,
    };
    Some(id)
}

/// The written text that a problem is about; the definition's lists run parallel to the document's.
fn text<'d>(document: &'d Document, problem: &Problem) -> Option<&'d Text> {
    let section = |s: usize| document.sections.get(s);
    match problem.place {
        Place::Section(s) => section(s)?.when.as_ref(),
        Place::Question(s, q) => {
            let question = section(s)?.questions.get(q)?;
            question.when.as_ref().or(Some(&question.name))
        }
        Place::Finding(s, f) => section(s)?.findings.get(f).map(|finding| &finding.when),
        Place::Deadline(s, f, d) => section(s)?.findings.get(f)?.deadlines.get(d)?.day(),
        Place::Decision(s, d) => Some(cell(section(s)?.decisions.get(d)?, problem.cell)),
    }
}

/// A text of a decision; its name where there is none.
fn cell(decision: &document::Decision, cell: Cell) -> &Text {
    let rule = |row: usize| decision.rules.get(row);
    let found = match cell {
        Cell::Logic => decision.expression.as_ref(),
        Cell::Policy => decision.policy.as_ref(),
        Cell::Input(column) => decision.inputs.get(column),
        Cell::Allowed(column) => decision.allowed.get(column),
        Cell::Values(_) => decision.values.as_ref(),
        Cell::Default(_) => decision.default.as_ref(),
        Cell::Test(row, column) => rule(row).and_then(|it| it.tests.get(column)),
        Cell::Row(row) | Cell::Output(row, _) => rule(row).map(|it| &it.output),
    };
    found.unwrap_or(&decision.name)
}

fn draw(problem: &Problem, at: Origin) -> Diagnostic {
    match &problem.trouble {
        Trouble::Feel(diagnostic) => {
            let words = feel::describe(&diagnostic.problem, feel::Lang::Zh);
            let related = diagnostic.related.zip(words.related);
            let related = related.map(|(span, why)| Related { at, inner: Some(span), why });
            let severity = match diagnostic.severity {
                feel::Severity::Error => Severity::Error,
                _ => Severity::Warning,
            };
            let code = diagnostic.problem.code();
            // What is no part of a text is about the whole.
            let inner = Some(diagnostic.span).filter(|span| *span != feel::Span::default());
            Diagnostic { code, severity, at, inner, related, message: words.message, help: words.help }
        }
        Trouble::NotBoolean(ty) => {
            let message = format!("条件的结果应当是 是/否（boolean），现在是 {ty}");
            Diagnostic::error("R060", at, message).help("写成比较，例如 用工人数 > 0、有工地 = true")
        }
        Trouble::NotADate(ty) => {
            let message = format!("“截止”“起算”的结果应当是日期（date），现在是 {ty}");
            Diagnostic::error("R061", at, message).help("例如 收到告知书日期 + @\"P5D\"")
        }
        Trouble::NotOnPage => {
            let message = "条件用到了页面没有的写法或太大的数";
            Diagnostic::error("R063", at, message).help("改用 rules/FEEL.md 里列出的写法")
        }
        Trouble::NotFromProfile(name) => {
            let message = format!("“适用”只能看基本情况里的问题，“{name}”不在其中");
            Diagnostic::error("R064", at, message)
                .help("改用基本情况里的问题，或者把条件写进这一部分第一个问题的“何时问”")
        }
        Trouble::Cycle(ids) => {
            let message = format!("“何时问”绕成了圈：{}", ids.join(" → "));
            Diagnostic::error("R062", at, message).help("让其中一个问题的条件不再依赖后面的问题")
        }
    }
}
