//! Whether the device's date can be believed: every last day is counted from it.

use assessor::words;
use feel::Date;

/// Days by which a device in another time zone may be behind the day the rules were verified.
const SLACK: i64 = 1;
/// Days after which rules that were not renewed are more likely than not out of date.
const STALE: i64 = 366;

/// A sentence when the device's date is before the rules, or long after them.
pub fn warning(on: Date, as_of: Date) -> Option<String> {
    let (device, rules) = (words::date(on), words::date(as_of));
    match on.to_days() - as_of.to_days() {
        days if days < -SLACK => Some(format!(
            "这台设备的日期是{device}，比规则核对的日子（{rules}）还早，期限会算错。请先在手机“设置”里把日期改对，再打开本页。"
        )),
        days if days > STALE => Some(format!(
            "这台设备的日期是{device}，规则只核对到{rules}。日期不对，请先在手机“设置”里改；日期没错，这里的规则可能旧了，请以现行法律为准。"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn a_date_before_the_rules_or_long_after_them_is_said() {
        let cases = [
            ("1970-01-01", Some("1970年1月1日")),
            ("2026-10-30", Some("还早")),
            ("2026-10-31", None),
            ("2026-11-23", None),
            ("2027-11-02", None),
            ("2027-11-03", Some("可能旧了")),
            ("2100-01-01", Some("2100年1月1日")),
        ];
        for (on, said) in cases {
            let warning = warning(on.parse().unwrap(), "2026-11-01".parse().unwrap());
            assert_eq!(warning.is_some(), said.is_some(), "{on}: {warning:?}");
            assert!(warning.unwrap_or_default().contains(said.unwrap_or_default()), "{on}");
        }
    }
}
