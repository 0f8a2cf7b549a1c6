//! The keys of every kind of entry: the one table of how rule files are spelt.

use assessor::Diagnostic;
use assessor::Vocabulary::{
    self, AgencyGroup, Confidence, DomainGroup, HitPolicy, Level, Outcome, ProgrammeKind, QuestionKind,
    RouteGroup, Severity, Time, Urgency, YesNo,
};
use assessor::definition::SectionKind;
use assessor::document::{
    Agency, Calendar, Channel, Commitment, Companion, Deadline, Decision, DecisionRule, Example, Finding,
    Header, Holiday, Law, Origin, Person, Phone, Practice, Programme, Prospect, Question, Renumbered,
    Repealed, Saying, Section, Stated, Stiff, Uncitable, Valid,
};

use serde_json::Value;

use super::node::Node;
use super::reader::{Answers, Fields, Pairs, Read};
use super::schema::Form::{self, Day, Whole, Words};
use super::schema::Shapes;
use super::versions::Versions;

/// Implements [`Read`] for a struct from its keys. `key => field` reads a field as its own type;
/// `key => field as Wrapper` reads it through a wrapper; `[form]` says what its texts are, for the
/// schema alone. `struct Type(Inner { … })` reads an `Inner` of which some fields are fixed.
macro_rules! record {
    ($what:literal struct $type:ident($inner:ident { $($fixed:ident: $value:expr),* }) $keys:tt) => {
        pub struct $type(pub $inner);

        impl From<$inner> for $type {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        record!(@read $what, $type, $inner, [$($fixed: $value,)*], $keys);
    };
    ($what:literal $type:ident $keys:tt) => {
        record!(@read $what, $type, $type, [], $keys);
    };
    (@read $what:literal, $type:ident, $inner:ident, [$($fixed:tt)*], {
        $($key:literal => $field:ident $([$form:expr])? $(as $wrapper:ident)?),* $(,)?
    }) => {
        impl Read for $type {
            fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
                let mut fields = Fields::of(node, $what, complaints);
                let record = $inner {
                    $($fixed)*
                    $($field: record!(@take fields, $key, complaints $(, $wrapper)?)),*
                };
                fields.finish(complaints);
                Self::from(record)
            }

            fn missing(_: Origin) -> Self {
                Self::from($inner { $($fixed)* $($field: Default::default()),* })
            }

            fn shape(_: &Value, shapes: &mut Shapes) -> Value {
                shapes.record(stringify!($type), $what, |shapes| {
                    vec![$(record!(@key shapes, $inner, $key, $field, [$($form)?] $(, $wrapper)?)),*]
                })
            }
        }
    };
    (@take $fields:ident, $key:literal, $complaints:ident) => { $fields.take($key, $complaints) };
    (@take $fields:ident, $key:literal, $complaints:ident, $wrapper:ident) => {{
        let $wrapper(inner) = $fields.take($key, $complaints);
        inner
    }};
    (@key $shapes:ident, $inner:ident, $key:literal, $field:ident, []) => {
        $shapes.field($key, Form::Any, |record: &$inner| &record.$field)
    };
    (@key $shapes:ident, $inner:ident, $key:literal, $field:ident, [$form:expr]) => {
        $shapes.field($key, $form, |record: &$inner| &record.$field)
    };
    (@key $shapes:ident, $inner:ident, $key:literal, $field:ident, [], $wrapper:ident) => {
        $shapes.key::<$wrapper>($key, Form::Any)
    };
}

record!("规则库" Header {
    "规则库" => id, "名称" => title, "版本" => version, "法律核对日" => as_of [Day], "地区" => region, "计分" => scoring as Pairs, "首页热线" => hotlines,
    "文件" => files,
});

record!("法律" Law {
    "id" => id, "名称" => title, "简称" => short, "类型" => kind, "公布" => promulgated [Day], "修订" => revised [Day],
    "施行" => effective [Day], "失效" => until [Day], "条数" => last_article [Whole], "节录" => abridged [Words(YesNo)], "条文" => articles,
});

record!("废止" Repealed { "名称" => title, "简称" => short, "废止日期" => on [Day], "现用" => replaced_by });

record!("日历" Calendar { "起" => from [Day], "止" => to [Day], "来源" => sources, "放假" => holidays });
record!("假期" Holiday { "名称" => name, "起" => from [Day], "止" => to [Day], "上班" => worked [Day] });

record!("有效期" Valid { "自" => from [Day], "失效" => until [Day] });

record!("机构" Agency {
    "id" => id, "名称" => name, "分组" => group [Words(AgencyGroup)], "层级" => level [Words(Level)], "管什么" => handles, "不管什么" => excludes,
    "电话" => phones, "网上" => online, "承诺" => commitments, "全国热线" => hotline,
    "核实日期" => verified_on [Day], "可信度" => confidence [Words(Confidence)], "来源" => source,
});

record!("电话" Phone { "号码" => number, "说明" => note, "时间" => hours });
record!("网上渠道" Channel { "名称" => name, "方式" => kind [Words(Vocabulary::Channel)], "网址" => url, "说明" => note });
record!("承诺" Commitment { "内容" => text, "出处" => source });

record!("本地做法" Practice { "id" => id, "步骤" => step, "出处" => source, "用在" => findings });

record!("项目" Programme {
    "序号" => number [Whole], "名称" => name, "类型" => kinds [Words(ProgrammeKind)], "字样" => words, "出现在" => shown, "不展示" => hidden,
});

record!("问题" Question {
    "id" => id, "名称" => name, "问" => text, "为什么问" => why, "名词" => terms as Pairs, "类型" => kind [Words(QuestionKind)],
    "选项" => options as Pairs, "单位" => unit, "最小" => min [Whole], "最大" => max [Whole], "时间" => time [Words(Time)], "何时问" => when,
    "可答不清楚" => may_be_unknown [Words(YesNo)], "优先" => priority [Whole], "可改" => changeable,
});

record!("决策" Decision {
    "名称" => name, "说明" => note, "依据" => basis, "表达式" => expression, "命中策略" => policy [Words(HitPolicy)],
    "输入" => inputs, "允许值" => allowed, "输出值" => values, "规则" => rules, "默认" => default,
});
record!("决策表的规则" DecisionRule { "条件" => tests, "结论" => output });

record!("风险或指引" Finding {
    "id" => id, "名称" => title, "有效期" => valid, "类别" => category, "触发" => when, "严重程度" => severity [Words(Severity)], "紧急程度" => urgency [Words(Urgency)],
    "依据" => basis, "后果" => consequence, "步骤" => steps, "材料" => materials, "不要做" => avoid,
    "期限" => deadlines, "找谁" => agencies, "互斥" => exclusive, "复核日期" => review_by [Day],
    "示例" => examples,
});

record!("期限" Deadline {
    "事项" => task, "截止" => due, "起算" => start, "工作日" => working_days [Whole], "顺延" => postponed_by, "规则" => rule,
    "依据" => basis,
});

record!("示例" Example { "情形" => title, "日期" => on [Day], "回答" => answers as Answers, "结果" => outcome [Words(Outcome)] });

record!("人物" Person {
    "人物" => story, "日期" => on [Day], "范围" => sections, "回答" => answers as Answers, "预期" => expected,
});

record!("预期" Prospect {
    "确定" => confirmed, "可能" => possible, "没有" => absent, "依据" => basis, "找谁" => agencies,
    "期限" => deadlines as Pairs, "等级" => levels as Pairs,
});

record!("基本情况" struct Profile(Section { kind: SectionKind::Profile }) {
    "档案" => id, "名称" => title, "说明" => summary, "分组" => group, "适用" => when, "问题" => questions, "决策" => decisions,
    "风险" => findings as Versions,
});

record!("领域" struct Domain(Section { kind: SectionKind::Domain }) {
    "领域" => id, "名称" => title, "说明" => summary, "分组" => group [Words(DomainGroup)], "适用" => when,
    "问题" => questions, "决策" => decisions,
    "风险" => findings as Versions,
});

record!("路线" struct Route(Section { kind: SectionKind::Route }) {
    "路线" => id, "名称" => title, "说明" => summary, "分组" => group [Words(RouteGroup)], "适用" => when,
    "问题" => questions, "决策" => decisions, "指引" => findings as Versions,
});

record!("错误说法" Saying { "写法" => patterns, "除非" => unless, "原因" => reason, "改成" => instead });
record!("旧条号" Renumbered { "旧" => old, "说到" => about, "现" => new });
record!("不能引" Uncitable { "条文" => articles, "原因" => reason, "改引" => instead });
record!("同引" Companion { "引了" => cited, "说到" => about, "也要引" => also, "原因" => reason });
record!("引了要写" Stated { "引了" => cited, "要写明" => words, "原因" => reason });
record!("官话" Stiff { "写法" => patterns, "改成" => instead });
