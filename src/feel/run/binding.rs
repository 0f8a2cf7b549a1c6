//! Forms that bind names: `for`, `some`, `every`, filters.
use super::Machine;
use crate::code::Code;
use crate::ops::Verdict;
use crate::temporal::Date;
use crate::value::{Form, Range, Value};
use std::rc::Rc;

/// What goes through the domains of an iteration; `None` goes on, `Some` ends it.
type Visit<'f> = &'f mut dyn FnMut(&mut Machine<'_>) -> Option<Value>;

impl Machine<'_> {
    /// Runs `visit` once for every combination of items, each bound in order. Ends early with
    /// what `visit` gives, or with null or unknown where a domain is no list.
    pub(super) fn each(&mut self, domains: &[Code], visit: Visit<'_>) -> Option<Value> {
        let Some((domain, inner)) = domains.split_first() else { return visit(self) };
        let domain = self.run(domain);
        let mut items = match Items::of(&domain) {
            Ok(items) => items,
            Err(value) => return Some(value),
        };
        while let Some(item) = items.next() {
            if !self.spend(1) {
                return Some(Value::Null);
            }
            self.locals.push(item);
            let end = self.each(inner, visit);
            self.locals.pop();
            if end.is_some() {
                return end;
            }
        }
        None
    }

    /// `some` and `every` (10.3.2.15): a disjunction or conjunction over the combinations.
    pub(super) fn quantify(&mut self, every: bool, domains: &[Code], body: &Code) -> Value {
        let mut verdict = Verdict::new(!every);
        let end = self.each(domains, &mut |machine| {
            let operand = machine.run(body);
            verdict.add(&operand)
        });
        match end {
            Some(settled @ Value::Boolean(_)) => settled,
            // A domain that is no list counts as an operand that is null or unknown.
            Some(domain) => verdict.add(&domain).unwrap_or_else(|| verdict.end()),
            None => verdict.end(),
        }
    }

    /// `list[condition]` (10.3.2.5): by place if the condition is a number, else the items for
    /// which it is true. What is no list counts as a list of one; of null there is nothing to keep
    /// (table 68: "not a list and not null").
    pub(super) fn filter(&mut self, list: &Value, condition: &Code) -> Value {
        let single = [list.clone()];
        let items: &[Value] = match list {
            Value::Unknown => return Value::Unknown,
            Value::List(items) => items,
            Value::Null => return Value::Null,
            _ => &single,
        };
        let mut kept = Vec::new();
        let mut unknown = false;
        // An empty list still decides between a place and a condition.
        if items.is_empty() {
            return match self.bind(Value::Null, |machine| machine.run(condition)) {
                Value::Number(_) => Value::Null,
                Value::Unknown => Value::Unknown,
                _ => Value::list(kept),
            };
        }
        for item in items {
            if !self.spend(1) {
                return Value::Null;
            }
            match self.bind(item.clone(), |machine| machine.run(condition)) {
                // An earlier unknown may turn out to be another place.
                Value::Number(_) if unknown => return Value::Unknown,
                Value::Number(place) => return at(items, place.to_i64()),
                Value::Boolean(true) => kept.push(item.clone()),
                Value::Boolean(false) | Value::Null => {}
                // Not a condition: an error, unless an earlier unknown turns out to be a place.
                other if !other.is_unknown() && !unknown => return Value::Null,
                _ => unknown = true,
            }
        }
        if unknown { Value::Unknown } else { Value::list(kept) }
    }
}

/// The item at a place counted from 1, or from the end if negative.
fn at(items: &[Value], place: Option<i64>) -> Value {
    let index = match place {
        Some(place) if place > 0 => usize::try_from(place - 1).ok(),
        Some(place) if place < 0 => {
            usize::try_from(place.unsigned_abs()).ok().and_then(|back| items.len().checked_sub(back))
        }
        _ => None,
    };
    index.and_then(|index| items.get(index)).cloned().into()
}

/// The items an iteration goes through: of a list, or of a range of whole numbers or dates.
pub(super) enum Items {
    /// The items and the place of the next.
    List(Rc<[Value]>, usize),
    /// Next, last, whether downwards, and what makes a value of it.
    Steps(Option<i64>, i64, fn(i64) -> Value),
}

impl Items {
    pub fn of(domain: &Value) -> Result<Items, Value> {
        match domain {
            Value::Unknown => Err(Value::Unknown),
            Value::List(items) => Ok(Items::List(items.clone(), 0)),
            Value::Range(range) => Items::steps(range),
            Value::Null => Err(Value::Null),
            single => Ok(Items::List(Rc::new([single.clone()]), 0)),
        }
    }

    fn steps(range: &Range) -> Result<Items, Value> {
        if range.form == Form::Except {
            return Err(Value::Null);
        }
        let (first, last, value): (_, _, fn(i64) -> Value) = match (&range.start, &range.end) {
            (Some(Value::Number(start)), Some(Value::Number(end))) => {
                (start.to_i64(), end.to_i64(), Value::from)
            }
            (Some(Value::Date(start)), Some(Value::Date(end))) => {
                (Some(start.to_days()), Some(end.to_days()), |days| Date::from_days(days).into())
            }
            _ => return Err(Value::Null),
        };
        let (Some(mut first), Some(mut last)) = (first, last) else { return Err(Value::Null) };
        let step = if first <= last { 1 } else { -1 };
        first += if range.start_included { 0 } else { step };
        last -= if range.end_included { 0 } else { step };
        let empty = (last - first) * step < 0;
        Ok(Items::Steps((!empty).then_some(first), last, value))
    }

    pub fn next(&mut self) -> Option<Value> {
        match self {
            Items::List(items, next) => {
                *next += 1;
                items.get(*next - 1).cloned()
            }
            Items::Steps(next, last, value) => {
                let now = (*next)?;
                *next = match now.cmp(last) {
                    std::cmp::Ordering::Less => Some(now + 1),
                    std::cmp::Ordering::Greater => Some(now - 1),
                    std::cmp::Ordering::Equal => None,
                };
                Some(value(now))
            }
        }
    }
}
