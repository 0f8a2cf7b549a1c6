//! Text that may be broken over lines, and how much of it fits on one. A small form of Wadler's
//! pretty printer: a group stands on one line if it fits, else it breaks at each of its breaks.
use unicode_width::UnicodeWidthStr;

/// Columns by which inner lines are indented.
const INDENT: usize = 2;

/// Columns that a text takes on a line; a Chinese character takes two.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// A text with places where a line may end.
pub(super) struct Doc {
    kind: Kind,
    /// Columns on one line; a Chinese character takes two.
    width: usize,
}

enum Kind {
    Text(String),
    /// A space, or the end of a line.
    Space,
    /// Nothing, or the end of a line.
    Break,
    Join(Vec<Doc>),
    Nest(Box<Doc>),
    /// On one line if it fits.
    Group(Box<Doc>),
    /// Parts with a space between, as many on each line as fit.
    Fill(Vec<Doc>),
}

impl Doc {
    pub fn text(text: impl Into<String>) -> Doc {
        let text = text.into();
        Doc { width: columns(&text), kind: Kind::Text(text) }
    }

    pub fn space() -> Doc {
        Doc { kind: Kind::Space, width: 1 }
    }

    pub fn line_break() -> Doc {
        Doc { kind: Kind::Break, width: 0 }
    }

    pub fn join(parts: Vec<Doc>) -> Doc {
        Doc { width: parts.iter().map(|part| part.width).sum(), kind: Kind::Join(parts) }
    }

    pub fn nest(self) -> Doc {
        Doc { width: self.width, kind: Kind::Nest(Box::new(self)) }
    }

    pub fn group(self) -> Doc {
        Doc { width: self.width, kind: Kind::Group(Box::new(self)) }
    }

    pub fn fill(parts: Vec<Doc>) -> Doc {
        let spaces = parts.len().saturating_sub(1);
        Doc { width: parts.iter().map(|part| part.width).sum::<usize>() + spaces, kind: Kind::Fill(parts) }
    }

    /// Whether the text on one line starts so.
    pub fn starts_with(&self, start: &str) -> bool {
        match &self.kind {
            Kind::Text(text) => text.starts_with(start),
            Kind::Space | Kind::Break => false,
            Kind::Join(parts) | Kind::Fill(parts) => {
                parts.first().is_some_and(|part| part.starts_with(start))
            }
            Kind::Nest(inner) | Kind::Group(inner) => inner.starts_with(start),
        }
    }

    /// The text in lines of at most so many columns, as far as its breaks allow.
    pub fn render(&self, columns: usize) -> String {
        let mut page = Page { text: String::new(), column: 0, columns };
        page.draw(self, Place { indent: 0, flat: self.width <= columns, after: 0 });
        page.text
    }
}

/// Where a part is drawn.
#[derive(Clone, Copy)]
struct Place {
    indent: usize,
    /// Whether it stays on one line.
    flat: bool,
    /// Columns that what follows needs on the same line.
    after: usize,
}

struct Page {
    text: String,
    column: usize,
    columns: usize,
}

impl Page {
    fn draw(&mut self, doc: &Doc, place: Place) {
        match &doc.kind {
            Kind::Text(text) => {
                self.text.push_str(text);
                self.column += doc.width;
            }
            Kind::Space | Kind::Break if !place.flat => self.new_line(place.indent),
            Kind::Space => {
                self.text.push(' ');
                self.column += 1;
            }
            Kind::Break => {}
            Kind::Join(parts) => self.join(parts, place),
            Kind::Nest(inner) => self.draw(inner, Place { indent: place.indent + INDENT, ..place }),
            Kind::Group(inner) => {
                let flat = place.flat || self.fits(inner.width + place.after);
                self.draw(inner, Place { flat, ..place });
            }
            Kind::Fill(parts) => self.fill(parts, place),
        }
    }

    fn fits(&self, width: usize) -> bool {
        self.column + width <= self.columns
    }

    fn new_line(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }

    fn join(&mut self, parts: &[Doc], place: Place) {
        for (at, part) in parts.iter().enumerate() {
            let rest = parts.iter().skip(at + 1);
            let after: usize =
                rest.clone().take_while(|part| !part.may_end_line()).map(|part| part.width).sum();
            let open = rest.clone().all(|part| !part.may_end_line());
            self.draw(part, Place { after: after + if open { place.after } else { 0 }, ..place });
        }
    }

    /// A part that needs several lines starts on one of its own, and so does what comes after it.
    fn fill(&mut self, parts: &[Doc], place: Place) {
        let mut tall = false;
        for (at, part) in parts.iter().enumerate() {
            let after = if at + 1 == parts.len() { place.after } else { 0 };
            if at > 0 {
                if place.flat || (!tall && self.fits(1 + part.width + after)) {
                    self.text.push(' ');
                    self.column += 1;
                } else {
                    self.new_line(place.indent);
                }
            }
            let before = self.text.len();
            self.draw(part, Place { after, flat: place.flat || self.fits(part.width + after), ..place });
            tall = self.text.get(before..).is_some_and(|drawn| drawn.contains('\n'));
        }
    }
}

impl Doc {
    /// Whether a line may end at its start.
    fn may_end_line(&self) -> bool {
        match &self.kind {
            Kind::Space | Kind::Break => true,
            Kind::Nest(inner) | Kind::Group(inner) => inner.may_end_line(),
            Kind::Join(parts) => parts.first().is_some_and(Doc::may_end_line),
            Kind::Text(_) | Kind::Fill(_) => false,
        }
    }
}
