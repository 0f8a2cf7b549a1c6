//! Patterns that people can write: words, with `…` for a few characters of the same sentence.

use std::ops::Range;

/// Most characters that `…` stands for.
const GAP: usize = 14;

/// What ends a sentence.
const STOPS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];

/// A pattern, without blanks.
pub(super) struct Pattern(Vec<String>);

/// A text without blanks, and where its bytes were.
pub(super) struct Plain {
    text: String,
    bytes: Vec<usize>,
}

impl Pattern {
    /// Reads a pattern; none if it would match anything.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<String> =
            text.split('…').map(without_blanks).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// Where it first stands in a text: bytes of the text without blanks.
    pub fn find(&self, text: &Plain) -> Option<Range<usize>> {
        self.places(text).next()
    }

    /// All places of a text where it stands.
    pub fn places(&self, text: &Plain) -> impl Iterator<Item = Range<usize>> {
        let first = self.0.first().map_or("", String::as_str);
        let rest = self.0.get(1..).unwrap_or_default();
        let ends = move |start: usize| {
            rest.iter().try_fold(start + first.len(), |end, part| {
                let after = text.text.get(end..)?;
                let at = after.find(part.as_str())?;
                let between = after.get(..at)?;
                let near = between.chars().count() <= GAP && !between.contains(STOPS);
                near.then_some(end + at + part.len())
            })
        };
        let starts = text.text.match_indices(first);
        starts.filter_map(move |(start, _)| Some(start..ends(start)?))
    }
}

impl Plain {
    /// Takes the blanks out.
    pub fn of(text: &str) -> Self {
        let kept = || text.char_indices().filter(|(_, c)| *c == '\n' || !c.is_whitespace());
        let bytes = kept().flat_map(|(byte, c)| byte..byte + c.len_utf8());
        Self { text: kept().map(|(_, c)| c).collect(), bytes: bytes.collect() }
    }

    /// The bytes of the text as it was written.
    pub fn written(&self, at: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or_default();
        byte(at.start)..byte(at.end.saturating_sub(1)) + 1
    }

    /// The sentence around a place.
    pub fn sentence(&self, at: &Range<usize>) -> &str {
        let before = self.text.get(..at.start).unwrap_or_default();
        let start = before.rfind(STOPS).map_or(0, |stop| stop + before.get(stop..).map_or(0, first_width));
        let after = self.text.get(at.end..).unwrap_or_default();
        let end = after.find(STOPS).map_or(self.text.len(), |stop| at.end + stop);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether a place is inside “”: someone else's words.
    pub fn quoted(&self, at: &Range<usize>) -> bool {
        let before = self.text.get(..at.start).unwrap_or_default();
        before.matches('“').count() > before.matches('”').count()
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.text
    }
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_that_belong_together() {
        for (pattern, text, found) in [
            ("仲裁…两年", "劳动仲裁时效是两年。", Some("仲裁时效是两年")),
            ("仲裁…两年", "可以仲裁。判决两年内申请执行", None),
            ("仲裁…两年", "仲裁一年，一共要等上好长好长时间，可能会是两年", None),
            ("2‰", "按日加收 2 ‰ 的", Some("2 ‰")),
            ("退休…一律…劳务", "退休的一律算劳务关系", Some("退休的一律算劳务")),
        ] {
            let plain = Plain::of(text);
            let at = Pattern::read(pattern).and_then(|pattern| pattern.find(&plain));
            assert_eq!(at.and_then(|at| text.get(plain.written(&at))), found, "{pattern} in {text}");
        }
        assert!(Pattern::read(" … ").is_none());
    }

    #[test]
    fn gives_the_sentence_around_a_place() {
        let plain = Plain::of("一是甲。二是 乙；三是丙");
        let at = Pattern::read("乙").and_then(|pattern| pattern.find(&plain)).unwrap();
        assert_eq!(plain.sentence(&at), "二是乙");
    }
}
