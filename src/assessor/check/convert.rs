//! From words to meanings, for the header and the agencies; sections have a file of their own.

use super::Found;
use super::holidays::calendar;
use super::law_book::LawBook;
use super::region;
use super::section::{SEVERITIES, section};
use super::words::{all, date, owned, slug, whole, word};
use crate::definition::{
    Agency, AgencyLevel, Channel, Commitment, Confidence, Definition, Phone, Scoring, Section,
};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Pair, Text};

/// The four services of the founding document, and the rest.
pub(super) const GROUPS: [(&str, ()); 5] =
    [("审判领航", ()), ("检察助航", ()), ("公安护航", ()), ("司法续航", ()), ("其他", ())];

pub(super) const LEVELS: [(&str, AgencyLevel); 3] =
    [("市", AgencyLevel::Local), ("省", AgencyLevel::Provincial), ("全国", AgencyLevel::National)];

pub(super) const CONFIDENCES: [(&str, Confidence); 3] =
    [("未核实", Confidence::Unverified), ("中", Confidence::Medium), ("高", Confidence::High)];

pub(super) const CHANNELS: [(&str, ()); 4] = [("网站", ()), ("小程序", ()), ("App", ()), ("公众号", ())];

/// The whole definition, whatever is wrong with parts of it.
pub(super) fn definition(document: &Document, found: &mut Found) -> Definition {
    let header = &document.header;
    let as_of = date(&header.as_of, "法律核对日", found);
    let (book, laws) = LawBook::read(document, as_of, found);
    let agencies: Vec<Agency> = document.agencies.iter().map(|it| agency(it, found)).collect();
    let mut sections: Vec<Section> = document.sections.iter().map(|it| section(it, &book, found)).collect();
    region::practise(document, &mut sections);
    Definition {
        id: slug(&header.id, found),
        title: header.title.text.clone(),
        version: header.version.text.clone(),
        as_of,
        region: region::name(document, found),
        hotlines: all(&header.hotlines),
        scoring: scoring(&header.scoring, found),
        laws,
        calendar: document.calendar.as_ref().map(|it| calendar(it, as_of, found)),
        agencies,
        deeds: document.deeds.iter().map(commitment).collect(),
        sections,
    }
}

/// What severities count: all of them or none, each more than the one below.
fn scoring(pairs: &[Pair], found: &mut Found) -> Option<Scoring> {
    let at = pairs.first()?.key.at;
    let mut points = SEVERITIES.map(|_| 0);
    for pair in pairs {
        let severity = word(&pair.key, "计分", &SEVERITIES, found);
        let place = SEVERITIES.iter().position(|(_, known)| Some(*known) == severity);
        if let Some(entry) = place.and_then(|place| points.get_mut(place)) {
            *entry = whole(&pair.value, "计分", found).unwrap_or_default();
        }
    }
    if !points.is_sorted_by(|a, b| a < b) || points.first() == Some(&0) {
        let help = "低、中、高、极高都写，一个比一个大，例如 {低: 1, 中: 3, 高: 6, 极高: 10}";
        found.add(Diagnostic::error("R015", at, "“计分”要越严重越高").help(help));
    }
    let [low, medium, high, critical] = points;
    Some(Scoring { low, medium, high, critical })
}

fn agency(agency: &document::Agency, found: &mut Found) -> Agency {
    word(&agency.group, "分组", &GROUPS, found);
    Agency {
        id: slug(&agency.id, found),
        name: agency.name.text.clone(),
        group: agency.group.text.clone(),
        level: word(&agency.level, "层级", &LEVELS, found).unwrap_or(AgencyLevel::Local),
        handles: all(&agency.handles),
        excludes: all(&agency.excludes),
        phones: agency.phones.iter().map(|it| phone(it, found)).collect(),
        online: agency.online.iter().map(|it| channel(it, found)).collect(),
        commitments: agency.commitments.iter().map(commitment).collect(),
        hotline: owned(agency.hotline.as_ref()),
        verified_on: date(&agency.verified_on, "核实日期", found),
        confidence: word(&agency.confidence, "可信度", &CONFIDENCES, found).unwrap_or(Confidence::Unverified),
    }
}

fn phone(phone: &document::Phone, found: &mut Found) -> Phone {
    let number = &phone.number;
    let fits = |c: char| c.is_ascii_digit() || c == '-';
    if !number.text.chars().all(fits) {
        let message = format!("电话号码“{}”只能有数字和连字符", number.text);
        found.add(Diagnostic::error("R030", number.at, message).help("例如 12333 或 0937-6328107"));
    }
    Phone {
        number: number.text.clone(),
        note: owned(phone.note.as_ref()),
        hours: owned(phone.hours.as_ref()),
    }
}

fn channel(channel: &document::Channel, found: &mut Found) -> Channel {
    word(&channel.kind, "方式", &CHANNELS, found);
    if let Some(Text { text, at }) = channel.url.as_ref().filter(|url| !url.text.starts_with("http")) {
        let message = format!("网址“{text}”要以 https:// 或 http:// 开头");
        found.add(Diagnostic::error("R031", *at, message));
    }
    Channel {
        name: channel.name.text.clone(),
        kind: channel.kind.text.clone(),
        url: owned(channel.url.as_ref()),
        note: owned(channel.note.as_ref()),
    }
}

fn commitment(commitment: &document::Commitment) -> Commitment {
    Commitment { text: commitment.text.text.clone(), source: commitment.source.text.clone() }
}
