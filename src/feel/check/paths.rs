//! Entries and properties, and filters.
use super::{Checker, Local};
use crate::code::Code;
use crate::diagnostic::Problem;
use crate::syntax::tree::{Expr, Name};
use crate::types::Type;

const DATE: [&str; 4] = ["year", "month", "day", "weekday"];
const DATE_TIME: [&str; 9] =
    ["year", "month", "day", "weekday", "hour", "minute", "second", "time offset", "timezone"];
const TIME: [&str; 5] = ["hour", "minute", "second", "time offset", "timezone"];
const DAYS: [&str; 4] = ["days", "hours", "minutes", "seconds"];
const YEARS: [&str; 2] = ["years", "months"];
const RANGE: [&str; 4] = ["start", "end", "start included", "end included"];

impl Checker<'_> {
    pub(super) fn path(&mut self, value: &Expr, name: &Name) -> (Code, Type) {
        let (code, ty) = self.check(value);
        let entry = entry_type(&ty, &name.text).unwrap_or_else(|declared| {
            // A missing name was complained about when the text was read.
            if !name.text.is_empty() {
                let declared = declared.into_iter().map(Box::from).collect();
                self.report(name.span, Problem::UnknownEntry { name: (&*name.text).into(), declared });
            }
            Type::Any
        });
        (Code::Entry(Box::new(code), name.text.clone()), entry)
    }

    pub(super) fn filter(&mut self, parts: &[Expr; 2]) -> (Code, Type) {
        let [list, condition] = parts;
        let (list, ty) = self.check(list);
        let item = item_type(&ty);
        self.locals.push(Local { name: "item".into(), ty: item.clone(), open: true, slot: None });
        let (condition_code, condition_type) = self.check(condition);
        self.locals.pop();
        let result = match &condition_type {
            Type::Number => item,
            Type::Boolean => Type::list(item),
            other => {
                self.expect(&Type::Boolean, other, condition.span);
                Type::Any
            }
        };
        (Code::Filter(Box::new([list, condition_code])), result)
    }
}

/// The type of what an iteration over a value of this type yields.
pub(super) fn item_type(ty: &Type) -> Type {
    match ty {
        Type::List(item) | Type::Range(item) => item.as_ref().clone(),
        other => other.clone(),
    }
}

/// The type of `value.name`, or the names there are.
fn entry_type<'t>(ty: &'t Type, name: &str) -> Result<Type, Vec<&'t str>> {
    let property = |names: &'static [&'static str]| match name {
        _ if !names.contains(&name) => Err(names.to_vec()),
        "time offset" => Ok(Type::DaysDuration),
        "timezone" => Ok(Type::String),
        "start included" | "end included" => Ok(Type::Boolean),
        _ => Ok(Type::Number),
    };
    match ty {
        Type::Any | Type::Null => Ok(Type::Any),
        Type::Context(entries) if entries.is_empty() => Ok(Type::Any),
        Type::Context(entries) => {
            ty.entry(name).cloned().ok_or_else(|| entries.iter().map(|(name, _)| &**name).collect())
        }
        Type::List(item) => entry_type(item, name).map(Type::list),
        Type::Date => property(&DATE),
        Type::DateTime => property(&DATE_TIME),
        Type::Time => property(&TIME),
        Type::DaysDuration => property(&DAYS),
        Type::YearsDuration => property(&YEARS),
        Type::Range(item) if name == "start" || name == "end" => Ok(item.as_ref().clone()),
        Type::Range(_) => property(&RANGE),
        Type::Boolean | Type::Number | Type::String | Type::Choice(_) | Type::Function(..) => Err(Vec::new()),
    }
}
