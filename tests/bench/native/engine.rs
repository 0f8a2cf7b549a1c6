//! The two engines behind one face.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dsntk_feel::values::Value as TheirValue;
use dsntk_feel::{Evaluator, FeelScope};
use feel::{Program, Scope, Value, compile};

use crate::Case;

/// An engine that compiles a text once and evaluates it many times.
pub trait Engine {
    /// Names and their values.
    type World;
    /// A compiled text.
    type Program;
    /// A result.
    type Value;

    /// Reads a FEEL context. `unknown`: what is null in it is not known, where the engine has that.
    fn world(inputs: &str, unknown: bool) -> Option<Self::World>;
    /// Compiles a text; nothing where it cannot be read.
    fn compile(text: &str, world: &Self::World) -> Option<Self::Program>;
    /// Evaluates; the world may be another one of the same names.
    fn eval(program: &Self::Program, world: &Self::World) -> Self::Value;
    /// Whether the result is the truth value true.
    fn is_true(value: &Self::Value) -> bool;
}

/// Whether a case comes to what is expected, by the engine's own equality. Numbers may differ by
/// the kit's 1e-8.
pub(crate) fn passes<E: Engine>(case: &Case, world: &E::World) -> bool {
    let (text, expected) = (&case.text, &case.expected);
    let holds = |text: &str| E::compile(text, world).is_some_and(|it| E::is_true(&E::eval(&it, world)));
    let right = || {
        holds(&format!("({text}) = ({expected})"))
            || holds(&format!("abs(({text}) - ({expected})) < 0.00000001"))
    };
    // An engine that panics on a case does not pass it.
    catch_unwind(AssertUnwindSafe(right)).unwrap_or(false)
}

/// The FEEL of this project: with every function of the standard, or as rules have it.
#[derive(Debug)]
pub struct Ours<const EXTENDED: bool = true>;

/// As rules have it: with what the page has, and constants folded.
pub type ForRules = Ours<false>;

impl<const EXTENDED: bool> Ours<EXTENDED> {
    fn scope() -> Scope {
        if EXTENDED { Scope::extended() } else { Scope::new() }
    }

    /// The world without a name.
    pub(crate) fn empty() -> <Self as Engine>::World {
        (Self::scope(), Vec::new())
    }

    /// A text as the page's module reads it; nothing where it needs the whole language.
    pub(crate) fn code(text: &str, world: &<Self as Engine>::World) -> Option<String> {
        Self::compile(text, world)?.encode()
    }
}

impl<const EXTENDED: bool> Engine for Ours<EXTENDED> {
    type World = (Scope, Vec<Value>);
    type Program = Program;
    type Value = Value;

    fn world(inputs: &str, unknown: bool) -> Option<Self::World> {
        let Value::Context(context) = compile(inputs, &Scope::extended()).0?.eval(&[]) else { return None };
        let (mut scope, mut values) = Self::empty();
        for (name, value) in context.iter() {
            scope.declare(name, value.ty());
            values.push(if unknown && *value == Value::Null { Value::Unknown } else { value.clone() });
        }
        Some((scope, values))
    }

    fn compile(text: &str, world: &Self::World) -> Option<Program> {
        compile(text, &world.0).0
    }

    fn eval(program: &Program, world: &Self::World) -> Value {
        program.eval(&world.1)
    }

    fn is_true(value: &Value) -> bool {
        *value == Value::Boolean(true)
    }
}

/// `dsntk-feel-evaluator`.
#[derive(Debug)]
pub struct Dsntk;

impl Engine for Dsntk {
    type World = FeelScope;
    type Program = Evaluator;
    type Value = TheirValue;

    fn world(inputs: &str, _: bool) -> Option<FeelScope> {
        dsntk_feel_evaluator::evaluate_context(&FeelScope::default(), inputs).ok().map(FeelScope::from)
    }

    fn compile(text: &str, world: &FeelScope) -> Option<Evaluator> {
        let tree = dsntk_feel_parser::parse_expression(world, text, false).ok()?;
        Some(dsntk_feel_evaluator::prepare(&tree))
    }

    fn eval(program: &Evaluator, world: &FeelScope) -> TheirValue {
        program(world)
    }

    fn is_true(value: &TheirValue) -> bool {
        matches!(value, TheirValue::Boolean(true))
    }
}
