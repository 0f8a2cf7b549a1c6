//! Functions with regular expressions (10.3.4.3). FEEL's are those of XPath 3.1; the engine's
//! differ in class subtraction, block names and references to groups, which are translated. Back
//! references are not supported: such a pattern is an error, so null.
use crate::builtins::table::{Run, table};
use crate::run::Machine;
use crate::value::Value;
use regex::{Captures, Regex, RegexBuilder};

table! {
    "matches"("input": String Required, "pattern": String Required, "flags": String Optional) -> Boolean, Nothing,
        Run::Machine(matches), "whether a text has a part that matches a pattern", "matches(\"foobar\", \"^fo*b\") = true";
    "replace"("input": String Required, "pattern": String Required, "replacement": String Required,
        "flags": String Optional) -> String, Nothing, Run::Machine(replace),
        "a text with all matches replaced; `$1` is the first group", "replace(\"abcd\", \"(b)\", \"[$1]\") = \"a[b]cd\"";
    "split"("string": String Required, "delimiter": String Required) -> Strings, Nothing, Run::Machine(split),
        "the parts of a text between matches", "split(\"a;b\", \";\") = [\"a\", \"b\"]";
}

fn matches(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(input), Value::String(pattern), flags] = arguments else { return Value::Null };
    compile(machine, input, pattern, flags).map(|pattern| pattern.is_match(input)).into()
}

fn replace(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(input), Value::String(pattern), Value::String(replacement), flags] = arguments else {
        return Value::Null;
    };
    let mut replaced = || {
        let pattern = compile(machine, input, pattern, flags)?;
        let parts = parts(replacement)?;
        // Each match may put in the whole replacement, or a group of it the whole text.
        if !machine.spend((input.len() + 1).saturating_mul(replacement.len())) {
            return None;
        }
        let fill = |found: &Captures<'_>| {
            let text = |part: &Part| match part {
                Part::Text(text) => text.clone(),
                Part::Group(group) => found.get(*group).map_or(String::new(), |group| group.as_str().into()),
            };
            parts.iter().map(text).collect::<String>()
        };
        Some(Value::string(&pattern.replace_all(input, fill)))
    };
    replaced().unwrap_or(Value::Null)
}

fn split(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(text), Value::String(delimiter)] = arguments else { return Value::Null };
    match compile(machine, text, delimiter, &Value::Null) {
        Some(delimiter) => Value::List(delimiter.split(text).map(Value::string).collect()),
        None => Value::Null,
    }
}

/// A piece of a replacement.
enum Part {
    Text(String),
    Group(usize),
}

/// The pieces of a replacement: `$1` is a group, `\$` and `\\` are characters.
fn parts(replacement: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = replacement.chars().peekable();
    while let Some(c) = rest.next() {
        parts.push(match c {
            '$' => {
                let digit = rest.next()?.to_digit(10)?;
                Part::Group(usize::try_from(digit).ok()?)
            }
            '\\' => Part::Text(rest.next_if(|c| matches!(c, '\\' | '$'))?.into()),
            c => Part::Text(c.into()),
        });
    }
    Some(parts)
}

/// The prices of a pattern and of a byte it is tried on: its automaton may be large, and at worst
/// each byte goes through all of it.
const PATTERN: usize = 20_000;
const BYTE: usize = 16;

/// The pattern, paid for together with the text it is tried on.
fn compile(machine: &mut Machine<'_>, text: &str, pattern: &str, flags: &Value) -> Option<Regex> {
    if !machine.spend(PATTERN + text.len().saturating_mul(BYTE)) {
        return None;
    }
    let flags = if let Value::String(flags) = flags { flags } else { "" };
    if !flags.chars().all(|flag| "smix".contains(flag)) {
        return None;
    }
    let pattern = translate(pattern, flags.contains('x'), flags.contains('s'));
    RegexBuilder::new(&pattern)
        .dot_matches_new_line(flags.contains('s'))
        .multi_line(flags.contains('m'))
        .case_insensitive(flags.contains('i'))
        .size_limit(1 << 20)
        .build()
        .ok()
}

/// A pattern of XPath as the engine writes it. With the flag `x` white space outside classes
/// means nothing; without `s` a dot is neither a line feed nor a carriage return.
fn translate(pattern: &str, spaced: bool, dot_all: bool) -> String {
    let mut text = String::new();
    let mut depth = 0;
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                text.push(c);
                text.extend(chars.next());
            }
            '[' => {
                depth += 1;
                text.push(c);
            }
            ']' => {
                depth -= 1;
                text.push(c);
            }
            '-' if depth > 0 && chars.peek() == Some(&'[') => text.push_str("--"),
            '.' if depth == 0 && !dot_all => text.push_str(r"[^\n\r]"),
            c if spaced && depth == 0 && c.is_whitespace() => {}
            c => text.push(c),
        }
    }
    text.replace(r"\p{IsBasicLatin}", r"[\x00-\x7F]")
}
