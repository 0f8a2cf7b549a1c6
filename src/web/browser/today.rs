//! The day of assessment: today on the owner's device.

use feel::Date;
use web_sys::js_sys;

/// Today's local date.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()).parse().ok()
}
