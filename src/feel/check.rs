//! From tree to code: names become places, built-ins are chosen, types and allowed values are
//! checked. All complaints are collected; code comes out in any case.
mod apart;
mod binding;
mod calls;
mod cases;
mod decision;
mod operators;
mod paths;
mod policy;

use crate::builtins;
use crate::code::{Code, lacking};
use crate::decision::Decision;
use crate::diagnostic::{Diagnostic, MAX_COMPLAINTS, Problem, Span};
use crate::run::Machine;
use crate::scope::Scope;
use crate::slots::Slot;
use crate::syntax::tree::{Expr, Kind, Name};
use crate::types::Type;
use crate::value::{Function, Value};
use std::rc::Rc;

/// A variable bound by the text.
struct Local {
    name: Rc<str>,
    ty: Type,
    /// Whether its entries can be named alone, as in a filter.
    open: bool,
    /// The declared variable it is another name of; it then has no place of its own at run time.
    slot: Option<Slot>,
}

pub(crate) struct Checker<'a> {
    scope: &'a Scope,
    locals: Vec<Local>,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether every name means something.
    pub resolved: bool,
    /// Whether `?` was read.
    input_read: bool,
    /// How many local variables lie below its own: those around the name of a decision.
    bottom: usize,
}

impl<'a> Checker<'a> {
    pub fn new(scope: &'a Scope) -> Checker<'a> {
        Checker {
            scope,
            locals: Vec::new(),
            diagnostics: Vec::new(),
            resolved: true,
            input_read: false,
            bottom: 0,
        }
    }

    /// Binds `?` to an input of this type, for unary tests.
    pub fn bind_input(&mut self, ty: Type) {
        self.bind(&"?".into(), ty);
    }

    fn report(&mut self, span: Span, problem: Problem) {
        if self.diagnostics.len() < MAX_COMPLAINTS {
            self.diagnostics.push(Diagnostic::error(span, problem));
        }
    }

    /// Code and type of an expression; a complaint where the page lacks the form.
    pub fn check(&mut self, expr: &Expr) -> (Code, Type) {
        let (code, ty) = self.form(expr);
        if !self.scope.is_extended()
            && let Some(name) = lacking(&code)
        {
            let name = name.into();
            return self.unresolved(expr.span, Problem::NotOnPage { name });
        }
        (code, ty)
    }

    /// The value of a form whose parts are all constants, where the page is to run it: it need not
    /// have what makes a date of a text.
    fn folded(&self, code: Code) -> Code {
        let mut constant = !self.scope.is_extended();
        code.parts(&mut |part| constant &= matches!(part, Code::Value(_)));
        if !constant {
            return code;
        }
        evaluated(&code).map_or(code, Code::Value)
    }

    fn form(&mut self, expr: &Expr) -> (Code, Type) {
        match &expr.kind {
            Kind::Wrong => (Code::Value(Value::Null), Type::Any),
            Kind::Literal(value) => (Code::Value(value.clone()), value.ty()),
            Kind::Name(name) => self.name(name, expr.span),
            Kind::Input => self.input(expr.span),
            Kind::List(items) => self.list(items),
            Kind::Context(entries) => self.context(entries),
            Kind::Range { bounds, start_included, end_included } => {
                let [start, end] = &**bounds;
                let ((start, low), (end, high)) = (self.check(start), self.check(end));
                self.comparable("..", &low, &high, bounds);
                let code = Code::Range {
                    bounds: Box::new([start, end]),
                    start_included: *start_included,
                    end_included: *end_included,
                };
                (code, Type::Range(Rc::new(Type::join([low, high]))))
            }
            Kind::Test(operator, bound) => {
                let (code, ty) = self.check(bound);
                (Code::Test(*operator, Box::new(code)), Type::Range(Rc::new(ty)))
            }
            Kind::Negate(_)
            | Kind::Arithmetic(..)
            | Kind::Compare(..)
            | Kind::And(_)
            | Kind::Or(_)
            | Kind::Between(_)
            | Kind::In(..)
            | Kind::NoneOf(_)
            | Kind::InstanceOf(..)
            | Kind::If(_) => self.operator(expr),
            Kind::For(domains, body) => self.iteration(domains, body),
            Kind::Quantified { every, domains, body } => self.quantified(*every, domains, body),
            Kind::Filter(parts) => self.filter(parts),
            Kind::Path(value, name) => self.path(value, name),
            Kind::Call(callee, arguments) => self.call(callee, arguments, expr.span),
            Kind::Function(params, body) => self.function(params, body),
        }
    }

    /// What a name means: the innermost variable, an entry of a filtered item, a declared
    /// variable, a built-in.
    fn name(&mut self, name: &Rc<str>, span: Span) -> (Code, Type) {
        match self.lookup(name, self.locals.len()) {
            Some(found) => found,
            None if self.locals.iter().any(|local| local.open && matches!(local.ty, Type::Context(_))) => {
                self.no_entry(name, span)
            }
            None if self.scope.names().any(|(_, ty)| ty.options().iter().any(|it| **it == **name)) => {
                self.unresolved(span, Problem::Unquoted { text: (&**name).into() })
            }
            // Each complaint carries all names.
            None if self.diagnostics.len() >= MAX_COMPLAINTS => {
                self.resolved = false;
                (Code::Value(Value::Null), Type::Any)
            }
            None => {
                let locals = self.locals.iter().filter(|local| &*local.name != "?");
                let locals = locals.map(|local| Box::from(&*local.name));
                let decisions = self.scope.decisions().map(Box::from);
                let declared = self.scope.names().map(|(name, _)| name.into());
                let declared = declared.chain(decisions).chain(locals).collect();
                self.unresolved(span, Problem::UnknownName { name: (&**name).into(), declared })
            }
        }
    }

    /// A name in a filter whose items have no such entry: null at run time.
    fn no_entry(&mut self, name: &Rc<str>, span: Span) -> (Code, Type) {
        let items = self.locals.iter().rev().find_map(|local| match &local.ty {
            Type::Context(entries) if local.open => Some(entries),
            _ => None,
        });
        let declared =
            items.iter().flat_map(|entries| entries.iter().map(|(name, _)| name.clone())).collect();
        self.report(span, Problem::UnknownEntry { name: (&**name).into(), declared });
        (Code::Value(Value::Null), Type::Any)
    }

    /// Complains about a name that means nothing; it counts as null of any type.
    fn unresolved(&mut self, span: Span, problem: Problem) -> (Code, Type) {
        self.resolved = false;
        self.report(span, problem);
        (Code::Value(Value::Null), Type::Any)
    }

    /// Looks a name up among the first `count` locals and beyond.
    fn lookup(&self, name: &Rc<str>, count: usize) -> Option<(Code, Type)> {
        for (at, local) in self.locals.iter().enumerate().take(count).rev() {
            let own = local.name == *name;
            if own && !local.open {
                return Some((self.place(at), local.ty.clone()));
            }
            if !local.open {
                continue;
            }
            if let Some(ty) = local.ty.entry(name) {
                return Some((Code::Entry(Box::new(self.place(at)), name.clone()), ty.clone()));
            }
            let open = match &local.ty {
                Type::Any => true,
                Type::Context(entries) => entries.is_empty(),
                _ => false,
            };
            if own && !open {
                return Some((self.place(at), local.ty.clone()));
            }
            if open {
                // An item that has an entry `item` hides itself (10.3.2.5).
                let outside = if own { Some((self.place(at), Type::Any)) } else { self.lookup(name, at) };
                let code = match outside {
                    Some((outside, _)) => Code::ItemEntry(self.depth(at), name.clone(), Box::new(outside)),
                    None => Code::Entry(Box::new(self.place(at)), name.clone()),
                };
                return Some((code, Type::Any));
            }
        }
        if let Some(slot) = self.scope.slot(name) {
            return Some((Code::Slot(slot), self.scope.ty(slot).clone()));
        }
        if let Some(decision) = self.scope.decision(name) {
            return Some(self.decided(decision));
        }
        let row = builtins::rows(name).next()?;
        Some((Code::Value(Value::Function(Function::Builtin(row))), row.ty()))
    }

    /// The logic of a decision in the place of its name. It was complained about where it was made.
    fn decided(&self, decision: &Decision) -> (Code, Type) {
        let mut checker = Checker::new(self.scope);
        checker.bottom = self.depth(self.locals.len());
        let made = checker.decision(&decision.parsed, &mut |_, _| {});
        (made.code, made.ty)
    }

    /// Where the value of a local variable is at run time.
    fn place(&self, at: usize) -> Code {
        match self.locals.get(at).and_then(|local| local.slot) {
            Some(slot) => Code::Slot(slot),
            None => Code::Local(self.depth(at)),
        }
    }

    /// How many of the first `count` local variables have places at run time.
    fn depth(&self, count: usize) -> usize {
        self.bottom + self.locals.iter().take(count).filter(|local| local.slot.is_none()).count()
    }

    /// `?`
    fn input(&mut self, span: Span) -> (Code, Type) {
        self.input_read = true;
        match self.lookup(&"?".into(), self.locals.len()) {
            Some(found) => found,
            None => self.unresolved(span, Problem::NoInput),
        }
    }

    fn list(&mut self, items: &[Expr]) -> (Code, Type) {
        let (codes, types): (Vec<Code>, Vec<Type>) = items.iter().map(|item| self.check(item)).unzip();
        (self.folded(Code::List(codes.into())), Type::list(Type::join(types)))
    }

    fn context(&mut self, entries: &[(Name, Expr)]) -> (Code, Type) {
        let bottom = self.locals.len();
        let mut codes = Vec::new();
        for (name, value) in entries {
            let (code, ty) = self.check(value);
            self.bind(&name.text, ty);
            codes.push((name.text.clone(), code));
        }
        let types = self.locals.drain(bottom..).map(|local| (Box::from(&*local.name), local.ty)).collect();
        // A name given twice makes the whole null at run time (10.3.2.6).
        let twice = (1..entries.len()).any(|at| {
            let (before, rest) = entries.split_at(at);
            rest.first().is_some_and(|(name, _)| before.iter().any(|(other, _)| other.text == name.text))
        });
        if twice {
            return (Code::Value(Value::Null), Type::Any);
        }
        (Code::Context(codes.into()), Type::Context(types))
    }

    /// Binds `?` to a value while tests on it are checked, and gives the code of both.
    fn given(&mut self, value: Code, ty: Type, tests: impl FnOnce(&mut Self) -> Code) -> Code {
        let slot = if let Code::Slot(slot) = value { Some(slot) } else { None };
        let depth = self.depth(self.locals.len());
        self.locals.push(Local { name: "?".into(), ty, open: false, slot });
        let tests = tests(self);
        self.locals.pop();
        if slot.is_some() {
            return tests;
        }
        let free = depth == 0 && tests.slots().is_empty();
        cases::bound(value, tests, free)
    }

    fn bind(&mut self, name: &Rc<str>, ty: Type) {
        self.locals.push(Local { name: name.clone(), ty, open: false, slot: None });
    }

    /// Complains unless a value of type `found` can be what is `expected`.
    fn expect(&mut self, expected: &Type, found: &Type, span: Span) {
        if !found.fits(expected) {
            self.report(span, Problem::Mismatch { expected: expected.clone(), found: found.clone() });
        }
    }
}

/// The value of a code that reads nothing, if that is within the limits.
fn evaluated(code: &Code) -> Option<Value> {
    let mut machine = Machine::new(&[]);
    let value = machine.run(code);
    (!machine.is_spent()).then_some(value)
}
