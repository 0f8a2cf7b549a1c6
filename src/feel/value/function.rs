//! Functions as values (10.3.2.10): built-ins by name, and users' functions with what they captured.
use super::Value;
use crate::builtins::{self, Builtin};
use crate::code::Code;
use crate::types::Type;
use std::fmt;
use std::rc::Rc;

/// A function value.
#[derive(Clone)]
pub enum Function {
    /// A built-in; of several signatures the first that fits the arguments is called.
    Builtin(&'static Builtin),
    /// A function written in FEEL.
    User(Rc<Closure>),
}

/// A function written in FEEL, with the variables it saw when it was made.
pub struct Closure {
    /// Parameters: names and declared types.
    pub params: Box<[(Rc<str>, Type)]>,
    /// What it computes.
    pub(crate) body: Rc<Code>,
    /// What the body gives, as far as it is known.
    pub(crate) gives: Type,
    /// Levels of the body.
    pub(crate) height: u32,
    /// Declared variables at the time; null where the body does not read them.
    pub(crate) slots: Box<[Value]>,
    /// Local variables at the time; null where the body does not read them.
    pub(crate) locals: Box<[Value]>,
    /// Type the result is made to fit, where one was declared (10.3.2.9.4).
    pub result: Type,
}

impl Function {
    /// The built-in of that name, of the page or not.
    #[must_use]
    pub fn builtin(name: &str) -> Option<Function> {
        builtins::rows(name).next().map(Function::Builtin)
    }

    /// A user's function whose result is made to fit `result`; built-ins stay as they are.
    #[must_use]
    pub fn with_result(&self, result: Type) -> Function {
        match self {
            Function::Builtin(row) => Function::Builtin(row),
            Function::User(closure) => Function::User(Rc::new(Closure {
                params: closure.params.clone(),
                body: closure.body.clone(),
                gives: closure.gives.clone(),
                height: closure.height,
                slots: closure.slots.clone(),
                locals: closure.locals.clone(),
                result,
            })),
        }
    }

    pub(super) fn captures_unknown(&self) -> bool {
        match self {
            Function::Builtin(_) => false,
            Function::User(closure) => closure.slots.iter().chain(&closure.locals).any(Value::has_unknown),
        }
    }

    /// Parameters and result.
    pub(crate) fn ty(&self) -> Type {
        match self {
            Function::Builtin(row) => row.ty(),
            Function::User(closure) => {
                let params = closure.params.iter().map(|(_, ty)| ty.clone()).collect();
                let result = if closure.result == Type::Any { &closure.gives } else { &closure.result };
                Type::Function(params, Rc::new(result.clone()))
            }
        }
    }
}

impl Closure {
    /// Whether parameters, body and scope are the same (table 53).
    fn is_as(&self, other: &Closure) -> bool {
        self.params == other.params
            && self.result == other.result
            && self.slots == other.slots
            && self.locals == other.locals
            && self.body == other.body
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        match (self, other) {
            (Function::Builtin(a), Function::Builtin(b)) => a.name == b.name,
            (Function::User(a), Function::User(b)) => Rc::ptr_eq(a, b) || a.is_as(b),
            _ => false,
        }
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Function::Builtin(row) => f.write_str(row.name),
            Function::User(closure) => write!(f, "function/{}", closure.params.len()),
        }
    }
}
