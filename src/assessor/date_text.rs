//! Dates in JSON are text, `YYYY-MM-DD`, in bundles and reports alike.

use feel::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// Writes a date as text.
pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// Reads a date from text.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
    text.parse().map_err(|_| D::Error::custom("not a date of the form YYYY-MM-DD"))
}
