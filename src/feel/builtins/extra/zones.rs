//! Conversions that know the zones of the time zone database (10.3.4.1), which the page does not have.
use crate::builtins::conversion::{any_date_time, any_time};
use crate::builtins::table::{Run, table};

table! {
    "time"("from": Any Required) -> Time, Nothing, Run::Plain(any_time),
        "a time from a text, which may name its zone, or from a date and time",
        "time(\"10:20:30@Asia/Shanghai\").timezone = \"Asia/Shanghai\"";
    "date and time"("from": Any Required) -> DateTime, Nothing, Run::Plain(any_date_time),
        "a date and time from a text, which may name its zone, or from a date",
        "date and time(\"2026-01-31T10:20:30@Asia/Shanghai\") = @\"2026-01-31T10:20:30+08:00\"";
}
