//! Questions: short, explained on the spot, and no interrogation.

use super::pattern::{Pattern, Plain};
use super::{Found, inside, sayings};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Question, Text};

/// Most characters of a sentence of a question.
const LONG: usize = 25;

/// Words before a crime that say whose it is, if it is not the owner's.
const OTHERS: [&str; 12] =
    ["被", "别人", "有人", "对方", "他", "员工", "人家", "遭", "防", "怀疑", "受害", "上当"];

pub(super) fn check(document: &Document, found: &mut Found) {
    let crimes = sayings::read(&document.wording.crimes, found);
    for question in document.sections.iter().flat_map(|section| &section.questions) {
        length(&question.text, found);
        terms(question, &document.wording.terms, found);
        for text in asked(question) {
            confession(text, &crimes, found);
        }
    }
}

/// What the owner reads before answering.
fn asked(question: &Question) -> impl Iterator<Item = &Text> {
    std::iter::once(&question.text).chain(question.options.iter().map(|pair| &pair.value))
}

fn length(text: &Text, found: &mut Found) {
    let mut start = 0;
    for sentence in text.text.split_inclusive(['。', '；', '！', '？']) {
        let count = sentence.chars().filter(|c| !c.is_whitespace() && !"。；！？".contains(*c)).count();
        let at = start..start + sentence.len();
        start = at.end;
        if count > LONG {
            let message = format!("这句话有 {count} 个字，一句最多 {LONG} 个字");
            let long = Diagnostic::warning("R106", text.at, message);
            found.add(inside(long.help("拆成两句，或者把解释放进“名词”"), at));
        }
    }
}

/// A term of the list is a key of 名词 or is followed by its meaning in brackets.
fn terms(question: &Question, list: &[Text], found: &mut Found) {
    for term in list.iter().filter(|term| !term.text.is_empty()) {
        let word = term.text.as_str();
        let explained =
            question.terms.iter().any(|pair| pair.key.text.contains(word) || pair.value.text.contains(word));
        let used = asked(question).find_map(|text| Some((text, text.text.find(word)?)));
        let Some((text, at)) = used.filter(|_| !explained) else { continue };
        let at = at..at + word.len();
        if !text.text.get(at.end..).unwrap_or_default().starts_with('（') {
            let unexplained = Diagnostic::warning("R107", text.at, format!("“{word}”没有解释"));
            let help = format!("在这道题的“名词”里加一行“{word}: …”，用店主的话说；或者换一个不用解释的说法");
            found.add(inside(unexplained.help(help), at));
        }
    }
}

fn confession(text: &Text, crimes: &[Pattern], found: &mut Found) {
    let plain = Plain::of(&text.text);
    let Some(at) = crimes.iter().find_map(|crime| crime.find(&plain)) else { return };
    let before = plain.text().get(..at.start).unwrap_or_default();
    if OTHERS.iter().any(|word| before.contains(word)) {
        return;
    }
    let at = plain.written(&at);
    let word = text.text.get(at.clone()).unwrap_or_default();
    let message = format!("用“{word}”问，像要老板认罪，没人会照实答");
    let help = "写做了什么事，不写罪名，例如“给过对方的人现金、回扣吗”";
    found.add(inside(Diagnostic::warning("R108", text.at, message).help(help), at));
}
