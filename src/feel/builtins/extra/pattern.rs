//! Functions with regular expressions (10.3.4.3). FEEL's are those of XPath, which [`translate`]
//! writes as the engine reads them. Almost all run on automata, in time linear in the text. Those
//! with references to groups, and some that ask for line ends, are matched by going back, so often
//! at most; beyond that the evaluation is at its limit.
mod brackets;
mod class;
mod flags;
mod translate;

use crate::builtins::table::{Run, table};
use crate::run::Machine;
use crate::value::Value;
use fancy_regex::{Captures, Regex, RegexBuilder};
use flags::Flags;
use translate::{Pattern, translate};

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
    let Some(expression) = Expression::new(machine, input, pattern, flags) else { return Value::Null };
    let found = expression.engine.is_match(&**input);
    machine.known(found).into()
}

fn replace(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(input), Value::String(pattern), Value::String(replacement), flags] = arguments else {
        return Value::Null;
    };
    let mut replaced = || {
        let expression = Expression::new(machine, input, pattern, flags)?;
        let parts = if expression.flags.quoted {
            vec![Part::Text(replacement.to_string())]
        } else {
            parts(replacement, expression.pattern.groups)?
        };
        let (mut text, mut end) = (String::new(), 0);
        expression.each(machine, input, |machine, found| {
            let whole = found.get(0)?;
            text.push_str(input.get(end..whole.start())?);
            end = whole.end();
            let before = text.len();
            for part in &parts {
                match part {
                    Part::Text(part) => text.push_str(part),
                    Part::Group(group) => text.push_str(found.get(*group).map_or("", |it| it.as_str())),
                }
            }
            // A match may put in the whole replacement, or a group of it the whole text.
            machine.spend(text.len() - before).then_some(())
        })?;
        text.push_str(input.get(end..)?);
        Some(Value::String(text.into()))
    };
    replaced().into()
}

fn split(machine: &mut Machine<'_>, arguments: &[Value]) -> Value {
    let [Value::String(input), Value::String(delimiter)] = arguments else { return Value::Null };
    let mut split = || {
        let expression = Expression::new(machine, input, delimiter, &Value::Null)?;
        let (mut parts, mut end) = (Vec::new(), 0);
        expression.each(machine, input, |_, found| {
            let whole = found.get(0)?;
            parts.push(Value::string(input.get(end..whole.start())?));
            end = whole.end();
            Some(())
        })?;
        parts.push(Value::string(input.get(end..)?));
        Some(Value::list(parts))
    };
    split().into()
}

/// A piece of a replacement.
enum Part {
    Text(String),
    Group(usize),
}

/// The pieces of a replacement: `$1` is a group, as many digits as there are groups for; `\$` and
/// `\\` are characters.
fn parts(replacement: &str, groups: usize) -> Option<Vec<Part>> {
    let value = |digit: char| digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    let mut parts = Vec::new();
    let mut rest = replacement.chars().peekable();
    while let Some(c) = rest.next() {
        parts.push(match c {
            '$' => {
                let mut group = value(rest.next()?)?;
                while let Some(more) = rest.peek().copied().and_then(value).map(|digit| group * 10 + digit)
                    && more <= groups
                {
                    group = more;
                    rest.next();
                }
                Part::Group(group)
            }
            '\\' => Part::Text(rest.next_if(|c| matches!(c, '\\' | '$'))?.into()),
            c => Part::Text(c.into()),
        });
    }
    Some(parts)
}

/// The prices of a pattern, of a byte it is tried on, and of a match that was found by going back.
/// A pattern's automaton may be large, and at worst each byte goes through all of it.
const PATTERN: usize = 20_000;
const BYTE: usize = 16;
const BACK: usize = 5_000;
/// How often the engine may go back for one match.
const MAX_BACK: usize = 50_000;

/// A pattern ready for a text.
struct Expression {
    engine: Regex,
    pattern: Pattern,
    flags: Flags,
}

impl Expression {
    /// The pattern, paid for together with the text it is tried on.
    fn new(machine: &mut Machine<'_>, text: &str, pattern: &str, flags: &Value) -> Option<Expression> {
        let price = PATTERN + text.len().saturating_add(pattern.len()).saturating_mul(BYTE);
        if !machine.spend(price) {
            return None;
        }
        let flags = Flags::parse(if let Value::String(flags) = flags { flags } else { "" })?;
        let pattern = translate(pattern, flags, text.ends_with('\n'))?;
        let engine = RegexBuilder::new(&pattern.text)
            .backtrack_limit(MAX_BACK)
            .delegate_size_limit(1 << 18)
            .build()
            .ok()?;
        Some(Expression { engine, pattern, flags })
    }

    /// Calls `visit` with each match. A pattern that matches nothing at all is an error here
    /// (Functions and Operators 3.1, FORX0003).
    fn each(
        &self,
        machine: &mut Machine<'_>,
        text: &str,
        mut visit: impl FnMut(&mut Machine<'_>, &Captures<'_, str>) -> Option<()>,
    ) -> Option<()> {
        if machine.known(self.engine.is_match(""))? {
            return None;
        }
        for found in self.engine.captures_iter(text) {
            let found = machine.known(found)?;
            if self.pattern.hard && !machine.spend(BACK) {
                return None;
            }
            visit(machine, &found)?;
        }
        Some(())
    }
}

impl Machine<'_> {
    /// What the engine found; if it gave up, nothing is left to spend.
    fn known<T>(&mut self, found: fancy_regex::Result<T>) -> Option<T> {
        if found.is_err() {
            self.spend(usize::MAX);
        }
        found.ok()
    }
}
