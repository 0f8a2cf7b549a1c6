//! Complaints in English.
use super::{character, either, listed};
use crate::diagnostic::{Expected, Problem};
use crate::near::nearest;

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
    let did_you_mean = |name: &str, known: &[Box<str>]| {
        nearest(name, known.iter().map(|it| &**it)).map(|near| format!("did you mean `{near}`"))
    };
    Some(match problem {
        Problem::Character { instead: Some(""), .. } => "leave it out".into(),
        Problem::Character { instead: Some(instead), .. } => format!("type `{instead}` instead"),
        Problem::Escape { .. } => {
            r#"write `\\` for a backslash; `\"`, `\n`, `\r`, `\t` and `\u0041` are known"#.into()
        }
        Problem::TooDeep => "put parts of it into decisions of their own".into(),
        Problem::AtLiteral { .. } => {
            "write a date as `@\"2026-01-31\"`, a duration as `@\"P30D\"` or `@\"P1Y6M\"`".into()
        }
        Problem::UnknownName { name, declared } | Problem::UnknownFunction { name, declared } => {
            return did_you_mean(name, declared);
        }
        Problem::UnknownEntry { name, declared } => {
            return did_you_mean(name, declared).or_else(|| {
                (!declared.is_empty())
                    .then(|| format!("there are: {}", all(declared.iter().map(|entry| &**entry))))
            });
        }
        Problem::Limit => {
            "check iterations, functions that call themselves, and texts or lists that grow".into()
        }
        Problem::Clock { .. } => "declare the date of assessment as a variable and use that".into(),
        Problem::Arity { signatures, .. } | Problem::UnknownParameter { signatures, .. } => {
            format!("it is written {}", all(signatures.iter().map(String::as_str)))
        }
        Problem::NotAnOption { options, .. } => {
            format!("options: {}", all(options.iter().map(|option| &**option)))
        }
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
