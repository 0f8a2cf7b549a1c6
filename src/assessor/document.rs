//! The rulebook as its authors wrote it: text, and where each text stands.
//!
//! Nothing is interpreted here. A severity is still the word 高, a citation still the lawyer's
//! sentence, a date still ten characters. Whoever reads files (the command line reads YAML)
//! fills these structs; [`crate::check()`] turns them into a [`crate::definition::Definition`]
//! and says what is wrong with them. A text that was required and missing is present but empty:
//! the reader has already complained, and the checker keeps quiet about it.

mod wording;

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

/// An entry of 法律.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// id
    pub id: Text,
    /// 名称
    pub title: Text,
    /// 简称; the first one is how citations are printed.
    pub short: Vec<Text>,
    /// 类型
    pub kind: Text,
    /// 公布
    pub promulgated: Option<Text>,
    /// 修订
    pub revised: Option<Text>,
    /// 施行
    pub effective: Text,
    /// 失效: first day on which it is no longer in force.
    pub until: Option<Text>,
    /// 条数: number of the last article.
    pub last_article: Text,
    /// 节录: 是 if only 条文 are known.
    pub abridged: Option<Text>,
    /// 条文: the articles of an abridged text.
    pub articles: Vec<Text>,
}

/// An entry of 废止: a title that must not be cited any more.
#[derive(Debug, Clone, Default)]
pub struct Repealed {
    /// 名称
    pub title: Text,
    /// 简称
    pub short: Vec<Text>,
    /// 废止日期
    pub on: Option<Text>,
    /// 现用
    pub replaced_by: Text,
}

/// 日历: which days are off work.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// 起: first day it speaks of.
    pub from: Text,
    /// 止: last day it speaks of.
    pub to: Text,
    /// 来源: the notices it was taken from.
    pub sources: Vec<Text>,
    /// 放假
    pub holidays: Vec<Holiday>,
}

/// An entry of 放假.
#[derive(Debug, Clone, Default)]
pub struct Holiday {
    /// 名称
    pub name: Text,
    /// 起: first day off.
    pub from: Text,
    /// 止: last day off.
    pub to: Text,
    /// 上班: weekend days worked in its stead.
    pub worked: Vec<Text>,
}

/// An entry of 机构.
#[derive(Debug, Clone, Default)]
pub struct Agency {
    /// id
    pub id: Text,
    /// 名称
    pub name: Text,
    /// 分组
    pub group: Text,
    /// 层级
    pub level: Text,
    /// 管什么
    pub handles: Vec<Text>,
    /// 不管什么
    pub excludes: Vec<Text>,
    /// 电话
    pub phones: Vec<Phone>,
    /// 网上
    pub online: Vec<Channel>,
    /// 承诺
    pub commitments: Vec<Commitment>,
    /// 全国热线
    pub hotline: Option<Text>,
    /// 核实日期
    pub verified_on: Text,
    /// 可信度
    pub confidence: Text,
    /// 来源
    pub source: Text,
}

/// An entry of 电话.
#[derive(Debug, Clone, Default)]
pub struct Phone {
    /// 号码
    pub number: Text,
    /// 说明
    pub note: Option<Text>,
    /// 时间
    pub hours: Option<Text>,
}

/// An entry of 网上.
#[derive(Debug, Clone, Default)]
pub struct Channel {
    /// 名称
    pub name: Text,
    /// 方式
    pub kind: Text,
    /// 网址
    pub url: Option<Text>,
    /// 说明
    pub note: Option<Text>,
}

/// An entry of 承诺.
#[derive(Debug, Clone, Default)]
pub struct Commitment {
    /// 内容
    pub text: Text,
    /// 出处
    pub source: Text,
}

/// An entry of 本地做法: a step that an owner can take in this region and perhaps nowhere else.
#[derive(Debug, Clone, Default)]
pub struct Practice {
    /// id
    pub id: Text,
    /// 步骤: the step, as findings write theirs.
    pub step: Text,
    /// 出处
    pub source: Text,
    /// 用在: ids of the findings and guidance that it is added to.
    pub findings: Vec<Text>,
}

/// An entry of 项目: a row of the list of everything that the region has announced for enterprises,
/// and where an owner meets it.
#[derive(Debug, Clone, Default)]
pub struct Programme {
    /// 序号: number of the row, from 1 without a gap.
    pub number: Text,
    /// 名称
    pub name: Text,
    /// 类型: one word, or several.
    pub kinds: Vec<Text>,
    /// 字样: words by which a text names it; absent = 名称.
    pub words: Vec<Text>,
    /// 出现在: ids of agencies, sections, findings or local practices, or 关于本页.
    pub shown: Vec<Text>,
    /// 不展示: why an owner does not meet it.
    pub hidden: Option<Text>,
}

/// The profile, a domain or a route.
#[derive(Debug, Clone)]
pub struct Section {
    /// Which of the three.
    pub kind: crate::definition::SectionKind,
    /// 档案, 领域 or 路线
    pub id: Text,
    /// 名称
    pub title: Text,
    /// 说明
    pub summary: Text,
    /// 分组, of a route.
    pub group: Option<Text>,
    /// 适用
    pub when: Option<Text>,
    /// 问题
    pub questions: Vec<Question>,
    /// 决策
    pub decisions: Vec<Decision>,
    /// 风险 or 指引
    pub findings: Vec<Finding>,
}

/// An entry of 决策: an expression, or a table.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// 名称
    pub name: Text,
    /// 说明
    pub note: Text,
    /// 依据
    pub basis: Vec<Text>,
    /// 表达式
    pub expression: Option<Text>,
    /// 命中策略
    pub policy: Option<Text>,
    /// 输入: one expression for each column.
    pub inputs: Vec<Text>,
    /// 允许值: unary tests for each column; `-` for none.
    pub allowed: Vec<Text>,
    /// 输出值: unary tests, the most important first.
    pub values: Option<Text>,
    /// 规则
    pub rules: Vec<DecisionRule>,
    /// 默认
    pub default: Option<Text>,
}

/// An entry of 规则 in a decision table.
#[derive(Debug, Clone, Default)]
pub struct DecisionRule {
    /// 条件: unary tests, one for each input.
    pub tests: Vec<Text>,
    /// 结论
    pub output: Text,
}

/// An entry of 问题.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// id
    pub id: Text,
    /// 名称
    pub name: Text,
    /// 问
    pub text: Text,
    /// 为什么问
    pub why: Text,
    /// 名词
    pub terms: Vec<Pair>,
    /// 类型
    pub kind: Text,
    /// 选项
    pub options: Vec<Pair>,
    /// 单位
    pub unit: Option<Text>,
    /// 最小
    pub min: Option<Text>,
    /// 最大
    pub max: Option<Text>,
    /// 时间
    pub time: Option<Text>,
    /// 何时问
    pub when: Option<Text>,
    /// 可答不清楚
    pub may_be_unknown: Option<Text>,
    /// 优先
    pub priority: Option<Text>,
    /// 可改: 是, 否, or the options that are within reach.
    pub changeable: Vec<Text>,
}

/// One line of a mapping whose keys the author chooses.
#[derive(Debug, Clone, Default)]
pub struct Pair {
    /// The key.
    pub key: Text,
    /// The value.
    pub value: Text,
}

/// An entry of 风险 or 指引.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    /// id
    pub id: Text,
    /// 名称
    pub title: Text,
    /// 有效期
    pub valid: Option<Valid>,
    /// 类别
    pub category: Option<Text>,
    /// 触发
    pub when: Text,
    /// 严重程度
    pub severity: Option<Text>,
    /// 紧急程度
    pub urgency: Text,
    /// 依据
    pub basis: Vec<Text>,
    /// 后果
    pub consequence: Text,
    /// 步骤
    pub steps: Vec<Text>,
    /// 材料
    pub materials: Vec<Text>,
    /// 不要做
    pub avoid: Vec<Text>,
    /// 期限
    pub deadlines: Vec<Deadline>,
    /// 找谁
    pub agencies: Vec<Text>,
    /// 互斥: ids of findings that never stand together with this one.
    pub exclusive: Vec<Text>,
    /// 复核日期
    pub review_by: Text,
    /// 示例
    pub examples: Vec<Example>,
}

/// 有效期: on which days of assessment a finding exists.
#[derive(Debug, Clone, Default)]
pub struct Valid {
    /// 自: first day.
    pub from: Option<Text>,
    /// 失效: first day on which it no longer exists.
    pub until: Option<Text>,
}

/// An entry of 期限.
#[derive(Debug, Clone, Default)]
pub struct Deadline {
    /// 事项
    pub task: Text,
    /// 截止
    pub due: Option<Text>,
    /// 起算: the day from which 工作日 are counted.
    pub start: Option<Text>,
    /// 工作日: how many.
    pub working_days: Option<Text>,
    /// 顺延: the articles that move a last day off work.
    pub postponed_by: Vec<Text>,
    /// 规则
    pub rule: Text,
    /// 依据: one line, or several.
    pub basis: Vec<Text>,
}

impl Deadline {
    /// The FEEL text: of the last day, or of the day from which working days are counted.
    pub fn day(&self) -> Option<&Text> {
        self.due.as_ref().or(self.start.as_ref())
    }
}

/// An entry of 示例.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// 情形
    pub title: Text,
    /// 日期: day of assessment; absent = 法律核对日, or the first day of a version that is to come.
    pub on: Option<Text>,
    /// 回答: question name → answer.
    pub answers: Vec<Given>,
    /// 结果
    pub outcome: Text,
}

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

/// One answer of an example.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The question's name.
    pub question: Text,
    /// A word, a number, a date, an option's label — or several labels.
    pub values: Vec<Text>,
    /// Whether they were written as a list.
    pub list: bool,
}
