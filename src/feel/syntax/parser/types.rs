//! Types as they are written after `instance of` and for parameters (grammar rule 54).
use super::super::lexer::Token;
use super::super::tree::TypeName;
use super::Parser;
use crate::diagnostic::{Expected, Problem, Span};
use crate::types::Type;
use std::rc::Rc;

/// Plain types; longer names before shorter ones they start with.
const TYPES: [(&str, Type); 10] = [
    ("date and time", Type::DateTime),
    ("days and time duration", Type::DaysDuration),
    ("years and months duration", Type::YearsDuration),
    ("boolean", Type::Boolean),
    ("number", Type::Number),
    ("string", Type::String),
    ("date", Type::Date),
    ("time", Type::Time),
    ("Any", Type::Any),
    ("Null", Type::Null),
];

impl Parser<'_> {
    /// A type and where it stands.
    pub(super) fn type_name(&mut self) -> TypeName {
        let start = self.span.start;
        let ty = self.inner_type();
        TypeName { ty, span: Span { start, end: self.previous.max(start) } }
    }

    /// A type; its depth counts as nesting.
    fn inner_type(&mut self) -> Type {
        self.nesting += 1;
        let ty = if self.nesting > super::MAX_NESTING {
            self.too_deep(self.span);
            Type::Any
        } else {
            self.type_here()
        };
        self.nesting -= 1;
        ty
    }

    fn type_here(&mut self) -> Type {
        if self.token != Token::Word {
            self.expected(Expected::Type);
            return Type::Any;
        }
        let span = self.span;
        match self.text(span) {
            "list" | "range" | "context" | "function" if !self.has_parameters() => self.named_type(span),
            "list" => Type::list(self.item_type()),
            "range" => Type::Range(Rc::new(self.item_type())),
            "context" => self.context_type(),
            "function" => self.function_type(),
            _ => self.named_type(span),
        }
    }

    /// Whether `<` follows; without it the word is a name like any other (10.3.1.3).
    fn has_parameters(&self) -> bool {
        let rest = self.rest().trim_start_matches(|c: char| c.is_ascii_alphabetic());
        rest.trim_start().starts_with(['<', '＜'])
    }

    /// A plain type, a type of the scope, or the one complaint about it.
    fn named_type(&mut self, span: Span) -> Type {
        let plain = TYPES.iter().map(|(name, ty)| (*name, ty));
        let known = plain.chain(self.names.scope.types());
        let fitting = known.filter_map(|(name, ty)| Some((self.starts_with(name)?, ty.clone())));
        match fitting.max_by_key(|(length, _)| *length) {
            Some((length, ty)) => {
                self.extend(length);
                self.advance();
                ty
            }
            None => {
                let name = self.words();
                self.report(span, Problem::UnknownType { name: (&*name.text).into() });
                Type::Any
            }
        }
    }

    /// Length of the words of `name` if the text goes on with them.
    fn starts_with(&self, name: &str) -> Option<usize> {
        super::super::names::prefix(self.rest(), name)
    }

    /// `<type>` after `list` or `range`.
    fn item_type(&mut self) -> Type {
        self.advance();
        self.expect_mark("<");
        let ty = self.inner_type();
        self.expect_mark(">");
        ty
    }

    /// `context<name: type, …>`
    fn context_type(&mut self) -> Type {
        self.advance();
        let mut entries = Vec::new();
        self.expect_mark("<");
        while !self.is_mark(">") && self.token != Token::End {
            let name = self.words();
            self.expect_mark(":");
            let ty = self.inner_type();
            self.names.add_entry(&name.text);
            entries.push(((&*name.text).into(), ty));
            if !self.take_mark(",") {
                break;
            }
        }
        self.expect_mark(">");
        Type::Context(entries.into())
    }

    /// `function<type, …> -> type`
    fn function_type(&mut self) -> Type {
        self.advance();
        let mut params = Vec::new();
        self.expect_mark("<");
        while !self.is_mark(">") && self.token != Token::End {
            params.push(self.inner_type());
            if !self.take_mark(",") {
                break;
            }
        }
        self.expect_mark(">");
        let result = if self.take_mark("->") { self.inner_type() } else { Type::Any };
        Type::Function(params.into(), Rc::new(result))
    }
}
