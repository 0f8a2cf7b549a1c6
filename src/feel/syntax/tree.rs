//! The tree: what the author wrote, with places, before names and types mean anything.
use crate::diagnostic::Span;
use crate::operator::{Arithmetic, Compare};
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

/// An expression and where it stands.
#[derive(Debug)]
pub(crate) struct Expr {
    pub kind: Kind,
    pub span: Span,
    /// Longest way down to a leaf; bounded, so that walking the tree cannot overflow the stack.
    pub height: u32,
}

/// A name and where it stands.
#[derive(Debug)]
pub(crate) struct Name {
    pub text: Rc<str>,
    pub span: Span,
}

/// A type and where it stands: nowhere for a parameter without one.
#[derive(Debug)]
pub(crate) struct TypeName {
    pub ty: Type,
    pub span: Span,
}

/// Trees are equal if the same was written, wherever it stands.
impl PartialEq for Expr {
    fn eq(&self, other: &Expr) -> bool {
        self.kind == other.kind
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.text == other.text
    }
}

impl PartialEq for TypeName {
    fn eq(&self, other: &TypeName) -> bool {
        self.ty == other.ty
    }
}

/// What an expression is (grammar of DMN 1.5, 10.3.1.2).
#[derive(Debug, PartialEq)]
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
    InstanceOf(Box<Expr>, TypeName),
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
    Function(Vec<(Name, TypeName)>, Box<Expr>),
}

/// Arguments of a call.
#[derive(Debug, PartialEq)]
pub(crate) enum Arguments {
    Positional(Vec<Expr>),
    Named(Vec<(Name, Expr)>),
}
