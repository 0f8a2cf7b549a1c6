//! Calendar functions (10.3.4.8).
use crate::builtins::boolean::first;
use crate::builtins::table::{Run, table};
use crate::temporal::Date;
use crate::value::Value;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

table! {
    "day of year"("date": Day Required) -> Number, Nothing, Run::Plain(|a| on(a, |d| d.day_of_year().into())),
        "the day of the year, 1 to 366", "day of year(@\"2026-02-01\") = 32";
    "day of week"("date": Day Required) -> String, Nothing, Run::Plain(|a| on(a, |d| name(&DAYS, d.weekday()))),
        "the English name of the day", "day of week(@\"2026-01-01\") = \"Thursday\"";
    "month of year"("date": Day Required) -> String, Nothing, Run::Plain(|a| on(a, |d| name(&MONTHS, d.month()))),
        "the English name of the month", "month of year(@\"2026-01-01\") = \"January\"";
    "week of year"("date": Day Required) -> Number, Nothing, Run::Plain(|a| on(a, |d| d.week_of_year().into())),
        "the week of the year by ISO 8601", "week of year(@\"2026-01-01\") = 1";
}

fn on(arguments: &[Value], run: impl Fn(Date) -> Value) -> Value {
    match first(arguments) {
        Value::Date(date) => run(*date),
        Value::DateTime(moment) => run(moment.date),
        _ => Value::Null,
    }
}

fn name(names: &[&str], number: i64) -> Value {
    usize::try_from(number - 1).ok().and_then(|index| names.get(index)).map(|name| Value::string(name)).into()
}
