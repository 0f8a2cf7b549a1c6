//! Amounts in the capitals of cheques and receipts: 壹拾贰万元整.
//!
//! By the rules for filling in 票据 (支付结算办法, annex 1): 整 behind 元, none behind 角 or 分; one 零 for
//! noughts between digits, and for a 角 of nought before 分. Where the rules leave a 零 to the writer (the
//! 元 or the 万 is nought and the digit behind it is not), none is written.

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const UNITS: [(u64, &str); 5] = [(100_000_000, "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾")];
/// Digits of 元 that are written out.
const LONGEST: usize = 16;

/// The capitals of an amount of 元 in plain decimals; none below 0, beyond 分 or from 10^16 元 on.
pub fn capital(amount: &str) -> Option<String> {
    let (whole, decimals) = amount.split_once('.').unwrap_or((amount, ""));
    let whole = whole.trim_start_matches('0');
    let decimals = format!("{:0<2}", decimals.trim_end_matches('0'));
    if whole.len() > LONGEST || decimals.len() > 2 {
        return None;
    }
    let yuan: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let cents: u64 = decimals.parse().ok()?;
    let small = match (cents / 10, cents % 10) {
        (0, 0) => "整".into(),
        (0, fen) => format!("{}{}分", if yuan == 0 { "" } else { "零" }, words(fen)),
        (jiao, 0) => format!("{}角", words(jiao)),
        (jiao, fen) => format!("{}角{}分", words(jiao), words(fen)),
    };
    Some(if yuan == 0 && cents > 0 { small } else { format!("{}元{small}", words(yuan)) })
}

/// A whole number in capitals.
fn words(number: u64) -> String {
    let Some((unit, name)) = UNITS.iter().find(|(unit, _)| number >= *unit) else {
        let digit = usize::try_from(number).ok().and_then(|digit| DIGITS.get(digit));
        return digit.copied().unwrap_or_default().into();
    };
    let rest = match number % unit {
        0 => String::new(),
        rest if rest < unit / 10 => format!("零{}", words(rest)),
        rest => words(rest),
    };
    format!("{}{name}{rest}", words(number / unit))
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn amounts_are_written_as_on_a_cheque() {
        let cases = [
            ("0", "零元整"),
            ("0.00", "零元整"),
            ("0.05", "伍分"),
            ("0.5", "伍角"),
            ("0.55", "伍角伍分"),
            ("1", "壹元整"),
            ("10", "壹拾元整"),
            ("11", "壹拾壹元整"),
            ("105.3", "壹佰零伍元叁角"),
            ("1409.50", "壹仟肆佰零玖元伍角"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("107000.53", "壹拾万柒仟元伍角叁分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("120000", "壹拾贰万元整"),
            ("100005", "壹拾万零伍元整"),
            ("10010000", "壹仟零壹万元整"),
            ("100100000", "壹亿零壹拾万元整"),
            ("120000000", "壹亿贰仟万元整"),
            ("1234500000000", "壹万贰仟叁佰肆拾伍亿元整"),
            (
                "9999999999999999.99",
                "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
            ),
        ];
        for (amount, written) in cases {
            assert_eq!(capital(amount).as_deref(), Some(written), "{amount}");
        }
    }

    #[test]
    fn what_no_cheque_could_hold_is_not_written() {
        for amount in ["-3", "0.001", "10000000000000000", "1e3", "十二"] {
            assert_eq!(capital(amount), None, "{amount}");
        }
    }

    /// Reads capitals back, digit by digit.
    fn read(text: &str) -> u64 {
        let (mut total, mut group, mut digit) = (0, 0, 0);
        for c in text.chars() {
            let unit = super::UNITS.iter().find(|(_, name)| name.starts_with(c)).map(|(unit, _)| *unit);
            match unit {
                Some(unit @ 10..=1000) => {
                    group += digit * unit;
                    digit = 0;
                }
                Some(unit) => {
                    total = (total + group + digit) * unit;
                    (group, digit) = (0, 0);
                }
                None => digit = super::DIGITS.iter().position(|it| it.starts_with(c)).unwrap_or(0) as u64,
            }
        }
        total + group + digit
    }

    #[test]
    fn whole_numbers_read_back() {
        // Above 亿 the reading above would need two sums; every pattern of noughts is met below.
        let numbers = (0..20_000).chain((0..1000).map(|it| it * 99_991)).filter(|it| *it < 100_000_000);
        for number in numbers {
            let written = super::words(number);
            assert_eq!(read(&written), number, "{written}");
            assert!(!written.contains("零零") && (number == 0 || !written.ends_with('零')), "{written}");
        }
    }
}
