//! Characters that show nothing, or turn the order of what is shown: pasted along from web pages
//! and chats, or put there to make a text read as something else than it is ("Trojan Source",
//! CVE-2021-42574). A rule must mean what its reviewer sees, and a number to call must be the one
//! that is read; so they are refused in all of a file, comments among it.

use assessor::Diagnostic;
use assessor::document::Origin;

/// Whether a character has no place in a rule file.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // Soft hyphen; Arabic letter mark; zero width and directional marks; embeddings and
        // overrides; word joiner, invisible operators, isolates; byte order mark.
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        // Hangul fillers; annotations; tags; what each font draws as it likes.
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        | '\u{e000}'..='\u{f8ff}')
}

/// Complains about each of them in a file; a byte order mark at its very beginning is what editors
/// on Windows write, and nobody's trick.
pub fn in_file(file: u32, source: &str, complaints: &mut Vec<Diagnostic>) {
    for (at, character) in
        source.char_indices().filter(|(at, it)| is_invisible(*it) && (*at, *it) != (0, '\u{feff}'))
    {
        let (start, end) = (at as u32, (at + character.len_utf8()) as u32);
        complaints.push(complaint(character, Origin { file, start, end }));
    }
}

/// Complains about the first one that a text has and what was written does not: an escape in quotes.
pub fn in_text(text: &str, written: &str, at: Origin, complaints: &mut Vec<Diagnostic>) {
    let escaped = text.chars().find(|it| is_invisible(*it) && !written.contains(*it));
    complaints.extend(escaped.map(|it| complaint(it, at)));
}

fn complaint(character: char, at: Origin) -> Diagnostic {
    let turns = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let what = if turns { "会颠倒文字顺序的控制字符" } else { "看不见的字符" };
    let message = format!("这里有{what}（U+{:04X}）", u32::from(character));
    Diagnostic::error("Y004", at, message).help("删去它：把这一句重新打一遍，不要粘贴")
}
