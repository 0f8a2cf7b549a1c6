//! A question: what the owner reads, what kind of answer it takes, and when it is asked.

use serde::Serialize;

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// ASCII slug, unique in the rulebook; the key of answers.
    pub id: String,
    /// Name in FEEL texts, unique in the rulebook.
    pub name: String,
    /// What the owner reads.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// Terms explained on the spot.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// FEEL condition under which it is asked; absent = always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Whether 不清楚 is an answer.
    pub may_be_unknown: bool,
    /// The author's word on when it is asked: higher before lower, whatever it is worth; absent = 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
    /// Whether it asks for a fact that nothing the owner does can change: what has happened, what
    /// kind of business it is.
    #[serde(skip_serializing_if = "is_not")]
    pub fixed: bool,
    /// Of a choice: ids of the options that one can come to choose, or to drop where several may be
    /// chosen; empty = all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reachable: Vec<String>,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// The term as the question uses it.
    pub term: String,
    /// Its meaning in plain words.
    pub meaning: String,
}

/// The kinds of question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 是否
    Boolean,
    /// 单选
    Choice {
        /// At least two options, exhaustive and exclusive.
        options: Vec<Choice>,
    },
    /// 多选; the screen adds 以上都没有, which is the empty list.
    MultiChoice {
        /// At least two options.
        options: Vec<Choice>,
    },
    /// 整数
    Integer {
        /// Unit, such as 人.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// Smallest accepted value.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Largest accepted value.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// 金额, in 元 with at most two decimals.
    Money {
        /// Smallest accepted value in 元; never below 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// Largest accepted value in 元.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
    },
    /// 日期
    Date {
        /// Whether it lies before or after the day of assessment.
        when: When,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// ASCII slug, unique in the question; the value in answers.
    pub id: String,
    /// What the owner reads, and the string in FEEL texts.
    pub label: String,
}

/// Where a date may lie, seen from the day of assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// 过去: not after the day of assessment.
    Past,
    /// 将来: not before the day of assessment.
    Future,
    /// 不限
    Any,
}
