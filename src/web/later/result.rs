//! The result: what is certain, what is possible, and what is still open.

use assessor::definition::{Scoring, SectionKind, Severity, Urgency};
use assessor::report::{FindingReport, Progress, Report, Score, SectionReport, Status};
use yew::prelude::*;

use super::outcome::outcome;
use crate::model::{Action, Model, Route, recommended};
use crate::pages::Page;
use crate::parts::{
    DEFAULT, PRIMARY, Row, Send, button, keep, level, list, nearest, on, remaining, row, status, text,
    urgency, way, ways,
};

/// What is certain, by when to act.
const LAYERS: [(Urgency, &str); 3] = [
    (Urgency::Now, "确定的风险：马上处理"),
    (Urgency::Soon, "确定的风险：尽快处理"),
    (Urgency::Later, "确定的风险：有空再做"),
];

pub fn page(model: &Model, send: &Send) -> Page {
    let report = model.report();
    let domains: Vec<&SectionReport> = recommended(&report.sections)
        .into_iter()
        .filter(|it| it.progress != Progress::NotApplicable)
        .collect();
    let found: Vec<&FindingReport> = report.findings.iter().filter(|it| of_domain(model, it)).collect();
    let outcome = outcome(report.overall.certain, &found);
    let (certain, possible): (Vec<&FindingReport>, Vec<&FindingReport>) =
        found.into_iter().partition(|it| it.status == Status::Confirmed);
    let begun = domains.iter().any(|it| it.progress != Progress::NotStarted);
    let worst = possible.iter().filter_map(|it| it.severity).max();
    let body = html! {
        <>
            { summary(report.overall.certain, worst, begun) }
            { outcome }
            { honest(&domains) }
            if begun {
                { for LAYERS.map(|(urgency, words)| layer(model, &certain, urgency, words)) }
                { list(&format!("可能的风险，确认后才知道（{}）", possible.len()), possible.iter().map(|it| finding(model, it)).collect()) }
            }
            if begun {
                { table(&domains) }
                { score(model, &domains) }
            }
            { onward(model, &report, send) }
            { keep(model.saving(), send) }
        </>
    };
    Page::new("体检结果", body)
}

fn layer(model: &Model, certain: &[&FindingReport], urgency: Urgency, words: &str) -> Html {
    let rows: Vec<Html> =
        certain.iter().filter(|it| it.urgency == urgency).map(|it| finding(model, it)).collect();
    list(&format!("{words}（{}）", rows.len()), rows)
}

fn of_domain(model: &Model, finding: &FindingReport) -> bool {
    let section = model.rulebook().section(&finding.section);
    section.is_some_and(|section| section.kind == SectionKind::Domain)
}

/// The level over everything, in a badge and a sentence. `possible` is the worst of what is listed
/// as possible: domains nobody has looked into are named apart.
fn summary(certain: Option<Severity>, possible: Option<Severity>, begun: bool) -> Html {
    let badge = level(certain);
    let (mark, sentence) = match (certain, possible) {
        _ if !begun => (Html::default(), "还没有查过任何领域，所以还没有结果。".to_owned()),
        (Some(certain), Some(possible)) if possible > certain => (
            badge.saying(format!("风险{}", badge.word)),
            format!(
                "确定有风险，最高为“{}”；没确认的里面，最高可能到“{}”。",
                badge.word,
                level(Some(possible)).word
            ),
        ),
        (Some(_), _) => (
            badge.saying(format!("风险{}", badge.word)),
            format!("确定有风险，最高为“{}”。先做排在前面的。", badge.word),
        ),
        (None, Some(possible)) => (
            level(Some(possible)).saying("有待确认".into()),
            format!("目前没有确定的风险；没确认的里面，最高可能到“{}”。", level(Some(possible)).word),
        ),
        (None, None) => {
            (badge.saying("未发现风险".into()), "按您的回答，查过的领域没有发现风险。".to_owned())
        }
    };
    html! { <div class="lra-summary">{ mark }<p>{ sentence }</p></div> }
}

/// What the result does not cover yet.
fn honest(domains: &[&SectionReport]) -> Html {
    let untouched = domains.iter().filter(|it| it.progress == Progress::NotStarted).count();
    let begun = domains.iter().filter(|it| it.progress == Progress::Started).count();
    let gaps: Vec<String> = [(untouched, "没有查"), (begun, "没有答完")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} 个领域{what}"))
        .collect();
    if gaps.is_empty() {
        return Html::default();
    }
    text(format!("这个结果还不完整：{}。", gaps.join("，")))
}

fn finding(model: &Model, finding: &FindingReport) -> Html {
    let badge = level(finding.severity);
    let due = nearest(finding).and_then(|it| it.days_left);
    let domain = model.rulebook().section(&finding.section).map(|it| it.title.clone());
    let asks = finding.depends_on.iter().filter_map(|id| model.rulebook().question(id));
    let asks: Vec<&str> = asks.map(|it| it.text.as_str()).take(2).collect();
    let note = match finding.status {
        Status::Possible if !asks.is_empty() => format!("还需要确认：{}", asks.join(" ")),
        _ => String::new(),
    };
    let tags = html! {
        <span class="lra-tags">
            { badge.saying(format!("风险{}", badge.word)) }
            if finding.status == Status::Possible {
                { status(finding.status).draw() }
                { urgency(finding.urgency).draw() }
            }
            if let Some(days) = due {
                <strong>{ remaining(days) }</strong>
            }
            <span class="lra-note">{ domain.unwrap_or_default() }</span>
        </span>
    };
    row(Row { to: Route::Finding(finding.id.clone()), title: finding.title.clone(), tags, note })
}

/// Whether a domain was looked at, or something is certain about it all the same.
fn begun(domain: &&SectionReport) -> bool {
    domain.progress != Progress::NotStarted || domain.level.certain.is_some()
}

/// Per domain that was looked at: how bad, and how far. The others are counted in the sentence above,
/// and are on the way on.
fn table(domains: &[&SectionReport]) -> Html {
    let rows = domains.iter().copied().filter(begun).map(domain);
    html! {
        <section class="lra-group">
            <table class="lra-table">
                <caption class="weui-cells__title">{ "各领域" }</caption>
                <thead><tr><th scope="col">{ "领域" }</th><th scope="col">{ "结果" }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

/// The sum over the domains of the table, and how it is made.
fn score(model: &Model, domains: &[&SectionReport]) -> Html {
    let Some(Scoring { low, medium, high, critical }) = model.rulebook().definition().scoring else {
        return Html::default();
    };
    let scores = || domains.iter().copied().filter(begun).filter_map(|it| it.level.score);
    let sum = |of: fn(Score) -> u32| scores().map(of).sum::<u32>();
    let (certain, possible) = (sum(|it| it.certain), sum(|it| it.possible));
    let open =
        if possible > certain { format!("，没确认的都算上 {possible} 分") } else { String::new() };
    let words = format!(
        "以上领域确定的风险 {certain} 分{open}，满分 {} 分。每条风险低 {low} 分、中 {medium} 分、高 {high} 分、\
         极高 {critical} 分；和您无关的不算，不答不会让分数变好看。",
        sum(|it| it.of)
    );
    html! { <p class="lra-text lra-note">{ words }</p> }
}

fn domain(domain: &SectionReport) -> Html {
    let badge = level(domain.level.certain);
    let mark = match (domain.progress, domain.level.certain) {
        (_, Some(_)) => badge.saying(format!("风险{}", badge.word)),
        (_, None) if domain.level.settled => badge.saying("未发现风险".into()),
        (_, None) => level(domain.level.possible).saying("有待确认".into()),
    };
    let far = match domain.progress {
        Progress::Complete => format!("已答完（{} 题）", domain.answered),
        Progress::Started => format!("答了 {} 题，还没答完", domain.answered),
        Progress::NotStarted | Progress::NotApplicable => String::new(),
    };
    html! {
        <tr key={domain.id.clone()}>
            <th scope="row">{ &domain.title }</th>
            <td>{ mark }<span class="lra-note lra-table__far">{ far }</span></td>
        </tr>
    }
}

/// The way on: the next domain, else all of them.
fn onward(model: &Model, report: &Report, send: &Send) -> Html {
    let open = |it: &&&SectionReport| matches!(it.progress, Progress::Started | Progress::NotStarted);
    let domains = recommended(&report.sections);
    let next = domains.iter().find(open);
    let profile = model.profile().filter(|it| model.session().next(&it.id).is_some());
    let go_on = match (profile, next) {
        (Some(profile), _) => Some((&profile.id, "接着答基本情况".to_owned())),
        (None, Some(next)) => Some((&next.id, format!("接着查：{}", next.title))),
        (None, None) => None,
    };
    let go_on = go_on.map(|(id, words)| button(PRIMARY, words, on(send, Action::Start(id.clone()))));
    let others = [(Route::Domains, "选别的领域"), (Route::Share, "保存、转发、打印")];
    ways(go_on.into_iter().chain(others.map(|(to, words)| way(DEFAULT, &to, words))).collect())
}
