//! Which numbers stand on a contact card, and the card as a text to copy.
//!
//! A window whose number nobody has verified has none of its own: the national line that stands
//! in for it is given, and said to be that.

use assessor::definition::{Agency, Phone};
use assessor::{Rulebook, words};

/// The city's general line, offered beside every other number.
const CITY_LINE: &str = "nat-12345";
/// Whose number it is beside others.
pub const CITY: &str = "市民热线";
/// Emergency lines stand alone: nothing beside them may be tapped by mistake.
const ALONE: [&str; 3] = ["nat-110", "nat-119", "nat-120"];

/// A number to dial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line<'a> {
    /// The number, with what to know before dialling.
    pub phone: &'a Phone,
    /// Whose it is: 电话, 全国热线 or [`CITY`].
    pub label: &'static str,
}

/// When a number is answered, and what to know before dialling it; none where that is not known.
pub fn hints(phone: &Phone) -> Option<String> {
    let hints: Vec<&str> = [phone.hours.as_deref(), phone.note.as_deref()].into_iter().flatten().collect();
    (!hints.is_empty()).then(|| hints.join("；"))
}

/// The city's general line, for whatever nobody else is known to handle.
pub fn city_line(rulebook: &Rulebook) -> Option<&Agency> {
    rulebook.agency(CITY_LINE)
}

/// Whether it is called when something is happening this very moment, and for nothing else.
pub fn is_emergency(agency: &Agency) -> bool {
    ALONE.contains(&agency.id.as_str())
}

/// The numbers for an agency: its own, or the line that stands in for it; then the city's general line.
pub fn lines<'a>(rulebook: &'a Rulebook, agency: &'a Agency) -> Vec<Line<'a>> {
    let (own, label) = match rulebook.definition().stand_in(agency) {
        Some(line) => (line, "全国热线"),
        None => (agency, "电话"),
    };
    let mut lines: Vec<Line<'a>> = own.phones.iter().map(|phone| Line { phone, label }).collect();
    let city = city_line(rulebook).and_then(|it| it.phones.first());
    if let Some(phone) =
        city.filter(|it| !is_emergency(agency) && lines.iter().all(|line| line.phone.number != it.number))
    {
        lines.push(Line { phone, label: CITY });
    }
    lines
}

/// An agency and the number that answers for it, in a line.
pub fn named(rulebook: &Rulebook, agency: &Agency) -> String {
    match lines(rulebook, agency).first().map(|line| line.phone.number.as_str()) {
        Some(number) if !agency.name.contains(number) => format!("{} {number}", agency.name),
        _ => agency.name.clone(),
    }
}

/// The card as a text: name, what it handles, numbers with their hours, ways online, the day of
/// the last check.
pub fn contact(rulebook: &Rulebook, agency: &Agency) -> String {
    let mut text = format!("{}\n管：{}\n", agency.name, agency.handles.join("；"));
    for Line { phone, label } in lines(rulebook, agency) {
        text += &match hints(phone) {
            Some(hints) => format!("{label}：{}（{hints}）\n", phone.number),
            None => format!("{label}：{}\n", phone.number),
        };
    }
    for way in &agency.online {
        let place = way.url.as_deref().map(|url| format!(" {url}")).unwrap_or_default();
        text += &format!("{}：{}{place}\n", way.kind, way.name);
    }
    text + &format!("核实日期：{}\n", words::date(agency.verified_on))
}
