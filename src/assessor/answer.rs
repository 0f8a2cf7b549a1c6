//! Answers: what the owner put in, checked against the question it answers.
//!
//! [`accept`] is the only way an [`Input`] becomes an answer; a refusal is a sentence the owner
//! understands and changes nothing. Answers of questions that stopped being applicable are kept
//! (going back must not lose them) but they take no part in any evaluation.

use std::fmt;

use feel::{Date, Number, Value};

use crate::definition::{Choice, Kind, Question, When};
use crate::input::Input;

/// Why an input was refused. [`fmt::Display`] gives the sentence for the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerError {
    /// No question has this id.
    UnknownQuestion,
    /// 不清楚 makes no sense here.
    MustBeKnown,
    /// The input has the wrong shape; the sentence says what is expected.
    WrongKind(&'static str),
    /// Not among the options, whose ids follow.
    UnknownOption(String, Vec<String>),
    /// Not a number that can be read.
    NotANumber(String),
    /// A whole number was expected.
    NotWhole,
    /// More than two decimals of 元.
    TooPrecise,
    /// Below the smallest accepted value.
    TooSmall(i64),
    /// Above the largest accepted value.
    TooLarge(i64),
    /// Not a date that exists.
    NotADate(String),
    /// A date after the day of assessment where a past one was asked.
    InTheFuture,
    /// A date before the day of assessment where a future one was asked.
    InThePast,
}

impl AnswerError {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownQuestion => "A001",
            Self::MustBeKnown => "A002",
            Self::WrongKind(_) => "A003",
            Self::UnknownOption(..) => "A004",
            Self::NotANumber(_) => "A005",
            Self::NotWhole => "A006",
            Self::TooPrecise => "A007",
            Self::TooSmall(_) => "A008",
            Self::TooLarge(_) => "A009",
            Self::NotADate(_) => "A010",
            Self::InTheFuture => "A011",
            Self::InThePast => "A012",
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownQuestion => write!(f, "没有这个问题"),
            Self::MustBeKnown => write!(f, "这一题请选一个答案，不能答“不清楚”"),
            Self::WrongKind(expected) => write!(f, "这一题要填{expected}"),
            Self::UnknownOption(given, ids) => {
                write!(f, "没有“{given}”这个选项，可以选：{}", ids.join("、"))
            }
            Self::NotANumber(given) => write!(f, "“{given}”不是数字，请只填数字，例如 12 或 3500.50"),
            Self::NotWhole => write!(f, "请填整数，不带小数"),
            Self::TooPrecise => write!(f, "金额最多两位小数（精确到分）"),
            Self::TooSmall(min) => write!(f, "不能小于 {min}"),
            Self::TooLarge(max) => write!(f, "不能大于 {max}"),
            Self::NotADate(given) => write!(f, "“{given}”不是有效日期，请按 2026-03-05 这样填"),
            Self::InTheFuture => write!(f, "这个日期应当在今天或今天以前"),
            Self::InThePast => write!(f, "这个日期应当在今天或今天以后"),
        }
    }
}

/// Checks an input against its question on the day of assessment and gives its FEEL value.
/// 不清楚 gives [`Value::Unknown`].
pub fn accept(question: &Question, input: &Input, on: Date) -> Result<Value, AnswerError> {
    match (&question.kind, input) {
        (_, Input::Unknown) if question.may_be_unknown => Ok(Value::Unknown),
        (_, Input::Unknown) => Err(AnswerError::MustBeKnown),
        (Kind::Boolean, Input::Boolean(answer)) => Ok(Value::Boolean(*answer)),
        (Kind::Boolean, _) => Err(AnswerError::WrongKind("“是”或“否”（true 或 false）")),
        (Kind::Choice { options }, Input::Text(id)) => label(options, id).map(Value::string),
        (Kind::Choice { .. }, _) => Err(AnswerError::WrongKind("一个选项")),
        (Kind::MultiChoice { options }, Input::List(ids)) => many(options, ids),
        (Kind::MultiChoice { .. }, _) => Err(AnswerError::WrongKind("选项的列表")),
        (Kind::Integer { min, max, .. }, Input::Text(text)) => {
            let number = number(text)?;
            let whole = number.to_i64().ok_or(AnswerError::NotWhole)?;
            within(whole, number, *min, *max)
        }
        (Kind::Integer { .. }, _) => Err(AnswerError::WrongKind("整数")),
        (Kind::Money { min, max }, Input::Text(text)) => money(text, *min, *max),
        (Kind::Money { .. }, _) => Err(AnswerError::WrongKind("金额（元）")),
        (Kind::Date { when }, Input::Text(text)) => date(text, *when, on),
        (Kind::Date { .. }, _) => Err(AnswerError::WrongKind("日期")),
    }
}

fn label<'a>(options: &'a [Choice], id: &str) -> Result<&'a str, AnswerError> {
    let found = options.iter().find(|option| option.id == id);
    found.map(|option| option.label.as_str()).ok_or_else(|| unknown_option(options, id))
}

fn unknown_option(options: &[Choice], given: &str) -> AnswerError {
    AnswerError::UnknownOption(given.into(), options.iter().map(|option| option.id.clone()).collect())
}

/// The labels in the order of the options, whatever the order of the ids: the same choice gives
/// the same value. Ids named twice count once.
fn many(options: &[Choice], ids: &[String]) -> Result<Value, AnswerError> {
    for id in ids {
        label(options, id)?;
    }
    let chosen = options.iter().filter(|option| ids.contains(&option.id));
    Ok(Value::list(chosen.map(|option| Value::string(&option.label)).collect()))
}

fn number(text: &str) -> Result<Number, AnswerError> {
    text.parse().map_err(|_| AnswerError::NotANumber(text.into()))
}

/// Checks an answer given as a whole number and gives its FEEL value: 1 or 0 for 是否, the position
/// of an option, a bit for every option chosen (the first is the lowest), the number itself, 分, or
/// days since 1970-01-01. `values` are those of the question's options.
pub(crate) fn accept_coded(
    question: &Question,
    values: &[Value],
    code: i64,
    on: Date,
) -> Result<Value, AnswerError> {
    match &question.kind {
        Kind::Boolean if code == 0 || code == 1 => Ok(Value::Boolean(code == 1)),
        Kind::Boolean => Err(AnswerError::WrongKind("“是”或“否”（1 或 0）")),
        Kind::Choice { options } => {
            let chosen = usize::try_from(code).ok().and_then(|at| values.get(at)).cloned();
            chosen.ok_or_else(|| unknown_option(options, &code.to_string()))
        }
        Kind::MultiChoice { options } => {
            let beyond = options.len() < 64 && code >> options.len() != 0;
            if code < 0 || beyond {
                return Err(unknown_option(options, &code.to_string()));
            }
            let chosen = values.iter().enumerate().filter(|(at, _)| *at < 63 && code >> at & 1 == 1);
            Ok(Value::list(chosen.map(|(_, value)| value.clone()).collect()))
        }
        Kind::Integer { min, max, .. } => within(code, Number::from(code), *min, *max),
        Kind::Money { min, max } => {
            let amount = Number::from(code).checked_div(Number::from(100)).unwrap_or(Number::ZERO);
            amount_within(amount, *min, *max)
        }
        Kind::Date { when } => {
            let date = Date::from_days(code).ok_or_else(|| AnswerError::NotADate(code.to_string()))?;
            day_within(date, *when, on)
        }
    }
}

fn within(whole: i64, number: Number, min: Option<i64>, max: Option<i64>) -> Result<Value, AnswerError> {
    match (min, max) {
        (Some(min), _) if whole < min => Err(AnswerError::TooSmall(min)),
        (_, Some(max)) if whole > max => Err(AnswerError::TooLarge(max)),
        _ => Ok(Value::Number(number)),
    }
}

fn money(text: &str, min: Option<i64>, max: Option<i64>) -> Result<Value, AnswerError> {
    let amount = number(text)?;
    if text.split_once('.').is_some_and(|(_, decimals)| decimals.trim_end_matches('0').len() > 2) {
        return Err(AnswerError::TooPrecise);
    }
    amount_within(amount, min, max)
}

/// An amount of money is never below 0.
fn amount_within(amount: Number, min: Option<i64>, max: Option<i64>) -> Result<Value, AnswerError> {
    let min = min.unwrap_or(0);
    match max {
        _ if amount < Number::from(min) => Err(AnswerError::TooSmall(min)),
        Some(max) if amount > Number::from(max) => Err(AnswerError::TooLarge(max)),
        _ => Ok(Value::Number(amount)),
    }
}

fn date(text: &str, when: When, on: Date) -> Result<Value, AnswerError> {
    day_within(text.parse().map_err(|_| AnswerError::NotADate(text.into()))?, when, on)
}

fn day_within(date: Date, when: When, on: Date) -> Result<Value, AnswerError> {
    match when {
        When::Past if date > on => Err(AnswerError::InTheFuture),
        When::Future if date < on => Err(AnswerError::InThePast),
        _ => Ok(Value::Date(date)),
    }
}
