//! What people write who come from speech, spreadsheets and other languages, and what FEEL has
//! instead. One table for both languages of the messages.
use crate::near::nearest;
use crate::syntax::is_unit;
use crate::types::Type;

/// What to do about a habit.
pub(super) enum Advice {
    /// Type this instead.
    Type(&'static str),
    /// Instead of a part of what was written, type this.
    Replace(&'static str, &'static str),
    /// In Chinese and English.
    Say(&'static str, &'static str),
}

use Advice::{Replace, Say, Type as Write};

/// Words that are used as operators.
const WORDS: [(&[&str], &str); 9] = [
    (&["大于等于", "不小于", "不少于", "至少"], ">="),
    (&["小于等于", "不大于", "不超过", "至多"], "<="),
    (&["不等于", "不是"], "!="),
    (&["大于", "超过", "多于"], ">"),
    (&["小于", "少于", "不足"], "<"),
    (&["等于", "是", "为", "is", "equals", "eq"], "="),
    (&["并且", "而且", "同时", "以及", "且", "与"], "and"),
    (&["或者", "或"], "or"),
    (&["属于"], "in"),
];

pub(super) const NAME: Advice = Say(
    "名称由文字、字母和数字组成，不能是 `in`、`and` 这样的关键字",
    "a name is made of letters and digits, and is no keyword such as `in` or `and`",
);
const IF: Advice =
    Say("二选一写作 `if … then … else …`，三个词都要有", "write `if … then … else …`, all three words");
const OPERATORS: Advice = Say(
    "可用的运算符有 `=`、`!=`、`>`、`<`、`+`、`-`、`*`、`/`、`and`、`or`、`in`；文本要加引号",
    "operators are `=`, `!=`, `>`, `<`, `+`, `-`, `*`, `/`, `and`, `or` and `in`; a text needs quotes",
);
const CLOCK: Advice = Say("请改用代表评估日期的名称", "use the name of the date of assessment");
const UNITS: Advice = Say(
    "数字后面不写单位：10万写作 `100000`，30天写作 `@\"P30D\"`，3个月写作 `@\"P3M\"`，日期写作 `@\"2026-01-31\"`",
    "numbers have no unit: write `100000`, thirty days as `@\"P30D\"`, a date as `@\"2026-01-31\"`",
);
const QUOTED_DATE: Advice = Say("日期写作 `@\"2026-01-31\"`", "write a date as `@\"2026-01-31\"`");
const DURATION: Advice = Say(
    "时长写作 `@\"P30D\"`（三十天）或 `@\"P1Y6M\"`（一年六个月）",
    "write a duration as `@\"P30D\"` or `@\"P1Y6M\"`",
);
const LIST_CONTAINS: Advice = Say(
    "看列表里有没有，写作 `list contains(列表, \"选项\")`",
    "to look into a list write `list contains(list, \"option\")`",
);
const BARE_NUMBER: Advice = Say("数字不加引号", "numbers have no quotes");
const TRUTH: Advice = Say(
    "真假值只和 `true`、`false` 比较，写作 `= true`、`= false`",
    "compare truth values with `true` and `false`, as in `= true`",
);

/// About a word or mark where an operator or the end was expected.
pub(super) fn operator(found: &str) -> Advice {
    if found.starts_with(|c: char| c.is_ascii_digit() || c == '"') {
        return Say(
            "两个值之间少了运算符，例如 `=`、`>`、`and`、`or`",
            "an operator is missing before it, such as `=`, `>`, `and` or `or`",
        );
    }
    if let Some((_, sign)) = WORDS.iter().find(|(words, _)| words.contains(&found)) {
        return Write(sign);
    }
    if let Some(word) = glued(found) {
        return word;
    }
    match found {
        "then" | "else" | "那么" | "否则" => IF,
        "to" | "到" | "至" => Say("区间写作 `[1..5]`", "a range is written `[1..5]`"),
        "not" => Say("否定写作 `not(…)`，把整个条件放进括号", "write `not(…)` around the whole condition"),
        "contains" | "包含" | "有" => LIST_CONTAINS,
        ")" | "]" | "}" => Say("多了一个，或者少了与它成对的", "one too many, or its partner is missing"),
        "?" => IF,
        ".." => Say("区间要加括号：`[1..5]`", "a range needs brackets: `[1..5]`"),
        "," | "，" => Say(
            "两个条件用 `and` 或 `or` 连接；几个值用方括号列出：`[1, 2]`；数字里不写逗号：`1000`",
            "join conditions with `and` or `or`; list values in brackets: `[1, 2]`; numbers have no commas: `1000`",
        ),
        _ if is_unit(found) => UNITS,
        _ => {
            let known = ["and", "or", "in", "between", "instance of", "then", "else"];
            nearest(&found.to_lowercase(), known).map_or(OPERATORS, Write)
        }
    }
}

/// About what stands where a value was expected.
pub(super) fn value(found: &str) -> Option<Advice> {
    Some(match found {
        "=" => Say(
            "多了一个 `=`；`>=` 和 `<=` 中间不留空格",
            "one `=` too many; there is no space in `>=` and `<=`",
        ),
        "@" => Say(
            "`@` 后面紧跟引号：`@\"2026-01-31\"`、`@\"P30D\"`",
            "quotes follow the `@`: `@\"2026-01-31\"`, `@\"P30D\"`",
        ),
        "and" | "or" | "in" | "between" | ">" | "<" | ">=" | "<=" | "!=" | "*" | "/" | "+" => Say(
            "它的前后都要有值；多余的请删去",
            "there must be a value on both sides; leave it out if it is one too many",
        ),
        "" => Say("补上数字、名称，或者带引号的文本", "add a number, a name, or a text in quotes"),
        _ => return None,
    })
}

/// About a mark or keyword that is missing where something else was found.
pub(super) fn missing(expected: &'static str, found: &str) -> Option<Advice> {
    Some(match (expected, found) {
        (_, "==" | "&&" | "||" | "<>" | "=>" | "=<") => Write(expected),
        ("then" | "else", _) => IF,
        ("and", _) => Say("写作 `数 between 1 and 5`", "write `x between 1 and 5`"),
        (")", ",") => Say("几个值用方括号列出：`[1, 2]`", "list values in square brackets: `[1, 2]`"),
        _ => return None,
    })
}

/// About a name that nobody declared.
pub(super) fn name(name: &str, declared: &[Box<str>]) -> Option<Advice> {
    let mut rests = declared.iter().filter_map(|known| name.strip_prefix(&**known));
    if let Some(glued) = rests.find_map(|rest| glued(rest.trim_start())) {
        return Some(glued);
    }
    Some(match name.to_lowercase().as_str() {
        "true" | "yes" | "是" | "对" => Write("true"),
        "false" | "no" | "否" => Write("false"),
        "null" | "none" | "nil" | "undefined" | "空" => Write("null"),
        "不清楚" | "未知" | "没回答" => Say(
            "没回答和不清楚不用写进条件：这时结果自然是“可能”",
            "what is not answered needs no condition: the result is unknown by itself",
        ),
        lower if lower.starts_with("如果") => IF,
        lower if lower.starts_with("not ") => {
            Say("否定写作 `not(…)`，把整个条件放进括号", "write `not(…)` around the whole condition")
        }
        _ => return None,
    })
}

/// An operator in words, after a name and without a space.
fn glued(rest: &str) -> Option<Advice> {
    WORDS.iter().find_map(|(words, sign)| {
        words.iter().find(|word| rest.starts_with(**word)).map(|word| Replace(word, sign))
    })
}

/// About a function that does not exist.
pub(super) fn function(name: &str) -> Option<Advice> {
    Some(match name.to_lowercase().as_str() {
        "len" | "length" | "size" | "个数" | "计数" | "数量" => Write("count"),
        "长度" | "字数" => Write("string length"),
        "合计" | "求和" | "总和" => Write("sum"),
        "平均" | "平均值" | "average" | "avg" => Write("mean"),
        "最大" | "最大值" => Write("max"),
        "最小" | "最小值" => Write("min"),
        "包含" | "includes" => LIST_CONTAINS,
        "日期" => QUOTED_DATE,
        "今天" | "现在" | "当前日期" => CLOCK,
        _ => return None,
    })
}

/// About an operator between these types.
pub(super) fn operands(operator: &str, left: &Type, right: &Type) -> Advice {
    use Type::{Boolean, Choice, Date, DateTime, DaysDuration, List, Number, String, YearsDuration};
    let arithmetic = matches!(operator, "+" | "-");
    match (left, right) {
        (Date | DateTime, Number | String) if arithmetic => DURATION,
        (DaysDuration | YearsDuration, Number | String) | (Number | String, DaysDuration | YearsDuration) => {
            DURATION
        }
        (DaysDuration, YearsDuration) | (YearsDuration, DaysDuration) => Say(
            "几个月有几天不一定，月和天要分两次加到日期上",
            "months have no certain number of days: add months and days to a date one after the other",
        ),
        (Date | DateTime, String) | (String, Date | DateTime) => QUOTED_DATE,
        (List(_), String | Choice(_)) | (String | Choice(_), List(_)) => LIST_CONTAINS,
        (Number, String) => BARE_NUMBER,
        (String, Number) if !arithmetic => BARE_NUMBER,
        (Boolean, _) | (_, Boolean) => TRUTH,
        _ => Say(
            "两边要是同一种值，比如都是数字，或者都是日期",
            "both sides must be of one kind, such as two numbers or two dates",
        ),
    }
}

/// About a value of the wrong type.
pub(super) fn mismatch(expected: &Type, found: &Type) -> Option<Advice> {
    use Type::{Boolean, Choice, Date, Number, String};
    Some(match (expected, found) {
        (Boolean, String | Choice(_)) => Say(
            "几个选项里的一个，写作 `题目 in [\"甲\", \"乙\"]`",
            "one of several options is written `question in [\"a\", \"b\"]`",
        ),
        (Boolean, _) => Say("写成比较，例如 `人数 > 0`", "write a comparison, such as `n > 0`"),
        (Number, String) => BARE_NUMBER,
        (Date, String) => QUOTED_DATE,
        _ => return None,
    })
}

/// About an argument of the wrong type.
pub(super) fn argument(function: &str, expected: &[Type], found: &Type) -> Option<Advice> {
    match (function, found) {
        ("contains", Type::List(_)) => Some(LIST_CONTAINS),
        _ => expected.iter().find_map(|expected| mismatch(expected, found)),
    }
}
