//! Which days are working days, and counting with them.
//!
//! Weekends are off; the State Council says each autumn which working days of the next year are off
//! too and which weekend days are worked instead. What it has not said yet nobody knows: outside the
//! years that the table covers only weekends are off, and whoever shows a date says so.

use feel::Date;
use serde::Serialize;

use crate::date_text;
use crate::period::Period;

/// The table of holidays.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calendar {
    /// The days it speaks of.
    pub covers: Period,
    /// Days from Monday to Friday that are off.
    #[serde(serialize_with = "date_text::list")]
    pub off: Vec<Date>,
    /// Saturdays and Sundays that are worked.
    #[serde(serialize_with = "date_text::list")]
    pub worked: Vec<Date>,
}

/// The table where there is none: it covers no day.
pub(crate) static NONE: Calendar = Calendar {
    covers: Period { from: Some(Date::EPOCH), until: Some(Date::EPOCH) },
    off: Vec::new(),
    worked: Vec::new(),
};

impl Calendar {
    /// Whether a day is worked.
    pub fn is_working(&self, day: Date) -> bool {
        if day.weekday() > 5 { self.worked.contains(&day) } else { !self.off.contains(&day) }
    }

    /// The day itself if it is worked, else the next that is.
    pub fn on_or_after(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_working(day) {
            let Some(next) = day.add_days(1) else { break };
            day = next;
        }
        day
    }

    /// The last day before that is worked. A last day moves to the day itself or beyond exactly if
    /// it lies after this one.
    pub fn before(&self, day: Date) -> Date {
        let mut day = day;
        while let Some(earlier) = day.add_days(-1) {
            day = earlier;
            if self.is_working(day) {
                break;
            }
        }
        day
    }

    /// The last of so many working days, counted from the day after the first (the day itself if
    /// there are none).
    pub fn after(&self, day: Date, working_days: u16) -> Date {
        (0..working_days).fold(day, |day, _| day.add_days(1).map_or(day, |next| self.on_or_after(next)))
    }
}
