//! 日历: the table of holidays, and whether it reaches far enough.

use feel::Date;

use super::Found;
use super::words::date;
use crate::definition::{Calendar, Period};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Holiday, Origin, Text};

/// So many days from the day on which the law was checked the table should reach: the longest
/// periods in working days end within them.
const AHEAD: i64 = 30;

pub(super) fn calendar(calendar: &document::Calendar, as_of: Date, found: &mut Found) -> Calendar {
    let mut table = Table { covers: Period::default(), off: Vec::new(), worked: Vec::new(), found };
    let covers = table.range(&calendar.from, &calendar.to);
    table.covers = covers;
    for holiday in &calendar.holidays {
        table.holiday(holiday);
    }
    let Table { off, worked, .. } = table;
    if covers.is_over(as_of.add_days(AHEAD).unwrap_or(as_of)) {
        let message = format!("放假安排只到 {}，离法律核对日 {as_of} 不到 {AHEAD} 天", calendar.to.text);
        let help = "下一年的放假通知出来后，加上各个假期，改“止”和“来源”";
        found.add(Diagnostic::warning("R115", calendar.to.at, message).help(help));
    }
    Calendar { covers, off, worked }
}

struct Table<'f> {
    covers: Period,
    off: Vec<Date>,
    worked: Vec<Date>,
    found: &'f mut Found,
}

impl Table<'_> {
    /// From the first day to the last, both included.
    fn range(&mut self, from: &Text, to: &Text) -> Period {
        let (first, last) = (date(from, "起", self.found), date(to, "止", self.found));
        if last < first {
            self.wrong(to.at, format!("“止” {last} 在“起” {first} 之前"));
        }
        Period { from: Some(first), until: last.add_days(1) }
    }

    fn holiday(&mut self, holiday: &Holiday) {
        let range = self.range(&holiday.from, &holiday.to);
        let ends = [(range.from, &holiday.from), (range.until.and_then(|it| it.add_days(-1)), &holiday.to)];
        if !ends.into_iter().all(|(day, text)| day.is_some_and(|day| self.covered(day, text.at))) {
            return;
        }
        let mut day = range.from.filter(|day| range.contains(*day));
        while let Some(here) = day {
            if here.weekday() <= 5 && self.first(here, holiday.from.at) {
                self.off.push(here);
            }
            day = here.add_days(1).filter(|next| range.contains(*next));
        }
        for text in &holiday.worked {
            let day = date(text, "上班", self.found);
            if day.weekday() <= 5 {
                self.wrong(text.at, format!("{day} 不是周末，本来就上班"));
            } else if range.contains(day) {
                self.wrong(text.at, format!("{day} 在“{}”放假的日子里，又写成上班", holiday.name.text));
            } else if self.covered(day, text.at) && self.first(day, text.at) {
                self.worked.push(day);
            }
        }
    }

    /// Whether the table speaks of the day.
    fn covered(&mut self, day: Date, at: Origin) -> bool {
        let covered = self.covers.contains(day);
        if !covered {
            self.wrong(at, format!("{day} 不在日历的“起”“止”之内"));
        }
        covered
    }

    /// Whether the day is written for the first time.
    fn first(&mut self, day: Date, at: Origin) -> bool {
        let twice = self.off.contains(&day) || self.worked.contains(&day);
        if twice {
            self.wrong(at, format!("{day} 写了两次"));
        }
        !twice
    }

    fn wrong(&mut self, at: Origin, message: String) {
        self.found.add(Diagnostic::error("R114", at, message).help("对着国务院办公厅的放假通知改"));
    }
}
