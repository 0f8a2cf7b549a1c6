//! Numbers and strings as they are written.

use std::rc::Rc;

use super::{Lexer, Token, half};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::number::Number;

impl Lexer<'_> {
    /// Digits with a fraction and an exponent; `1..3` is a number and a range.
    pub(super) fn number(&mut self, start: usize) -> Token {
        let digit = |c: char| half(c).is_ascii_digit();
        self.take_while(digit);
        if self.peek() == Some('.') && self.second().is_some_and(|c| c.is_ascii_digit()) {
            self.bump();
            self.take_while(digit);
        }
        if self.peek().is_some_and(|c| c == 'e' || c == 'E') {
            let before = self.at;
            self.bump();
            if self.peek().is_some_and(|c| c == '+' || c == '-') {
                self.bump();
            }
            if self.take_while(digit).is_empty() {
                self.at = before;
            }
        }
        let text: String = self.text.get(start..self.at).unwrap_or("").chars().map(half).collect();
        match text.parse() {
            Ok(number) => Token::Number(number),
            Err(_) => {
                self.report(start, Problem::NumberTooLarge);
                Token::Number(Number::ZERO)
            }
        }
    }

    /// The rest of a string (grammar rules 34, 65) up to its closing quote.
    pub(super) fn string(&mut self, start: usize, close: char) -> Rc<str> {
        let mut value = String::new();
        loop {
            let at = self.at;
            match self.bump() {
                Some('"') => break,
                Some(c) if c == close => break,
                Some('\\') => match self.escape() {
                    Some(c) => value.push(c),
                    // Kept as written, as the patterns of `matches` need it; elsewhere suspicious.
                    None => {
                        let found: Box<str> = self.text.get(at..self.at).unwrap_or("").into();
                        value.push_str(&found);
                        let mut complaint = Diagnostic::error(self.span(at), Problem::Escape { found });
                        complaint.severity = Severity::Warning;
                        self.complain(complaint);
                    }
                },
                Some(c) => value.push(c),
                None => {
                    self.report(start, Problem::Unclosed { expected: "\"" });
                    break;
                }
            }
        }
        value.into()
    }

    /// What follows a backslash. A pair of `\uD83D\uDC0E` surrogates is one character.
    fn escape(&mut self) -> Option<char> {
        match self.bump()? {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            c @ ('"' | '\'' | '\\') => Some(c),
            'U' => char::from_u32(self.hexadecimal(6)?),
            'u' => {
                let unit = self.hexadecimal(4)?;
                if !(0xD800..0xDC00).contains(&unit) {
                    return char::from_u32(unit);
                }
                // Half a pair takes nothing of what follows, be it the closing quote.
                let second = self.rest().strip_prefix("\\u").and_then(|rest| rest.get(..4))?;
                let low = u32::from_str_radix(second, 16).ok()?.checked_sub(0xDC00)?;
                if low > 0x3FF {
                    return None;
                }
                let pair = char::from_u32(0x10000 + ((unit - 0xD800) << 10) + low);
                self.at += if pair.is_some() { "\\uD83D".len() } else { 0 };
                pair
            }
            _ => None,
        }
    }

    fn hexadecimal(&mut self, width: usize) -> Option<u32> {
        let digits = self.rest().get(..width)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        self.at += width;
        Some(value)
    }
}
