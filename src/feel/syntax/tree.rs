//! The tree: what the author wrote, with places, before names and types mean anything.
use crate::diagnostic::Span;
use crate::operator::{Arithmetic, Compare};
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

/// An expression and where it stands.
pub(crate) struct Expr {
    pub kind: Kind,
    pub span: Span,
    /// Longest way down to a leaf; bounded, so that walking the tree cannot overflow the stack.
    pub height: u32,
}

/// A name and where it stands.
pub(crate) struct Name {
    pub text: Rc<str>,
    pub span: Span,
}

/// What an expression is (grammar of DMN 1.5, 10.3.1.2).
pub(crate) enum Kind {
    /// Could not be read; a diagnostic says why.
    Wrong,
    Literal(Value),
    Name(Rc<str>),
    /// `?`: the input of a unary test.
    Input,
    List(Vec<Expr>),
    Context(Vec<(Name, Expr)>),
    Range {
        bounds: Box<[Expr; 2]>,
        start_included: bool,
        end_included: bool,
    },
    /// `< 10` in brackets or among tests.
    Test(Compare, Box<Expr>),
    Negate(Box<Expr>),
    Arithmetic(Arithmetic, Box<[Expr; 2]>),
    Compare(Compare, Box<[Expr; 2]>),
    /// `and` of two or more.
    And(Vec<Expr>),
    /// `or` of two or more.
    Or(Vec<Expr>),
    /// `x between low and high`
    Between(Box<[Expr; 3]>),
    In(Box<Expr>, Vec<Expr>),
    /// `not(test, …)` among unary tests.
    NoneOf(Vec<Expr>),
    InstanceOf(Box<Expr>, Type),
    /// Condition, then, else.
    If(Box<[Expr; 3]>),
    For(Vec<(Name, Expr)>, Box<Expr>),
    Quantified {
        every: bool,
        domains: Vec<(Name, Expr)>,
        body: Box<Expr>,
    },
    Filter(Box<[Expr; 2]>),
    Path(Box<Expr>, Name),
    Call(Box<Expr>, Arguments),
    Function(Vec<(Name, Type)>, Box<Expr>),
}

/// Arguments of a call.
pub(crate) enum Arguments {
    Positional(Vec<Expr>),
    Named(Vec<(Name, Expr)>),
}
