//! Deadlines as a calendar file (RFC 5545). A crate would bring a calendar of its own into the
//! page; what is needed of the format is one kind of component with seven properties.

use assessor::words;
use feel::Date;

use super::contact::{lines, named};
use super::summary::{Due, Summary};

/// Octets after which a line is folded (section 3.1).
const FOLD: usize = 75;
/// When the phone reminds, before the beginning of the last day: at nine in the morning three days
/// before, and at nine on the day itself. With the days that must be left for it to be of use.
const REMINDERS: [(i64, &str); 2] = [(3, "-P2DT15H"), (0, "PT9H")];

/// The calendar: an event that lasts the whole last day for every deadline that has not passed;
/// none if there is no such deadline.
pub fn calendar(summary: &Summary<'_>) -> Option<String> {
    let rules = summary.rulebook.definition();
    let mut file = File(String::new());
    for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN")] {
        file.line(name, value);
    }
    file.text("PRODID", &format!("-//{}//{}//ZH", rules.id, rules.version));
    let mut ahead = summary.deadlines.iter().filter(|it| it.left >= 0).peekable();
    ahead.peek()?;
    for due in ahead {
        event(&mut file, summary, due)?;
    }
    file.line("END", "VCALENDAR");
    Some(file.0)
}

fn event(file: &mut File, summary: &Summary<'_>, due: &Due<'_>) -> Option<()> {
    let rules = summary.rulebook.definition();
    file.line("BEGIN", "VEVENT");
    // The same deadline of a later result takes the place of the one that was saved before.
    file.text("UID", &format!("{}-{}@{}", due.finding.id, due.number + 1, rules.id));
    file.line("DTSTAMP", &format!("{}T000000Z", compact(summary.on)));
    file.line("DTSTART;VALUE=DATE", &compact(due.day));
    file.line("DTEND;VALUE=DATE", &compact(due.day.add_days(1)?));
    file.line("TRANSP", "TRANSPARENT");
    file.text("SUMMARY", &format!("最后一天：{}", due.task));
    file.text("DESCRIPTION", &description(summary, due));
    for (_, trigger) in REMINDERS.iter().filter(|(days, _)| due.left >= *days) {
        for (name, value) in [("BEGIN", "VALARM"), ("ACTION", "DISPLAY"), ("TRIGGER", trigger)] {
            file.line(name, value);
        }
        file.text("DESCRIPTION", due.task);
        file.line("END", "VALARM");
    }
    file.line("END", "VEVENT");
    Some(())
}

fn description(summary: &Summary<'_>, due: &Due<'_>) -> String {
    let deadline = due.finding.deadlines.get(due.number);
    let rule = deadline.map_or("", |it| it.rule.as_str());
    let note = deadline.and_then(|it| it.note.as_deref()).map(|it| format!("\n{it}")).unwrap_or_default();
    let agency = due.finding.agencies.first().and_then(|id| summary.rulebook.agency(id));
    let call = agency.map(|agency| {
        let numbers = lines(summary.rulebook, agency);
        let numbers = numbers.iter().map(|line| line.phone.number.as_str());
        let others: String = numbers.skip(1).map(|it| format!("、{it}")).collect();
        format!("\n找谁：{}{others}", named(summary.rulebook, agency))
    });
    format!(
        "{}\n{rule}{note}{}\n{}算出，{}。仅供参考，不替代律师意见。",
        due.finding.title,
        call.unwrap_or_default(),
        words::date(summary.on),
        summary.rules()
    )
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

struct File(String);

impl File {
    /// A property whose value is text (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::new();
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped += "\\n",
                _ => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// A property, in lines of at most 75 octets.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > FOLD {
                self.0 += "\r\n ";
                length = 1;
            }
            length += c.len_utf8();
            self.0.push(c);
        }
        self.0 += "\r\n";
    }
}
