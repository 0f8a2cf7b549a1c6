//! Complaints in words, for rule authors. Only the command line calls this; the page shows codes.
//!
//! Messages start in lower case, have no full stop, quote the author's text in backticks, and say
//! what was expected and what was found; advice is in `help`.
mod chinese;
mod english;
mod functions;
mod habits;
mod reference;

pub use reference::{Entry, reference};

use crate::diagnostic::{Expected, Problem};
use crate::name::is_invisible;
use crate::near::nearest;
use habits::Advice;

/// The language of a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, for legal officers.
    Zh,
    /// English, for engineers.
    En,
}

/// A complaint in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// What is wrong.
    pub message: String,
    /// What the second place has to do with it.
    pub related: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

/// Puts a complaint into words.
#[must_use]
pub fn describe(problem: &Problem, lang: Lang) -> Description {
    let (message, related, help) = match lang {
        Lang::Zh => (chinese::message(problem), chinese::related(problem), chinese::help(problem)),
        Lang::En => (english::message(problem), english::related(problem), english::help(problem)),
    };
    Description { message, related, help }
}

/// What to do where a habit from elsewhere explains the mistake.
fn advice(problem: &Problem) -> Option<Advice> {
    match problem {
        Problem::Character { found: '!', .. } => Some(habits::operator("not")),
        Problem::Expected { expected: Expected::Operator, found } => Some(habits::operator(found)),
        Problem::Expected { expected: Expected::Value, found } => habits::value(found),
        Problem::Expected { expected: Expected::Text(expected), found } => habits::missing(expected, found),
        Problem::Expected { expected: Expected::Name, .. } => Some(habits::NAME),
        Problem::UnknownName { name, declared } => habits::name(name, declared),
        Problem::UnknownFunction { name, .. } => habits::function(name),
        Problem::Operands { operator, left, right } => Some(habits::operands(operator, left, right)),
        Problem::Mismatch { expected, found } => habits::mismatch(expected, found),
        Problem::Argument { name, expected, found, .. } => habits::argument(name, expected, found),
        _ => None,
    }
}

/// The known name that an unknown one was probably meant to be.
fn near(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::UnknownName { name, declared }
        | Problem::UnknownFunction { name, declared }
        | Problem::UnknownEntry { name, declared } => nearest(name, declared.iter().map(|it| &**it)),
        Problem::UnknownType { name } => nearest(name, TYPES),
        _ => None,
    }
}

/// Names of types.
const TYPES: [&str; 12] = [
    "number",
    "string",
    "boolean",
    "date",
    "time",
    "date and time",
    "days and time duration",
    "years and months duration",
    "list",
    "context",
    "range",
    "function",
];

/// Texts in backticks, with commas between: at most eight, then how many more.
fn listed<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    comma: &str,
    more: impl Fn(usize) -> String,
) -> String {
    let all: Vec<&str> = texts.into_iter().collect();
    let shown: Vec<String> = all.iter().take(8).map(|text| format!("`{text}`")).collect();
    let rest = all.len() - shown.len();
    let tail = if rest == 0 { String::new() } else { more(rest) };
    format!("{}{tail}", shown.join(comma))
}

/// A character in backticks, or by its number if it cannot be seen.
fn character(c: char) -> String {
    if is_invisible(c) { format!("U+{:04X}", u32::from(c)) } else { format!("`{c}`") }
}

/// Alternatives: all but the last with commas, the last after an "or".
fn either(all: &[String], comma: &str, or: &str) -> String {
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(comma)),
        _ => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, describe};
    use crate::{Scope, Type, compile};

    /// A complaint: code, the text pointed at, English, Chinese.
    type Complaint<'t> = (&'t str, &'t str, &'t str, &'t str);

    /// Each text with its complaints.
    const CASES: &[(&str, &[Complaint<'_>])] = &[
        ("1 +", &[("F005", "", "expected a value, found the end of the text", "这里应是一个值，却到了末尾")]),
        (
            "人数 > \"三\"",
            &[("F030", "\"三\"", "cannot use `>` between number and string", "`>` 不能用在数字和文本之间")],
        ),
        (
            "合同 = \"没签\"",
            &[("F032", "\"没签\"", "`没签` is not an option of this question", "`没签` 不是这道题的选项")],
        ),
        ("人效 > 1", &[("F010", "人效", "no name `人效` is declared", "没有叫 `人效` 的名称")]),
        ("合同 = “都签了”", &[("F001", "“", "the character `“` is not part of FEEL", "不能使用字符 `“`")]),
        ("now() > 1", &[("F015", "now", "`now()` reads a clock", "`now()` 会读取当前时间")]),
        (
            "人数 in (1, \"a\", 2) and abs(\"x\") = 1",
            &[
                ("F031", "\"a\"", "expected number, found string", "这里应是数字，却是文本"),
                (
                    "F022",
                    "\"x\"",
                    "`abs` takes number, days and time duration or years and months duration for `n`, found string",
                    "`abs` 的参数 `n` 应是数字、天数时长或年月时长，却是文本",
                ),
            ],
        ),
        (
            "substring(\"a\")",
            &[(
                "F020",
                "substring(\"a\")",
                "`substring` does not take 1 argument",
                "`substring` 不能有 1 个参数",
            )],
        ),
        ("(人数 > 1", &[("F002", "(", "this is never closed with `)`", "缺少与之成对的 `)`")]),
        (
            "if 人数 then 1 else 2",
            &[("F031", "人数", "expected boolean, found number", "这里应是真假值，却是数字")],
        ),
    ];

    #[test]
    fn complaints_in_words() {
        let mut scope = Scope::new();
        scope.declare("人数", Type::Number);
        scope.declare("合同", Type::choice(["都签了", "部分没签"]));
        for (text, expected) in CASES {
            let (_, complaints) = compile(text, &scope);
            let found: Vec<(&str, &str, String, String)> = complaints
                .iter()
                .map(|complaint| {
                    let place = complaint.span.start as usize..complaint.span.end as usize;
                    let words = |lang| describe(&complaint.problem, lang).message;
                    (complaint.problem.code(), text.get(place).unwrap(), words(Lang::En), words(Lang::Zh))
                })
                .collect();
            let found: Vec<Complaint<'_>> =
                found.iter().map(|(code, place, en, zh)| (*code, *place, en.as_str(), zh.as_str())).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn advice_names_what_is_near() {
        let mut scope = Scope::new();
        scope.declare("用工人数", Type::Number);
        scope.declare("合同", Type::choice(["都签了", "部分没签"]));
        let help = |text: &str| {
            let (_, complaints) = compile(text, &scope);
            describe(&complaints[0].problem, Lang::Zh).help.unwrap_or_default()
        };
        assert_eq!(help("用工人员 > 1"), "是不是想写 `用工人数`");
        assert_eq!(help("sublst([1], 1)"), "是不是想写 `sublist`");
        assert_eq!(help("合同 = \"没签\""), "可用的选项：`都签了`、`部分没签`");
        assert_eq!(help("合同 = “都签了”"), "请改用 `\"`");
        assert_eq!(help("today()"), "请改用代表评估日期的名称");
    }
}
