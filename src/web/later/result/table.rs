//! Per domain that was looked at: a picture of how bad, the same in words beside it, and how far.
//! Where nothing was found is a list of names, so that the pictures are of what there is to see. The
//! domains that were not looked at are counted in the summary, and are on the way on.

use assessor::definition::{Scoring, Severity};
use assessor::report::{Level, Progress, Score, SectionReport};
use yew::prelude::*;

use super::Result;
use crate::parts::level;

/// The levels from left to right.
const LEVELS: [Severity; 4] = [Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

/// The table, and the sum.
pub fn table(result: &Result<'_>) -> Html {
    let begun = |it: &&SectionReport| it.progress != Progress::NotStarted || it.level.certain.is_some();
    let looked: Vec<&SectionReport> = result.domains.iter().copied().filter(begun).collect();
    let (clear, shown): (Vec<&SectionReport>, Vec<&SectionReport>) =
        looked.iter().partition(|it| is_clear(it));
    html! {
        <section class="lra-group">
            if !shown.is_empty() {
                // Drawn as blocks where it is narrow, which must not take the table from screen readers.
                <table class="lra-table" role="table">
                    <caption class="weui-cells__title">{ "各领域" }</caption>
                    <thead class="lra-hidden"><tr role="row"><th role="columnheader" scope="col">{ "领域" }</th><th role="columnheader" scope="col">{ "结果" }</th></tr></thead>
                    <tbody>{ for shown.iter().map(|it| domain(it)) }</tbody>
                </table>
            }
            { cleared(&clear, shown.is_empty()) }
            { score(result, &looked) }
        </section>
    }
}

/// Whether everything was asked and nothing is even possible.
fn is_clear(domain: &SectionReport) -> bool {
    let Level { certain, possible, settled, .. } = domain.level;
    domain.progress == Progress::Complete && settled && certain.is_none() && possible.is_none()
}

/// The domains without any risk; open where there is nothing else to see.
fn cleared(domains: &[&SectionReport], open: bool) -> Html {
    if domains.is_empty() {
        return Html::default();
    }
    let each = domains.iter().map(|it| {
        html! { <li key={it.id.clone()}>{ &it.title }<span class="lra-note">{ format!("（{} 题）", it.answered) }</span></li> }
    });
    html! {
        <details class="lra-fold lra-fold_wide" {open}>
            <summary class="lra-fold__head">{ level(None).saying("未发现风险".into()) }{ format!(" {} 个领域，都答完了", domains.len()) }</summary>
            <ul class="lra-list lra-fold__list">{ for each }</ul>
        </details>
    }
}

fn domain(domain: &SectionReport) -> Html {
    let far = match domain.progress {
        Progress::Complete => format!("已答完（{} 题）", domain.answered),
        Progress::Started => format!("答了 {} 题，还没答完", domain.answered),
        Progress::NotStarted | Progress::NotApplicable => String::new(),
    };
    html! {
        <tr role="row" key={domain.id.clone()}>
            <th role="rowheader" scope="row">{ &domain.title }</th>
            <td role="cell">
                { bar(domain.level) }
                { words(domain.level) }
                <span class="lra-note lra-table__far">{ far }</span>
            </td>
        </tr>
    }
}

/// The worst that is certain as filled steps, what it may come to as hollow ones.
fn bar(of: Level) -> Html {
    let steps = LEVELS.into_iter().zip([0_u32, 26, 52, 78]).map(|(severity, x)| {
        let class = if of.certain >= Some(severity) {
            filled(of.certain)
        } else if of.possible >= Some(severity) {
            "lra-bar__open"
        } else {
            "lra-bar__rest"
        };
        html! { <rect {class} x={(x + 1).to_string()} y="1" width="20" height="10" rx="2" /> }
    });
    html! {
        <svg class="lra-bar" viewBox="0 0 100 12" preserveAspectRatio="xMinYMid" role="img" aria-label={format!("图：{}", said(of))}>{ for steps }</svg>
    }
}

fn filled(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Critical) => "lra-bar__critical",
        Some(Severity::High) => "lra-bar__high",
        Some(Severity::Medium) => "lra-bar__mid",
        Some(Severity::Low) | None => "lra-bar__low",
    }
}

/// The picture in words.
fn said(of: Level) -> String {
    let worst = |severity| level(severity).word;
    match (of.certain, of.possible) {
        (None, None) => "未发现风险".into(),
        (None, possible) => format!("有待确认，最高可能到{}", worst(possible)),
        (certain, possible) if possible > certain => {
            format!("风险{}，没确认的最高可能到{}", worst(certain), worst(possible))
        }
        (certain, _) => format!("风险{}", worst(certain)),
    }
}

fn words(of: Level) -> Html {
    let badge = level(of.certain);
    let mark = match of.certain {
        Some(_) => badge.saying(format!("风险{}", badge.word)),
        None if of.settled => badge.saying("未发现风险".into()),
        None => level(of.possible).saying("有待确认".into()),
    };
    let open = of.possible.filter(|_| of.possible > of.certain);
    html! {
        <>
            { mark }
            if let Some(open) = open {
                <span class="lra-note lra-table__far">{ format!("没确认的最高可能到“{}”", level(Some(open)).word) }</span>
            }
        </>
    }
}

/// The sum over the domains of the table, and how it is made.
fn score(result: &Result<'_>, looked: &[&SectionReport]) -> Html {
    let Some(Scoring { low, medium, high, critical }) = result.model.rulebook().definition().scoring else {
        return Html::default();
    };
    let sum = |of: fn(Score) -> u32| looked.iter().filter_map(|it| it.level.score).map(of).sum::<u32>();
    let (certain, possible) = (sum(|it| it.certain), sum(|it| it.possible));
    let open =
        if possible > certain { format!("，没确认的都算上 {possible} 分") } else { String::new() };
    let words = format!(
        "以上领域确定的风险 {certain} 分{open}，满分 {} 分。每条风险低 {low} 分、中 {medium} 分、高 {high} 分、\
         极高 {critical} 分；和您无关的不算，不答不会让分数变好看。",
        sum(|it| it.of)
    );
    html! {
        <details class="lra-fold lra-fold_inset">
            <summary class="lra-fold__head">{ format!("分数：确定的 {certain} 分，怎么算的？") }</summary>
            <p class="lra-p lra-note">{ words }</p>
        </details>
    }
}
