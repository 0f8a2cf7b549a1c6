//! Calls of built-ins: what a missing or unknown argument means.
use super::Machine;
use crate::builtins::{Builtin, Kind, Run, Sees};
use crate::code::Code;
use crate::value::Value;

impl Machine<'_> {
    /// Calls a built-in with arguments that are still to be computed. None of the page has more
    /// than three, so they need no memory of their own.
    #[inline(never)]
    pub(super) fn builtin(&mut self, row: &'static Builtin, codes: &[Code]) -> Value {
        let mut few = [const { Value::Null }; 3];
        if let Some(arguments) = few.get_mut(..codes.len()) {
            for (argument, code) in arguments.iter_mut().zip(codes) {
                *argument = self.run(code);
            }
            return self.call_builtin(row, arguments);
        }
        let mut arguments: Vec<Value> = codes.iter().map(|code| self.run(code)).collect();
        self.call_builtin(row, &mut arguments)
    }

    /// Calls a built-in whose arguments were put in the order of its parameters. An argument that
    /// can never fit makes the result null; else an unknown one makes it unknown, unless the
    /// built-in looks at unknowns itself.
    pub(super) fn call_builtin(&mut self, row: &'static Builtin, arguments: &mut [Value]) -> Value {
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
            // What may be anything is only moved too.
            Sees::Items => {
                let mut pairs = arguments.iter().zip(row.params);
                pairs.any(|(argument, param)| argument.is_unknown() && param.kind != Kind::Any)
            }
            Sees::All => false,
        };
        let result = match row.run {
            _ if blocked => Value::Unknown,
            Run::Plain(run) => run(arguments),
            #[cfg(feature = "full")]
            Run::Machine(run) => run(self, arguments),
            // Not in any program; as a value it could be called all the same.
            #[cfg(feature = "full")]
            Run::Clock(_) => Value::Null,
        };
        self.made(result)
    }
}
