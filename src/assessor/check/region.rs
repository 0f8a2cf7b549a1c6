//! Regions: whose contacts these are, which roles they fill, and what is done there alone.
//!
//! Rules name local offices by role (`city-hr`), and a region's file says who that is, so that
//! another city is another file. `roles.yaml` lists the roles; a rulebook without it names
//! agencies and nothing else.

use super::{Found, wording};
use crate::definition::Section;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Finding, Text};

/// Name of the region; the first one, if the complaint is that there are several.
pub(super) fn name(document: &Document, found: &mut Found) -> String {
    let mut names = document.header.region.iter().chain(&document.regions);
    let Some(first) = names.next() else {
        let help = "在“文件”里列出一个地区文件，例如 regions/jiayuguan.yaml；只有一个文件的规则库，直接写“地区: 某市”";
        found.add(Diagnostic::error("R090", document.header.id.at, "没有写“地区”").help(help));
        return String::new();
    };
    for other in names {
        let message = format!("“地区”写了两个：“{}”和“{}”", first.text, other.text);
        let twice = Diagnostic::error("R090", other.at, message).related(first.at, "第一个在这里");
        found.add(twice.help("一个规则库只用一个地区文件，“文件”里留一个"));
    }
    first.text.clone()
}

/// Adds what is done in this region to the steps of the findings it is good for.
pub(super) fn practise(document: &Document, sections: &mut [Section]) {
    for finding in sections.iter_mut().flat_map(|section| &mut section.findings) {
        let here = document.practices.iter();
        let here = here.filter(|practice| practice.findings.iter().any(|id| id.text == finding.id));
        finding.steps.extend(here.map(|it| format!("{}（{}）", it.step.text, it.source.text)));
    }
}

pub(super) fn check(document: &Document, found: &mut Found) {
    open_roles(document, found);
    strangers(document, found);
    named(document, found);
    for practice in &document.practices {
        if practice.findings.is_empty() {
            let message = format!("本地做法“{}”没有用在任何一条规则里", practice.id.text);
            found.add(Diagnostic::error("R093", practice.id.at, message).help("在“用在”里写风险或指引的 id"));
        }
        let known = || findings(document).map(|finding| finding.id.text.as_str());
        for id in practice.findings.iter().filter(|id| !known().any(|it| it == id.text)) {
            let near = feel::nearest(&id.text, known());
            let help = near.map_or("写风险或指引的 id".into(), |near| format!("是不是“{near}”？"));
            let message = format!("“用在”里的“{}”不是风险或指引", id.text);
            found.add(Diagnostic::error("R093", id.at, message).help(help));
        }
    }
}

fn findings(document: &Document) -> impl Iterator<Item = &Finding> {
    document.sections.iter().flat_map(|section| &section.findings)
}

/// Roles that rules call upon and the region does not fill.
fn open_roles(document: &Document, found: &mut Found) {
    let Some(region) = document.header.region.iter().chain(&document.regions).next() else { return };
    for role in &document.roles {
        let (id, what) = (&role.key.text, &role.value.text);
        let calls =
            findings(document).filter(|it| it.agencies.iter().any(|agency| agency.text == *id)).count();
        if calls == 0 || document.agencies.iter().any(|agency| agency.id.text == *id) {
            continue;
        }
        let message = format!("“{}”没有机构担任 {id}（{what}），有 {calls} 条规则让人找它", region.text);
        let help =
            format!("在这个文件的“机构”里加一条“id: {id}”；电话没核实的不写，写“可信度: 未核实”和“全国热线”");
        found.add(Diagnostic::error("R091", region.at, message).help(help));
    }
}

/// Rules that name the region: in another city they would be wrong.
fn named(document: &Document, found: &mut Found) {
    let Some(region) = document.regions.first().filter(|_| !document.roles.is_empty()) else { return };
    let short = region.text.trim_end_matches(['市', '县', '区']);
    let name = if short.chars().count() < 2 { region.text.as_str() } else { short };
    for text in document.sections.iter().flat_map(wording::section) {
        let Some(start) = text.text.find(name).filter(|_| !name.is_empty()) else { continue };
        let help = "写“本市”“市政府”；只有这里才有的，写进地区文件的“本地做法”";
        let named = Diagnostic::error("R077", text.at, format!("规则里写了“{name}”，换一个城市就不对了"));
        found.add(wording::inside(named.help(help), start..start + name.len()));
    }
}

/// Agencies of a region's file that fill no role: no rule could lead to them in another city.
fn strangers(document: &Document, found: &mut Found) {
    let known = || document.roles.iter().map(|role| role.key.text.as_str());
    let local = |id: &Text| document.regions.iter().any(|region| region.at.file == id.at.file);
    for agency in document.agencies.iter().filter(|agency| local(&agency.id)) {
        let id = &agency.id;
        if document.roles.is_empty() || known().any(|role| role == id.text) {
            continue;
        }
        let near = feel::nearest(&id.text, known());
        let help =
            near.map_or("先在 roles.yaml 里登记这个角色".into(), |near| format!("是不是 {near}？"));
        found.add(Diagnostic::error("R092", id.at, format!("没有“{}”这个角色", id.text)).help(help));
    }
}
