//! What the expression language does, case by case: the chapters of `tests/feel`.

#![cfg(test)]

use std::collections::BTreeMap;

use feel::{Diagnostic, Lang, Scope, Severity, Value, describe};
use tests::{Case, cases, language, root};

#[test]
fn the_chapters_hold() {
    let cases = cases(&root().join("tests/feel"));
    let failed: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failed.is_empty(), "{}\n\n{} of {} cases fail", failed.join("\n\n"), failed.len(), cases.len());
    assert!(!cases.is_empty(), "there are cases");
}

#[test]
fn unknown_has_a_row_for_every_function() {
    let cases = cases(&root().join("tests/feel"));
    let table: Vec<&Case> = cases.iter().filter(|case| case.place.starts_with("unknown.txt")).collect();
    let mut missing = Vec::new();
    for (name, signatures) in functions() {
        let call = format!("{name}(");
        let rows = table.iter().filter(|case| case.text.contains(&call)).count();
        if rows < signatures {
            missing.push(format!("{name}: {signatures} signatures, {rows} rows"));
        }
    }
    assert!(missing.is_empty(), "tests/feel/unknown.txt lacks {missing:#?}");
}

/// Every function with how many signatures it has; those that read a clock are in no program.
fn functions() -> BTreeMap<&'static str, usize> {
    let mut functions = BTreeMap::new();
    for entry in feel::reference(Lang::En) {
        if entry.name != "now" && entry.name != "today" {
            *functions.entry(entry.name).or_default() += 1;
        }
    }
    functions
}

/// What is wrong with a case, if anything is.
fn failure(case: &Case) -> Option<String> {
    let found = outcome(case);
    // Place and advice need not be given where the code says enough, nor null after an error.
    let same = case.wanted.iter().zip(&found).all(|(wanted, found)| {
        let more = found.strip_prefix(wanted.as_str());
        let complaint = wanted.starts_with("error ") || wanted.starts_with("warning ");
        more.is_some_and(|more| more.is_empty() || (complaint && more.starts_with([' ', ':'])))
    });
    let missing = found.get(case.wanted.len()..).unwrap_or_default();
    let enough = case.wanted.len() <= found.len() && missing.iter().all(|it| it == "null");
    let lines =
        |lines: &[String]| lines.iter().take(5).map(|line| short(line)).collect::<Vec<_>>().join("\n       ");
    (!same || !enough).then(|| {
        format!(
            "{}: {}\nwanted {}\ngot    {}",
            case.place,
            short(&case.text),
            lines(&case.wanted),
            lines(&found)
        )
    })
}

/// The beginning of a text that may be thousands of brackets.
fn short(text: &str) -> String {
    text.chars().take(300).collect()
}

/// Complaints and value of a case, written as its file would.
fn outcome(case: &Case) -> Vec<String> {
    let outcome = language::outcome(Scope::extended, &case.variables, &case.text);
    let (complaints, value) = outcome.unwrap_or_else(|words| panic!("{}: {words}", case.place));
    let mut found: Vec<String> = complaints.iter().map(|it| complaint(it, &case.text)).collect();
    found.extend(value.as_ref().map(literal));
    found
}

fn complaint(complaint: &Diagnostic, text: &str) -> String {
    let severity = if complaint.severity == Severity::Error { "error" } else { "warning" };
    let span = complaint.span.start as usize..complaint.span.end as usize;
    let place = text.get(span).expect("a place in the text");
    let place = if place.is_empty() { String::new() } else { format!(" at {place}") };
    let help = describe(&complaint.problem, Lang::En).help.map(|help| format!(": {help}"));
    format!("{severity} {}{place}{}", complaint.problem.code(), help.unwrap_or_default())
}

/// A value as FEEL text, so that what is wanted does not go through the engine.
fn literal(value: &Value) -> String {
    let all = |values: &mut dyn Iterator<Item = String>| values.collect::<Vec<_>>().join(", ");
    match value {
        Value::Date(_)
        | Value::Time(_)
        | Value::DateTime(_)
        | Value::DaysDuration(_)
        | Value::YearsDuration(_) => {
            format!("@\"{value}\"")
        }
        Value::List(items) => format!("[{}]", all(&mut items.iter().map(literal))),
        Value::Context(context) => {
            format!(
                "{{{}}}",
                all(&mut context.iter().map(|(name, value)| format!("{name}: {}", literal(value))))
            )
        }
        Value::Range(range) => {
            let bound = |bound: &Option<Value>| bound.as_ref().map(literal).unwrap_or_default();
            let (open, close) =
                (if range.start_included { '[' } else { '(' }, if range.end_included { ']' } else { ')' });
            format!("{open}{}..{}{close}", bound(&range.start), bound(&range.end))
        }
        // A string inside a list has its quotes.
        other => {
            Value::list(vec![other.clone()]).to_string().trim_start_matches('[').trim_end_matches(']').into()
        }
    }
}
