//! When a finding exists: 有效期, read and held against the day on which the law was checked.

use super::Found;
use super::words::date;
use crate::definition::Period;
use crate::diagnostic::Diagnostic;
use crate::document::{Finding, Valid};

/// The period of a finding; none if it has neither beginning nor end.
pub(super) fn valid(finding: &Finding, as_of: feel::Date, found: &mut Found) -> Option<Period> {
    let Valid { from, until } = finding.valid.as_ref()?;
    let period = Period {
        from: from.as_ref().map(|day| date(day, "自", found)),
        until: until.as_ref().map(|day| date(day, "失效", found)),
    };
    if let (Some(text), Some(until)) = (until, period.until) {
        let id = &finding.id.text;
        if let Some(from) = period.from.filter(|from| *from >= until) {
            let message = format!("“{id}”从 {from} 起，{until} 就失效：一天也不会提示");
            found.add(
                Diagnostic::error("R029", text.at, message).help("“失效”是不再提示的第一天，写在“自”之后"),
            );
        } else if period.is_over(as_of) {
            let message = format!("“{id}”{until} 已经失效，法律核对日是 {as_of}");
            found.add(Diagnostic::warning("R076", text.at, message).help("不会再提示：删去这一版"));
        }
    }
    Some(period).filter(|period| *period != Period::default())
}
