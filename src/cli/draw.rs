//! Complaints drawn for people, as rustc draws them, and listed for tools, as JSON.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use assessor::{Diagnostic, Related, Severity};
use serde::Serialize;

use crate::load::{Source, Sources, line_and_column};

/// All complaints, one after the other, with an empty line between them. `colour` is for
/// terminals; without it the text is the same and safe to keep in files and pages.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let drawn: Vec<String> = diagnostics.iter().map(|it| one(it, sources, &renderer)).collect();
    drawn.join("\n\n")
}

fn one<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("错误"),
        Severity::Warning => Level::WARNING.with_name("提醒"),
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code));
    let related = diagnostic.related.as_ref();
    let context = |it: &'a Related| {
        let bytes = sources.bytes_of(it.at, it.inner)?;
        Some(AnnotationKind::Context.span(bytes).label(it.why.as_str()))
    };
    let source = sources.get(diagnostic.at.file);
    if let (Some(source), Some(bytes)) = (source, sources.bytes_of(diagnostic.at, diagnostic.inner)) {
        let here = related.filter(|it| it.at.file == diagnostic.at.file).and_then(context);
        let primary = AnnotationKind::Primary.span(bytes);
        group = group.element(snippet(source).annotation(primary).annotations(here));
    }
    if let Some(it) = related.filter(|it| it.at.file != diagnostic.at.file)
        && let Some(source) = sources.get(it.at.file)
    {
        group = group.element(snippet(source).annotations(context(it)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.with_name("怎么改").message(help.as_str()));
    }
    renderer.render(&[group])
}

fn snippet(source: &Source) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    Snippet::source(source.text.as_str()).path(source.path.to_string_lossy().into_owned()).fold(true)
}

/// A complaint for tools. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    code: &'a str,
    severity: &'a str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    /// The text of the line.
    text: &'a str,
}

/// All complaints for tools.
pub fn list<'a>(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Vec<Listed<'a>> {
    diagnostics.iter().filter_map(|it| listed(it, sources)).collect()
}

fn listed<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Option<Listed<'a>> {
    let source = sources.get(diagnostic.at.file)?;
    let bytes = sources.bytes_of(diagnostic.at, diagnostic.inner)?;
    let (line, column) = line_and_column(&source.text, bytes.start);
    let (end_line, end_column) = line_and_column(&source.text, bytes.end);
    Some(Listed {
        code: diagnostic.code,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: source.path.to_string_lossy().into_owned(),
        line,
        column,
        end_line,
        end_column,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        text: source.text.lines().nth(line - 1).unwrap_or_default(),
    })
}
