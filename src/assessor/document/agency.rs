//! Whom the findings lead to, what is done locally, and what the region has announced.

use super::Text;

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
