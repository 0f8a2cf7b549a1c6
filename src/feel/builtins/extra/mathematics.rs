//! Roots, powers of e and logarithms (10.3.4.5).
use crate::builtins::table::{Run, table};
use crate::number::Number;
use crate::run::Machine;
use crate::value::Value;

table! {
    "sqrt"("number": Number Required) -> Number, Nothing, Run::Machine(|m, a| of(m, a, Number::sqrt)),
        "the square root", "sqrt(16) = 4";
    "log"("number": Number Required) -> Number, Nothing, Run::Machine(|m, a| of(m, a, Number::ln)),
        "the natural logarithm", "log(1) = 0";
    "exp"("number": Number Required) -> Number, Nothing, Run::Machine(|m, a| of(m, a, Number::exp)),
        "e to the power of a number", "exp(0) = 1";
}

/// The price of a series.
const SERIES: usize = 1000;

fn of(machine: &mut Machine<'_>, arguments: &[Value], function: fn(Number) -> Option<Number>) -> Value {
    match arguments {
        [Value::Number(number)] if machine.spend(SERIES) => function(*number).into(),
        _ => Value::Null,
    }
}
