//! A program: a text that was checked, or the code that was made of one, ready to be evaluated
//! any number of times.
use crate::code::{self, Code};
use crate::formula::Formula;
use crate::run::{self, Limit, Machine};
use crate::slots::Slot;
#[cfg(feature = "full")]
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Program {
    code: Rc<Code>,
    #[cfg(feature = "full")]
    ty: Type,
    slots: Rc<[Slot]>,
}

impl Program {
    /// A checked code.
    #[cfg(feature = "full")]
    pub(crate) fn new(code: Code, ty: Type) -> Program {
        let slots = code.slots().into_vec().into();
        Program { code: Rc::new(code), ty, slots }
    }

    /// The code as a part of another program.
    #[cfg(feature = "full")]
    pub(crate) fn shared(&self) -> Code {
        Code::Shared(self.code.clone())
    }

    /// The program as the page loads it: see [`Program::decode`].
    #[cfg(feature = "full")]
    #[must_use]
    pub fn encode(&self) -> Option<String> {
        code::encode(&self.code)
    }

    /// The program that was encoded, or nothing if the text is none, or needs what this build
    /// lacks.
    #[must_use]
    pub fn decode(text: &str) -> Option<Program> {
        let code = code::decode(text)?;
        let slots = code.slots().into_vec().into();
        Some(Program {
            code: Rc::new(code),
            #[cfg(feature = "full")]
            ty: Type::Any,
            slots,
        })
    }

    /// The value, given those of the declared variables by [`Slot::index`]; a missing one is
    /// unknown. Never fails: FEEL's errors are null, and so is an evaluation beyond the limits,
    /// unless it read something unknown, which may have been what made it long.
    #[must_use]
    pub fn eval(&self, env: &[Value]) -> Value {
        self.try_eval(env).unwrap_or_else(|Limit| self.beyond(env))
    }

    fn beyond(&self, env: &[Value]) -> Value {
        let unknown = |slot: &Slot| env.get(slot.index()).is_none_or(Value::has_unknown);
        if self.slots.iter().any(unknown) { Value::Unknown } else { Value::Null }
    }

    /// Whether a condition holds: whether its value is `true`. Nothing if that is unknown. This
    /// says more than the value where an answer is missing and another does not apply: `? and null`
    /// is false or null and will never hold.
    #[must_use]
    pub fn holds(&self, env: &[Value]) -> Option<bool> {
        let mut machine = Machine::new(env);
        let holds = machine.holds(&self.code);
        if !machine.is_spent() {
            return holds;
        }
        (!self.beyond(env).is_unknown()).then_some(false)
    }

    /// The value as [`Program::eval`] gives it.
    ///
    /// # Errors
    /// If the evaluation takes more steps, calls or memory than one may.
    pub fn try_eval(&self, env: &[Value]) -> Result<Value, Limit> {
        let mut machine = Machine::new(env);
        let value = machine.run(&self.code);
        if machine.is_spent() { Err(Limit) } else { Ok(value) }
    }

    /// The type of the value, as far as it is known; `Any` for a decoded program.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn ty(&self) -> &Type {
        &self.ty
    }

    /// The program taken apart, as a condition.
    #[must_use]
    pub fn formula(&self) -> Formula<'_> {
        Formula::of(&self.code)
    }

    /// Every variable read, sorted, without duplicates.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The unknown variables that can still change an unknown result, sorted; empty when the
    /// result is not unknown. Parts that are decided, or cut off by a decided operand, do not count.
    #[must_use]
    pub fn blockers(&self, env: &[Value]) -> Vec<Slot> {
        run::blockers(&self.code, env)
    }

    /// The unknown variables that can still change whether a condition holds, sorted; empty when
    /// [`Program::holds`] knows.
    #[must_use]
    pub fn undecided(&self, env: &[Value]) -> Vec<Slot> {
        run::undecided(&self.code, env)
    }
}
