//! Parts of conditions as sentences about the owner's answers: 用工人数是8人，不少于5人.
//!
//! A sentence says what is the case, whether that is what the condition wants or not; so it stays
//! right under a negation. What is not known is said to be so, and what does not apply too.

use feel::{Atom, Compare, Shape, Slot, Term, Value};

use crate::definition::Question;
use crate::facts::{Facts, QuestionState};
use crate::rulebook::Rulebook;
use crate::words;

/// What sentences are about.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    pub rulebook: &'a Rulebook,
    pub facts: &'a Facts,
}

impl<'a> Speaker<'a> {
    /// What is the case with a part of a condition whose value is given.
    pub fn sentence(self, atom: Atom<'_>, value: &Value) -> String {
        let mut slots = atom.slots().into_iter();
        if let Some(slot) = slots.find(|slot| self.state(*slot) == Some(QuestionState::NotApplicable)) {
            return format!("{}不涉及", self.name(slot));
        }
        if atom.slots().is_empty() {
            return if *value == Value::Boolean(true) { "总是如此" } else { "从不如此" }.into();
        }
        if is_never(atom) {
            return "这种情形不算".into();
        }
        let unknown = value.is_unknown();
        let holds = *value == Value::Boolean(true);
        match atom.shape() {
            Shape::Truth(slot) => self.plain(slot),
            Shape::Compare(slot, Compare::Equal | Compare::NotEqual, Value::Boolean(_)) => self.plain(slot),
            Shape::Compare(slot, Compare::Equal, one) => self.one_of(slot, &[one], holds),
            Shape::Compare(slot, Compare::NotEqual, one) => self.one_of(slot, &[one], !holds),
            Shape::OneOf(slot, values) => self.one_of(slot, &values.iter().collect::<Vec<_>>(), holds),
            Shape::Has(slot, one) => self.has(slot, std::slice::from_ref(one)),
            Shape::AnyOf(slot, values) => self.has(slot, values),
            Shape::Count(slot, operator, bound) => self.count(slot, operator, bound, holds),
            Shape::Compare(slot, operator, bound) => {
                let relation = relation(if holds || unknown { operator } else { operator.opposite() }, bound);
                self.about(slot, &format!("{relation}{}", self.said(Some(slot), bound)))
            }
            Shape::Between(slot, low, high) => {
                let not = if holds || unknown { "" } else { "不" };
                self.about(
                    slot,
                    &format!("{not}在{}到{}之间", self.said(Some(slot), low), self.said(Some(slot), high)),
                )
            }
            Shape::Terms(left, operator, right) => self.terms(&left, operator, &right, value),
            Shape::Other => {
                let names: Vec<&str> = atom.slots().into_iter().map(|slot| self.name(slot)).collect();
                let fits = if unknown {
                    "还不知道合不合"
                } else if holds {
                    "合"
                } else {
                    "不合"
                };
                format!("{}{fits}条件", names.join("、"))
            }
        }
    }

    fn question(self, slot: Slot) -> Option<&'a Question> {
        self.rulebook.question_at(Rulebook::question_of(slot)?)
    }

    fn name(self, slot: Slot) -> &'a str {
        match self.question(slot) {
            Some(question) => &question.name,
            None if slot.index() == 0 => "今天",
            None => "上个工作日",
        }
    }

    fn state(self, slot: Slot) -> Option<QuestionState> {
        Rulebook::question_of(slot).map(|number| self.facts.state(number))
    }

    fn value(self, slot: Slot) -> &'a Value {
        self.facts.env.get(slot.index()).unwrap_or(&Value::Unknown)
    }

    /// A value in words, what was chosen in quotes.
    fn said(self, slot: Option<Slot>, value: &Value) -> String {
        match (value, slot.and_then(|slot| self.question(slot))) {
            (Value::String(text), _) => format!("“{text}”"),
            (Value::List(items), _) if !items.is_empty() => self.listed(items, "、"),
            (Value::Date(day), _) => words::date(*day),
            (Value::YearsDuration(length), _) => months(length.months()),
            (Value::DaysDuration(length), _) => format!("{}天", length.nanoseconds() / 86_400_000_000_000),
            (value, Some(question)) => words::answer(question, value),
            (Value::Number(number), None) => number.to_string(),
            (_, None) => "不清楚".into(),
        }
    }

    fn listed(self, values: &[Value], between: &str) -> String {
        let mut listed = String::new();
        for (at, value) in values.iter().enumerate() {
            listed += if at == 0 { "" } else { between };
            listed += &self.said(None, value);
        }
        listed
    }

    /// What was answered, and no more.
    fn plain(self, slot: Slot) -> String {
        match self.value(slot) {
            Value::Unknown => format!("还不知道{}：是还是否", self.name(slot)),
            value => format!("{}：{}", self.name(slot), self.said(Some(slot), value)),
        }
    }

    /// What was answered and how it stands to something; or that this is not known.
    fn about(self, slot: Slot, relation: &str) -> String {
        match self.value(slot) {
            Value::Unknown => format!("还不知道{}是不是{relation}", self.name(slot)),
            value => format!("{}是{}，{relation}", self.name(slot), self.said(Some(slot), value)),
        }
    }

    fn one_of(self, slot: Slot, values: &[&Value], is: bool) -> String {
        let said: Vec<String> = values.iter().map(|value| self.said(Some(slot), value)).collect();
        let (name, said) = (self.name(slot), said.join("或"));
        match self.value(slot) {
            Value::Unknown => format!("还不知道{name}是不是{said}"),
            value if is => format!("{name}是{}", self.said(Some(slot), value)),
            value => format!("{name}是{}，不是{said}", self.said(Some(slot), value)),
        }
    }

    fn has(self, slot: Slot, values: &[Value]) -> String {
        let name = self.name(slot);
        let Value::List(chosen) = self.value(slot) else {
            return format!("还不知道{name}里有没有{}", self.listed(values, "或"));
        };
        let mut found = values.to_vec();
        found.retain(|value| chosen.contains(value));
        match found.is_empty() {
            true => format!("{name}里没有{}", self.listed(values, "或")),
            false => format!("{name}里有{}", self.listed(&found, "、")),
        }
    }

    fn count(self, slot: Slot, operator: Compare, bound: &Value, holds: bool) -> String {
        let name = self.name(slot);
        let Value::List(chosen) = self.value(slot) else { return format!("还不知道{name}有几项") };
        let relation = relation(if holds { operator } else { operator.opposite() }, bound);
        match chosen.len() {
            0 => format!("{name}一项也没有"),
            _ if *bound == Value::from(0) => format!("{name}里有{}", self.listed(chosen, "、")),
            count => format!("{name}有{count}项，{relation}{}项", self.said(None, bound)),
        }
    }

    fn terms(self, left: &Term<'_>, operator: Compare, right: &Term<'_>, value: &Value) -> String {
        let known = !value.is_unknown();
        let holds = *value == Value::Boolean(true);
        let (left_value, right_value) = (left.eval(&self.facts.env), right.eval(&self.facts.env));
        let relation = relation(if holds || !known { operator } else { operator.opposite() }, &right_value);
        let right = match right {
            Term::Value(value) => self.said(None, value),
            term if right_value.is_unknown() => self.term(term),
            term => format!("{}（{}）", self.term(term), self.said(None, &right_value)),
        };
        let left_said = self.said(None, &left_value);
        match known {
            true => format!("{}是{left_said}，{relation}{right}", self.term(left)),
            false => format!("还不知道{}是不是{relation}{right}", self.term(left)),
        }
    }

    /// A term in words.
    fn term(self, term: &Term<'_>) -> String {
        match term {
            Term::Slot(slot) => self.name(*slot).into(),
            Term::Value(value) => self.said(None, value),
            Term::Plus(start, value) => {
                let plus = if matches!(value, Value::Number(_)) { "加" } else { "后" };
                format!("{}{plus}{}", self.term(start), self.said(None, value))
            }
            Term::Minus(start, value) => {
                let minus = if matches!(value, Value::Number(_)) { "减" } else { "前" };
                format!("{}{minus}{}", self.term(start), self.said(None, value))
            }
        }
    }
}

/// Whether a part is never true, whatever is answered: what a decision without a value comes to.
pub(crate) fn is_never(atom: Atom<'_>) -> bool {
    let null = Term::Value(&Value::Null);
    let ordered = |operator| !matches!(operator, Compare::Equal | Compare::NotEqual);
    match atom.shape() {
        Shape::Compare(_, operator, Value::Null) => ordered(operator),
        Shape::Terms(left, operator, right) => ordered(operator) && (left == null || right == null),
        _ => atom.slots().is_empty() && atom.eval(&[]) != Value::Boolean(true),
    }
}

/// A comparison in words: of days with a day, of anything else with a number.
fn relation(operator: Compare, bound: &Value) -> &'static str {
    let day = matches!(bound, Value::Date(_));
    match operator {
        Compare::Equal => "等于",
        Compare::NotEqual => "不等于",
        Compare::Less if day => "早于",
        Compare::LessOrEqual if day => "不晚于",
        Compare::Greater if day => "晚于",
        Compare::GreaterOrEqual if day => "不早于",
        Compare::Less => "少于",
        Compare::LessOrEqual => "不超过",
        Compare::Greater => "超过",
        Compare::GreaterOrEqual => "不少于",
    }
}

/// `2年6个月`
fn months(months: i64) -> String {
    let years = match months / 12 {
        0 => String::new(),
        years => format!("{years}年"),
    };
    match months % 12 {
        0 if months != 0 => years,
        rest => format!("{years}{rest}个月"),
    }
}
