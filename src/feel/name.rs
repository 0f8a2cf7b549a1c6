//! What a name is made of (grammar rules 27 to 31).

/// A name with each run of white space made one space.
pub(crate) fn normalise(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a name is one word to the lexer.
pub(crate) fn is_word(name: &str) -> bool {
    name.starts_with(|c: char| is_name_char(c) && !c.is_ascii_digit()) && name.chars().all(is_name_char)
}

/// Whether a character can be part of a name's word (grammar rules 28, 29). Punctuation of
/// Chinese keyboards is left out, although its code points lie within the grammar's ranges:
/// it is either read as its half-width twin or reported (see `lexer`).
pub(crate) fn is_name_char(c: char) -> bool {
    match u32::from(c) {
        0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A | 0x5F | 0xB7 => true,
        0x3000..=0x3004 | 0x3008..=0x3020 | 0x3030 | 0x303D => false,
        0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => true,
        0xFF00..=0xFF65 | 0xFFE0..=0xFFFF => false,
        0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x167F | 0x1681..=0x180D | 0x180F..=0x1FFF => true,
        0x200C..=0x200D | 0x203F..=0x2040 | 0x2070..=0x218F | 0x2C00..=0x2FEF => true,
        // The byte order mark comes with files, not with names.
        0xFEFF => false,
        0x3005..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFFD | 0x10000..=0xEFFFF => true,
        _ => false,
    }
}

/// Whether a character shows nothing and is no white space: marks of direction, zero width
/// spaces, soft hyphens. Joiners (U+200C, U+200D) are letters of some scripts, and of names.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x180E | 0x200B | 0x200E..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F)
}
