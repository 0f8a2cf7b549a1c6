//! How the page looks to this owner: size of text, and light or dark.
//!
//! Stored as two words, such as `care dark`; `boot.js` reads the same words before anything is
//! painted, so that a page opened again does not flash.

/// Size of text and controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// 标准
    #[default]
    Standard,
    /// 大字
    Care,
}

/// Colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// 跟随系统
    #[default]
    Auto,
    /// 浅色
    Light,
    /// 深色
    Dark,
}

/// Both choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Size.
    pub mode: Mode,
    /// Colours.
    pub theme: Theme,
}

impl Mode {
    /// Every mode, with its stored word and its label.
    pub const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Standard, "standard", "标准"), (Self::Care, "care", "大字")];

    /// Its stored word, which is also the value of `data-weui-mode`.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(mode, ..)| *mode == self).map_or("", |(_, word, _)| word)
    }
}

impl Theme {
    /// Every theme, with its stored word and its label.
    pub const ALL: [(Self, &'static str, &'static str); 3] =
        [(Self::Auto, "auto", "跟随系统"), (Self::Light, "light", "浅色"), (Self::Dark, "dark", "深色")];

    /// Its stored word.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(theme, ..)| *theme == self).map_or("", |(_, word, _)| word)
    }
}

impl Look {
    /// Reads stored words; what it does not know stays as it is by default.
    pub fn parse(text: &str) -> Self {
        Self::default().with(text)
    }

    /// This look with the words that are given in place of its own.
    pub fn with(self, text: &str) -> Self {
        let mut look = self;
        for given in text.split_whitespace() {
            if let Some((mode, ..)) = Mode::ALL.iter().find(|(_, word, _)| *word == given) {
                look.mode = *mode;
            }
            if let Some((theme, ..)) = Theme::ALL.iter().find(|(_, word, _)| *word == given) {
                look.theme = *theme;
            }
        }
        look
    }

    /// The words to store.
    pub fn words(self) -> String {
        [self.mode.word(), self.theme.word()].join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Mode, Theme};

    #[test]
    fn every_look_reads_back() {
        for (mode, ..) in Mode::ALL {
            for (theme, ..) in Theme::ALL {
                let look = Look { mode, theme };
                assert_eq!(Look::parse(&look.words()), look);
            }
        }
    }

    #[test]
    fn what_is_not_said_stays() {
        let look = Look { mode: Mode::Care, theme: Theme::Dark };
        assert_eq!(look.with("light"), Look { theme: Theme::Light, ..look });
        assert_eq!(look.with(""), look);
    }

    #[test]
    fn damaged_words_fall_back_one_by_one() {
        assert_eq!(Look::parse("huge dark"), Look { mode: Mode::Standard, theme: Theme::Dark });
        assert_eq!(Look::parse("“"), Look::default());
    }
}
