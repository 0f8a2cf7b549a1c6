//! The profile, a domain or a route, with its questions and decisions.

use super::{Finding, Pair, Text};
use crate::definition::SectionKind;

/// The profile, a domain or a route.
#[derive(Debug, Clone)]
pub struct Section {
    /// Which of the three.
    pub kind: SectionKind,
    /// 档案, 领域 or 路线
    pub id: Text,
    /// 名称
    pub title: Text,
    /// 说明
    pub summary: Text,
    /// 分组, of a domain or a route.
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
