//! Sets of characters as XML Schema writes them: categories, blocks, escapes. What they hold is
//! taken from the engine's own tables, and from `blocks.txt`, which the engine does not have.
use regex_syntax::Parser;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// Blocks of Unicode 14: first and last character, and the name without its spaces; with the names
/// that some had when XML Schema was written.
const BLOCKS: &str = include_str!("blocks.txt");
/// General categories (XML Schema Part 2, F.1.1); surrogates are no characters.
const CATEGORIES: &str =
    " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn ";
/// Characters that may start a name in XML (`\i`), and those that may go on with it (`\c`).
const INITIAL: &str = r"[:A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]";
const NAME: &str = r"[-.0-9\xB7\u{300}-\u{36F}\u{203F}\u{2040}]";

/// The characters from one to another, or one alone; `None` if they are the wrong way round.
pub(super) fn span(first: char, last: char) -> Option<ClassUnicode> {
    (first <= last).then(|| ClassUnicode::new([ClassUnicodeRange::new(first, last)]))
}

/// All characters, but line ends where those are left out.
pub(super) fn any(line_ends: bool) -> Option<ClassUnicode> {
    engine(if line_ends { r"[\x00-\u{10FFFF}]" } else { r"[^\n\r]" })
}

/// The set that `\s`, `\I` and their like stand for.
pub(super) fn escape(letter: char) -> Option<ClassUnicode> {
    let mut set = match letter.to_ascii_lowercase() {
        's' => engine(r"[ \t\n\r]")?,
        'd' => engine(r"\p{Nd}")?,
        'w' => engine(r"[^\p{P}\p{Z}\p{C}]")?,
        'i' => engine(INITIAL)?,
        'c' => {
            let mut set = engine(INITIAL)?;
            set.union(&engine(NAME)?);
            set
        }
        _ => return None,
    };
    if letter.is_ascii_uppercase() {
        set.negate();
    }
    Some(set)
}

/// The set of a category or, after `Is`, of a block.
pub(super) fn property(name: &str) -> Option<ClassUnicode> {
    if let Some(block) = name.strip_prefix("Is") {
        return BLOCKS.lines().find_map(|line| {
            let (range, name) = line.rsplit_once(' ')?;
            let (first, last) = range.split_once(' ').filter(|_| name == block)?;
            let char = |code| char::from_u32(u32::from_str_radix(code, 16).ok()?);
            span(char(first)?, char(last)?)
        });
    }
    CATEGORIES.contains(&format!(" {name} ")).then(|| engine(&format!(r"\p{{{name}}}")))?
}

/// A set as the engine reads it.
fn engine(text: &str) -> Option<ClassUnicode> {
    match Parser::new().parse(text).ok()?.into_kind() {
        HirKind::Class(Class::Unicode(set)) => Some(set),
        HirKind::Literal(literal) => {
            let char = std::str::from_utf8(&literal.0).ok()?.chars().next()?;
            span(char, char)
        }
        _ => None,
    }
}

/// A set as it is written for the engine, whatever flags hold around it.
pub(super) fn show(set: &ClassUnicode) -> String {
    if set.ranges().is_empty() {
        return r"(?-i:[^\x00-\u{10FFFF}])".into();
    }
    let range = |range: &ClassUnicodeRange| {
        format!(r"\u{{{:X}}}-\u{{{:X}}}", u32::from(range.start()), u32::from(range.end()))
    };
    format!("(?-i:[{}])", set.iter().map(range).collect::<String>())
}
