//! Dates in JSON are text, `YYYY-MM-DD`, in bundles and reports alike.

use feel::Date;
use serde::Serializer;

/// Writes a date as text.
pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}
