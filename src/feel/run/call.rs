//! Calls: arguments to parameters, and what a missing or unknown argument means.
use super::{MAX_DEPTH, Machine};
use crate::builtins::{self, Builtin, Run, Sees};
use crate::ops;
use crate::value::{Closure, Function, Value};
use std::rc::Rc;

impl Machine<'_> {
    /// Calls a value with arguments by place or by name.
    pub(crate) fn call(&mut self, callee: &Value, names: Option<&[Rc<str>]>, arguments: Vec<Value>) -> Value {
        match callee {
            Value::Unknown => Value::Unknown,
            Value::Function(Function::Builtin(row)) => match builtins::bind(row, names, arguments) {
                Some((row, arguments)) => self.call_builtin(row, arguments),
                None => Value::Null,
            },
            Value::Function(Function::User(closure)) => self.call_user(closure, names, arguments),
            _ => Value::Null,
        }
    }

    /// Calls a built-in whose arguments were put in the order of its parameters. An argument that
    /// can never fit makes the result null; else an unknown one makes it unknown, unless the
    /// built-in looks at unknowns itself.
    pub(super) fn call_builtin(&mut self, row: &'static Builtin, mut arguments: Vec<Value>) -> Value {
        for (argument, param) in arguments.iter_mut().zip(row.params) {
            if !param.accept(argument) {
                return Value::Null;
            }
        }
        arguments.iter().for_each(|argument| self.read(argument));
        if self.is_spent() {
            return Value::Null;
        }
        let blocked = match row.sees {
            Sees::Nothing => arguments.iter().any(Value::has_unknown),
            Sees::Items => arguments.iter().any(Value::is_unknown),
            Sees::All => false,
        };
        let result = match row.run {
            _ if blocked => Value::Unknown,
            Run::Plain(run) => run(&arguments),
            Run::Machine(run) => run(self, &arguments),
            // Not in any program; as a value it could be called all the same.
            Run::Clock(_) => Value::Null,
        };
        self.made(result)
    }

    /// Calls a user's function: each argument is made to fit its parameter's type, else the
    /// result is null (10.3.2.10).
    fn call_user(&mut self, closure: &Closure, names: Option<&[Rc<str>]>, arguments: Vec<Value>) -> Value {
        if arguments.len() != closure.params.len() {
            return Value::Null;
        }
        let mut locals = closure.locals.to_vec();
        for (index, (name, ty)) in closure.params.iter().enumerate() {
            let place = match names {
                Some(names) => names.iter().position(|given| given == name),
                None => Some(index),
            };
            let Some(argument) = place.and_then(|place| arguments.get(place)) else { return Value::Null };
            self.read(argument);
            let fitted = ops::coerce(argument, ty);
            if fitted == Value::Null && *argument != Value::Null {
                return Value::Null;
            }
            locals.push(fitted);
        }
        let depth = self.depth + closure.height;
        if depth > MAX_DEPTH {
            self.left = 0;
        }
        if !self.spend(closure.locals.len()) {
            return Value::Null;
        }
        let mut machine = Machine { slots: &closure.slots, locals, depth, left: self.left };
        let result = machine.run(&closure.body);
        self.left = machine.left;
        self.read(&result);
        ops::coerce(&result, &closure.result)
    }
}
