//! Figures in Chinese legal prose: amounts, periods, dates, shares, multiples, ages and people, in
//! Chinese or Arabic numerals: 一万元以上五万元以下, 1 万至 5 万元, 百分之五十, 50%, 十五日, 2 倍, 满十六周岁.

use std::fmt;
use std::ops::Range;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 元
    Yuan,
    /// 日、天; weeks are seven of them.
    Days,
    /// 工作日
    WorkDays,
    /// 个月; years are twelve of them.
    Months,
    /// 小时
    Hours,
    /// 周岁
    Age,
    /// 人
    People,
    /// Share of a whole: %, ‰, 万分之.
    Share,
    /// 倍
    Times,
    /// 年月日, as 20270630
    Date,
}

/// A figure; the value is in millionths of the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// What it counts.
    pub unit: Unit,
    /// How many millionths.
    pub value: u64,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.value / ONE, self.value % ONE);
        write!(f, "{whole}")?;
        if rest > 0 {
            write!(f, ".{}", format!("{rest:06}").trim_end_matches('0'))?;
        }
        let unit = match self.unit {
            Unit::Yuan => "元",
            Unit::Days => "日",
            Unit::WorkDays => "个工作日",
            Unit::Months => "个月",
            Unit::Hours => "小时",
            Unit::Age => "周岁",
            Unit::People => "人",
            Unit::Share => "",
            Unit::Times => "倍",
            Unit::Date => "号",
        };
        f.write_str(unit)
    }
}

/// Millionths in one.
pub const ONE: u64 = 1_000_000;

/// Longest first where one begins with the other. 万 without 元 is money too.
const UNITS: [(&str, Unit, u64); 20] = [
    ("个工作日", Unit::WorkDays, ONE),
    ("工作日", Unit::WorkDays, ONE),
    ("个月", Unit::Months, ONE),
    ("个小时", Unit::Hours, ONE),
    ("小时", Unit::Hours, ONE),
    ("周岁", Unit::Age, ONE),
    ("人", Unit::People, ONE),
    ("名", Unit::People, ONE),
    ("岁", Unit::Age, ONE),
    ("个星期", Unit::Days, 7 * ONE),
    ("星期", Unit::Days, 7 * ONE),
    ("周", Unit::Days, 7 * ONE),
    ("元", Unit::Yuan, ONE),
    ("日", Unit::Days, ONE),
    ("天", Unit::Days, ONE),
    ("年", Unit::Months, 12 * ONE),
    ("倍", Unit::Times, ONE),
    ("%", Unit::Share, ONE / 100),
    ("‰", Unit::Share, ONE / 1000),
    ("个百分点", Unit::Share, ONE / 100),
];

/// Words that are figures by themselves.
const WORDS: [(&str, Figure); 4] = [
    ("半年", Figure { unit: Unit::Months, value: 6 * ONE }),
    ("半个月", Figure { unit: Unit::Days, value: 15 * ONE }),
    ("双倍", Figure { unit: Unit::Times, value: 2 * ONE }),
    ("一半", Figure { unit: Unit::Share, value: ONE / 2 }),
];

/// A text without its blanks, and where its characters stand.
struct Reader(Vec<(usize, char)>);

/// A number in a text.
struct Number {
    /// Millionths.
    value: u64,
    /// The 万 or 亿 at its end.
    grand: u64,
    /// Whether it is about so many, as 三五 and 两三.
    about: bool,
    /// The character after it.
    end: usize,
}

/// All figures of a text, each with its bytes. Years and months of the calendar, ordinals (第三日),
/// about so many (三五天) and the day of 最后一天 and 晚一天 are none.
pub fn figures(text: &str) -> Vec<(Figure, Range<usize>)> {
    let written = text.char_indices().filter(|(_, c)| *c == '\n' || !c.is_whitespace());
    let reader = Reader(written.map(|(byte, c)| (byte, narrow(c))).collect());
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.0.len() {
        let (read, end) = reader.figure(at);
        let bytes = reader.byte(at)..reader.byte(end.saturating_sub(1)) + reader.width(end.saturating_sub(1));
        found.extend(read.into_iter().map(|figure| (figure, bytes.clone())));
        at = end.max(at + 1);
    }
    found
}

impl Reader {
    fn char(&self, at: usize) -> Option<char> {
        self.0.get(at).map(|(_, c)| *c)
    }

    fn byte(&self, at: usize) -> usize {
        self.0.get(at).map_or(0, |(byte, _)| *byte)
    }

    fn width(&self, at: usize) -> usize {
        self.char(at).map_or(0, char::len_utf8)
    }

    fn starts(&self, at: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(offset, c)| self.char(at + offset) == Some(c))
    }

    /// What stands at a character, and the character after what was read.
    fn figure(&self, at: usize) -> (Vec<Figure>, usize) {
        if let Some((word, figure)) = WORDS.iter().find(|(word, _)| self.starts(at, word)) {
            return (vec![*figure], at + word.chars().count());
        }
        for (word, size) in [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)] {
            if self.starts(at, word) {
                return self.share(size, at + word.chars().count());
            }
        }
        let Some(number) = self.number(at) else { return (Vec::new(), at + 1) };
        if self.starts(number.end, "分之") {
            return self.share(number.value / ONE, number.end + "分之".chars().count());
        }
        if self.starts(number.end, "/")
            && let Some(whole) = self.number(number.end + 1).filter(|whole| whole.value > 0)
        {
            let value = number.value.saturating_mul(ONE) / whole.value;
            return (vec![Figure { unit: Unit::Share, value }], whole.end);
        }
        let before = at.checked_sub(1).and_then(|at| self.char(at));
        if before == Some('第') {
            let end = self.unit(number.end).map_or(number.end, |(_, _, end)| end);
            return (Vec::new(), end);
        }
        if number.about || self.starts(at, "一天") || self.starts(at, "一人") {
            return (Vec::new(), number.end);
        }
        if let Some((date, end)) = self.calendar(at, &number) {
            return (date.into_iter().collect(), end);
        }
        if let Some((unit, size, end)) = self.unit_of(&number) {
            return (vec![Figure { unit, value: scaled(number.value, size) }], end);
        }
        self.range(&number).unwrap_or((Vec::new(), number.end))
    }

    /// 1 万至 5 万元, 30 到 60 日: the first number takes the unit, and the 万, of the second.
    fn range(&self, first: &Number) -> Option<(Vec<Figure>, usize)> {
        let joined = ["至", "到", "-", "—", "–", "~", "～", "或", "、"];
        let word = joined.iter().find(|word| self.starts(first.end, word))?;
        let second = self.number(first.end + word.chars().count())?;
        if self.starts(second.end, "分之") {
            return None;
        }
        let (unit, size, end) = self.unit_of(&second)?;
        let grand = if first.grand == 1 { second.grand } else { 1 };
        let figure = |value: u64| Figure { unit, value: scaled(value, size) };
        Some((vec![figure(first.value.saturating_mul(grand)), figure(second.value)], end))
    }

    /// The fifty of 百分之五十, the two of 三分之二.
    fn share(&self, whole: u64, at: usize) -> (Vec<Figure>, usize) {
        let part = self.number(at).filter(|_| whole > 0);
        part.map_or((Vec::new(), at), |part| {
            (vec![Figure { unit: Unit::Share, value: part.value / whole }], part.end)
        })
    }

    fn unit(&self, at: usize) -> Option<(Unit, u64, usize)> {
        let (word, unit, size) = UNITS.iter().find(|(word, ..)| self.starts(at, word))?;
        Some((*unit, *size, at + word.chars().count()))
    }

    fn unit_of(&self, number: &Number) -> Option<(Unit, u64, usize)> {
        let plain = self.unit(number.end);
        let counts = "人吨平户件斤里字个份条种亩名家台辆项册只";
        let money = number.grand > 1 && !self.char(number.end).is_some_and(|c| counts.contains(c));
        plain.or(money.then_some((Unit::Yuan, ONE, number.end)))
    }

    /// What 2027年6月30日, 2027-06-30, 2027年, 6月30日 or 6月 mean, and the character after it.
    fn calendar(&self, at: usize, number: &Number) -> Option<(Option<Figure>, usize)> {
        let year = number.value / ONE;
        if !(1900..2100).contains(&year) {
            return Some((None, self.month(at, "月")?.2));
        }
        let after = number.end + 1;
        let (month, day, end) = if self.starts(number.end, "年") {
            self.month(after, "月").unwrap_or((0, 0, after))
        } else if self.starts(number.end, "-") {
            self.month(after, "-").unwrap_or((0, 0, after))
        } else {
            return None;
        };
        let date = (year * 100 + month) * 100 + day;
        let date = (day > 0).then_some(Figure { unit: Unit::Date, value: date * ONE });
        Some((date, end))
    }

    /// The month and day of 6月30日, or of 06-30, and the character after it; no day is 0.
    fn month(&self, at: usize, sign: &str) -> Option<(u64, u64, usize)> {
        let month = self.number(at).filter(|month| self.starts(month.end, sign))?;
        let day = self.number(month.end + 1).filter(|day| sign == "-" || self.starts(day.end, "日"));
        let Some(day) = day else { return Some((month.value / ONE, 0, month.end + 1)) };
        Some((month.value / ONE, day.value / ONE, day.end + usize::from(sign != "-")))
    }

    fn number(&self, at: usize) -> Option<Number> {
        let first = self.char(at)?;
        let mut number = if first.is_ascii_digit() { self.arabic(at)? } else { self.chinese(at)? };
        while let Some(grand) = self.char(number.end).and_then(grand) {
            number.value = number.value.saturating_mul(grand);
            number.grand = number.grand.saturating_mul(grand);
            number.end += 1;
        }
        Some(number)
    }

    fn arabic(&self, at: usize) -> Option<Number> {
        let (mut value, mut place, mut end) = (0u64, 0u64, at);
        while let Some(c) = self.char(end) {
            match c.to_digit(10) {
                Some(digit) if place == 0 => {
                    value = value.checked_mul(10)?.checked_add(u64::from(digit) * ONE)?
                }
                Some(digit) => {
                    value += u64::from(digit) * place;
                    place /= 10;
                }
                None if c == '.' && place == 0 && self.char(end + 1).is_some_and(|c| c.is_ascii_digit()) => {
                    place = ONE / 10;
                }
                None => break,
            }
            end += 1;
        }
        Some(Number { value, grand: 1, about: false, end })
    }

    /// 三千五百, 一点五, 二〇二六.
    fn chinese(&self, at: usize) -> Option<Number> {
        if let Some(year) = self.spelt(at, 4).filter(|_| self.starts(at + 4, "年")) {
            return Some(Number { value: year * ONE, grand: 1, about: false, end: at + 4 });
        }
        let (mut total, mut digit, mut end, mut about) = (0u64, None, at, false);
        while let Some(c) = self.char(end) {
            match (c, spelt(c)) {
                ('零' | '〇', _) if end > at => {}
                (_, Some(value)) => about |= digit.replace(value).is_some(),
                ('十', _) => total += digit.take().unwrap_or(1) * 10,
                ('百', _) => total += digit.take().unwrap_or(1) * 100,
                ('千', _) => total += digit.take().unwrap_or(1) * 1000,
                _ => break,
            }
            end += 1;
        }
        let mut value = (total + digit.unwrap_or(0)) * ONE;
        if let Some(tenth) = self.spelt(end + 1, 1).filter(|_| self.starts(end, "点")) {
            value += tenth * ONE / 10;
            end += 2;
        }
        (end > at).then_some(Number { value, grand: 1, about, end })
    }

    /// A number spelt digit by digit.
    fn spelt(&self, at: usize, digits: usize) -> Option<u64> {
        (at..at + digits).try_fold(0, |value, at| Some(value * 10 + self.char(at).and_then(spelt)?))
    }
}

/// Millionths times millionths.
fn scaled(value: u64, size: u64) -> u64 {
    // Units are whole, or a hundredth or thousandth of one.
    if size >= ONE { value.saturating_mul(size / ONE) } else { value / (ONE / size) }
}

fn spelt(c: char) -> Option<u64> {
    let position = "零一二三四五六七八九".chars().position(|it| it == c);
    position.map(|it| it as u64).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

/// ２０％ as 20%.
fn narrow(c: char) -> char {
    let ascii = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
    ascii.filter(|c| c.is_ascii_digit() || *c == '%').unwrap_or(c)
}

fn grand(c: char) -> Option<u64> {
    match c {
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}
