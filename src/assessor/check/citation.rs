//! Citations as a lawyer writes them: 《劳动合同法》第十条第二款、第八十二条第一款、《民法典》第五百八十五条.
//!
//! Reads titles, each with one or more places, all joined by 、. Numbers may be Chinese or Arabic; a
//! place printed again is always Chinese. Whether the law and the article exist is for
//! `law_book` to say.

use std::ops::Range;

/// A citation taken apart. Ranges are bytes of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cited<'a> {
    /// The title between 《》.
    pub title: &'a str,
    /// Its bytes.
    pub title_at: Range<usize>,
    /// The places.
    pub places: Vec<CitedPlace>,
}

/// One article, with what narrows it down.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CitedPlace {
    /// Bytes of the place.
    pub at: Range<usize>,
    /// 条
    pub article: u16,
    /// 之
    pub inserted: Option<u8>,
    /// 款
    pub paragraph: Option<u8>,
    /// 项
    pub item: Option<u8>,
}

/// What is wrong with the writing, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    pub at: Range<usize>,
    pub message: &'static str,
}

/// Takes a line apart: one entry per law.
pub(super) fn parse(text: &str) -> Result<Vec<Cited<'_>>, Unreadable> {
    let mut start = 0;
    let mut laws = Vec::new();
    for (number, part) in text.split("、《").enumerate() {
        // The separator's 《 belongs to the part that follows it.
        let from = if number == 0 { start } else { start - '《'.len_utf8() };
        let law = text.get(from..start + part.len()).unwrap_or(part);
        let shift = |at: Range<usize>| at.start + from..at.end + from;
        let mut cited = one_law(law).map_err(|error| Unreadable { at: shift(error.at), ..error })?;
        cited.title_at = shift(cited.title_at);
        for place in &mut cited.places {
            place.at = shift(place.at.clone());
        }
        laws.push(cited);
        start += part.len() + "、《".len();
    }
    Ok(laws)
}

fn one_law(text: &str) -> Result<Cited<'_>, Unreadable> {
    let whole = Unreadable {
        at: 0..text.len(),
        message: "引用要以书名号开头，例如 《劳动合同法》第八十二条第一款",
    };
    let (head, places_text) = text.rsplit_once('》').ok_or_else(|| whole_of(text))?;
    let title = head.strip_prefix('《').ok_or(whole)?;
    let title_at = '《'.len_utf8()..head.len();
    let mut start = head.len() + '》'.len_utf8();
    let mut places = Vec::new();
    for part in places_text.split('、') {
        let at = start..start + part.len();
        let mut reader = Reader(part.trim());
        let place = reader.place(at.clone()).filter(|_| reader.0.is_empty());
        places.push(place.ok_or(Unreadable { at, message: "条款要写成“第八十二条第一款”这样" })?);
        start += part.len() + '、'.len_utf8();
    }
    Ok(Cited { title, title_at, places })
}

fn whole_of(text: &str) -> Unreadable {
    Unreadable {
        at: 0..text.len(), message: "引用要写法律名称，放在书名号里，例如 《劳动合同法》第八十二条"
    }
}

struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn place(&mut self, at: Range<usize>) -> Option<CitedPlace> {
        let article = u16::try_from(self.numbered("第", "条")?).ok()?;
        let inserted = self.numbered("之", "");
        let paragraph = self.numbered("第", "款");
        let item = self.numbered("第", "项");
        let small = |number: Option<u32>| number.map(u8::try_from).transpose().ok();
        Some(CitedPlace {
            at,
            article,
            inserted: small(inserted)?,
            paragraph: small(paragraph)?,
            item: small(item)?,
        })
    }

    /// `第` number `条`; takes nothing if it does not fit.
    fn numbered(&mut self, before: &str, after: &str) -> Option<u32> {
        let rest = self.0.strip_prefix(before)?;
        let rest = rest.strip_prefix(['（', '(']).unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_digit() && !"零〇一二两三四五六七八九十百千".contains(c));
        let (digits, rest) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let rest = rest.strip_prefix(['）', ')']).unwrap_or(rest);
        let rest = rest.strip_prefix(after)?;
        let number = numeral(digits)?;
        self.0 = rest;
        Some(number)
    }
}

/// 一千二百四十二 or 1242.
fn numeral(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 40 {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut total, mut digit) = (0u32, 0u32);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                digit = "零一二三四五六七八九".chars().position(|it| it == c).or(match c {
                    '〇' => Some(0),
                    '两' => Some(2),
                    _ => None,
                })? as u32;
                continue;
            }
        };
        total += digit.max(1) * unit;
        digit = 0;
    }
    Some(total + digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Citation;
    use crate::words::{self, chinese};

    fn part<'a>(text: &'a str, at: &Range<usize>) -> &'a str {
        text.get(at.clone()).unwrap()
    }

    #[test]
    fn reads_and_prints_what_lawyers_write() {
        for (text, printed) in [
            ("《劳动合同法》第八十二条第一款", "《劳动合同法》第八十二条第一款"),
            ("《刑法》第276条之一", "《刑法》第二百七十六条之一"),
            ("《刑法》第一百二十条之一第一款第（三）项", "《刑法》第一百二十条之一第一款第三项"),
            ("《生态环境法典》第一千零四十二条", "《生态环境法典》第一千零四十二条"),
            ("《关于适用《民法典》若干规定》第十条", "《关于适用《民法典》若干规定》第十条"),
        ] {
            let [cited] = &parse(text).unwrap()[..] else { panic!("one law") };
            let [CitedPlace { article, inserted, paragraph, item, .. }] = cited.places[..] else {
                panic!("one place")
            };
            let place = Citation { law: String::new(), article, inserted, paragraph, item };
            assert_eq!(format!("《{}》{}", cited.title, words::place(&place)), printed);
        }
    }

    #[test]
    fn reads_several_places_and_says_where_each_stands() {
        let text = "《劳动合同法》第十条、第八十二条第一款、《民法典》第五百八十五条";
        let laws = parse(text).unwrap();
        let places: Vec<&str> =
            laws.iter().flat_map(|law| &law.places).map(|place| part(text, &place.at)).collect();
        assert_eq!(places, ["第十条", "第八十二条第一款", "第五百八十五条"]);
        let titles: Vec<&str> = laws.iter().map(|law| part(text, &law.title_at)).collect();
        assert_eq!(titles, ["劳动合同法", "民法典"]);
    }

    #[test]
    fn says_which_part_it_cannot_read() {
        for (text, expected) in [
            ("劳动合同法第八十二条", "劳动合同法第八十二条"),
            ("《劳动合同法》八十二条", "八十二条"),
            ("《劳动合同法》第十条、第八十二", "第八十二"),
            ("《劳动合同法》", ""),
            ("《劳动合同法》第十条、《民法典》五条", "五条"),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(part(text, &error.at), expected);
        }
    }

    #[test]
    fn prints_every_number_so_that_it_reads_back() {
        for number in 1..3000 {
            assert_eq!(numeral(&chinese(number)), Some(number));
        }
    }
}
