//! Calls: which signature is meant, and whether the arguments suit it.
use super::Checker;
use crate::builtins::{self, Builtin, Kind as Takes, Run};
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::syntax::tree::{Arguments, Expr, Kind};
use crate::temporal::DateTime;
use crate::types::Type;
use crate::value::{Function, Value};
use std::rc::Rc;

/// Arguments as they were given, checked.
struct Given<'e> {
    names: Option<Vec<Rc<str>>>,
    /// Where the names stand.
    labels: Vec<Span>,
    places: Vec<&'e Expr>,
    codes: Vec<Code>,
    types: Vec<Type>,
}

impl Checker<'_> {
    pub(super) fn call(&mut self, callee: &Expr, arguments: &Arguments, span: Span) -> (Code, Type) {
        let names = match arguments {
            Arguments::Positional(_) => None,
            Arguments::Named(list) => Some(list.iter().map(|(name, _)| name.text.clone()).collect()),
        };
        let labels = match arguments {
            Arguments::Positional(_) => Vec::new(),
            Arguments::Named(list) => list.iter().map(|(name, _)| name.span).collect(),
        };
        let places: Vec<&Expr> = match arguments {
            Arguments::Positional(list) => list.iter().collect(),
            Arguments::Named(list) => list.iter().map(|(_, value)| value).collect(),
        };
        let (codes, types) = places.iter().map(|place| self.check(place)).unzip();
        let given = Given { names, labels, places, codes, types };
        if let Kind::Name(name) = &callee.kind {
            match self.lookup(name, self.locals.len()) {
                None => {
                    let declared = builtins::names().map(Box::from).collect();
                    return self.unresolved(
                        callee.span,
                        Problem::UnknownFunction { name: (&**name).into(), declared },
                    );
                }
                Some((Code::Value(Value::Function(Function::Builtin(row))), _)) => {
                    return self.builtin(row.name, callee.span, span, given);
                }
                Some(_) => {}
            }
        }
        let (code, ty) = self.check(callee);
        let result = match &ty {
            Type::Function(_, result) => result.as_ref().clone(),
            Type::Any => Type::Any,
            found => {
                self.report(callee.span, Problem::NotCallable { found: found.clone() });
                Type::Any
            }
        };
        (dynamic(code, given), result)
    }

    fn builtin(&mut self, name: &'static str, callee: Span, span: Span, given: Given<'_>) -> (Code, Type) {
        let names = given.names.as_deref();
        let takes: Vec<&'static Builtin> =
            builtins::rows(name).filter(|row| row.takes(names, given.codes.len())).collect();
        let mut suits: Vec<&'static Builtin> =
            takes.iter().copied().filter(|row| wrong(row, &given).is_none()).collect();
        // None after one that takes anything is ever called.
        let all = |row: &&Builtin| row.params.iter().all(|param| param.kind == Takes::Any);
        suits.truncate(suits.iter().position(all).map_or(suits.len(), |at| at + 1));
        match (&*takes, &*suits) {
            ([], _) => {
                self.no_signature(name, span, &given);
                (Code::Value(Value::Null), Type::Any)
            }
            ([row, ..], []) => {
                if let Some((place, param, found)) = wrong(row, &given) {
                    let param = row.params.get(param);
                    self.report(
                        place,
                        Problem::Argument {
                            name: name.into(),
                            parameter: param.map_or("", |param| param.name).into(),
                            expected: param.map(|param| param.kind.accepted()).unwrap_or_default(),
                            found,
                        },
                    );
                }
                (Code::Value(Value::Null), row.result.ty())
            }
            (_, [Builtin { run: Run::Clock(read), .. }]) => self.clock(name, *read, callee),
            (_, [row]) => {
                self.options(row, &given);
                self.written_time(row, &given);
                let ty = result(row, &given);
                let missing = || Code::Value(Value::Null);
                let placed = row.place(names, given.codes, missing, |rest| Code::List(rest.into()));
                (self.folded(Code::Builtin(row, placed.into())), ty)
            }
            (_, [row, ..]) => {
                let ty = row.result.ty();
                (dynamic(Code::Value(Value::Function(Function::Builtin(row))), given), ty)
            }
        }
    }

    /// What the clock shows, where the scope was given one.
    fn clock(&mut self, name: &'static str, read: fn(&DateTime) -> Value, callee: Span) -> (Code, Type) {
        match self.scope.now() {
            Some(now) => {
                let value = read(now);
                let ty = value.ty();
                (Code::Value(value), ty)
            }
            None => self.unresolved(callee, Problem::Clock { name }),
        }
    }

    /// Complains that no signature takes so many arguments, or one of that name.
    fn no_signature(&mut self, name: &'static str, span: Span, given: &Given<'_>) {
        let signatures: Vec<String> = builtins::rows(name).map(ToString::to_string).collect();
        let unknown = given.names.iter().flatten().zip(&given.labels).find(|(given, _)| {
            !builtins::rows(name).any(|row| row.params.iter().any(|param| param.name == &***given))
        });
        let name = name.into();
        match unknown {
            Some((parameter, place)) => {
                self.report(
                    *place,
                    Problem::UnknownParameter { name, parameter: (&**parameter).into(), signatures },
                );
            }
            None => self.report(span, Problem::Arity { name, found: given.codes.len(), signatures }),
        }
    }

    /// Warns where a date, time or duration is made of a text that is none: it would be null.
    fn written_time(&mut self, row: &Builtin, given: &Given<'_>) {
        if let ("date" | "time" | "date and time" | "duration", [place]) = (row.name, &*given.places)
            && let Kind::Literal(Value::String(text)) = &place.kind
            && Value::temporal(text).is_none()
        {
            let complaint = Diagnostic::error(place.span, Problem::AtLiteral { found: (&**text).into() });
            self.diagnostics.push(Diagnostic { severity: Severity::Warning, ..complaint });
        }
    }

    /// Complains about strings that are none of the options of a list that is searched for them.
    fn options(&mut self, row: &Builtin, given: &Given<'_>) {
        if let ("list contains" | "index of", [list, element], [Type::List(item), _]) =
            (row.name, &*given.places, &*given.types)
        {
            self.option(item, list, element);
        }
    }
}

fn dynamic(callee: Code, given: Given<'_>) -> Code {
    Code::Call { callee: Box::new(callee), names: given.names.map(Into::into), arguments: given.codes.into() }
}

/// The first argument that cannot suit its parameter: its place, the parameter, its type.
fn wrong(row: &Builtin, given: &Given<'_>) -> Option<(Span, usize, Type)> {
    let many = row.gathers(given.names.as_deref(), given.codes.len());
    let last = row.params.len().saturating_sub(1);
    for (index, (place, ty)) in given.places.iter().zip(&given.types).enumerate() {
        let at = match &given.names {
            Some(names) => row
                .params
                .iter()
                .position(|param| names.get(index).is_some_and(|name| **name == *param.name))?,
            None => index.min(last),
        };
        let param = row.params.get(at)?;
        let optional = *ty == Type::Null && !param.is_required();
        // One of many arguments is an item of the list they make.
        let ty = if many && at == last { Type::list(ty.clone()) } else { ty.clone() };
        let null = ty == Type::Null && param.kind != Takes::Any && !optional;
        if !optional && !null && !param.kind.allows(&ty) {
            return Some((place.span, at, ty));
        }
    }
    None
}

/// The type of the result.
fn result(row: &Builtin, given: &Given<'_>) -> Type {
    let first = given.types.first().cloned().unwrap_or(Type::Any);
    match row.result {
        Takes::First => first,
        Takes::Item if given.types.len() > 1 => Type::join(given.types.iter().cloned()),
        Takes::Item => super::paths::item_type(&first),
        other => other.ty(),
    }
}
