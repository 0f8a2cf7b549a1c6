//! Writing a code in its text form.
use super::{ARITHMETIC, COMPARISONS, Code, lacking};
use crate::value::{Form, Range, Value};
use std::fmt::{self, Write};

/// The text of a code; nothing if it holds what the page has not.
pub(crate) fn encode(code: &Code) -> Option<String> {
    let mut text = String::new();
    write(code, &mut text).ok()?;
    Some(text)
}

fn write(code: &Code, to: &mut String) -> fmt::Result {
    if lacking(code).is_some() {
        return Err(fmt::Error);
    }
    match code {
        Code::Value(value) => return constant(value, to),
        Code::Slot(slot) => return write!(to, "s{};", slot.index()),
        Code::Against(operator, slot, value) => {
            write!(to, "{}s{};", mark(&COMPARISONS, operator)?, slot.index())?;
            return constant(value, to);
        }
        Code::Local(at) => return write!(to, "l{at};"),
        Code::Shared(code) => return write(code, to),
        Code::List(items) => write!(to, "L{};", items.len())?,
        Code::And(items) => write!(to, "&{};", items.len())?,
        Code::Or(items) => write!(to, "|{};", items.len())?,
        Code::Compare(operator, _) => to.write_char(mark(&COMPARISONS, operator)?)?,
        Code::Arithmetic(operator, _) => to.write_char(mark(&ARITHMETIC, operator)?)?,
        Code::Test(operator, _) => write!(to, "T{}", mark(&COMPARISONS, operator)?)?,
        Code::Range { start_included, end_included, .. } => {
            to.write_str(if *start_included { "r[" } else { "r(" })?;
            to.write_char(if *end_included { ']' } else { ')' })?;
        }
        Code::Negate(_) => to.write_char('~')?,
        Code::Between(_) => to.write_char('B')?,
        Code::Fits(_) => to.write_char('f')?,
        Code::Let(_) => to.write_char(':')?,
        Code::Filter(_) => to.write_char('?')?,
        Code::If(_, boolean) => to.write_char(if *boolean { 'I' } else { 'i' })?,
        Code::Quantified { every, domains, .. } => {
            write!(to, "{}{};", if *every { 'e' } else { 'o' }, domains.len())?;
        }
        Code::Entry(_, name) => write!(to, ".{};{name}", name.len())?,
        Code::Builtin(row, arguments) => write!(to, "b{};{}{};", row.name.len(), row.name, arguments.len())?,
        // `lacking` has named them.
        _ => return Err(fmt::Error),
    }
    let mut result = Ok(());
    code.parts(&mut |part| result = result.and_then(|()| write(part, to)));
    result
}

fn mark<T: PartialEq>(marks: &[(char, T)], operator: &T) -> Result<char, fmt::Error> {
    marks.iter().find(|(_, known)| known == operator).map(|(mark, _)| *mark).ok_or(fmt::Error)
}

fn constant(value: &Value, to: &mut String) -> fmt::Result {
    match value {
        Value::Null => to.write_char('n'),
        Value::Boolean(true) => to.write_char('t'),
        Value::Boolean(false) => to.write_char('u'),
        Value::Number(number) => write!(to, "#{number};"),
        Value::String(text) => write!(to, "\"{};{text}", text.len()),
        Value::Date(date) => write!(to, "d{};", date.to_days()),
        Value::DaysDuration(duration) => {
            write!(to, "D{};", i64::try_from(duration.nanoseconds()).map_err(|_| fmt::Error)?)
        }
        Value::YearsDuration(duration) => write!(to, "M{};", duration.months()),
        Value::List(items) => {
            write!(to, "L{};", items.len())?;
            items.iter().try_for_each(|item| constant(item, to))
        }
        Value::Range(range) => bounds(range, to),
        // `lacking` has named them.
        _ => Err(fmt::Error),
    }
}

fn bounds(range: &Range, to: &mut String) -> fmt::Result {
    let marks = match (range.form, &range.start, &range.end) {
        (Form::Except, ..) => "T!",
        (Form::Test, Some(_), Some(_)) => "T=",
        (Form::Test, Some(_), None) if range.start_included => "T}",
        (Form::Test, Some(_), None) => "T>",
        (Form::Test, None, _) if range.end_included => "T{",
        (Form::Test, None, _) => "T<",
        (Form::Bounds, ..) => match (range.start_included, range.end_included) {
            (true, true) => "r[]",
            (true, false) => "r[)",
            (false, true) => "r(]",
            (false, false) => "r()",
        },
    };
    to.write_str(marks)?;
    let bounds = if range.form == Form::Bounds { 2 } else { 1 };
    range.bounds().take(bounds).try_for_each(|bound| constant(bound, to))
}
