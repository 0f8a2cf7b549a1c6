//! What a row of the table is, and the notation rows are written in.
use super::Kind;
#[cfg(feature = "full")]
use crate::run::Machine;
#[cfg(feature = "full")]
use crate::temporal::DateTime;
use crate::value::Value;
use std::fmt;

/// One signature of a built-in function.
pub struct Builtin {
    /// Its name.
    pub name: &'static str,
    /// Its parameters.
    pub(crate) params: &'static [Param],
    /// What it gives.
    #[cfg(feature = "full")]
    pub(crate) result: Kind,
    /// What it can do with unknown arguments.
    pub(crate) sees: Sees,
    /// What computes it.
    pub(crate) run: Run,
}

/// There is one of each.
#[cfg(feature = "full")]
impl PartialEq for Builtin {
    fn eq(&self, other: &Builtin) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Builtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A parameter.
pub(crate) struct Param {
    #[cfg(feature = "full")]
    pub name: &'static str,
    pub kind: Kind,
    pub mode: Mode,
}

/// How a parameter is given.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only other families use some"))]
pub(crate) enum Mode {
    /// Always.
    Required,
    /// It may be left out or null.
    Optional,
    /// As a list, or as any number of arguments.
    Rest,
    /// As any number of arguments, each an item whatever it is.
    Many,
}

#[cfg(feature = "full")]
impl Param {
    /// Whether it must be given.
    pub fn is_required(&self) -> bool {
        self.mode != Mode::Optional
    }

    /// Whether it takes all arguments that are left.
    pub fn is_rest(&self) -> bool {
        matches!(self.mode, Mode::Rest | Mode::Many)
    }

    /// Whether a single argument is an item too, and not the list of all.
    pub fn is_many(&self) -> bool {
        self.mode == Mode::Many
    }
}

impl Param {
    /// Makes an argument fit: a list of one stands for its item, an item for a list of one
    /// (10.3.2.9.4). False if it can never fit.
    pub fn accept(&self, argument: &mut Value) -> bool {
        if self.kind.holds(argument) || (*argument == Value::Null && self.mode == Mode::Optional) {
            return true;
        }
        let other = match &*argument {
            Value::Null => return false,
            Value::List(items) => match &**items {
                [item] => item.clone(),
                _ => return false,
            },
            item => Value::list(vec![item.clone()]),
        };
        *argument = other;
        self.kind.holds(argument)
    }
}

/// What a function may see of unknowns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sees {
    /// Any unknown makes the result unknown.
    Nothing,
    /// Lists and contexts may hold unknowns: the function only moves or counts them.
    Items,
    /// All: the function itself gives unknown where the result depends on it.
    All,
}

/// What computes a function.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// From the arguments alone.
    Plain(fn(&[Value]) -> Value),
    /// With the machine: it calls functions it is given, or costs more than its arguments and its
    /// result are long.
    #[cfg(feature = "full")]
    Machine(fn(&mut Machine<'_>, &[Value]) -> Value),
    /// From the moment that the clock of the scope shows; no program contains it.
    #[cfg(feature = "full")]
    Clock(fn(&DateTime) -> Value),
}

/// Writes the rows of a family: `"name"("parameter": Kind mode, …) -> Kind, sees, run, "what it
/// does", "example"`. The documentation becomes a table of its own, so that a program that does
/// not print it does not carry it.
macro_rules! table {
    ($($name:literal ($($param:literal : $kind:ident $mode:ident),*) -> $result:ident,
       $sees:ident, $run:expr, $doc:literal, $example:literal;)*) => {
        /// The functions.
        pub(in crate::builtins) static ROWS: &[crate::builtins::Builtin] = &[$(crate::builtins::Builtin {
            name: $name,
            params: &[$(crate::builtins::Param {
                #[cfg(feature = "full")]
                name: $param,
                kind: crate::builtins::Kind::$kind,
                mode: crate::builtins::table::Mode::$mode,
            }),*],
            #[cfg(feature = "full")]
            result: crate::builtins::Kind::$result,
            sees: crate::builtins::Sees::$sees,
            run: $run,
        }),*];
        /// Their documentation, row by row.
        pub(in crate::builtins) static DOCS: &[(&str, &str, &str)] = &[$(($name, $doc, $example)),*];
    };
}
pub(super) use table;
