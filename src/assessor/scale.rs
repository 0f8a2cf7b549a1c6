//! Questions answered with a number or a day, as whole steps: people, cents, days. A condition
//! on such a question is cut at the steps where it changes.

use feel::{Date, Number, Rounding, Value};

use crate::definition::{Kind, Question, When};
use crate::input::Input;
use crate::sorted;

/// Days before and after the day of assessment that answers are taken from: more than a century.
const DAYS: i64 = 40_000;

/// Largest amounts where the question names none: a million people, a hundred billion yuan.
const PEOPLE: i64 = 1_000_000;
const CENTS: i64 = 10_000_000_000_000;

/// The steps of one question.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    unit: Unit,
    /// First step that is an answer.
    pub first: i64,
    /// Last step that is an answer.
    pub last: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Whole,
    Cent,
    Day,
}

impl Scale {
    /// The steps of a question; none if its answers are not steps.
    pub fn of(question: &Question, day: Date) -> Option<Self> {
        let today = day.to_days();
        let (unit, first, last) = match &question.kind {
            Kind::Integer { min, max, .. } => (Unit::Whole, min.unwrap_or(-PEOPLE), max.unwrap_or(PEOPLE)),
            Kind::Money { min, max } => {
                let cents = |yuan: i64| yuan.saturating_mul(100);
                (Unit::Cent, cents(min.unwrap_or(0)), max.map_or(CENTS, cents))
            }
            Kind::Date { when: When::Past } => (Unit::Day, today - DAYS, today),
            Kind::Date { when: When::Future } => (Unit::Day, today, today + DAYS),
            Kind::Date { when: When::Any } => (Unit::Day, today - DAYS, today + DAYS),
            Kind::Boolean | Kind::Choice { .. } | Kind::MultiChoice { .. } => return None,
        };
        Some(Self { unit, first, last })
    }

    /// The steps of both; none if they count different things or nothing is left.
    #[cfg(feature = "check")]
    pub fn common(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (self.unit == other.unit && first <= last).then_some(Self { unit: self.unit, first, last })
    }

    /// The answer at a step.
    pub fn input(self, step: i64) -> Input {
        Input::Text(match self.unit {
            Unit::Whole => step.to_string(),
            Unit::Cent if step % 100 == 0 => (step / 100).to_string(),
            Unit::Cent => format!("{}.{:02}", step / 100, step % 100),
            Unit::Day => Date::from_days(step).map(|date| date.to_string()).unwrap_or_default(),
        })
    }

    /// The step of an answer's value; none if it is none.
    pub fn step(self, value: &Value) -> Option<i64> {
        match (self.unit, value) {
            (Unit::Whole, Value::Number(number)) => number.to_i64(),
            (Unit::Cent, Value::Number(number)) => number.checked_mul(Number::from(100))?.to_i64(),
            (Unit::Day, Value::Date(date)) => Some(date.to_days()),
            _ => None,
        }
    }

    /// Steps at which expressions of these constants are likely to change, with their neighbours;
    /// where exactly they change is then searched for between them. `named`: days that expressions
    /// may name.
    pub fn seeds(self, constants: &[&Value], named: &[Date]) -> Vec<i64> {
        let mut found = vec![self.first, self.last];
        match self.unit {
            Unit::Day => {
                let days = constants.iter().filter_map(|value| match value {
                    Value::Date(date) => Some(*date),
                    _ => None,
                });
                for date in days.chain(named.iter().copied()) {
                    found.push(date.to_days());
                    found.extend(constants.iter().flat_map(|shift| shifted(date, shift)));
                }
            }
            Unit::Whole | Unit::Cent => {
                let size = Number::from(if self.unit == Unit::Cent { 100 } else { 1 });
                let numbers = constants.iter().filter_map(|value| match value {
                    Value::Number(number) => number.checked_mul(size)?.round(0, Rounding::Floor)?.to_i64(),
                    _ => None,
                });
                found.extend(numbers.chain([0]));
            }
        }
        let mut seeds = Vec::new();
        for step in found {
            for near in [step - 1, step, step + 1] {
                if (self.first..=self.last).contains(&near) {
                    sorted::insert(&mut seeds, near);
                }
            }
        }
        seeds
    }

    /// How far a step is from what people answer: near the day, near nothing.
    pub fn oddity(self, step: i64, day: Date) -> i64 {
        match self.unit {
            Unit::Day => (step - day.to_days()).abs(),
            Unit::Whole | Unit::Cent => step.abs(),
        }
    }
}

/// A day and a constant duration before and after it.
fn shifted(date: Date, shift: &Value) -> Vec<i64> {
    let dates = match shift {
        Value::YearsDuration(duration) => {
            [duration.months(), -duration.months()].map(|months| date.add_months(months))
        }
        Value::DaysDuration(duration) => {
            let days = i64::try_from(duration.nanoseconds() / 86_400_000_000_000).unwrap_or(0);
            [days, -days].map(|days| date.add_days(days))
        }
        Value::Number(number) => {
            let days = number.to_i64().unwrap_or(0);
            [days, -days].map(|days| date.add_days(days))
        }
        _ => return Vec::new(),
    };
    dates.into_iter().flatten().map(Date::to_days).collect()
}

/// Cuts the steps between seeds: one step for each stretch on which `what` is the same, and the
/// last step of each. Between neighbouring seeds it may change once.
pub fn cut<T: PartialEq>(seeds: &[i64], mut what: impl FnMut(i64) -> T) -> Vec<i64> {
    let mut steps = Vec::new();
    let mut before: Option<(i64, T)> = None;
    for &seed in seeds {
        let here = what(seed);
        if let Some((mut low, old)) = before.take() {
            let mut high = seed;
            if old != here {
                while high - low > 1 {
                    let middle = low + (high - low) / 2;
                    if what(middle) == old {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                sorted::insert(&mut steps, low);
                sorted::insert(&mut steps, high);
            }
        }
        sorted::insert(&mut steps, seed);
        before = Some((seed, here));
    }
    steps
}
