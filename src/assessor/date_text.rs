//! Dates in JSON are text, `YYYY-MM-DD`, in bundles and reports alike.

use feel::Date;
use serde::Serializer;
use serde::ser::SerializeSeq;

/// Writes a date as text.
pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// Writes a date as text, or null.
pub fn optional<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => to.collect_str(date),
        None => to.serialize_none(),
    }
}

/// Writes dates as a list of texts.
pub fn list<S: Serializer>(dates: &[Date], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(dates.len()))?;
    for date in dates {
        list.serialize_element(&date.to_string())?;
    }
    list.end()
}
