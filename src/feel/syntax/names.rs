//! Which names may stand at a place. FEEL's names contain spaces and operators, so a text such
//! as `date and time` or `员工 人数-临时工` is only read right if the declared names are known
//! (10.3.1.4): of those that fit, the longest is meant.
use crate::builtins;
use crate::name::{is_name_char, is_word};
use crate::scope::Scope;
use std::rc::Rc;

/// Properties of temporal values and ranges whose names have spaces (10.3.2.15).
const PROPERTIES: [&str; 3] = ["time offset", "start included", "end included"];

/// Words that never start or continue an undeclared name.
const KEYWORDS: [&str; 19] = [
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "and",
    "or",
    "between",
    "instance",
    "of",
    "function",
    "external",
    "null",
    "true",
    "false",
];

pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Whether a word is what people write after a number: 万, 元, 人, 天, 个月, 年1月1日 …
pub(crate) fn is_unit(word: &str) -> bool {
    word.starts_with(['万', '亿', '千', '百', '元', '块', '人', '个', '名', '天', '日', '月', '年', '周'])
}

/// The names known to the parser: those of the scope, the built-ins, and what the text itself binds.
pub(super) struct Names<'a> {
    pub scope: &'a Scope,
    /// Variables bound by the text around this place.
    pub locals: Vec<Rc<str>>,
    /// Names of entries that contain more than one word.
    entries: Vec<Box<str>>,
}

impl<'a> Names<'a> {
    pub fn new(scope: &'a Scope) -> Names<'a> {
        let entries = PROPERTIES.into_iter().chain(scope.entries()).map(Box::from).collect();
        Names { scope, locals: Vec::new(), entries }
    }

    /// Remembers the name of an entry that the text defines.
    pub fn add_entry(&mut self, name: &str) {
        if !is_word(name) {
            self.entries.push(name.into());
        }
    }

    /// Length of the longest known name that `text` starts with; `word` is its first word.
    pub fn longest(&self, text: &str, word: &str) -> Option<usize> {
        let plain = !word.is_empty()
            && (self.scope.slot(word).is_some() || self.locals.iter().any(|name| &**name == word));
        let spaced = self.scope.spaced().filter_map(|name| prefix(text, name));
        let locals = self.locals.iter().filter(|name| !is_word(name)).filter_map(|name| prefix(text, name));
        let entries = self.longest_entry(text);
        // Almost every text begins otherwise than almost every built-in.
        let first = text.as_bytes().first();
        let similar = builtins::names().filter(|name| name.as_bytes().first() == first);
        let builtins = similar.filter(|name| name.contains(' ')).filter_map(|name| prefix(text, name));
        let longest = spaced.chain(locals).chain(entries).chain(builtins).max();
        longest.max(plain.then_some(word.len()))
    }

    /// Length of the longest name of an entry that `text` starts with.
    pub fn longest_entry(&self, text: &str) -> Option<usize> {
        self.entries.iter().filter_map(|name| prefix(text, name)).max()
    }
}

/// How much of `text` the name covers, white space in the name standing for any; `None` if the
/// text does not start with it or goes on within a word.
pub(super) fn prefix(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    let mut last = ' ';
    for c in name.chars() {
        rest = match c {
            ' ' => rest.strip_prefix(char::is_whitespace).map(str::trim_start)?,
            c => rest.strip_prefix(c)?,
        };
        last = c;
    }
    let goes_on = is_name_char(last) && rest.starts_with(is_name_char);
    (!goes_on && !name.is_empty()).then_some(text.len() - rest.len())
}
