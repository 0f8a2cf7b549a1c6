//! Writing a code in its text form.
use super::{ARITHMETIC, COMPARISONS, Code};
use crate::builtins::{self, Builtin};
use crate::value::Value;
use std::fmt::{self, Write};

/// The text of a code; nothing if it holds what the page has not.
pub(crate) fn encode(code: &Code) -> Option<String> {
    let mut text = String::new();
    write(code, &mut text).ok()?;
    Some(text)
}

fn write(code: &Code, to: &mut String) -> fmt::Result {
    match code {
        Code::Value(value) => return constant(value, to),
        Code::Slot(slot) => return write!(to, "s{};", slot.index()),
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
        Code::For { domains, partial, .. } => {
            write!(to, "{}{};", if *partial { 'P' } else { 'F' }, domains.len())?;
        }
        Code::Quantified { every, domains, .. } => {
            write!(to, "{}{};", if *every { 'e' } else { 'o' }, domains.len())?;
        }
        Code::Entry(_, name) => write!(to, ".{};{name}", name.len())?,
        Code::Builtin(row, arguments) => builtin(row, arguments.len(), to)?,
        Code::Context(_)
        | Code::InstanceOf(..)
        | Code::ItemEntry(..)
        | Code::Call { .. }
        | Code::Function(_) => {
            return Err(fmt::Error);
        }
    }
    let mut result = Ok(());
    code.parts(&mut |part| result = result.and_then(|()| write(part, to)));
    result
}

fn builtin(row: &'static Builtin, arguments: usize, to: &mut String) -> fmt::Result {
    builtins::on_page(row.name, arguments).filter(|known| std::ptr::eq(*known, row)).ok_or(fmt::Error)?;
    write!(to, "b{};{}{arguments};", row.name.len(), row.name)
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
        // Beyond 292 years a duration in seconds is none a rule needs.
        Value::DaysDuration(duration) => {
            write!(to, "D{};", i64::try_from(duration.nanoseconds()).map_err(|_| fmt::Error)?)
        }
        Value::YearsDuration(duration) => write!(to, "M{};", duration.months()),
        Value::List(items) => {
            write!(to, "L{};", items.len())?;
            items.iter().try_for_each(|item| constant(item, to))
        }
        Value::Unknown
        | Value::Time(_)
        | Value::DateTime(_)
        | Value::Context(_)
        | Value::Range(_)
        | Value::Function(_) => Err(fmt::Error),
    }
}
