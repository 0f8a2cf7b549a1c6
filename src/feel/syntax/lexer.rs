//! Tokens, one at a time from a place in the text: what a name is depends on what is declared,
//! so the parser decides where the next token starts.
//!
//! Outside strings a full-width character of a Chinese keyboard is read as its half-width twin
//! where only one thing can be meant: （ ） ［ ］ ｛ ｝ ， ： ． ＝ ＞ ＜ ！ ＋ － ＊ ／ ＠ ？, digits and the
//! wide space. Others are reported with what to type instead, and then read as what was meant, so
//! that the rest is still checked: a curly or corner quote as a string, ≥ ≤ ≠ × ÷ as operators, 。
//! and what cannot be seen as nothing.
use crate::diagnostic::{Diagnostic, Expected, MAX_COMPLAINTS, Problem, Severity, Span};
use crate::name::{is_invisible, is_name_char};
use crate::number::Number;
use std::rc::Rc;

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

/// What to type instead of a character that is reported: nothing for what cannot be seen or ends
/// a sentence, `None` where there is no telling.
fn instead(c: char) -> Option<&'static str> {
    Some(match c {
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '＂' | '＇' | '\'' => "\"",
        '《' | '》' => "\"《…》\"",
        '〈' | '〉' => "\"〈…〉\"",
        '、' | '；' | ';' => ",",
        '【' => "[",
        '】' => "]",
        '〔' => "(",
        '〕' => ")",
        '≥' => ">=",
        '≤' => "<=",
        '≠' => "!=",
        '×' => "*",
        '÷' => "/",
        '—' | '–' | '−' => "-",
        '～' | '~' | '〜' | '…' => "..",
        '&' => "and",
        '|' => "or",
        '%' => "/ 100",
        '＿' => "_",
        '。' | '￥' | '¥' => "",
        c if is_invisible(c) => "",
        _ => return None,
    })
}

/// The quote that closes what a foreign quote opens; a title counts as a text.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '“' | '”' => '”',
        '‘' | '’' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '＂' | '＇' | '\'' => open,
        _ => return None,
    })
}

/// The half-width twin of a character, or itself.
pub(crate) fn half(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '（'
        | '）'
        | '［'
        | '］'
        | '｛'
        | '｝'
        | '，'
        | '：'
        | '．'
        | '＝'
        | '＞'
        | '＜'
        | '！'
        | '＋'
        | '－'
        | '＊'
        | '／'
        | '＠'
        | '？'
        | '＆'
        | '｜'
        | '％'
        | '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

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

    /// Digits with a fraction and an exponent; `1..3` is a number and a range.
    fn number(&mut self, start: usize) -> Token {
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
    fn string(&mut self, start: usize, close: char) -> Rc<str> {
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
