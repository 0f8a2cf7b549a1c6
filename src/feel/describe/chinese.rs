//! Complaints in Chinese, for officers who know law and not programming.
use super::habits::Advice;
use super::{character, either, listed, near};
use crate::diagnostic::{Expected, Problem};
use crate::types::Type;

pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::Character { found, .. } => format!("不能使用字符 {}", character(*found)),
        Problem::Unclosed { expected } => format!("缺少与之成对的 `{expected}`"),
        Problem::Escape { found } => format!("文本里的 `{found}` 不是可用的转义写法"),
        Problem::NumberTooLarge => "这个数字超过 6144 位".into(),
        Problem::Expected { expected, found } if found.is_empty() => {
            format!("这里应是{}，却到了末尾", name(*expected))
        }
        Problem::Expected { expected, found } => format!("这里应是{}，却是 `{found}`", name(*expected)),
        Problem::TooDeep => "嵌套的层数太多".into(),
        Problem::TooLong => "这段文字太长，不能作为一个表达式".into(),
        Problem::AtLiteral { found } => format!("`{found}` 不是日期、时间、日期时间或时长"),
        Problem::UnknownName { name, .. } => format!("没有叫 `{name}` 的名称"),
        Problem::UnknownFunction { name, .. } => format!("没有叫 `{name}` 的函数"),
        Problem::UnknownType { name } => format!("没有叫 `{name}` 的类型"),
        Problem::UnknownEntry { name, .. } => format!("这里没有 `{name}` 这一项"),
        Problem::Duplicate { name } => format!("`{name}` 重复了"),
        Problem::Clock { name } => format!("`{name}()` 会读取当前时间"),
        Problem::NotOnPage { name } => format!("页面上不能用 `{name}`"),
        Problem::Arity { name, found, .. } => format!("`{name}` 不能有 {found} 个参数"),
        Problem::UnknownParameter { name, parameter, .. } => format!("`{name}` 没有叫 `{parameter}` 的参数"),
        Problem::Argument { name, parameter, expected, found } => {
            let expected: Vec<String> = expected.iter().map(kind).collect();
            let expected = either(&expected, "、", "或");
            format!("`{name}` 的参数 `{parameter}` 应是{expected}，却是{}", kind(found))
        }
        Problem::Operands { operator, left, right } => {
            format!("`{operator}` 不能用在{}和{}之间", kind(left), kind(right))
        }
        Problem::Mismatch { expected, found } => format!("这里应是{}，却是{}", kind(expected), kind(found)),
        Problem::NotAnOption { found, .. } => format!("`{found}` 不是这道题的选项"),
        Problem::Unquoted { text } => format!("`{text}` 是一个选项，少了引号"),
        Problem::BareDate { date } => format!("没有引号的 {date} 是减法，不是日期"),
        Problem::Chain => "比较不能连着写".into(),
        Problem::WholeList => "多选题的回答在这里是整个比：选的一样、次序也一样才算".into(),
        Problem::Cells { expected, found } => format!("这一行应有 {expected} 格，却有 {found} 格"),
        Problem::NotConstant => "这一格要排次序，应是固定的值".into(),
        Problem::NotAValue { found, .. } => format!("{found} 不在这一列的输出值里"),
        Problem::NotCallable { found } => format!("这里应是函数，却是{}", kind(found)),
        Problem::Limit => "计算这个表达式的步骤太多，或占用的内存太大".into(),
        Problem::NoInput => "`?` 代表被检验的值，这里没有被检验的值".into(),
    }
}

pub(super) fn related(problem: &Problem) -> Option<String> {
    match problem {
        Problem::Operands { left, .. } => Some(format!("这是{}", kind(left))),
        Problem::NotAnOption { .. } => Some("与它比较的题目".into()),
        _ => None,
    }
}

pub(super) fn help(problem: &Problem) -> Option<String> {
    if let Some(advice) = super::advice(problem) {
        return Some(match advice {
            Advice::Type(instead) => format!("请改用 `{instead}`"),
            Advice::Replace(part, instead) => format!("`{part}` 请写作 `{instead}`"),
            Advice::Say(chinese, _) => chinese.into(),
        });
    }
    let did_you_mean = |near: &str| format!("是不是想写 `{near}`");
    Some(match problem {
        Problem::Character { instead: Some(""), .. } => "请删去它".into(),
        Problem::Character { instead: Some(instead), .. } => format!("请改用 `{instead}`"),
        Problem::Character { .. } => "如果它是文本的一部分，请给文本加上 `\"`".into(),
        Problem::Unclosed { expected } => format!("补上 `{expected}`，或者删去这一个"),
        Problem::Escape { .. } => r#"反斜杠要写成 `\\`；可用 `\"`、`\n`、`\r`、`\t`、`\u0041`"#.into(),
        Problem::NumberTooLarge => "检查是不是多打了数字".into(),
        Problem::TooDeep | Problem::TooLong => "请拆成几个单独的条件".into(),
        Problem::AtLiteral { .. } => {
            "日期写作 `@\"2026-01-31\"`，时长写作 `@\"P30D\"`（三十天）或 `@\"P1Y6M\"`（一年六个月）".into()
        }
        Problem::UnknownName { .. } => {
            near(problem).map_or_else(|| "名称要和声明的一字不差；如果是文本，要加引号".into(), did_you_mean)
        }
        Problem::UnknownType { name } if matches!(&**name, "list" | "range") => {
            format!("请写明元素的类型：`{name}<Any>`")
        }
        Problem::UnknownType { name } if &**name == "context" => {
            "请写明有哪些项：`context<name: string>`".into()
        }
        Problem::UnknownType { name } if &**name == "function" => {
            "请写明参数和结果的类型：`function<number>->number`".into()
        }
        Problem::UnknownFunction { .. } | Problem::UnknownType { .. } => {
            return near(problem).map(did_you_mean);
        }
        Problem::Limit => "请检查循环、调用自身的函数，以及不断变长的文本或列表".into(),
        Problem::UnknownEntry { declared, .. } => match near(problem) {
            Some(near) => did_you_mean(near),
            None if declared.is_empty() => return None,
            None => format!("有这些：{}", all(declared.iter().map(|entry| &**entry))),
        },
        Problem::Duplicate { .. } => "改掉其中一个".into(),
        Problem::Clock { .. } => "请改用代表评估日期的名称".into(),
        Problem::NotOnPage { .. } => "规则只能用页面有的写法，见 rules/FEEL.md".into(),
        Problem::NoInput => "写上名称，例如 `人数 > 1`".into(),
        Problem::NotCallable { .. } => "只有函数后面才写括号；相乘写作 `*`".into(),
        Problem::Arity { signatures, .. } | Problem::UnknownParameter { signatures, .. } => {
            format!("写法：{}", all(signatures.iter().map(String::as_str)))
        }
        Problem::NotAnOption { options, .. } => {
            format!("可用的选项：{}", all(options.iter().map(|option| &**option)))
        }
        Problem::Cells { .. } => "一列一格；不管这一列就写 `-`".into(),
        Problem::NotConstant => "写成文本、数字或日期，不用题目来算".into(),
        Problem::NotAValue { values, .. } => {
            format!("输出值有：{}", all(values.iter().map(|it| &**it)))
        }
        Problem::Unquoted { text } => format!("写作 `\"{text}\"`"),
        Problem::BareDate { date } => format!("写作 `@\"{date}\"`"),
        Problem::WholeList => {
            "看选了没有，写作 `list contains(题目, \"甲\") or list contains(题目, \"乙\")`".into()
        }
        Problem::Chain => "写作 `1 < 数 and 数 < 5`，或者 `数 in (1..5)`".into(),
        _ => return None,
    })
}

fn all<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    listed(texts, "、", |rest| format!("等，另有 {rest} 个"))
}

fn name(expected: Expected) -> String {
    match expected {
        Expected::Value => "一个值".into(),
        Expected::Operator => "运算符或末尾".into(),
        Expected::Name => "一个名称".into(),
        Expected::Type => "一种类型".into(),
        Expected::Text(text) => format!(" `{text}`"),
    }
}

/// A type in an officer's words.
pub(super) fn kind(ty: &Type) -> String {
    match ty {
        Type::Any => "任意值".into(),
        Type::Null => "空值".into(),
        Type::Boolean => "真假值".into(),
        Type::Number => "数字".into(),
        Type::String | Type::Choice(_) => "文本".into(),
        Type::Date => "日期".into(),
        Type::Time => "时间".into(),
        Type::DateTime => "日期时间".into(),
        Type::DaysDuration => "天数时长".into(),
        Type::YearsDuration => "年月时长".into(),
        Type::List(item) if **item == Type::Any => "列表".into(),
        Type::List(item) => format!("{}的列表", kind(item)),
        Type::Context(_) => "上下文".into(),
        Type::Range(_) => "区间".into(),
        Type::Function(..) => "函数".into(),
    }
}
