//! A file of a person: answers, and what they must come to.

use super::{Given, Pair, Text};

/// A file of a person: one business, its answers, and what it must be told.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// 人物: the story, in a sentence or two.
    pub story: Text,
    /// 日期: day of assessment; absent = 法律核对日.
    pub on: Option<Text>,
    /// 范围: ids of the domains and routes it goes through.
    pub sections: Vec<Text>,
    /// 回答: question name → answer.
    pub answers: Vec<Given>,
    /// 预期
    pub expected: Prospect,
}

/// 预期 of a person.
#[derive(Debug, Clone, Default)]
pub struct Prospect {
    /// 确定: ids of all findings of 范围 that are certain.
    pub confirmed: Vec<Text>,
    /// 可能: ids of all that are possible; absent = nothing is said of them.
    pub possible: Option<Vec<Text>>,
    /// 没有: ids that must not show at all.
    pub absent: Vec<Text>,
    /// 依据: citations that the findings must rest on.
    pub basis: Vec<Text>,
    /// 找谁: agency ids; the first is the first contact of the first finding.
    pub agencies: Vec<Text>,
    /// 期限: finding id → a last day of it.
    pub deadlines: Vec<Pair>,
    /// 等级: domain id → the worst that is certain.
    pub levels: Vec<Pair>,
}
