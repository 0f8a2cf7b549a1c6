//! What the rows of a decision table that hit come to, by hit policy (DMN 1.5, 8.2.8).
use super::Checker;
use super::apart::apart;
use super::cases::{case, compared};
use super::decision::{Complain, Row};
use crate::builtins;
use crate::code::Code;
use crate::decision::{Aggregation, Cell, HitPolicy};
use crate::diagnostic::{Problem, Span};
use crate::operator::Compare;
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

impl Checker<'_> {
    /// What the rows that hit come to.
    pub(super) fn result(
        &mut self,
        policy: HitPolicy,
        rows: &[&Row],
        otherwise: Code,
        complain: Complain<'_>,
    ) -> Code {
        match policy {
            HitPolicy::First | HitPolicy::Priority => {
                rows.iter().rev().fold(otherwise, |rest, row| case(part(&row.hits), part(&row.gives), rest))
            }
            HitPolicy::Unique | HitPolicy::Any => {
                let mut later = rows.len();
                rows.iter().rev().fold(otherwise, |rest, row| {
                    let gives = alone(policy, row, rows.get(later..).unwrap_or_default());
                    later -= 1;
                    case(part(&row.hits), gives, rest)
                })
            }
            HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Collect(_) => {
                let collected = collected(policy, rows);
                if !self.scope.is_extended()
                    && let Code::Builtin(row, _) = &collected
                    && row.name != "sum"
                {
                    let problem = Problem::NotOnPage { name: sign(policy).into() };
                    self.cell(Cell::Policy, complain, |checker| checker.unresolved(Span::default(), problem));
                }
                case(disjunction(rows.iter().map(|row| part(&row.hits)).collect()), collected, otherwise)
            }
        }
    }
}

/// What a row gives if none of the later rows contradicts it, else null.
fn alone(policy: HitPolicy, row: &Row, later: &[&Row]) -> Code {
    let overlapping = later.iter().filter(|other| !apart(&row.hits, &other.hits));
    let contradicting = overlapping.filter_map(|other| {
        if policy == HitPolicy::Unique {
            return Some(part(&other.hits));
        }
        match compared(Compare::NotEqual, part(&row.gives), part(&other.gives)) {
            Code::Value(Value::Boolean(false)) => None,
            Code::Value(_) => Some(part(&other.hits)),
            differs => Some(Code::And([part(&other.hits), differs].into())),
        }
    });
    case(disjunction(contradicting.collect()), Code::Value(Value::Null), part(&row.gives))
}

/// What is made of all rows that hit.
fn collected(policy: HitPolicy, rows: &[&Row]) -> Code {
    let zero = || Code::Value(0.into());
    let each = |of: &dyn Fn(&Row) -> [Code; 2]| {
        let cases = rows.iter().map(|row| {
            let [then, otherwise] = of(row);
            case(part(&row.hits), then, otherwise)
        });
        cases.collect::<Box<[Code]>>()
    };
    let lists = || {
        let listed = each(&|row| [Code::List([part(&row.gives)].into()), Code::List([].into())]);
        call("concatenate", [Code::List(listed)].into())
    };
    match policy {
        HitPolicy::Collect(Some(Aggregation::Sum)) => {
            call("sum", [Code::List(each(&|row| [part(&row.gives), zero()]))].into())
        }
        HitPolicy::Collect(Some(Aggregation::Count)) => {
            call("sum", [Code::List(each(&|_| [Code::Value(1.into()), zero()]))].into())
        }
        HitPolicy::Collect(Some(Aggregation::Min)) => call("min", [lists()].into()),
        HitPolicy::Collect(Some(Aggregation::Max)) => call("max", [lists()].into()),
        _ => lists(),
    }
}

/// Whether the order of the output values counts.
pub(super) fn is_ranked(policy: HitPolicy) -> bool {
    matches!(policy, HitPolicy::Priority | HitPolicy::OutputOrder)
}

fn call(name: &str, arguments: Box<[Code]>) -> Code {
    builtins::rows(name).next().map_or(Code::Value(Value::Null), |row| Code::Builtin(row, arguments))
}

/// How a hit policy is written (8.2.8).
fn sign(policy: HitPolicy) -> &'static str {
    match policy {
        HitPolicy::Unique => "U",
        HitPolicy::Any => "A",
        HitPolicy::Priority => "P",
        HitPolicy::First => "F",
        HitPolicy::RuleOrder => "R",
        HitPolicy::OutputOrder => "O",
        HitPolicy::Collect(None) => "C",
        HitPolicy::Collect(Some(Aggregation::Sum)) => "C+",
        HitPolicy::Collect(Some(Aggregation::Min)) => "C<",
        HitPolicy::Collect(Some(Aggregation::Max)) => "C>",
        HitPolicy::Collect(Some(Aggregation::Count)) => "C#",
    }
}

/// The type of the result, of those that the rows give: texts that are all constant make a choice.
pub(super) fn result_type(policy: HitPolicy, types: Vec<Type>) -> Type {
    let mut choices: Vec<&str> = Vec::new();
    for option in types.iter().flat_map(Type::options) {
        if !choices.contains(&&**option) {
            choices.push(option);
        }
    }
    let given = types.iter().filter(|ty| **ty != Type::Null);
    let one = if !choices.is_empty() && given.into_iter().all(|ty| matches!(ty, Type::Choice(_))) {
        Type::choice(choices)
    } else {
        Type::join(types)
    };
    match policy {
        HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Collect(None) => Type::list(one),
        HitPolicy::Collect(Some(Aggregation::Sum | Aggregation::Count)) => Type::Number,
        _ => one,
    }
}

/// A code that stands in several places.
fn part(code: &Rc<Code>) -> Code {
    match &**code {
        Code::Value(value) => Code::Value(value.clone()),
        _ => Code::Shared(code.clone()),
    }
}

fn disjunction(mut parts: Vec<Code>) -> Code {
    match parts.len() {
        0 => Code::Value(Value::Boolean(false)),
        1 => parts.pop().unwrap_or(Code::Value(Value::Null)),
        _ => Code::Or(parts.into()),
    }
}
