//! From the day that a deadline's expression gives to the last day that counts, and how it came
//! about.
//!
//! FEEL knows no holidays and should not: an expression that gave another date once a new table of
//! holidays is entered would break the rule that the same answers give the same value, and no
//! proof about dates would survive it. So the expression gives the day that the law's words give,
//! in days, months and years, and the two things that hang on the calendar are said beside it.

use feel::Date;

use crate::calendar::Calendar;
use crate::definition::Deadline;
use crate::words;

/// The last day of a deadline.
pub(crate) struct Last {
    pub day: Date,
    /// Whether it is later than the period itself ends, because that day is off work.
    pub moved: bool,
    /// What to know about the counting, in words.
    pub note: Option<String>,
}

/// The last day, from the day that the expression gives.
pub(crate) fn last(deadline: &Deadline, calendar: &Calendar, given: Date) -> Last {
    let (day, counting) = match deadline.working_days {
        Some(count) => (calendar.after(given, count), Some("周末和放假的日子不算".to_owned())),
        None if deadline.postponed_by.is_empty() => return Last { day: given, moved: false, note: None },
        None => (calendar.on_or_after(given), None),
    };
    let moved = counting.is_none() && day != given;
    let counting = match moved {
        true => Some(format!("期满那天{}不上班，顺延到下一个上班的日子", words::date(given))),
        false => counting,
    };
    // A last day that stays where it is may fall on a holiday to come: it is the earlier day then.
    let guessed = counting.is_some() && !(calendar.covers.contains(given) && calendar.covers.contains(day));
    let parts = counting.into_iter().chain(guessed.then(|| guess(calendar)));
    let note = parts.collect::<Vec<_>>().join("；");
    Last { day, moved, note: Some(note).filter(|note| !note.is_empty()) }
}

/// That the table of holidays does not reach there.
fn guess(calendar: &Calendar) -> String {
    let last = calendar.covers.until.and_then(|until| until.add_days(-1));
    match calendar.covers.from.zip(last).filter(|(from, last)| from <= last) {
        Some((from, last)) => {
            let (from, last) = (words::date(from), words::date(last));
            format!("放假安排只录了{from}到{last}的，别的日子按周末推算，请再核对")
        }
        None => "没有录放假安排，按周末推算，请再核对".into(),
    }
}
