//! 这里不对: a text for whoever maintains the rules, with the place it is about and no answer.

use assessor::{Rulebook, words};
use feel::Date;

/// A report of something that is not right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Up to the place to write in.
    head: String,
    /// What follows it.
    tail: String,
}

impl Feedback {
    /// About the question or the finding (`kind`: 题目 or 结果) of this id and title.
    pub fn new(rulebook: &Rulebook, on: Date, kind: &str, id: &str, title: &str) -> Self {
        let rules = rulebook.definition();
        let hash: String = rulebook.sha256().chars().take(12).collect();
        let (as_of, on) = (words::date(rules.as_of), words::date(on));
        Self {
            head: format!("{}：这里不对\n{kind}：{title}\n编号：{id}\n", rules.title),
            tail: format!(
                "规则：{} {}，法规截至{as_of}，校验码 {hash}\n日期：{on}\n",
                rules.id, rules.version
            ),
        }
    }

    /// The text; `said` is what the owner wrote. Where that is nothing, there is a place to write it.
    pub fn text(&self, said: &str) -> String {
        let said = if said.trim().is_empty() { "（请写在这里）" } else { said.trim() };
        format!("{}哪里不对：{said}\n{}", self.head, self.tail)
    }
}
