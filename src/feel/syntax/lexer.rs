//! Tokens, one at a time from a place in the text: what a name is depends on what is declared,
//! so the parser decides where the next token starts.
//!
//! Outside strings a full-width character of a Chinese keyboard is read as its half-width twin
//! where only one thing can be meant: （ ） ［ ］ ｛ ｝ ， ： ． ＝ ＞ ＜ ！ ＋ － ＊ ／ ＠ ？, digits and the
//! wide space. Others are reported with what to type instead, and then read as what was meant, so
//! that the rest is still checked: a curly or corner quote as a string, ≥ ≤ ≠ × ÷ as operators, 。
//! and what cannot be seen as nothing.
mod foreign;
mod literals;

use crate::diagnostic::{Diagnostic, Expected, MAX_COMPLAINTS, Problem, Span};
use crate::name::is_name_char;
use crate::number::Number;
use std::rc::Rc;

pub(crate) use foreign::half;
use foreign::{closing, instead};

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// One run of name characters.
    Word,
    Number(Number),
    String(Rc<str>),
    /// `@"…"`
    At(Rc<str>),
    /// Punctuation, in half-width.
    Mark(&'static str),
    End,
}

/// Marks, longest first.
const MARKS: [&str; 29] = [
    "**", "..", "->", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "<", ">", "+", "-",
    "*", "/", "?", "@", "==", "&&", "||", "=>", "=<",
];

/// Where the first comment starts.
pub(crate) fn comment(text: &str) -> Option<Span> {
    let mut lexer = Lexer::new(text);
    loop {
        lexer.skip_white();
        if lexer.rest().starts_with("//") || lexer.rest().starts_with("/*") {
            return Some(Span { start: lexer.at as u32, end: lexer.at as u32 + 2 });
        }
        if lexer.token() == Token::End {
            return None;
        }
    }
}

pub(super) struct Lexer<'a> {
    pub text: &'a str,
    pub at: usize,
    /// Where the last token starts, after all that was skipped.
    pub start: usize,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether nothing more is read or reported.
    ended: bool,
}

impl<'a> Lexer<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str) -> Lexer<'a> {
        Lexer { text, at: 0, start: 0, diagnostics: Vec::new(), ended: false }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next character, in half-width.
    fn peek(&self) -> Option<char> {
        self.rest().chars().next().map(half)
    }

    fn second(&self) -> Option<char> {
        self.rest().chars().nth(1).map(half)
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let start = self.at;
        while self.rest().chars().next().is_some_and(&keep) {
            self.bump();
        }
        self.text.get(start..self.at).unwrap_or("")
    }

    pub fn span(&self, start: usize) -> Span {
        Span { start: start as u32, end: self.at as u32 }
    }

    /// Whether nothing follows.
    pub fn at_end(&self) -> bool {
        self.rest().trim().is_empty()
    }

    /// Whether what follows cannot be the start of a value, but may go on after one.
    pub fn cannot_start_value(&self) -> bool {
        let rest = self.rest().trim_start();
        let word = rest.split(|c| !is_name_char(c)).next().unwrap_or("");
        rest.is_empty()
            || rest.starts_with([')', ']', '}', ',', '.', '=', '!', '<', '>', '*', '/'])
            || matches!(
                word,
                "and" | "or" | "then" | "else" | "return" | "satisfies" | "in" | "between" | "instance"
            )
    }

    /// Whether an opening bracket follows.
    pub fn bracket_follows(&self) -> bool {
        self.rest().trim_start().starts_with(['(', '（'])
    }

    fn report(&mut self, start: usize, problem: Problem) {
        let span = self.span(start);
        self.complain(Diagnostic::error(span, problem));
    }

    /// Adds a complaint; after so many that nobody reads them, it is the last.
    pub fn complain(&mut self, complaint: Diagnostic) {
        if !self.ended {
            self.diagnostics.push(complaint);
        }
        if self.diagnostics.len() >= MAX_COMPLAINTS {
            self.end();
        }
    }

    /// Forgets the complaints after so many: the text they were about is read again.
    pub fn forget(&mut self, complaints: usize) {
        self.diagnostics.truncate(complaints);
        self.ended = self.diagnostics.len() >= MAX_COMPLAINTS;
    }

    /// Makes the text end here, and what follows from that no complaint.
    pub fn end(&mut self) {
        self.at = self.text.len();
        self.ended = true;
    }

    fn skip_white(&mut self) {
        self.take_while(|c| c.is_whitespace() || c == '\u{FEFF}');
    }

    /// Skips white space and comments (grammar rules 61, 62).
    pub fn skip(&mut self) {
        loop {
            self.skip_white();
            if self.rest().starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                let start = self.at;
                match self.rest().find("*/") {
                    Some(end) => self.at += end + 2,
                    None => {
                        self.at = self.text.len();
                        self.report(start, Problem::Unclosed { expected: "*/" });
                    }
                }
            } else {
                return;
            }
        }
    }

    /// The token at this place; white space was skipped.
    pub fn token(&mut self) -> Token {
        loop {
            let start = self.at;
            self.start = start;
            let Some(c) = self.peek() else { return Token::End };
            if c == '"' {
                self.bump();
                return Token::String(self.string(start, '"'));
            }
            if c.is_ascii_digit() || (c == '.' && self.second().is_some_and(|c| c.is_ascii_digit())) {
                return self.number(start);
            }
            if is_name_char(c) {
                self.bump();
                self.take_while(is_name_char);
                return Token::Word;
            }
            if let Some(token) = self.mark(c).or_else(|| self.foreign(c)) {
                return token;
            }
            self.skip();
        }
    }

    fn mark(&mut self, c: char) -> Option<Token> {
        let start = self.at;
        let pair: String = self.rest().chars().take(2).map(half).collect();
        let single = |mark: &&&str| mark.chars().eq([c]);
        let mark = MARKS.iter().find(|mark| **mark == pair).or_else(|| MARKS.iter().find(single))?;
        for _ in mark.chars() {
            self.bump();
        }
        Some(match *mark {
            "@" if self.peek() == Some('"') => {
                self.bump();
                Token::At(self.string(start, '"'))
            }
            "==" | "&&" | "||" | "=>" | "=<" => {
                let instead = match *mark {
                    "==" => "=",
                    "&&" => "and",
                    "=>" => ">=",
                    "=<" => "<=",
                    _ => "or",
                };
                let expected = Expected::Text(instead);
                self.report(start, Problem::Expected { expected, found: (*mark).into() });
                Token::Mark(instead)
            }
            mark => Token::Mark(mark),
        })
    }

    /// A character that FEEL does not have: reported, then read as what was meant, if anything.
    fn foreign(&mut self, c: char) -> Option<Token> {
        let start = self.at;
        let found = self.bump().unwrap_or(c);
        let instead = match instead(c) {
            Some(",") if self.at_end() => Some(""),
            instead => instead,
        };
        self.report(start, Problem::Character { found, instead });
        match closing(found) {
            // One that closes nothing is only in the way.
            Some(close) if self.rest().contains([close, '"']) => {
                Some(Token::String(self.string(start, close)))
            }
            _ => match instead {
                Some(word @ ("and" | "or")) => Some(Token::Mark(word)),
                _ => MARKS.into_iter().find(|mark| Some(*mark) == instead).map(Token::Mark),
            },
        }
    }
}
