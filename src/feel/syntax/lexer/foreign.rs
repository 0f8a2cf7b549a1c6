//! Characters that FEEL does not have: what a Chinese keyboard types, and what was meant by it.

use crate::name::is_invisible;

/// What to type instead of a character that is reported: nothing for what cannot be seen or ends
/// a sentence, `None` where there is no telling.
pub(super) fn instead(c: char) -> Option<&'static str> {
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
pub(super) fn closing(open: char) -> Option<char> {
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
