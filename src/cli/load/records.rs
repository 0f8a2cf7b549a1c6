//! The keys of every kind of entry: the one table of how rule files are spelt.

use assessor::Diagnostic;
use assessor::document::{
    Agency, Calendar, Channel, Commitment, Deadline, Example, Finding, Header, Holiday, Law, Origin, Person,
    Phone, Practice, Programme, Prospect, Question, Repealed, Valid,
};

use super::node::Node;
use super::reader::{Answers, Fields, Pairs, Read};

/// Implements [`Read`] for a struct from its keys. `key => field` reads a field as its own type;
/// `key => field as Wrapper` reads it through a wrapper.
macro_rules! record {
    ($what:literal $type:ty { $($key:literal => $field:ident $(as $wrapper:path)?),* $(,)? }) => {
        impl Read for $type {
            fn read(node: &Node, complaints: &mut Vec<Diagnostic>) -> Self {
                let mut fields = Fields::of(node, $what, complaints);
                let record = Self {
                    $($field: record!(@take fields, $key, complaints $(, $wrapper)?)),*
                };
                fields.finish(complaints);
                record
            }

            fn missing(_: Origin) -> Self {
                Self::default()
            }
        }
    };
    (@take $fields:ident, $key:literal, $complaints:ident) => { $fields.take($key, $complaints) };
    (@take $fields:ident, $key:literal, $complaints:ident, $wrapper:path) => {{
        let $wrapper(inner) = $fields.take($key, $complaints);
        inner
    }};
}

record!("规则库" Header {
    "规则库" => id, "名称" => title, "版本" => version, "法律核对日" => as_of, "地区" => region, "首页热线" => hotlines,
    "文件" => files,
});

record!("法律" Law {
    "id" => id, "名称" => title, "简称" => short, "类型" => kind, "公布" => promulgated, "修订" => revised,
    "施行" => effective, "失效" => until, "条数" => last_article, "节录" => abridged, "条文" => articles,
});

record!("废止" Repealed { "名称" => title, "简称" => short, "废止日期" => on, "现用" => replaced_by });

record!("日历" Calendar { "起" => from, "止" => to, "来源" => sources, "放假" => holidays });
record!("假期" Holiday { "名称" => name, "起" => from, "止" => to, "上班" => worked });

record!("有效期" Valid { "自" => from, "失效" => until });

record!("机构" Agency {
    "id" => id, "名称" => name, "分组" => group, "层级" => level, "管什么" => handles, "不管什么" => excludes,
    "电话" => phones, "网上" => online, "承诺" => commitments, "全国热线" => hotline,
    "核实日期" => verified_on, "可信度" => confidence, "来源" => source,
});

record!("电话" Phone { "号码" => number, "说明" => note, "时间" => hours });
record!("网上渠道" Channel { "名称" => name, "方式" => kind, "网址" => url, "说明" => note });
record!("承诺" Commitment { "内容" => text, "出处" => source });

record!("本地做法" Practice { "id" => id, "步骤" => step, "出处" => source, "用在" => findings });

record!("项目" Programme {
    "序号" => number, "名称" => name, "类型" => kinds, "字样" => words, "出现在" => shown, "不展示" => hidden,
});

record!("问题" Question {
    "id" => id, "名称" => name, "问" => text, "为什么问" => why, "名词" => terms as Pairs, "类型" => kind,
    "选项" => options as Pairs, "单位" => unit, "最小" => min, "最大" => max, "时间" => time, "何时问" => when,
    "可答不清楚" => may_be_unknown, "优先" => priority, "可改" => changeable,
});

record!("风险或指引" Finding {
    "id" => id, "名称" => title, "有效期" => valid, "类别" => category, "触发" => when, "严重程度" => severity, "紧急程度" => urgency,
    "依据" => basis, "后果" => consequence, "步骤" => steps, "材料" => materials, "不要做" => avoid,
    "期限" => deadlines, "找谁" => agencies, "互斥" => exclusive, "复核日期" => review_by,
    "示例" => examples,
});

record!("期限" Deadline {
    "事项" => task, "截止" => due, "起算" => start, "工作日" => working_days, "顺延" => postponed_by, "规则" => rule,
    "依据" => basis,
});

record!("示例" Example { "情形" => title, "日期" => on, "回答" => answers as Answers, "结果" => outcome });

record!("人物" Person {
    "人物" => story, "日期" => on, "范围" => sections, "回答" => answers as Answers, "预期" => expected,
});

record!("预期" Prospect {
    "确定" => confirmed, "可能" => possible, "没有" => absent, "依据" => basis, "找谁" => agencies,
    "期限" => deadlines as Pairs, "等级" => levels as Pairs,
});
