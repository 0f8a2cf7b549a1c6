//! Periods of days in which something holds: a version of a law, a finding, a table of holidays.
//!
//! Law speaks of the day on which something takes effect (施行) and of the day from which it no
//! longer holds (失效). A period is written in just these two, so that the end of one version is
//! the beginning of the next and no day lies between them or belongs to both.

use feel::Date;
use serde::Serialize;

use crate::date_text;

/// From when until when something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Period {
    /// First day; none = ever since.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "date_text::optional")]
    pub from: Option<Date>,
    /// First day on which it no longer holds; none = no end is known.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "date_text::optional")]
    pub until: Option<Date>,
}

impl Period {
    /// Whether it holds on a day.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.is_over(day)
    }

    /// Whether it ended on a day or before.
    pub fn is_over(self, day: Date) -> bool {
        self.until.is_some_and(|until| until <= day)
    }
}
