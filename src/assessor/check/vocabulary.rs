//! The fixed words of rule files, for whoever explains them; the checker reads by the same lists.

use super::{convert, decision, programmes, question, section, suite, words};

/// A list of words that a key takes its value from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// 机构的分组
    AgencyGroup,
    /// 层级
    Level,
    /// 可信度
    Confidence,
    /// 网上渠道的方式
    Channel,
    /// 领域的分组
    DomainGroup,
    /// 路线的分组
    RouteGroup,
    /// 严重程度
    Severity,
    /// 紧急程度
    Urgency,
    /// 问题的类型
    QuestionKind,
    /// 日期问题的时间
    Time,
    /// 示例的结果
    Outcome,
    /// 决策表的命中策略
    HitPolicy,
    /// 项目的类型
    ProgrammeKind,
    /// 是、否
    YesNo,
}

impl Vocabulary {
    /// Its words, in the order in which complaints list them.
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::AgencyGroup => of(&convert::GROUPS),
            Self::Level => of(&convert::LEVELS),
            Self::Confidence => of(&convert::CONFIDENCES),
            Self::Channel => of(&convert::CHANNELS),
            Self::DomainGroup => of(&section::DOMAIN_GROUPS),
            Self::RouteGroup => of(&section::ROUTE_GROUPS),
            Self::Severity => of(&section::SEVERITIES),
            Self::Urgency => of(&section::URGENCIES),
            Self::QuestionKind => of(&question::FORMS),
            Self::Time => of(&question::TIMES),
            Self::Outcome => of(&suite::OUTCOMES),
            Self::HitPolicy => of(&decision::POLICIES),
            Self::ProgrammeKind => of(&programmes::KINDS),
            Self::YesNo => of(&words::YES),
        }
    }
}

fn of<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}
