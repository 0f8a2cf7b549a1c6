//! From the regular expressions of XPath (Functions and Operators 3.1, 5.6.1, over XML Schema Part 2,
//! appendix F) to those of the engine. What is no expression there is none here, though the engine
//! may have a meaning for it: word boundaries, looking around, possessive quantifiers.
use super::brackets::single;
use super::class;
use super::flags::Flags;
use regex_syntax::hir::ClassUnicode;

/// How deeply groups and classes may nest.
pub(super) const MAX_DEPTH: usize = 50;
/// Longest text for the engine, in bytes: a set such as `\w` takes 14 thousand.
const MAX_TEXT: usize = 1 << 20;

/// A pattern for the engine.
pub(super) struct Pattern {
    pub text: String,
    /// How many groups it has.
    pub groups: usize,
    /// Whether it needs the engine that goes back: it refers to groups, or looks around.
    pub hard: bool,
}

/// Translates; `None` if it is no regular expression. `ended` tells whether the text it is for
/// ends with a line end, after which no line starts.
pub(super) fn translate(pattern: &str, flags: Flags, ended: bool) -> Option<Pattern> {
    let mut translator = Translator {
        chars: if flags.spaced && !flags.quoted { without_space(pattern) } else { pattern.chars().collect() },
        at: 0,
        flags,
        ended,
        pattern: Pattern { text: String::new(), groups: 0, hard: false },
        open: Vec::new(),
        depth: 0,
    };
    if flags.caseless {
        translator.push("(?i)");
    }
    if flags.quoted {
        pattern.chars().for_each(|c| translator.literal(c));
    } else {
        translator.alternatives()?;
    }
    (flags.quoted || translator.at == translator.chars.len()).then_some(translator.pattern)
}

/// The pattern without the white space outside its classes.
fn without_space(pattern: &str) -> Vec<char> {
    let (mut kept, mut depth, mut escaped) = (Vec::new(), 0, false);
    for c in pattern.chars() {
        if depth == 0 && matches!(c, ' ' | '\t' | '\n' | '\r') {
            continue;
        }
        match c {
            '[' if !escaped => depth += 1,
            ']' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        kept.push(c);
    }
    kept
}

pub(super) struct Translator {
    pub(super) chars: Vec<char>,
    pub(super) at: usize,
    pub(super) flags: Flags,
    ended: bool,
    pattern: Pattern,
    /// Groups that are not closed yet.
    open: Vec<usize>,
    pub(super) depth: usize,
}

impl Translator {
    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    pub(super) fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn push(&mut self, text: &str) {
        self.pattern.text.push_str(text);
    }

    fn literal(&mut self, c: char) {
        if regex_syntax::is_meta_character(c) {
            self.pattern.text.push('\\');
        }
        self.pattern.text.push(c);
    }

    fn set(&mut self, set: &ClassUnicode) -> Option<()> {
        let shown = class::show(set);
        self.push(&shown);
        (self.pattern.text.len() <= MAX_TEXT).then_some(())
    }

    /// `a|b`, up to the end or a closing bracket.
    fn alternatives(&mut self) -> Option<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        while let Some(c) = self.peek() {
            match c {
                ')' => break,
                '|' => {
                    self.at += 1;
                    self.push("|");
                }
                _ => {
                    self.atom()?;
                    self.quantifier()?;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn atom(&mut self) -> Option<()> {
        match self.next()? {
            '^' => self.line_start(),
            '$' => self.line_end(),
            '.' => self.set(&class::any(self.flags.dot_all)?)?,
            '(' => self.group()?,
            '[' => {
                let set = self.class()?;
                self.set(&set)?;
            }
            '\\' => match self.next()? {
                digit @ '1'..='9' => self.reference(digit)?,
                letter => match single(letter) {
                    Some(c) => self.literal(c),
                    None => {
                        let set = self.escape(letter)?;
                        self.set(&set)?;
                    }
                },
            },
            '?' | '*' | '+' | '{' | '}' | ']' => return None,
            c => self.literal(c),
        }
        Some(())
    }

    fn line_start(&mut self) {
        match (self.flags.lines, self.ended) {
            (false, _) => self.push(r"(?:\A)"),
            (true, false) => self.push("(?:(?m:^))"),
            (true, true) => {
                self.pattern.hard = true;
                self.push(r"(?:\A|(?<=\n)(?!\z))");
            }
        }
    }

    fn line_end(&mut self) {
        match (self.flags.lines, self.ended) {
            (false, _) => self.push(r"(?:\z)"),
            (true, false) => self.push("(?:(?m:$))"),
            (true, true) => {
                self.pattern.hard = true;
                self.push(r"(?:(?=\n)|(?<!\n)\z)");
            }
        }
    }

    fn group(&mut self) -> Option<()> {
        if self.take('?') {
            if !self.take(':') {
                return None;
            }
            self.push("(?:");
            self.alternatives()?;
        } else {
            self.pattern.groups += 1;
            self.open.push(self.pattern.groups);
            self.push("(");
            self.alternatives()?;
            self.open.pop();
        }
        self.push(")");
        self.take(')').then_some(())
    }

    /// A reference to a group that is closed: as many digits as there are such groups for.
    fn reference(&mut self, digit: char) -> Option<()> {
        let value = |digit: char| digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        let mut group = value(digit)?;
        while let Some(more) = self.peek().and_then(value).map(|digit| group * 10 + digit)
            && more <= self.pattern.groups
        {
            group = more;
            self.at += 1;
        }
        if group > self.pattern.groups || self.open.contains(&group) {
            return None;
        }
        self.pattern.hard = true;
        self.push(&format!(r"(?:\{group})"));
        Some(())
    }

    /// `?`, `*`, `+`, `{1,2}`, each of them reluctant if a `?` follows; at most one.
    fn quantifier(&mut self) -> Option<()> {
        match self.peek() {
            Some(mark @ ('?' | '*' | '+')) => {
                self.at += 1;
                self.pattern.text.push(mark);
            }
            Some('{') => {
                self.at += 1;
                let least = self.number()?;
                let bounds = match (self.take(','), self.peek()) {
                    (false, _) => format!("{{{least}}}"),
                    (true, Some('}')) => format!("{{{least},}}"),
                    (true, _) => {
                        let most = self.number().filter(|most| *most >= least)?;
                        format!("{{{least},{most}}}")
                    }
                };
                self.push(&bounds);
                self.take('}').then_some(())?;
            }
            _ => return Some(()),
        }
        if self.take('?') {
            self.push("?");
        }
        Some(())
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.chars.get(start..self.at)?.iter().collect::<String>().parse().ok()
    }
}
