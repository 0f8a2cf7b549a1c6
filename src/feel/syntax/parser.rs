//! Recursive descent, one function per level of the grammar (DMN 1.5, 10.3.1.2). It goes on after
//! a mistake, so that an author sees all of them at once.
mod binding;
mod operators;
mod primary;
mod types;

use super::lexer::{Lexer, Token};
use super::names::{Names, is_keyword};
use super::tree::{Expr, Kind};
use crate::diagnostic::{Diagnostic, Expected, Problem, Span};
use crate::scope::Scope;

/// How deeply expressions may nest, and how high a tree may grow.
const MAX_NESTING: u32 = 120;
const MAX_HEIGHT: u32 = 250;
/// Longest text, in bytes. The longest rules have a few hundred; what grows with the square of the
/// length stays small.
const MAX_TEXT: usize = 1 << 16;

/// Parses an expression; the whole text must be one.
pub(crate) fn parse(text: &str, scope: &Scope) -> (Expr, Vec<Diagnostic>) {
    Parser::run(text, scope, Parser::expression)
}

/// Parses unary tests (grammar rules 15-17): `-`, `"a", "b"`, `not(< 10)`, `? > 1`. Gives the tests.
pub(crate) fn parse_tests(text: &str, scope: &Scope) -> (Expr, Vec<Diagnostic>) {
    Parser::run(text, scope, Parser::unary_tests)
}

pub(super) struct Parser<'a> {
    lexer: Lexer<'a>,
    names: Names<'a>,
    token: Token,
    span: Span,
    /// End of the token before.
    previous: u32,
    nesting: u32,
    /// Whether this is the upper bound of a range, which `[` may close.
    in_range: bool,
}

impl<'a> Parser<'a> {
    fn run(text: &'a str, scope: &'a Scope, rule: fn(&mut Self) -> Expr) -> (Expr, Vec<Diagnostic>) {
        let too_long = text.len() > MAX_TEXT;
        let text = if too_long { "null" } else { text };
        let lexer = Lexer::new(text);
        let span = Span::default();
        let mut parser = Parser {
            lexer,
            names: Names::new(scope),
            token: Token::End,
            span,
            previous: 0,
            nesting: 0,
            in_range: false,
        };
        parser.advance();
        let tree = rule(&mut parser);
        if too_long {
            parser.report(span, Problem::TooLong);
        }
        // What follows is reported once, and then read on its own for its own mistakes.
        let mut first = true;
        while parser.token != Token::End {
            if first {
                parser.expected(Expected::Operator);
            }
            first = false;
            let keyword = parser.token == Token::Word && is_keyword(parser.text(parser.span));
            if keyword || matches!(parser.token, Token::Mark(_)) {
                parser.advance();
            } else {
                parser.expression();
            }
        }
        (tree, parser.lexer.diagnostics)
    }

    /// Goes to the next token.
    fn advance(&mut self) {
        self.previous = self.span.end;
        self.lexer.skip();
        self.token = self.lexer.token();
        self.span = self.lexer.span(self.lexer.start);
    }

    /// Goes back to a token that starts at `start`.
    fn rewind(&mut self, start: u32, previous: u32) {
        self.lexer.at = start as usize;
        self.advance();
        self.previous = previous;
    }

    /// Makes the current token reach to `end`, when a name is longer than its first word.
    fn extend(&mut self, length: usize) {
        self.lexer.at = self.span.start as usize + length;
        self.span.end = self.lexer.at as u32;
    }

    fn text(&self, span: Span) -> &'a str {
        self.lexer.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Text from the current token on.
    fn rest(&self) -> &'a str {
        self.lexer.text.get(self.span.start as usize..).unwrap_or("")
    }

    fn is_mark(&self, mark: &str) -> bool {
        matches!(self.token, Token::Mark(found) if found == mark)
    }

    fn is_word(&self, word: &str) -> bool {
        self.token == Token::Word && self.text(self.span) == word
    }

    fn take_mark(&mut self, mark: &str) -> bool {
        let found = self.is_mark(mark);
        if found {
            self.advance();
        }
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        if found {
            self.advance();
        }
        found
    }

    fn report(&mut self, span: Span, problem: Problem) {
        // One place, one complaint: what follows from the first is not reported again.
        if self.lexer.diagnostics.iter().all(|known| known.span != span) {
            self.lexer.complain(Diagnostic::error(span, problem));
        }
    }

    /// Complains about the current token.
    fn expected(&mut self, expected: Expected) {
        if self.follows_foreign() {
            return;
        }
        let found = self.text(self.span).into();
        self.report(self.span, Problem::Expected { expected, found });
    }

    /// Whether a character stands before this token of which nobody knows what was meant. It may
    /// have been what is missing here, and was complained about.
    fn follows_foreign(&self) -> bool {
        self.lexer.diagnostics.iter().any(|known| {
            let between = Span { start: known.span.end, end: self.span.start };
            matches!(known.problem, Problem::Character { instead: None, .. })
                && between.start <= between.end
                && self.text(between).trim().is_empty()
        })
    }

    fn expect_mark(&mut self, mark: &'static str) -> bool {
        let found = self.take_mark(mark);
        if !found {
            self.expected(Expected::Text(mark));
        }
        found
    }

    fn expect_word(&mut self, word: &'static str) {
        if !self.take_word(word) {
            self.expected(Expected::Text(word));
        }
    }

    /// Closes a bracket that was opened at `open`, skipping what does not belong there.
    fn close(&mut self, mark: &'static str, open: Span) {
        if self.take_mark(mark) {
            return;
        }
        if self.token == Token::End {
            self.report(open, Problem::Unclosed { expected: mark });
            return;
        }
        self.expected(Expected::Text(mark));
        let mut depth = 0;
        while self.token != Token::End {
            if depth == 0 && self.take_mark(mark) {
                return;
            }
            match self.token {
                Token::Mark("(" | "[" | "{") => depth += 1,
                Token::Mark(")" | "]" | "}") if depth == 0 => return,
                Token::Mark(")" | "]" | "}") => depth -= 1,
                _ => {}
            }
            self.advance();
        }
    }

    /// A node from `start` to the end of the last token.
    fn node(&mut self, start: Span, kind: Kind, height: u32) -> Expr {
        let span = Span { start: start.start, end: self.previous.max(start.start) };
        if height > MAX_HEIGHT {
            self.too_deep(span);
            return Expr { kind: Kind::Wrong, span, height: 0 };
        }
        Expr { kind, span, height }
    }

    /// Complains, and reads no further: all around would be too deep as well.
    fn too_deep(&mut self, span: Span) {
        self.report(span, Problem::TooDeep);
        self.lexer.end();
        self.advance();
    }

    fn wrong(&mut self, start: Span) -> Expr {
        self.node(start, Kind::Wrong, 0)
    }

    /// An expression, with the limit on nesting that keeps the stack bounded.
    fn expression(&mut self) -> Expr {
        if self.nesting >= MAX_NESTING {
            self.too_deep(self.span);
            return self.wrong(self.span);
        }
        self.nesting += 1;
        let tree = self.disjunction();
        self.nesting -= 1;
        tree
    }
}

/// Height of a node above these.
fn above<'e>(children: impl IntoIterator<Item = &'e Expr>) -> u32 {
    children.into_iter().map(|child| child.height).max().unwrap_or(0) + 1
}
