//! What texts and citations must not say, as the officers who keep the list wrote it.
//!
//! Patterns are plain words: blanks do not count, `…` stands for a few characters of the same sentence.

use super::Text;

/// The lists of `wording.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// 错误说法
    pub wrong: Vec<Saying>,
    /// 旧条号
    pub renumbered: Vec<Renumbered>,
    /// 不能引
    pub uncitable: Vec<Uncitable>,
    /// 同引
    pub companions: Vec<Companion>,
    /// 引了要写
    pub stated: Vec<Stated>,
    /// 官话
    pub official: Vec<Stiff>,
    /// 要解释的词
    pub terms: Vec<Text>,
    /// 不逼问的词
    pub crimes: Vec<Text>,
}

/// An entry of 错误说法: words that are wrong in law.
#[derive(Debug, Clone, Default)]
pub struct Saying {
    /// 写法: patterns.
    pub patterns: Vec<Text>,
    /// 除非: words that make the sentence right.
    pub unless: Vec<Text>,
    /// 原因
    pub reason: Text,
    /// 改成
    pub instead: Text,
}

/// An entry of 旧条号: what an article number meant before the law was renumbered.
#[derive(Debug, Clone, Default)]
pub struct Renumbered {
    /// 旧: a citation with the old number.
    pub old: Text,
    /// 说到: patterns of what stood there.
    pub about: Vec<Text>,
    /// 现: a citation with the number of today.
    pub new: Text,
}

/// An entry of 不能引: articles that are in force on paper and must not be relied on.
#[derive(Debug, Clone, Default)]
pub struct Uncitable {
    /// 条文
    pub articles: Text,
    /// 原因
    pub reason: Text,
    /// 改引
    pub instead: Text,
}

/// An entry of 同引: an article that misleads without another one.
#[derive(Debug, Clone, Default)]
pub struct Companion {
    /// 引了
    pub cited: Text,
    /// 说到: patterns; absent = always.
    pub about: Vec<Text>,
    /// 也要引: any place of it will do.
    pub also: Text,
    /// 原因
    pub reason: Text,
}

/// An entry of 引了要写: an article with a limit that its finding must tell.
#[derive(Debug, Clone, Default)]
pub struct Stated {
    /// 引了
    pub cited: Text,
    /// 要写明: patterns, of which one must be there.
    pub words: Vec<Text>,
    /// 原因
    pub reason: Text,
}

/// An entry of 官话.
#[derive(Debug, Clone, Default)]
pub struct Stiff {
    /// 写法: patterns.
    pub patterns: Vec<Text>,
    /// 改成
    pub instead: Text,
}
