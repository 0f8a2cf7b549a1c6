//! Roots, powers of e and logarithms (10.3.4.5).
use crate::builtins::table::{Run, table};
use crate::number::Number;
use crate::run::Machine;
use crate::value::Value;

table! {
    "modulo"("dividend": Number Required, "divisor": Number Required) -> Number, Nothing,
        Run::Plain(|a| match a {
            [Value::Number(a), Value::Number(b)] => a.modulo(*b).into(),
            _ => Value::Null,
        }),
        "the rest of a division, with the sign of the divisor", "modulo(12, 5) = 2";
    "even"("number": Number Required) -> Boolean, Nothing, Run::Plain(|a| divides(a, 0)),
        "whether a number is even", "even(4) = true";
    "odd"("number": Number Required) -> Boolean, Nothing, Run::Plain(|a| divides(a, 1)),
        "whether a number is odd", "odd(5) = true";
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

/// Whether a whole number leaves this rest when halved.
fn divides(arguments: &[Value], rest: i64) -> Value {
    match arguments {
        [Value::Number(number)] => Value::Boolean(number.modulo(Number::from(2)) == Some(Number::from(rest))),
        _ => Value::Null,
    }
}
