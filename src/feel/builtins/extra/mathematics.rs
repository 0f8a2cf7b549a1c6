//! Roots, powers of e and logarithms (10.3.4.5).
use crate::builtins::table::{Run, table};
use crate::number::Number;
use crate::value::Value;

table! {
    "sqrt"("number": Number Required) -> Number, Nothing, Run::Plain(|a| of(a, Number::sqrt)),
        "the square root", "sqrt(16) = 4";
    "log"("number": Number Required) -> Number, Nothing, Run::Plain(|a| of(a, Number::ln)),
        "the natural logarithm", "log(1) = 0";
    "exp"("number": Number Required) -> Number, Nothing, Run::Plain(|a| of(a, Number::exp)),
        "e to the power of a number", "exp(0) = 1";
}

fn of(arguments: &[Value], function: fn(Number) -> Option<Number>) -> Value {
    match arguments {
        [Value::Number(number)] => function(*number).into(),
        _ => Value::Null,
    }
}
