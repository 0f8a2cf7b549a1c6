//! Questions: their kinds, and which keys go with which kind.

use super::Found;
use super::words::{owned, slug, whole, word, yes};
use crate::definition::{Choice, Kind, Question, SectionKind, Term, When};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Pair, Text};

/// The kinds by their words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Boolean,
    Choice,
    MultiChoice,
    Integer,
    Money,
    Date,
}

pub(super) const FORMS: [(&str, Form); 6] = [
    ("是否", Form::Boolean),
    ("单选", Form::Choice),
    ("多选", Form::MultiChoice),
    ("整数", Form::Integer),
    ("金额", Form::Money),
    ("日期", Form::Date),
];

pub(super) const TIMES: [(&str, When); 3] =
    [("不限", When::Any), ("过去", When::Past), ("将来", When::Future)];

pub(super) fn question(section: SectionKind, question: &document::Question, found: &mut Found) -> Question {
    let may_be_unknown = question.may_be_unknown.as_ref();
    let kind = kind(question, found);
    let (fixed, reachable) = change(section, &kind, &question.changeable, found);
    Question {
        id: slug(&question.id, found),
        name: question.name.text.clone(),
        text: question.text.text.clone(),
        why: question.why.text.clone(),
        terms: question.terms.iter().map(term).collect(),
        fixed,
        reachable,
        kind,
        when: owned(question.when.as_ref()),
        may_be_unknown: may_be_unknown.is_none_or(|text| yes(text, "可答不清楚", found)),
        priority: question.priority.as_ref().and_then(|text| whole(text, "优先", found)),
    }
}

/// Whether what a question asks is fixed, and the options within reach if not all are. Where the
/// author does not say: what kind of business it is and what has happened (a route) is, and a day
/// that has passed.
fn change(section: SectionKind, kind: &Kind, words: &[Text], found: &mut Found) -> (bool, Vec<String>) {
    let (Kind::Choice { options } | Kind::MultiChoice { options }, [first, ..]) = (kind, words) else {
        let past = matches!(kind, Kind::Date { when: When::Past });
        let fixed = |text| !yes(text, "可改", found);
        return (words.first().map_or(section != SectionKind::Domain || past, fixed), Vec::new());
    };
    if matches!(words, [_]) && ["是", "否"].contains(&first.text.as_str()) {
        return (first.text == "否", Vec::new());
    }
    let mut reachable = Vec::new();
    for word in words {
        match options.iter().find(|option| option.label == word.text) {
            Some(option) => reachable.push(option.id.clone()),
            None => {
                let message = format!("“可改”里的“{}”不是这道题的选项", word.text);
                let help = "写“是”“否”，或者改得到的选项（一字不差）";
                found.add(Diagnostic::error("R055", word.at, message).help(help));
            }
        }
    }
    (false, reachable)
}

fn term(pair: &Pair) -> Term {
    Term { term: pair.key.text.clone(), meaning: pair.value.text.clone() }
}

fn kind(question: &document::Question, found: &mut Found) -> Kind {
    let form = word(&question.kind, "类型", &FORMS, found).unwrap_or(Form::Boolean);
    if FORMS.iter().any(|(word, _)| *word == question.kind.text) {
        misplaced(question, form, found);
    }
    match form {
        Form::Boolean => Kind::Boolean,
        Form::Choice => Kind::Choice { options: options(question, found) },
        Form::MultiChoice => Kind::MultiChoice { options: options(question, found) },
        Form::Integer => {
            let (min, max) = range(question, found);
            Kind::Integer { unit: owned(question.unit.as_ref()), min, max }
        }
        Form::Money => {
            let (min, max) = range(question, found);
            Kind::Money { min, max }
        }
        Form::Date => {
            let when = question.time.as_ref().and_then(|text| word(text, "时间", &TIMES, found));
            Kind::Date { when: when.unwrap_or(When::Any) }
        }
    }
}

/// Keys that say nothing for this kind are mistakes, not decoration.
fn misplaced(question: &document::Question, form: Form, found: &mut Found) {
    let numeric = matches!(form, Form::Integer | Form::Money);
    let options = question.options.first().map(|pair| &pair.key);
    let keys = [
        ("选项", options, matches!(form, Form::Choice | Form::MultiChoice)),
        ("单位", question.unit.as_ref(), form == Form::Integer),
        ("最小", question.min.as_ref(), numeric),
        ("最大", question.max.as_ref(), numeric),
        ("时间", question.time.as_ref(), form == Form::Date),
    ];
    for (key, given, fits) in keys {
        if let Some(text) = given.filter(|_| !fits) {
            let message = format!("“{}”类型的问题不写“{key}”", question.kind.text);
            found.add(Diagnostic::error("R050", text.at, message).help("删去，或者改“类型”"));
        }
    }
}

fn options(question: &document::Question, found: &mut Found) -> Vec<Choice> {
    if question.options.len() < 2 {
        let Text { text, at } = &question.id;
        let help = "写成“选项: {all: 都签了, some: 有人没签}”";
        found.add(Diagnostic::error("R051", *at, format!("问题“{text}”至少要有两个选项")).help(help));
    }
    for (number, pair) in question.options.iter().enumerate() {
        let before = question.options.iter().take(number);
        if let Some(twin) = before.into_iter().find(|other| other.value.text == pair.value.text) {
            let message = format!("选项“{}”写了两次", pair.value.text);
            found.add(
                Diagnostic::error("R052", pair.value.at, message).related(twin.value.at, "第一次在这里"),
            );
        }
        if ["不清楚", "以上都没有"].contains(&pair.value.text.as_str()) {
            let message = format!("“{}”由页面自动加上，不写在选项里", pair.value.text);
            found.add(Diagnostic::error("R053", pair.value.at, message).help("删去这个选项"));
        }
    }
    let choice = |pair: &Pair, found: &mut Found| Choice {
        id: slug(&pair.key, found),
        label: pair.value.text.clone(),
    };
    question.options.iter().map(|pair| choice(pair, found)).collect()
}

fn range(question: &document::Question, found: &mut Found) -> (Option<i64>, Option<i64>) {
    let min = question.min.as_ref().and_then(|text| whole(text, "最小", found));
    let max = question.max.as_ref().and_then(|text| whole(text, "最大", found));
    if let (Some(low), Some(high), Some(text)) = (min, max, &question.max)
        && high < low
    {
        found.add(Diagnostic::error("R054", text.at, format!("最大 {high} 小于最小 {low}")));
    }
    (min, max)
}
