//! `assessor prove`: what the conditions allow and exclude, for all answers.

use std::io;
use std::rc::Rc;
use std::time::Instant;

use assessor::document::{Document, Origin};
use assessor::{Answers, Diagnostic, Place, Rulebook, Severity, accept, words};
use prover::{Grade, Length, Proof, Refutation, Subject};
use serde::Serialize;

use crate::draw;
use crate::io::{Io, Outcome};
use crate::load::{Sources, line_and_column};
use crate::rules::{self, Args, Rules};

/// A refutation for tools.
#[derive(Serialize)]
struct Listed<'a> {
    grade: &'static str,
    #[serde(flatten)]
    diagnostic: draw::Listed<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    witness: Option<&'a Answers>,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let started = Instant::now();
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(rulebook) = rules.bundled(io)?.map(Rc::new) else {
        return Ok(Outcome::Findings);
    };
    let proof = prover::prove(&rulebook, &rules.checked.exclusive);
    let lengths = prover::lengths(&rulebook);
    let drawn: Vec<Diagnostic> =
        proof.refutations.iter().map(|it| diagnostic(it, &rules, &rulebook)).collect();
    if args.json {
        let json = json(&proof, &lengths, &drawn, &rules.sources);
        writeln!(io.output, "{json:#}")?;
    } else {
        let grave = |grade: Grade| grade != Grade::Note;
        let graded = || proof.refutations.iter().zip(&drawn);
        let shown: Vec<Diagnostic> =
            graded().filter(|(it, _)| grave(it.grade)).map(|(_, it)| it.clone()).collect();
        if !shown.is_empty() {
            writeln!(io.errors, "{}\n", draw::text(&shown, &rules.sources, io.colour))?;
        }
        for (_, note) in graded().filter(|(it, _)| !grave(it.grade)) {
            writeln!(io.output, "{}: 留意[{}] {}", place(note.at, &rules.sources), note.code, note.message)?;
        }
        writeln!(io.output, "{}", summary(&proof, &lengths, started))?;
    }
    Ok(if proof.count(Grade::Refuted) == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn json(proof: &Proof, lengths: &[Length], drawn: &[Diagnostic], sources: &Sources) -> serde_json::Value {
    let listed = proof.refutations.iter().zip(drawn).filter_map(|(refutation, diagnostic)| {
        let diagnostic = draw::list(std::slice::from_ref(diagnostic), sources).pop()?;
        let witness = refutation.witness.as_ref();
        Some(Listed { grade: word(refutation.grade), diagnostic, witness })
    });
    let lengths = lengths.iter().map(|it| {
        serde_json::json!({
            "section": it.section, "mean_hundredths": it.mean_hundredths,
            "longest_walk": it.longest_walk, "longest": it.longest,
        })
    });
    let joint = proof
        .joint
        .iter()
        .map(|(questions, classes)| serde_json::json!({ "questions": questions, "classes": classes }));
    serde_json::json!({
        "proved": proof.proved,
        "refuted": proof.count(Grade::Refuted),
        "undecided": proof.count(Grade::Undecided),
        "notes": proof.count(Grade::Note),
        "joint": joint.collect::<Vec<_>>(),
        "lengths": lengths.collect::<Vec<_>>(),
        "refutations": listed.collect::<Vec<_>>(),
    })
}

fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Refuted => "refuted",
        Grade::Undecided => "undecided",
        Grade::Note => "note",
    }
}

fn summary(proof: &Proof, lengths: &[Length], started: Instant) -> String {
    let mean = lengths.iter().map(|it| it.mean_hundredths).sum::<u32>() / (lengths.len() as u32).max(1);
    let worst = lengths.iter().max_by_key(|it| it.longest);
    let worst =
        worst.map(|it| format!("最长的部分“{}”最多 {} 题，", it.section, it.longest)).unwrap_or_default();
    format!(
        "证明了 {} 条，推翻 {} 条，不能判定 {} 条，留意 {} 条；答完一个部分平均 {}.{:02} 题，{worst}用时 {} 毫秒",
        proof.proved,
        proof.count(Grade::Refuted),
        proof.count(Grade::Undecided),
        proof.count(Grade::Note),
        mean / 100,
        mean % 100,
        started.elapsed().as_millis(),
    )
}

fn place(at: Origin, sources: &Sources) -> String {
    let Some(source) = sources.get(at.file) else { return String::new() };
    format!("{}:{}", source.path.display(), line_and_column(&source.text, at.start as usize).0)
}

fn diagnostic(refutation: &Refutation, rules: &Rules, rulebook: &Rulebook) -> Diagnostic {
    let at = origin(&rules.document, refutation.subject).unwrap_or_default();
    let severity = if refutation.grade == Grade::Refuted { Severity::Error } else { Severity::Warning };
    let help = match &refutation.witness {
        Some(witness) if !witness.is_empty() => {
            format!("{}。反例：{}", refutation.help, in_words(witness, rulebook))
        }
        _ => refutation.help.clone(),
    };
    Diagnostic { severity, ..Diagnostic::error(refutation.code, at, refutation.message.clone()).help(help) }
}

/// Answers as an owner would say them.
fn in_words(answers: &Answers, rulebook: &Rulebook) -> String {
    let day = rulebook.definition().as_of;
    let said = answers.iter().filter_map(|(id, input)| {
        let question = rulebook.question(id)?;
        let value = accept(question, input, day).ok()?;
        Some(format!("{}={}", question.name, words::answer(question, &value)))
    });
    said.collect::<Vec<_>>().join("，")
}

/// Where the subject of a refutation is written.
fn origin(document: &Document, subject: Subject) -> Option<Origin> {
    let section = |s: usize| document.sections.get(s);
    Some(match subject {
        Subject::Section(s) => section(s)?.id.at,
        Subject::Question(s, q) => section(s)?.questions.get(q)?.id.at,
        Subject::Choice(s, q, o) => section(s)?.questions.get(q)?.options.get(o)?.value.at,
        Subject::Finding(s, f) => section(s)?.findings.get(f)?.id.at,
        Subject::Text(Place::Section(s)) => section(s)?.when.as_ref()?.at,
        Subject::Text(Place::Question(s, q)) => section(s)?.questions.get(q)?.when.as_ref()?.at,
        Subject::Text(Place::Finding(s, f)) => section(s)?.findings.get(f)?.when.at,
        Subject::Text(Place::Deadline(s, f, d)) => {
            section(s)?.findings.get(f)?.deadlines.get(d)?.due.as_ref()?.at
        }
    })
}
