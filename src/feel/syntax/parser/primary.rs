//! Literals, names, brackets, and what may follow them.
use super::super::lexer::Token;
use super::super::names::{is_keyword, is_unit};
use super::super::tree::{Arguments, Expr, Kind, Name};
use super::{Parser, above};
use crate::diagnostic::{Expected, Problem, Span};
use crate::name::normalise;
use crate::operator::Compare;
use crate::value::Value;

impl Parser<'_> {
    /// A primary expression with its filters, paths, calls and `instance of`.
    pub(super) fn postfix(&mut self) -> Expr {
        let start = self.span;
        let mut left = self.primary();
        loop {
            let open = self.span;
            left = if self.is_mark("[") && self.in_range && self.lexer.cannot_start_value() {
                return left;
            } else if self.take_mark("[") {
                self.names.locals.push("item".into());
                let condition = self.expression();
                self.names.locals.pop();
                self.close("]", open);
                let height = above([&left, &condition]);
                self.node(start, Kind::Filter(Box::new([left, condition])), height)
            } else if self.take_mark(".") {
                let name = self.entry_name();
                let height = above([&left]);
                self.node(start, Kind::Path(Box::new(left), name), height)
            } else if self.take_mark("(") {
                let arguments = self.arguments();
                self.close(")", open);
                let height = match &arguments {
                    Arguments::Positional(list) => above(list.iter().chain([&left])),
                    Arguments::Named(list) => above(list.iter().map(|(_, value)| value).chain([&left])),
                };
                self.node(start, Kind::Call(Box::new(left), arguments), height)
            } else if self.take_word("instance") {
                self.expect_word("of");
                let ty = self.type_name();
                let height = above([&left]);
                self.node(start, Kind::InstanceOf(Box::new(left), ty), height)
            } else {
                return left;
            };
        }
    }

    fn primary(&mut self) -> Expr {
        let start = self.span;
        if let Some(length) = self.known_name() {
            self.extend(length);
            let name = normalise(self.text(self.span)).into();
            self.advance();
            return self.node(start, Kind::Name(name), 0);
        }
        let kind = match self.token.clone() {
            Token::Number(number) => Kind::Literal(number.into()),
            Token::String(text) => Kind::Literal(Value::String(text)),
            Token::At(text) => self.at_literal(&text),
            Token::Word => return self.word(start),
            Token::Mark("?") => Kind::Input,
            Token::Mark("(") => return self.bracket(start),
            Token::Mark("[") => return self.list_or_range(start),
            Token::Mark("{") => return self.context(start),
            // Most often a bracket too many, and a range turned outwards only if it goes on as one.
            Token::Mark("]") if self.rest().contains("..") => {
                self.advance();
                let low = self.expression();
                return self.range(start, low, false);
            }
            _ => return self.no_value(start),
        };
        let number = matches!(self.token, Token::Number(_));
        self.advance();
        if number && self.token == Token::Word && self.known_name().is_none() && is_unit(self.text(self.span))
        {
            self.expected(Expected::Operator);
            self.advance();
            return self.wrong(start);
        }
        self.node(start, kind, 0)
    }

    /// Complains that no value starts here. A sign of comparison that is too many is passed over.
    fn no_value(&mut self, start: Span) -> Expr {
        self.expected(Expected::Value);
        let sign = |token: &Token| matches!(token, Token::Mark(mark) if Compare::of(mark).is_some());
        if !sign(&self.token) {
            return self.wrong(start);
        }
        while sign(&self.token) {
            self.advance();
        }
        if self.token == Token::End { self.wrong(start) } else { self.primary() }
    }

    /// Length of the longest declared name at the current token.
    fn known_name(&self) -> Option<usize> {
        let word = match &self.token {
            Token::Word => self.text(self.span),
            Token::Number(_) | Token::Mark(_) => "",
            _ => return None,
        };
        self.names.longest(self.rest(), word)
    }

    /// A word that is no declared name: a keyword, or a name to be complained about later.
    fn word(&mut self, start: Span) -> Expr {
        let kind = match self.text(start) {
            "null" => Kind::Literal(Value::Null),
            "true" => Kind::Literal(true.into()),
            "false" => Kind::Literal(false.into()),
            "if" => return self.conditional(start),
            "for" => return self.iteration(start),
            "some" => return self.quantified(start, false),
            "every" => return self.quantified(start, true),
            "function" => return self.function(start),
            word if is_keyword(word) => {
                self.expected(Expected::Value);
                return self.wrong(start);
            }
            _ => {
                let name = self.words();
                return self.node(start, Kind::Name(name.text), 0);
            }
        };
        self.advance();
        self.node(start, kind, 0)
    }

    /// Words up to a keyword or a mark, as one name.
    pub(super) fn words(&mut self) -> Name {
        let start = self.span;
        while self.token == Token::Word && !is_keyword(self.text(self.span)) {
            self.advance();
        }
        self.name_from(start)
    }

    /// The name that reaches from `start` to the last token; complains if there is none.
    fn name_from(&mut self, start: Span) -> Name {
        let span = Span { start: start.start, end: self.previous.max(start.start) };
        if self.text(span).trim().is_empty() {
            self.expected(Expected::Name);
        }
        Name { text: normalise(self.text(span)).into(), span }
    }

    /// The name after a dot. Any word can name an entry, `from` or `in` too.
    fn entry_name(&mut self) -> Name {
        let start = self.span;
        if let Some(length) = self.names.longest_entry(self.rest()) {
            self.extend(length);
            self.advance();
            return self.name_from(start);
        }
        if self.token == Token::Word && is_keyword(self.text(start)) {
            self.advance();
            return self.name_from(start);
        }
        self.words()
    }

    /// `@"…"`: a date, time, date and time or duration (grammar rule 62).
    fn at_literal(&mut self, text: &str) -> Kind {
        let value = Value::temporal(text);
        if value.is_none() {
            self.report(self.span, Problem::AtLiteral { found: text.into() });
        }
        Kind::Literal(value.into())
    }

    /// `(…)`: a value in brackets, a range `(1..5]`, or a test used as a value `(< 10)`.
    fn bracket(&mut self, start: Span) -> Expr {
        self.advance();
        if let Token::Mark(mark) = self.token
            && Compare::of(mark).is_some()
        {
            let test = self.test();
            self.close(")", start);
            return test;
        }
        let inner = self.expression();
        if self.is_mark("..") {
            return self.range(start, inner, false);
        }
        self.close(")", start);
        // A literal keeps its place without the brackets: the printer shows it as it was written.
        match inner.kind {
            Kind::Literal(_) => inner,
            _ => Expr { span: Span { start: start.start, end: self.previous }, ..inner },
        }
    }

    fn list_or_range(&mut self, start: Span) -> Expr {
        self.advance();
        let mut items = Vec::new();
        while !self.is_mark("]") && self.token != Token::End {
            let item = self.test();
            if items.is_empty() && self.is_mark("..") {
                return self.range(start, item, true);
            }
            items.push(item);
            if !self.comma("]") {
                break;
            }
        }
        self.close("]", start);
        let height = above(&items);
        self.node(start, Kind::List(items), height)
    }

    /// The rest of a range after its lower bound; a bracket turned outwards excludes the bound.
    pub(super) fn range(&mut self, start: Span, low: Expr, start_included: bool) -> Expr {
        self.expect_mark("..");
        let outer = std::mem::replace(&mut self.in_range, true);
        let high = self.expression();
        self.in_range = outer;
        let end_included = self.is_mark("]");
        if !self.take_mark(")") && !self.take_mark("[") {
            self.close("]", start);
        }
        let height = above([&low, &high]);
        self.node(start, Kind::Range { bounds: Box::new([low, high]), start_included, end_included }, height)
    }

    /// Takes a comma; complains if nothing follows it before the bracket `close`.
    fn comma(&mut self, close: &str) -> bool {
        let found = self.take_mark(",");
        if found && self.is_mark(close) {
            self.expected(Expected::Value);
        }
        found
    }

    /// Arguments up to the closing bracket: all by place or all by name.
    fn arguments(&mut self) -> Arguments {
        let (mut positional, mut named) = (Vec::new(), Vec::new());
        while !self.is_mark(")") && self.token != Token::End {
            match self.argument_name() {
                Some(name) => named.push((name, self.expression())),
                None => positional.push(self.test()),
            }
            if !self.comma(")") {
                break;
            }
        }
        if named.is_empty() {
            return Arguments::Positional(positional);
        }
        if let Some(first) = positional.first() {
            let found = self.text(first.span).into();
            self.report(first.span, Problem::Expected { expected: Expected::Name, found });
        }
        Arguments::Named(named)
    }

    /// `name:` before an argument.
    fn argument_name(&mut self) -> Option<Name> {
        let (start, previous, complaints) = (self.span, self.previous, self.lexer.diagnostics.len());
        while self.token == Token::Word {
            self.advance();
        }
        if self.previous > start.start && self.is_mark(":") {
            let name = self.name_from(start);
            self.advance();
            return Some(name);
        }
        self.lexer.forget(complaints);
        self.rewind(start.start, previous);
        None
    }

    /// `{name: value, …}`. Each entry may use those before it.
    fn context(&mut self, start: Span) -> Expr {
        self.advance();
        let bound = self.names.locals.len();
        let mut entries: Vec<(Name, Expr)> = Vec::new();
        while !self.is_mark("}") && self.token != Token::End {
            let name = self.key();
            self.expect_mark(":");
            let value = self.expression();
            if entries.iter().any(|(other, _)| other.text == name.text) {
                self.report(name.span, Problem::Duplicate { name: (&*name.text).into() });
            }
            self.names.locals.push(name.text.clone());
            self.names.add_entry(&name.text);
            entries.push((name, value));
            if !self.comma("}") {
                break;
            }
        }
        self.names.locals.truncate(bound);
        self.close("}", start);
        let height = above(entries.iter().map(|(_, value)| value));
        self.node(start, Kind::Context(entries), height)
    }

    /// The key of an entry: a string, or any words and operators before the colon.
    fn key(&mut self) -> Name {
        let start = self.span;
        if let Token::String(text) = self.token.clone() {
            self.advance();
            return Name { text, span: start };
        }
        while !matches!(self.token, Token::End | Token::Mark(":" | "," | "}" | "{" | "(" | ")" | "[" | "]")) {
            self.advance();
        }
        self.name_from(start)
    }
}
