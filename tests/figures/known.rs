//! What articles of law say in figures, and which figures of a text they do not say.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use super::figure::{Figure, ONE, Unit, figures};
use super::texts::Passage;

/// Acts whose 日 are working days, by their last articles (行政处罚法 85, 行政强制法 69, 行政复议法 88):
/// for which numbers of days.
const WORKING: [(&str, &[u64]); 3] = [
    ("中华人民共和国行政处罚法", &[2, 3, 5, 7]),
    ("中华人民共和国行政强制法", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("中华人民共和国行政复议法", &[3, 5, 7, 10]),
];

/// Article 82 has working days for the agency's periods; the applicant's are plain days.
const PARTLY_WORKING: &str = "中华人民共和国行政许可法";

/// What some passages of law say, passage by passage.
pub struct Known(pub Vec<Rc<BTreeSet<Figure>>>);

impl Known {
    /// Whether the figures stand together in one article.
    fn have(&self, wanted: &[Figure]) -> bool {
        self.0.iter().any(|figures| wanted.iter().all(|it| says(figures, *it)))
    }

    /// The figures of a text that stand in none of the articles.
    pub fn strangers(&self, text: &str) -> Vec<Range<usize>> {
        let read = if text.contains("@\"P") { durations(text) } else { figures(text) };
        let spans = spans(text, read).into_iter();
        spans.filter(|(wanted, _)| !self.have(wanted)).map(|(_, bytes)| bytes).collect()
    }
}

/// The figures of a passage; days of acts that count in working days as such.
pub fn said(passage: &Passage<'_>) -> BTreeSet<Figure> {
    let days = WORKING.iter().find(|(law, _)| *law == passage.law).map_or(&[][..], |(_, days)| days);
    let both = passage.law == PARTLY_WORKING;
    let read = figures(passage.text).into_iter().flat_map(|(figure, _)| {
        let plain = figure.unit != Unit::Days || !days.contains(&(figure.value / ONE));
        let working = figure.unit == Unit::Days && (both || !plain);
        let working = working.then_some(Figure { unit: Unit::WorkDays, ..figure });
        plain.then_some(figure).into_iter().chain(working)
    });
    read.collect()
}

fn says(figures: &BTreeSet<Figure>, figure: Figure) -> bool {
    let same = |unit| figures.contains(&Figure { unit, ..figure });
    match figure.unit {
        Unit::Share | Unit::Times => same(Unit::Share) || same(Unit::Times),
        unit => same(unit),
    }
}

/// Joins the two ends of 一万元以上五万元以下 and of 1 万至 5 万元: both stand in one article.
fn spans(text: &str, read: Vec<(Figure, Range<usize>)>) -> Vec<(Vec<Figure>, Range<usize>)> {
    let mut joined: Vec<(Vec<Figure>, Range<usize>)> = Vec::new();
    for (figure, bytes) in read {
        if let Some((figures, before)) = joined.last_mut() {
            let between = text.get(before.end..bytes.start).unwrap_or_default();
            let spans = ["以上", "以上至", "至", "到", "-", "–", "—", "~"].contains(&between.trim());
            if figures.len() == 1 && (*before == bytes || spans && figures[0].unit == figure.unit) {
                figures.push(figure);
                before.end = bytes.end;
                continue;
            }
        }
        joined.push((vec![figure], bytes));
    }
    joined
}

/// The durations of a FEEL text, @"P10D"; single days move a date to the day before or after.
fn durations(text: &str) -> Vec<(Figure, Range<usize>)> {
    let mut found = Vec::new();
    for (start, opening) in text.match_indices("@\"P") {
        let from = start + opening.len();
        let rest = text.get(from..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, rest) = rest.split_at(length);
        let (unit, size) = match rest.chars().next() {
            Some('D') => (Unit::Days, 1),
            Some('M') => (Unit::Months, 1),
            _ => (Unit::Months, 12),
        };
        let value = digits.parse::<u64>().unwrap_or(0) * size * ONE;
        let single = unit == Unit::Days && digits == "1";
        found.extend((!single).then_some((Figure { unit, value }, start..from + length + 1)));
    }
    found
}
