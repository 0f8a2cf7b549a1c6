//! The rulebook as its authors wrote it: text, and where each text stands.
//!
//! Nothing is interpreted here. A severity is still the word 高, a citation still the lawyer's
//! sentence, a date still ten characters. Whoever reads files (the command line reads YAML)
//! fills these structs; [`crate::check()`] turns them into a [`crate::definition::Definition`]
//! and says what is wrong with them. A text that was required and missing is present but empty:
//! the reader has already complained, and the checker keeps quiet about it.

mod agency;
mod finding;
mod law;
mod person;
mod section;
mod wording;

pub use agency::{Agency, Channel, Commitment, Phone, Practice, Programme};
pub use finding::{Deadline, Example, Finding, Given, Valid};
pub use law::{Calendar, Holiday, Law, Repealed};
pub use person::{Person, Prospect};
pub use section::{Decision, DecisionRule, Question, Section};
pub use wording::{Companion, Renumbered, Saying, Stated, Stiff, Uncitable, Wording};

/// A range of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Origin {
    /// Index of the file in the reader's list.
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A text and where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text; empty if it was required and is missing.
    pub text: String,
    /// Where it was written, or where it should have been.
    pub at: Origin,
}

/// Everything that was written.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// `rulebook.yaml`.
    pub header: Header,
    /// 法律
    pub laws: Vec<Law>,
    /// 日历
    pub calendar: Option<Calendar>,
    /// 废止
    pub repealed: Vec<Repealed>,
    /// 地区 in rule files: the region whose contacts the file holds.
    pub regions: Vec<Text>,
    /// 角色: what rules may call upon in every region; agency id → what it is.
    pub roles: Vec<Pair>,
    /// 机构
    pub agencies: Vec<Agency>,
    /// 本地做法
    pub practices: Vec<Practice>,
    /// 为企业做的
    pub deeds: Vec<Commitment>,
    /// 项目
    pub programmes: Vec<Programme>,
    /// 档案、领域 and 路线, in the order of the file list.
    pub sections: Vec<Section>,
    /// 人物, in the order of the file list.
    pub people: Vec<Person>,
    /// 错误说法, 旧条号 …
    pub wording: Wording,
}

/// Identity of the rulebook.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// 规则库
    pub id: Text,
    /// 名称
    pub title: Text,
    /// 版本
    pub version: Text,
    /// 法律核对日
    pub as_of: Text,
    /// 地区; absent where a region's own file says it.
    pub region: Option<Text>,
    /// 计分: severity → what a finding of it counts.
    pub scoring: Vec<Pair>,
    /// 首页热线
    pub hotlines: Vec<Text>,
    /// 文件, relative to the folder of `rulebook.yaml`.
    pub files: Vec<Text>,
}

/// One line of a mapping whose keys the author chooses.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    /// The key.
    pub key: Text,
    /// The value.
    pub value: Text,
}
