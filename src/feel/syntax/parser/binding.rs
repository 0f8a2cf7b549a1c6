//! Expressions that start with a keyword; most of them bind names.
use super::super::tree::{Expr, Kind, Name, TypeName};
use super::{Parser, above};
use crate::diagnostic::{Problem, Span};
use crate::types::Type;

impl Parser<'_> {
    pub(super) fn conditional(&mut self, start: Span) -> Expr {
        self.advance();
        let condition = self.expression();
        self.expect_word("then");
        let then = self.expression();
        self.expect_word("else");
        let otherwise = self.expression();
        let height = above([&condition, &then, &otherwise]);
        self.node(start, Kind::If(Box::new([condition, then, otherwise])), height)
    }

    /// `for x in a, y in b return …`; inside, `partial` is the list made so far.
    pub(super) fn iteration(&mut self, start: Span) -> Expr {
        self.advance();
        let bound = self.names.locals.len();
        let domains = self.domains();
        self.expect_word("return");
        self.names.locals.push("partial".into());
        let body = Box::new(self.expression());
        self.names.locals.truncate(bound);
        let height = above(domains.iter().map(|(_, domain)| domain).chain([&*body]));
        self.node(start, Kind::For(domains, body), height)
    }

    pub(super) fn quantified(&mut self, start: Span, every: bool) -> Expr {
        self.advance();
        let bound = self.names.locals.len();
        let domains = self.domains();
        self.expect_word("satisfies");
        let body = Box::new(self.expression());
        self.names.locals.truncate(bound);
        let height = above(domains.iter().map(|(_, domain)| domain).chain([&*body]));
        self.node(start, Kind::Quantified { every, domains, body }, height)
    }

    /// `x in a, y in b`; a later domain may use earlier names. `1..3` needs no brackets here.
    fn domains(&mut self) -> Vec<(Name, Expr)> {
        let mut domains = Vec::new();
        loop {
            let name = self.words();
            self.expect_word("in");
            let start = self.span;
            let mut domain = self.expression();
            if self.take_mark("..") {
                let high = self.expression();
                let height = above([&domain, &high]);
                let bounds = Box::new([domain, high]);
                domain = self.node(
                    start,
                    Kind::Range { bounds, start_included: true, end_included: true },
                    height,
                );
            }
            self.names.locals.push(name.text.clone());
            domains.push((name, domain));
            if !self.take_mark(",") {
                return domains;
            }
        }
    }

    /// `function(a: number, b) …`
    pub(super) fn function(&mut self, start: Span) -> Expr {
        self.advance();
        let open = self.span;
        self.expect_mark("(");
        let bound = self.names.locals.len();
        let mut params: Vec<(Name, TypeName)> = Vec::new();
        while !self.is_mark(")") {
            let name = self.words();
            if name.text.is_empty() {
                break;
            }
            let ty = if self.take_mark(":") {
                self.type_name()
            } else {
                TypeName { ty: Type::Any, span: Span::default() }
            };
            if params.iter().any(|(other, _)| other.text == name.text) {
                self.report(name.span, Problem::Duplicate { name: (&*name.text).into() });
            }
            self.names.locals.push(name.text.clone());
            params.push((name, ty));
            if !self.take_mark(",") {
                break;
            }
        }
        self.close(")", open);
        let body = Box::new(self.expression());
        self.names.locals.truncate(bound);
        let height = above([&*body]);
        self.node(start, Kind::Function(params, body), height)
    }
}
