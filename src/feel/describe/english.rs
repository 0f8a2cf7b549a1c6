//! Complaints in English.
use super::habits::Advice;
use super::{character, either, listed, near};
use crate::diagnostic::{Expected, Problem};

pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::Character { found, .. } => {
            format!("the character {} is not part of FEEL", character(*found))
        }
        Problem::Unclosed { expected } => format!("this is never closed with `{expected}`"),
        Problem::Escape { found } => format!("unknown escape `{found}` in a string"),
        Problem::NumberTooLarge => "this number has more than 6144 digits".into(),
        Problem::Expected { expected, found } => {
            format!("expected {}, found {}", name(*expected), text(found))
        }
        Problem::TooDeep => "this is nested too deeply".into(),
        Problem::TooLong => "this text is too long to be one expression".into(),
        Problem::AtLiteral { found } => format!("`{found}` is no date, time, date and time or duration"),
        Problem::UnknownName { name, .. } => format!("no name `{name}` is declared"),
        Problem::UnknownFunction { name, .. } => format!("there is no function `{name}`"),
        Problem::UnknownType { name } => format!("there is no type `{name}`"),
        Problem::UnknownEntry { name, .. } => format!("there is no entry `{name}` here"),
        Problem::Duplicate { name } => format!("`{name}` is given twice"),
        Problem::Clock { name } => format!("`{name}()` reads a clock"),
        Problem::NotOnPage { name } => format!("the page does not have `{name}`"),
        Problem::Arity { name, found: 1, .. } => format!("`{name}` does not take 1 argument"),
        Problem::Arity { name, found, .. } => format!("`{name}` does not take {found} arguments"),
        Problem::UnknownParameter { name, parameter, .. } => {
            format!("`{name}` has no parameter `{parameter}`")
        }
        Problem::Argument { name, parameter, expected, found } => {
            let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
            let expected = either(&expected, ", ", " or ");
            format!("`{name}` takes {expected} for `{parameter}`, found {found}")
        }
        Problem::Operands { operator, left, right } => {
            format!("cannot use `{operator}` between {left} and {right}")
        }
        Problem::Mismatch { expected, found } => format!("expected {expected}, found {found}"),
        Problem::NotAnOption { found, .. } => format!("`{found}` is not an option of this question"),
        Problem::Cells { expected, found } => {
            format!("this row should have {expected} cells and has {found}")
        }
        Problem::NotConstant => "this cell is put in an order and must be a constant".into(),
        Problem::NotAValue { found, .. } => format!("{found} is none of the output values of its column"),
        Problem::Unquoted { text } => format!("the option `{text}` has no quotes"),
        Problem::BareDate { date } => format!("{date} without quotes is a subtraction and no date"),
        Problem::Chain => "comparisons cannot be chained".into(),
        Problem::WholeList => "the list of answers is compared as a whole, in its order".into(),
        Problem::NotCallable { found } => format!("expected a function, found {found}"),
        Problem::Limit => "evaluating this takes too many steps or too much memory".into(),
        Problem::NoInput => "`?` stands for the input of a test, and this is no test".into(),
    }
}

pub(super) fn related(problem: &Problem) -> Option<String> {
    match problem {
        Problem::Operands { left, .. } => Some(format!("this is {left}")),
        Problem::NotAnOption { .. } => Some("the question it is compared with".into()),
        _ => None,
    }
}

pub(super) fn help(problem: &Problem) -> Option<String> {
    if let Some(advice) = super::advice(problem) {
        return Some(match advice {
            Advice::Type(instead) => format!("type `{instead}` instead"),
            Advice::Replace(part, instead) => format!("write `{instead}` for `{part}`"),
            Advice::Say(_, english) => english.into(),
        });
    }
    let did_you_mean = |near: &str| format!("did you mean `{near}`");
    Some(match problem {
        Problem::Character { instead: Some(""), .. } => "leave it out".into(),
        Problem::Character { instead: Some(instead), .. } => format!("type `{instead}` instead"),
        Problem::Character { .. } => "if it is part of a text, put the text in `\"`".into(),
        Problem::Unclosed { expected } => format!("add `{expected}`, or leave this one out"),
        Problem::Escape { .. } => {
            r#"write `\\` for a backslash; `\"`, `\n`, `\r`, `\t` and `\u0041` are known"#.into()
        }
        Problem::NumberTooLarge => "check for a digit too many".into(),
        Problem::TooDeep | Problem::TooLong => "put parts of it into decisions of their own".into(),
        Problem::AtLiteral { .. } => {
            "write a date as `@\"2026-01-31\"`, a duration as `@\"P30D\"` or `@\"P1Y6M\"`".into()
        }
        Problem::UnknownName { .. } => near(problem)
            .map_or_else(|| "names are spelt as declared; a text needs quotes".into(), did_you_mean),
        Problem::UnknownType { name } if matches!(&**name, "list" | "range") => {
            format!("say of what: `{name}<Any>`")
        }
        Problem::UnknownType { name } if &**name == "context" => {
            "say which entries it has: `context<name: string>`".into()
        }
        Problem::UnknownType { name } if &**name == "function" => {
            "say what it takes and gives: `function<number>->number`".into()
        }
        Problem::UnknownFunction { .. } | Problem::UnknownType { .. } => {
            return near(problem).map(did_you_mean);
        }
        Problem::Limit => {
            "check iterations, functions that call themselves, and texts or lists that grow".into()
        }
        Problem::UnknownEntry { declared, .. } => match near(problem) {
            Some(near) => did_you_mean(near),
            None if declared.is_empty() => return None,
            None => format!("there are: {}", all(declared.iter().map(|entry| &**entry))),
        },
        Problem::Duplicate { .. } => "change one of them".into(),
        Problem::Clock { .. } => "use the name of the date of assessment".into(),
        Problem::NotOnPage { .. } => "rules can use what is in rules/FEEL.md".into(),
        Problem::NoInput => "name the value, as in `n > 1`".into(),
        Problem::NotCallable { .. } => "only functions are followed by brackets; `*` multiplies".into(),
        Problem::Arity { signatures, .. } | Problem::UnknownParameter { signatures, .. } => {
            format!("it is written {}", all(signatures.iter().map(String::as_str)))
        }
        Problem::NotAnOption { options, .. } => {
            format!("options: {}", all(options.iter().map(|option| &**option)))
        }
        Problem::Cells { .. } => "one cell for each column; `-` where a column does not matter".into(),
        Problem::NotConstant => "write a text, a number or a date".into(),
        Problem::NotAValue { values, .. } => {
            format!("output values: {}", all(values.iter().map(|it| &**it)))
        }
        Problem::Unquoted { text } => format!("write `\"{text}\"`"),
        Problem::BareDate { date } => format!("write `@\"{date}\"`"),
        Problem::WholeList => {
            "to look for options write `list contains(q, \"a\") or list contains(q, \"b\")`".into()
        }
        Problem::Chain => "write `1 < n and n < 5`, or `n in (1..5)`".into(),
        _ => return None,
    })
}

fn all<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    listed(texts, ", ", |rest| format!(" and {rest} more"))
}

fn name(expected: Expected) -> String {
    match expected {
        Expected::Value => "a value".into(),
        Expected::Operator => "an operator or the end of the text".into(),
        Expected::Name => "a name".into(),
        Expected::Type => "a type".into(),
        Expected::Text(text) => format!("`{text}`"),
    }
}

fn text(found: &str) -> String {
    if found.is_empty() { "the end of the text".into() } else { format!("`{found}`") }
}
