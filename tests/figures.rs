//! Every amount, period, date, share, multiple and number of people that a rule names stands in an
//! article that it cites.
//!
//! Findings are compared with the articles of their 依据 and of their deadlines', texts that speak of a
//! 承诺 also with what the agencies promise; decisions with their own basis, if they have one; questions
//! with all articles of their section. What stands in none is in `figures/exceptions.json`, each with its
//! reason: figures that are advice, history or computed.

#![cfg(test)]

#[path = "figures/figure.rs"]
mod figure;
#[path = "figures/known.rs"]
mod known;
#[path = "figures/texts.rs"]
mod texts;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;

use assessor::Rulebook;
use assessor::definition::{Citation, Decision, Finding, Section, SectionKind};
use assessor::document::{self, Text};
use assessor_cli::Rules;
use figure::{Figure, figures};
use known::{Known, said};
use tests::{root, shared};
use texts::{Laws, Passage};

#[test]
fn figures_are_read_as_lawyers_write_them() {
    for (text, read) in [
        ("处一万元以上五万元以下的罚款", "10000元 50000元"),
        ("罚 1 万至 5 万元，情节严重的 20 万–200 万", "10000元 50000元 200000元 2000000元"),
        ("5千到2万元；5-10 万元", "5000元 20000元 50000元 100000元"),
        ("收到之日起十五日内，最长 30 天，三个工作日", "15日 30日 3个工作日"),
        ("两年、2年、十八个月、半年", "24个月 24个月 18个月 6个月"),
        ("百分之五十、50%、千分之五、5‰、万分之五、0.05%", "0.5 0.5 0.005 0.005 0.0005 0.0005"),
        ("三分之二、2/3", "0.666666 0.666666"),
        ("三分之二以上，一点五倍、1.5 倍，双倍", "0.666666 1.5倍 1.5倍 2倍"),
        ("不满十六周岁、满18岁", "16周岁 18周岁"),
        ("二十四小时、48 小时", "24小时 48小时"),
        ("2027年6月30日、2027-06-30、二〇二四年七月一日", "20270630号 20270630号 20240701号"),
        ("2022 年、2027年6月、6月底、6月30日、第三日", ""),
        ("第二次、12345、十几天、三五天、最后一天、一人一份", ""),
        ("三人以上、10 万人、五十名", "3人 100000人 50人"),
        ("不得超过当月工资的２０％", "0.2"),
        ("一千二百四十二元、1.2 亿元、三千万元", "1242元 120000000元 30000000元"),
    ] {
        let shown: Vec<String> = figures(text).into_iter().map(|(figure, _)| figure.to_string()).collect();
        assert_eq!(shown.join(" "), read, "{text}");
    }
}

/// A figure that stands in no cited article.
struct Stray {
    /// Id of the finding or question.
    id: String,
    written: String,
    /// File and line, and the text it is in.
    place: String,
}

#[test]
fn figures_stand_in_the_cited_articles() {
    let Some(folder) = shared("laws", "figures_stand_in_the_cited_articles") else { return };
    let rules = Rules::read(&root().join("rules"), &root());
    let found = strays(&rules, &folder);
    let excused = exceptions();
    let is_excused = |stray: &&Stray| excused.contains(&(stray.id.clone(), stray.written.clone()));
    let (known, new): (Vec<&Stray>, Vec<&Stray>) = found.iter().partition(is_excused);
    let lines: Vec<String> =
        new.iter().map(|it| format!("{} {} “{}”", it.place, it.id, it.written)).collect();
    assert!(lines.is_empty(), "{} figures stand in no cited article:\n{}", lines.len(), lines.join("\n"));
    let used: BTreeSet<_> = known.iter().map(|it| (it.id.clone(), it.written.clone())).collect();
    let idle: Vec<_> = excused.difference(&used).collect();
    assert!(idle.is_empty(), "exceptions that nothing needs: {idle:?}");
}

/// What need not stand in an article: id and figure as written.
fn exceptions() -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(root().join("tests/figures/exceptions.json")).expect("the exceptions");
    let listed: Vec<serde_json::Value> = serde_json::from_str(&text).expect("a list");
    let word = |it: &serde_json::Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    for it in &listed {
        assert!(!word(it, "why").is_empty(), "an exception has a reason: {it}");
    }
    listed.iter().map(|it| (word(it, "id"), word(it, "figure"))).collect()
}

/// The rules and the articles they cite.
struct Reading<'a> {
    rules: &'a Rules,
    rulebook: &'a Rulebook,
    laws: Laws,
    /// What the places say that were looked at before.
    said: RefCell<BTreeMap<Citation, Rc<BTreeSet<Figure>>>>,
}

fn strays(rules: &Rules, folder: &Path) -> Vec<Stray> {
    let rulebook = rules.checked.rulebook.as_ref().expect("rules without errors");
    let definition = rulebook.definition();
    let ids: Vec<&str> = definition.laws.iter().map(|law| law.id.as_str()).collect();
    let reading = Reading { rules, rulebook, laws: Laws::read(folder, &ids), said: RefCell::default() };
    let sections = rules.document.sections.iter().zip(&definition.sections);
    sections.flat_map(|(written, meant)| reading.section(written, meant)).collect()
}

impl Reading<'_> {
    fn section(&self, written: &document::Section, meant: &Section) -> Vec<Stray> {
        let findings = written.findings.iter().zip(&meant.findings);
        let mut found: Vec<Stray> =
            findings.flat_map(|(written, meant)| self.finding(written, meant)).collect();
        let all = self.rulebook.definition().sections.iter();
        let around: Vec<&Section> = match meant.kind {
            SectionKind::Profile => all.collect(),
            _ => vec![meant],
        };
        let findings = around.into_iter().flat_map(|section| &section.findings);
        let known = Known(findings.flat_map(|finding| self.cited(finding)).collect());
        for (written, meant) in written.decisions.iter().zip(&meant.decisions) {
            found.extend(self.decision(written, meant, &known));
        }
        for question in &written.questions {
            let values = question.terms.iter().chain(&question.options).map(|pair| &pair.value);
            let texts = [&question.text, &question.why].into_iter().chain(values);
            found.extend(texts.flat_map(|text| self.look(&known, &question.id, text)));
        }
        found
    }

    /// Texts are looked up in all that the finding cites, a deadline's rule and date in its own basis.
    fn finding(&self, written: &document::Finding, meant: &Finding) -> Vec<Stray> {
        let own = self.cited(meant);
        let promised = Known([own.clone(), self.promised(meant)].concat());
        let known = Known(own);
        let tasks = written.deadlines.iter().map(|deadline| &deadline.task);
        let texts = [&written.title, &written.consequence].into_iter().chain(&written.steps);
        let mut found = Vec::new();
        for text in texts.chain(&written.avoid).chain(tasks) {
            let known = if text.text.contains("承诺") { &promised } else { &known };
            found.extend(self.look(known, &written.id, text));
        }
        for (written_deadline, meant) in written.deadlines.iter().zip(&meant.deadlines) {
            let known = Known(meant.basis.iter().filter_map(|place| self.place(place)).collect());
            let days = written_deadline.working_days.as_ref();
            let days = days.map(|days| Text { text: format!("{}个工作日", days.text), at: days.at });
            let texts = [&written_deadline.rule].into_iter().chain(&written_deadline.due).chain(&days);
            found.extend(texts.flat_map(|text| self.look(&known, &written.id, text)));
        }
        found
    }

    /// A table or an expression, and what is said of it: in its own basis, or in all articles of its
    /// section if it names none, as one does that spans two versions of a law.
    fn decision(&self, written: &document::Decision, meant: &Decision, around: &Known) -> Vec<Stray> {
        let own = Known(meant.basis.iter().filter_map(|place| self.place(place)).collect());
        let known = if meant.basis.is_empty() { around } else { &own };
        let outputs = written.rules.iter().map(|rule| &rule.output);
        let texts =
            std::iter::once(&written.note).chain(&written.expression).chain(outputs).chain(&written.default);
        texts.flat_map(|text| self.look(known, &written.name, text)).collect()
    }

    fn cited(&self, finding: &Finding) -> Vec<Rc<BTreeSet<Figure>>> {
        let deadlines = finding.deadlines.iter().flat_map(|deadline| &deadline.basis);
        finding.basis.iter().chain(deadlines).filter_map(|place| self.place(place)).collect()
    }

    fn place(&self, place: &Citation) -> Option<Rc<BTreeSet<Figure>>> {
        if let Some(known) = self.said.borrow().get(place) {
            return Some(Rc::clone(known));
        }
        let said = Rc::new(said(&self.laws.passage(place)?));
        self.said.borrow_mut().insert(place.clone(), Rc::clone(&said));
        Some(said)
    }

    /// What the agencies of a finding promise in public.
    fn promised(&self, finding: &Finding) -> Vec<Rc<BTreeSet<Figure>>> {
        let agencies = self.rulebook.definition().agencies.iter();
        let asked = agencies.filter(|agency| finding.agencies.contains(&agency.id));
        let promises = asked.flat_map(|agency| &agency.commitments);
        promises.map(|it| Rc::new(said(&Passage { law: &it.source, text: &it.text }))).collect()
    }

    fn look(&self, known: &Known, id: &Text, text: &Text) -> Vec<Stray> {
        let stray = |bytes: Range<usize>| {
            let written = text.text.get(bytes).unwrap_or_default();
            let source = self.rules.sources.get(text.at.file)?;
            let line = source.text.get(..text.at.start as usize)?.matches('\n').count() + 1;
            let place = format!("{}:{line}: {}", source.path.display(), text.text);
            Some(Stray { id: id.text.clone(), written: written.into(), place })
        };
        known.strangers(&text.text).into_iter().filter_map(stray).collect()
    }
}
