//! The letters that change what a pattern means (Functions and Operators 3.1, 5.6.1.1).

/// What the letters of the third argument ask for.
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    /// `s`: a dot is any character, line ends too.
    pub dot_all: bool,
    /// `m`: `^` and `$` hold at line ends too.
    pub lines: bool,
    /// `i`: capital and small letters are one.
    pub caseless: bool,
    /// `x`: white space means nothing.
    pub spaced: bool,
    /// `q`: every character stands for itself.
    pub quoted: bool,
}

impl Flags {
    /// Reads the letters; none other than these.
    pub fn parse(letters: &str) -> Option<Flags> {
        let mut flags = Flags::default();
        for letter in letters.chars() {
            match letter {
                's' => flags.dot_all = true,
                'm' => flags.lines = true,
                'i' => flags.caseless = true,
                'x' => flags.spaced = true,
                'q' => flags.quoted = true,
                _ => return None,
            }
        }
        Some(flags)
    }
}
