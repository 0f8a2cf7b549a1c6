//! Capital and small letters (10.3.4.3): their tables are what costs.
use crate::builtins::table::{Run, table};
use crate::value::Value;

table! {
    "upper case"("string": String Required) -> String, Nothing,
        Run::Plain(|a| change(a, str::to_uppercase)),
        "a text in capitals", "upper case(\"abc\") = \"ABC\"";
    "lower case"("string": String Required) -> String, Nothing,
        Run::Plain(|a| change(a, str::to_lowercase)),
        "a text in small letters", "lower case(\"ABC\") = \"abc\"";
}

fn change(arguments: &[Value], change: fn(&str) -> String) -> Value {
    match arguments {
        [Value::String(text)] => Value::String(change(text).into()),
        _ => Value::Null,
    }
}
