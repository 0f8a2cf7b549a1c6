//! The clock (10.3.4.9), which no rule may read.
use crate::builtins::table::{Run, table};

table! {
    "now"() -> DateTime, Nothing, Run::Clock(|now| now.clone().into()),
        "the current moment; not allowed in rules", "";
    "today"() -> Date, Nothing, Run::Clock(|now| now.date.into()), "the current day; not allowed in rules", "";
}
