//! A risk or a piece of guidance, with its deadlines and worked examples.

use super::Text;

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
