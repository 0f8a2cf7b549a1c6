//! A sheet that is written from top to bottom: where the next line goes, and where words break.

use super::Poster;

/// Width of the sheet, in units. Twice as many pixels are drawn, which is what pictures in a chat are
/// scaled to; at 360 pixels a phone shows [`BODY`] at 16.
pub const WIDTH: u32 = 540;
const MARGIN: u32 = 32;
const INNER: u32 = WIDTH - 2 * MARGIN;
/// What number and colour stand in front of an item.
const INDENT: u32 = 40;
/// A module of the QR code, and the light modules that the format wants around it.
const MODULE: u32 = 5;
const QUIET: u32 = 4;

/// Size and weight of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Font {
    /// Height of an ideograph, in units.
    pub size: u32,
    /// 粗体
    pub bold: bool,
}

pub const TITLE: Font = Font { size: 38, bold: true };
pub const HEAD: Font = Font { size: 26, bold: true };
pub const STRONG: Font = Font { size: 24, bold: true };
pub const BODY: Font = Font { size: 24, bold: false };
pub const NOTE: Font = Font { size: 20, bold: false };

impl Font {
    /// From one line to the next.
    fn leading(self) -> u32 {
        self.size * 3 / 2
    }
}

/// What something is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The sheet, and words on the band.
    Paper,
    /// Words.
    Text,
    /// Remarks.
    Muted,
    /// Lines.
    Faint,
    /// The band, and levels that are no reason to hurry.
    Calm,
    /// 中
    Medium,
    /// 高 and 极高
    High,
}

impl Ink {
    /// The colour, as the page has it in light colours.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Paper => "#ffffff",
            Self::Text => "#1a1a1a",
            Self::Muted => "#595959",
            Self::Faint => "#d9d9d9",
            Self::Calm => "#00703a",
            Self::Medium => "#a34a00",
            Self::High => "#b71c1c",
        }
    }
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draw {
    /// A filled rectangle.
    Fill {
        /// Left edge.
        x: u32,
        /// Upper edge.
        y: u32,
        /// Width.
        width: u32,
        /// Height.
        height: u32,
        /// Colour.
        ink: Ink,
    },
    /// Words in one line.
    Words {
        /// Where they begin.
        x: u32,
        /// The line they stand on.
        y: u32,
        /// The words.
        text: String,
        /// Size and weight.
        font: Font,
        /// Colour.
        ink: Ink,
    },
}

/// The sheet, written down to `y`.
pub struct Sheet<F> {
    width: F,
    y: u32,
    drawing: Vec<Draw>,
}

impl<F: Fn(&str, Font) -> u32> Sheet<F> {
    pub fn new(width: F) -> Self {
        Self { width, y: 0, drawing: Vec::new() }
    }

    fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, ink: Ink) {
        self.drawing.push(Draw::Fill { x, y, width, height, ink });
    }

    /// Words broken into lines from `x` on, at most `room` wide.
    fn lines(&mut self, x: u32, room: u32, text: &str, font: Font, ink: Ink) {
        for line in broken(text, |words| (self.width)(words, font) <= room) {
            // Ideographs reach an eighth of their size below the line they stand on.
            let y = self.y + (font.leading() + font.size * 3 / 4) / 2;
            self.drawing.push(Draw::Words { x, y, text: line, font, ink });
            self.y += font.leading();
        }
    }

    /// The title on its band.
    pub fn band(&mut self, title: &str, line: &str) {
        let at = self.drawing.len();
        self.y += 28;
        self.lines(MARGIN, INNER, title, TITLE, Ink::Paper);
        self.lines(MARGIN, INNER, line, NOTE, Ink::Paper);
        self.y += 20;
        let band = Draw::Fill { x: 0, y: 0, width: WIDTH, height: self.y, ink: Ink::Calm };
        self.drawing.insert(at, band);
        self.y += 20;
    }

    /// A word in large print beside a mark of its colour.
    pub fn flag(&mut self, word: &str, ink: Ink) {
        self.fill(MARGIN, self.y + 8, 12, TITLE.leading() - 16, ink);
        self.lines(MARGIN + 28, INNER - 28, word, TITLE, ink);
    }

    /// A paragraph.
    pub fn words(&mut self, text: &str, font: Font, ink: Ink) {
        self.lines(MARGIN, INNER, text, font, ink);
    }

    /// A heading under a line.
    pub fn heading(&mut self, text: &str) {
        self.y += 16;
        self.fill(MARGIN, self.y, INNER, 2, Ink::Faint);
        self.y += 14;
        self.lines(MARGIN, INNER, text, HEAD, Ink::Calm);
    }

    /// A numbered item with its marks.
    pub fn item(&mut self, number: usize, text: &str, marks: &str, ink: Ink) {
        let y = self.y;
        self.lines(MARGIN, INDENT, &number.to_string(), HEAD, ink);
        self.y = y;
        self.lines(MARGIN + INDENT, INNER - INDENT, text, STRONG, Ink::Text);
        self.lines(MARGIN + INDENT, INNER - INDENT, marks, NOTE, ink);
        self.y += 8;
    }

    /// A name and its number.
    pub fn pair(&mut self, name: &str, number: &str) {
        let room = (self.width)(number, STRONG);
        let y = self.y;
        self.lines(MARGIN, INNER.saturating_sub(room + 16), name, BODY, Ink::Text);
        let end = std::mem::replace(&mut self.y, y);
        self.lines(WIDTH - MARGIN - room.min(INNER), INNER, number, STRONG, Ink::Calm);
        self.y = end;
    }

    /// The QR code with what it is, and the last lines.
    pub fn foot(&mut self, code: Option<&[Vec<bool>]>, beside: &[&str], below: &[&str]) {
        self.y += 16;
        self.fill(MARGIN, self.y, INNER, 2, Ink::Faint);
        self.y += 16;
        if let Some(code) = code {
            let (top, side) = (self.y, self.code(code));
            let x = MARGIN + side + 16;
            self.y += (side / 2).saturating_sub(54);
            for (at, line) in beside.iter().enumerate() {
                let (font, ink) = if at == 0 { (HEAD, Ink::Text) } else { (NOTE, Ink::Muted) };
                self.lines(x, (WIDTH - MARGIN).saturating_sub(x), line, font, ink);
            }
            self.y = self.y.max(top + side) + 8;
        }
        for line in below {
            self.lines(MARGIN, INNER, line, NOTE, Ink::Muted);
        }
        self.y += 24;
    }

    /// Draws a QR code and gives its side. Dark modules beside each other are one rectangle, so that
    /// no hair line of light is left between them.
    fn code(&mut self, code: &[Vec<bool>]) -> u32 {
        let (mut y, left) = (self.y + QUIET * MODULE, MARGIN + QUIET * MODULE);
        for row in code {
            let mut x = left;
            for run in row.chunk_by(|one, other| one == other) {
                let width = MODULE * count(run.len());
                if run.first() == Some(&true) {
                    self.fill(x, y, width, MODULE, Ink::Text);
                }
                x += width;
            }
            y += MODULE;
        }
        (count(code.len()) + 2 * QUIET) * MODULE
    }

    pub fn finish(self) -> Poster {
        let paper = Draw::Fill { x: 0, y: 0, width: WIDTH, height: self.y, ink: Ink::Paper };
        Poster { height: self.y, drawing: std::iter::once(paper).chain(self.drawing).collect() }
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

/// Marks that never begin a line.
const CLOSING: &str = "，。；：、！？”’）》」』…·";
/// Marks that never end one.
const OPENING: &str = "“‘（《「『";

/// Words in lines that fit. Chinese breaks anywhere but around such marks; numbers and Latin words
/// stay whole.
fn broken(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || fits(longer.trim_end()) {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, piece.trim_start().into()));
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

/// What no line breaks.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.chars() {
        let joined = CLOSING.contains(c)
            || OPENING.contains(last)
            || (c.is_ascii_graphic() && last.is_ascii_graphic());
        match pieces.last_mut().filter(|_| joined) {
            Some(piece) => piece.push(c),
            None => pieces.push(c.into()),
        }
        last = c;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::broken;

    /// Lines of at most eight, where Latin letters count half.
    fn lines(text: &str) -> Vec<String> {
        broken(text, |line| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<u32>() <= 16)
    }

    #[test]
    fn no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens() {
        assert_eq!(lines("一二三四五六七八，九"), ["一二三四五六七", "八，九"]);
        assert_eq!(lines("一二三四五六七“八”"), ["一二三四五六七", "“八”"]);
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(lines("一二三四五六12345号"), ["一二三四五六", "12345号"]);
    }

    #[test]
    fn what_fits_on_no_line_stands_alone() {
        assert_eq!(lines("a12345678901234567890 b"), ["a12345678901234567890", "b"]);
        assert_eq!(lines(""), [""; 0]);
    }
}
