//! Forms that only the whole language has: contexts, functions and their calls, `for`,
//! `instance of`. Rules do without them, and so does the page.
use super::Machine;
use crate::builtins;
use crate::code::{Code, Template};
use crate::ops;
use crate::types::Type;
use crate::value::{Closure, Context, Function, Value};
use std::rc::Rc;

/// How far calls may nest, counted in levels of code.
const MAX_DEPTH: u32 = 600;
/// The price of an item that an iteration adds to its list.
const ITEM: usize = 8;

impl Machine<'_> {
    /// The value of a form that is not in [`Machine::run`].
    #[inline(never)]
    pub(super) fn run_whole(&mut self, code: &Code) -> Value {
        match code {
            Code::Shared(code) => self.run(code),
            Code::InstanceOf(part, ty) => {
                let value = self.run(part);
                self.read(&value);
                ops::conforms(&value, ty)
            }
            Code::Context(entries) => {
                let context = self.context(entries);
                self.made(context)
            }
            Code::For { domains, body, partial } => self.iterate(domains, body, *partial),
            Code::ItemEntry(at, name, otherwise) => match self.locals.get(*at) {
                Some(Value::Unknown) => Value::Unknown,
                Some(Value::Context(context)) if context.get(name).is_some() => {
                    context.get(name).cloned().unwrap_or(Value::Null)
                }
                _ => self.run(otherwise),
            },
            Code::Call { callee, names, arguments } => {
                let callee = self.run(callee);
                let arguments = arguments.iter().map(|argument| self.run(argument)).collect();
                self.call(&callee, names.as_deref(), arguments)
            }
            Code::Function(template) => {
                let function = self.capture(template);
                self.made(function)
            }
            // Everything else is in `run`.
            _ => Value::Null,
        }
    }

    fn context(&mut self, entries: &[(Rc<str>, Code)]) -> Value {
        let bottom = self.locals.len();
        for (_, code) in entries {
            let value = self.run(code);
            self.locals.push(value);
        }
        let values = self.locals.split_off(bottom);
        Value::Context(Context::new(entries.iter().map(|(name, _)| name.clone()).zip(values).collect()))
    }

    /// A function with the variables it reads.
    fn capture(&self, template: &Template) -> Value {
        let end = template.slots.last().map_or(0, |slot| slot.index() + 1);
        let mut slots = vec![Value::Null; end];
        for slot in &template.slots {
            if let Some(place) = slots.get_mut(slot.index()) {
                *place = self.slots.get(slot.index()).cloned().unwrap_or(Value::Unknown);
            }
        }
        let read = |at: usize| template.locals.contains(&at);
        let locals = self
            .locals
            .iter()
            .enumerate()
            .map(|(at, value)| if read(at) { value.clone() } else { Value::Null });
        Value::Function(Function::User(Rc::new(Closure {
            params: template.params.clone(),
            body: template.body.clone(),
            gives: template.gives.clone(),
            height: template.height,
            slots: slots.into(),
            locals: locals.collect(),
            result: Type::Any,
        })))
    }

    /// `for` (10.3.2.14): the list of what the body gives. `partial` is that list so far.
    pub(super) fn iterate(&mut self, domains: &[Code], body: &Code, partial: bool) -> Value {
        let mut results: Vec<Value> = Vec::new();
        let end = self.each(domains, &mut |machine| {
            let so_far = if partial && machine.spend(results.len()) {
                Value::List(results.as_slice().into())
            } else {
                Value::Null
            };
            let result = machine.bind(so_far, |machine| machine.run(body));
            let result = machine.made(result);
            results.push(result);
            (!machine.spend(ITEM)).then_some(Value::Null)
        });
        end.unwrap_or_else(|| Value::list(results))
    }

    /// Calls a value with arguments by place or by name.
    pub(crate) fn call(&mut self, callee: &Value, names: Option<&[Rc<str>]>, arguments: Vec<Value>) -> Value {
        match callee {
            Value::Unknown => Value::Unknown,
            Value::Function(Function::Builtin(row)) => match builtins::bind(row.name, names, arguments) {
                Some((row, mut arguments)) => self.call_builtin(row, &mut arguments),
                None => Value::Null,
            },
            Value::Function(Function::User(closure)) => self.call_user(closure, names, arguments),
            _ => Value::Null,
        }
    }

    /// Calls a user's function: each argument is made to fit its parameter's type, else the
    /// result is null (10.3.2.10).
    fn call_user(&mut self, closure: &Closure, names: Option<&[Rc<str>]>, arguments: Vec<Value>) -> Value {
        // By place all are given; one that is not given by name is null (10.3.2.13.5).
        let known = |name: &Rc<str>| closure.params.iter().any(|(param, _)| param == name);
        if names.map_or(arguments.len() != closure.params.len(), |names| !names.iter().all(known)) {
            return Value::Null;
        }
        let mut locals = closure.locals.to_vec();
        let mut unsure = false;
        for (index, (name, ty)) in closure.params.iter().enumerate() {
            let place = match names {
                Some(names) => names.iter().position(|given| given == name),
                None => Some(index),
            };
            let argument = place.and_then(|place| arguments.get(place)).unwrap_or(&Value::Null);
            self.read(argument);
            let fitted = ops::coerce(argument, ty);
            if fitted == Value::Null && *argument != Value::Null {
                return Value::Null;
            }
            unsure |= fitted.is_unknown() && *ty != Type::Any;
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
        match ops::coerce(&result, &closure.result) {
            Value::Null => Value::Null,
            // What may turn out not to fit may turn the whole to null.
            _ if unsure => Value::Unknown,
            result => result,
        }
    }
}
