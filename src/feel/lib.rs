//! FEEL, the expression language of DMN 1.5, with *unknown* as a first-class value.
//!
//! A text goes through four stages, each a module that knows only those before it:
//!
//! 1. `syntax` reads the text into a tree with places. It never fails; what it cannot read it
//!    reports, and goes on.
//! 2. `check` gives names their places and types, chooses built-ins, and reports what does not
//!    fit: unknown names, wrong types, texts that are no option of a question.
//! 3. `run` evaluates. It never fails either: what FEEL does not define is null.
//! 4. `describe` puts complaints into words, English or Chinese. Nothing else refers to it, so a
//!    program that shows no messages does not contain them.
//!
//! Beside them, `print` writes a tree as a text again: the formatter.
//!
//! Values (`value`, `number`, `temporal`) know their arithmetic (`ops`) and no places in a text.
//! There is no clock, no input or output, no floating point and no map without an order in here:
//! the same text and values give the same result everywhere.
//!
//! # Unknown is not null
//!
//! In FEEL `null = "x"` is false. A question nobody answered must not behave like that, so it is
//! [`Value::Unknown`], which goes through every operator whose result depends on it and no
//! further: `false and ?` is false, `? in (…)` is unknown. The law, tested exhaustively and by
//! generated expressions: **if evaluation with some values unknown gives a definite value, every
//! completion gives the same value.**
//!
//! ```
//! use feel::{Scope, Type, Value, compile};
//!
//! let mut scope = Scope::new();
//! scope.declare("用工人数", Type::Number);
//! scope.declare("书面合同", Type::choice(["都签了", "部分没签"]));
//! let (program, complaints) = compile("用工人数 > 0 and 书面合同 = “部分没签”", &scope);
//! assert!(program.is_none() && complaints.len() == 1); // curly quotes: reported, with the fix
//!
//! let (program, _) = compile("用工人数 ＞ 0 and 书面合同 = \"部分没签\"", &scope);
//! let program = program.expect("it is correct");
//! assert_eq!(program.eval(&[Value::from(0), Value::Unknown]), Value::Boolean(false));
//! assert_eq!(program.eval(&[Value::from(5), Value::Unknown]), Value::Unknown);
//! assert_eq!(program.blockers(&[Value::from(5), Value::Unknown]), [scope.slot("书面合同").unwrap()]);
//! ```
mod builtins;
#[cfg(feature = "full")]
mod check;
mod code;
#[cfg(feature = "full")]
mod compile;
#[cfg(feature = "full")]
mod decision;
#[cfg(feature = "full")]
mod describe;
#[cfg(feature = "full")]
mod diagnostic;
mod formula;
#[cfg(feature = "full")]
mod name;
mod near;
mod number;
mod operator;
mod ops;
#[cfg(feature = "full")]
mod places;
#[cfg(feature = "full")]
mod print;
mod program;
mod run;
#[cfg(feature = "full")]
mod scope;
mod slots;
#[cfg(feature = "full")]
mod syntax;
mod temporal;
#[cfg(feature = "full")]
mod types;
mod value;

#[cfg(feature = "full")]
pub use builtins::Builtin;
#[cfg(feature = "full")]
pub use compile::{compile, compile_tests};
#[cfg(feature = "full")]
pub use decision::{
    Aggregation, Cell, Decision, DecisionRow, HitPolicy, InputClause, Logic, OutputClause, Rule, Table,
};
#[cfg(feature = "full")]
pub use describe::{Description, Entry, Lang, describe, reference};
#[cfg(feature = "full")]
pub use diagnostic::{Diagnostic, Expected, Problem, Severity, Span};
pub use formula::{Atom, Formula, Shape, Term};
pub use near::nearest;
pub use number::{NotANumber, Number, Rounding};
pub use operator::Compare;
#[cfg(feature = "full")]
pub use places::atom_places;
#[cfg(feature = "full")]
pub use print::{Unformatted, columns, format, format_tests};
pub use program::Program;
pub use run::Limit;
#[cfg(feature = "full")]
pub use scope::Scope;
pub use slots::Slot;
pub use temporal::{Date, DaysDuration, NotTemporal, YearsDuration};
#[cfg(feature = "full")]
pub use temporal::{DateTime, Time, Zone};
#[cfg(feature = "full")]
pub use types::Type;
#[cfg(feature = "full")]
pub use value::{Closure, Context, Function};
pub use value::{Form, Range, Value};
