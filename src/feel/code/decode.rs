//! Reading a code's text form.
use super::{ARITHMETIC, COMPARISONS, Code};
use crate::builtins;
use crate::number::Number;
use crate::slots::Slot;
use crate::temporal::{Date, DaysDuration, YearsDuration};
use crate::value::Value;
use std::rc::Rc;
use std::str::FromStr;

/// Levels that a text may nest; what was encoded is flatter, because the parser bounds the height of
/// trees and each of their levels becomes at most two.
const MAX_DEPTH: u32 = 600;

/// The code that was encoded; nothing if the text is not one whole code.
pub(crate) fn decode(text: &str) -> Option<Code> {
    let mut reader = Reader { rest: text };
    let code = reader.code(MAX_DEPTH)?;
    reader.rest.is_empty().then_some(code)
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let mut rest = self.rest.chars();
        let next = rest.next()?;
        self.rest = rest.as_str();
        Some(next)
    }

    /// What stands before the next `;`, as a value.
    fn word<T: FromStr>(&mut self) -> Option<T> {
        let (word, rest) = self.rest.split_once(';')?;
        self.rest = rest;
        word.parse().ok()
    }

    /// A text: how many bytes it has, and those.
    fn text(&mut self) -> Option<&str> {
        let length: usize = self.word()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(text)
    }

    fn codes(&mut self, depth: u32) -> Option<Box<[Code]>> {
        let count: u16 = self.word()?;
        (0..count).map(|_| self.code(depth)).collect()
    }

    fn pair(&mut self, depth: u32) -> Option<Box<[Code; 2]>> {
        Some(Box::new([self.code(depth)?, self.code(depth)?]))
    }

    fn three(&mut self, depth: u32) -> Option<Box<[Code; 3]>> {
        Some(Box::new([self.code(depth)?, self.code(depth)?, self.code(depth)?]))
    }

    fn one(&mut self, depth: u32) -> Option<Box<Code>> {
        self.code(depth).map(Box::new)
    }

    fn code(&mut self, depth: u32) -> Option<Code> {
        let depth = depth.checked_sub(1)?;
        let mark = self.take()?;
        if let Some(operator) = of(&COMPARISONS, mark) {
            return Some(Code::compare(operator, self.code(depth)?, self.code(depth)?));
        }
        if let Some(operator) = of(&ARITHMETIC, mark) {
            return Some(Code::Arithmetic(operator, self.pair(depth)?));
        }
        Some(match mark {
            's' => Code::Slot(Slot::at(self.word()?)),
            'l' => Code::Local(self.word()?),
            '&' => Code::And(self.codes(depth)?),
            '|' => Code::Or(self.codes(depth)?),
            'b' => {
                let name: Rc<str> = self.text()?.into();
                let arguments = self.codes(depth)?;
                Code::Builtin(builtins::on_page(&name, arguments.len())?, arguments)
            }
            'L' => list(self.codes(depth)?),
            'f' => Code::Fits(self.pair(depth)?),
            ':' => Code::Let(self.pair(depth)?),
            '~' => Code::Negate(self.one(depth)?),
            'B' => Code::Between(self.three(depth)?),
            'i' => Code::If(self.three(depth)?, false),
            'I' => Code::If(self.three(depth)?, true),
            'T' => {
                let operator = of(&COMPARISONS, self.take()?)?;
                Code::Test(operator, self.one(depth)?)
            }
            'r' => {
                let start_included = self.take()? == '[';
                let end_included = self.take()? == ']';
                Code::Range { bounds: self.pair(depth)?, start_included, end_included }
            }
            'e' => Code::Quantified { every: true, domains: self.codes(depth)?, body: self.one(depth)? },
            'o' => Code::Quantified { every: false, domains: self.codes(depth)?, body: self.one(depth)? },
            '?' => Code::Filter(self.pair(depth)?),
            '.' => {
                let name = self.text()?.into();
                Code::Entry(self.one(depth)?, name)
            }
            _ => Code::Value(self.value(mark)?),
        })
    }

    fn value(&mut self, mark: char) -> Option<Value> {
        Some(match mark {
            'n' => Value::Null,
            't' => Value::Boolean(true),
            'u' => Value::Boolean(false),
            '#' => self.word::<Number>()?.into(),
            '"' => Value::string(self.text()?),
            'd' => Date::from_days(self.word()?)?.into(),
            'D' => DaysDuration::from_nanoseconds(self.word::<i64>()?.into()).into(),
            'M' => YearsDuration::from_months(self.word()?).into(),
            _ => return None,
        })
    }
}

/// The operator of a mark.
fn of<T: Copy>(marks: &[(char, T)], mark: char) -> Option<T> {
    marks.iter().find(|(known, _)| *known == mark).map(|(_, operator)| *operator)
}

/// A list of constants is a constant.
fn list(items: Box<[Code]>) -> Code {
    let constant = |item: &Code| if let Code::Value(value) = item { Some(value.clone()) } else { None };
    match items.iter().map(constant).collect::<Option<Rc<[Value]>>>() {
        Some(values) => Code::Value(Value::List(values)),
        None => Code::List(items),
    }
}
