//! Laws that may be cited, titles that may not, and which days are off work.

use super::Text;

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
