//! Contacts: every finding leads to someone who can be reached, and stale records are named.

use super::Found;
use crate::diagnostic::Diagnostic;
use crate::document::{Agency, Document, Text};

/// Days after which a contact record or a rule counts as stale.
const YEAR: i64 = 366;

pub(super) fn check(document: &Document, found: &mut Found) {
    let by_id = |id: &Text| document.agencies.iter().find(|agency| agency.id.text == id.text);
    let known = || document.agencies.iter().map(|agency| agency.id.text.as_str());
    for id in &document.header.hotlines {
        match by_id(id) {
            None => found.add(dangling(id, feel::nearest(&id.text, known()))),
            Some(agency) if agency.phones.is_empty() => {
                let message = format!("“首页热线”里的“{}”没有电话号码", id.text);
                found.add(Diagnostic::error("R075", id.at, message).help("首页只放能直接拨打的热线"));
            }
            Some(_) => {}
        }
    }
    for finding in document.sections.iter().flat_map(|section| &section.findings) {
        self::known(document, &finding.agencies, found);
        let agencies: Option<Vec<&Agency>> = finding.agencies.iter().map(by_id).collect();
        let agencies = agencies.filter(|agencies| !agencies.is_empty());
        if agencies.is_some_and(|agencies| !agencies.into_iter().any(|agency| reaches(document, agency))) {
            let message = format!("“{}”的“找谁”里没有一个能打通电话或网上办理", finding.id.text);
            found.add(Diagnostic::error("R070", finding.id.at, message).help("加上全国热线，例如 nat-12345"));
        }
    }
    for agency in &document.agencies {
        if let Some(hotline) = agency.hotline.as_ref().filter(|id| by_id(id).is_none()) {
            found.add(dangling(hotline, feel::nearest(&hotline.text, known())));
        }
        stale(document, agency, found);
    }
    reviews(document, found);
}

/// Complains about ids that no agency has. A role that the region leaves open is one complaint of
/// `region`, not one of every rule.
pub(super) fn known(document: &Document, ids: &[Text], found: &mut Found) {
    let known = || document.agencies.iter().map(|agency| agency.id.text.as_str());
    let roles = || document.roles.iter().map(|role| role.key.text.as_str());
    for id in ids.iter().filter(|id| !known().chain(roles()).any(|known| known == id.text)) {
        found.add(dangling(id, feel::nearest(&id.text, known())));
    }
}

fn dangling(id: &Text, near: Option<&str>) -> Diagnostic {
    let advice = near.map_or(
        "写 national.yaml 里的机构，或者先在 roles.yaml 里登记这个角色".into(),
        |near| format!("是不是 {near}？"),
    );
    Diagnostic::error("R071", id.at, format!("没有编号为“{}”的机构", id.text)).help(advice)
}

fn reaches(document: &Document, agency: &Agency) -> bool {
    let direct = |agency: &Agency| !agency.phones.is_empty() || !agency.online.is_empty();
    let hotline = agency.hotline.as_ref();
    let stand_in = hotline.and_then(|id| document.agencies.iter().find(|it| it.id.text == id.text));
    direct(agency) || stand_in.is_some_and(direct)
}

fn stale(document: &Document, agency: &Agency, found: &mut Found) {
    let as_of = document.header.as_of.text.parse::<feel::Date>();
    let verified = agency.verified_on.text.parse::<feel::Date>();
    if let (Ok(as_of), Ok(verified)) = (as_of, verified)
        && as_of.to_days() - verified.to_days() > YEAR
    {
        let message = format!("“{}”上次核实是 {verified}，已超过 12 个月", agency.name.text);
        found.add(
            Diagnostic::warning("R072", agency.verified_on.at, message).help("重新核实后更新“核实日期”"),
        );
    }
}

/// A rule is read again within a year of the day on which the law was checked.
fn reviews(document: &Document, found: &mut Found) {
    let Ok(as_of) = document.header.as_of.text.parse::<feel::Date>() else { return };
    for finding in document.sections.iter().flat_map(|section| &section.findings) {
        let Text { text, at } = &finding.review_by;
        let Ok(review) = text.parse::<feel::Date>() else { continue };
        let days = review.to_days() - as_of.to_days();
        if days <= 0 {
            let message = format!("“{}”的复核日期 {review} 已到，法律核对日是 {as_of}", finding.id.text);
            found.add(Diagnostic::warning("R073", *at, message).help("按现行法律重读这条规则，再改复核日期"));
        } else if days > YEAR {
            let message = format!("“{}”的复核日期 {review} 离法律核对日超过 12 个月", finding.id.text);
            found.add(Diagnostic::error("R074", *at, message).help("写 12 个月以内的日期"));
        }
    }
}
