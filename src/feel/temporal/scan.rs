//! A reader over the text of a date, time or duration.
use super::SECOND;

/// What is left to read.
pub(super) struct Scan<'a>(pub &'a str);

impl<'a> Scan<'a> {
    /// Takes `mark` if it comes next.
    pub fn take(&mut self, mark: char) -> bool {
        match self.0.strip_prefix(mark) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// Takes all digits that come next; may be empty.
    pub fn digits(&mut self) -> &'a str {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at_checked(end).unwrap_or((self.0, ""));
        self.0 = rest;
        digits
    }

    /// Takes a number of exactly two digits.
    pub fn pair(&mut self) -> Option<u32> {
        let (pair, rest) = self.0.split_at_checked(2)?;
        self.0 = rest;
        pair.bytes().all(|b| b.is_ascii_digit()).then(|| pair.parse().ok())?
    }

    /// Takes `.` and the digits of a fraction of a second, as nanoseconds; digits beyond the
    /// ninth are dropped.
    pub fn fraction(&mut self) -> Option<i128> {
        if !self.take('.') {
            return Some(0);
        }
        let digits = self.digits();
        let mut unit = SECOND / 10;
        let mut nanoseconds = 0;
        for digit in digits.bytes() {
            nanoseconds += i128::from(digit - b'0') * unit;
            unit /= 10;
        }
        (!digits.is_empty()).then_some(nanoseconds)
    }
}

/// Seconds with their fraction, `.`-separated, without trailing zeros: `3`, `3.25`.
pub(super) fn show_seconds(seconds: i128, nanoseconds: i128, width: usize) -> String {
    let whole = format!("{seconds:0width$}");
    if nanoseconds == 0 {
        return whole;
    }
    format!("{whole}.{}", format!("{nanoseconds:09}").trim_end_matches('0'))
}
