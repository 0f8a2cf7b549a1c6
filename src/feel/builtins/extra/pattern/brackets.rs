//! Sets of characters as a pattern writes them: `\d`, `\p{Lu}`, `[a-z-[aeiou]]`.
use super::class;
use super::translate::{MAX_DEPTH, Translator};
use regex_syntax::hir::ClassUnicode;

impl Translator {
    /// The set after a backslash.
    pub(super) fn escape(&mut self, letter: char) -> Option<ClassUnicode> {
        if !matches!(letter, 'p' | 'P') {
            return class::escape(letter);
        }
        let start = self.at + 1;
        let opened = self.take('{');
        while self.peek().is_some_and(|c| c != '}') {
            self.at += 1;
        }
        let name: String = self.chars.get(start..self.at)?.iter().collect();
        let mut set = class::property(&name).filter(|_| opened && self.take('}'))?;
        if letter == 'P' {
            set.negate();
        }
        Some(set)
    }

    /// The rest of `[a-z\d-[aeiou]]`.
    pub(super) fn class(&mut self) -> Option<ClassUnicode> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let negative = self.take('^');
        let (mut letters, mut fixed) = (ClassUnicode::empty(), ClassUnicode::empty());
        let mut without = None;
        let first = self.at;
        while !self.take(']') {
            let begun = self.at > first;
            match self.next()? {
                '-' if begun && self.take('[') => {
                    without = Some(self.class()?);
                    self.take(']').then_some(())?;
                    break;
                }
                '-' if begun && self.peek() != Some(']') => return None,
                '[' => return None,
                '\\' => match self.next()? {
                    letter if single(letter).is_none() => fixed.union(&self.escape(letter)?),
                    letter => letters.union(&self.range(single(letter)?)?),
                },
                c => letters.union(&self.range(c)?),
            }
        }
        self.depth -= 1;
        if self.flags.caseless {
            letters.try_case_fold_simple().ok()?;
        }
        letters.union(&fixed);
        if letters.ranges().is_empty() {
            return None;
        }
        if negative {
            letters.negate();
        }
        if let Some(without) = without {
            letters.difference(&without);
        }
        Some(letters)
    }

    /// A character of a class, and the last one if it starts a range.
    fn range(&mut self, first: char) -> Option<ClassUnicode> {
        let after = self.chars.get(self.at + 1).copied();
        if self.peek() != Some('-') || matches!(after, Some(']' | '[')) {
            return class::span(first, first);
        }
        self.at += 1;
        let last = match self.next()? {
            '\\' => single(self.next()?)?,
            c => c,
        };
        class::span(first, last)
    }
}

/// The character that an escape of one stands for.
pub(super) fn single(letter: char) -> Option<char> {
    match letter {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        c => r"\|.-^?*+{}()[]$".contains(c).then_some(c),
    }
}
