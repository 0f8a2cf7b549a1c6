//! `assessor prove`: what the conditions allow and exclude, for all answers.

use std::io;
use std::rc::Rc;
use std::time::Instant;

use assessor::{Answers, Diagnostic, Rulebook, Severity};
use prover::{Grade, Length, Proof, Refutation};
use serde::Serialize;

use crate::draw;
use crate::io::{Io, Outcome};
use crate::load::Sources;
use crate::rules::{self, Args};
use crate::subject::{self, Places};

/// A refutation for tools.
#[derive(Serialize)]
struct Listed<'a> {
    grade: &'static str,
    #[serde(flatten)]
    diagnostic: draw::Listed<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    witness: Option<&'a Answers>,
    /// The day of assessment.
    on: String,
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
    let places = Places::new(&rules.document);
    let drawn: Vec<Diagnostic> =
        proof.refutations.iter().map(|it| diagnostic(it, &places, &rulebook)).collect();
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
            let text = subject::excerpt(&rules.sources, note.at, note.inner);
            let line = subject::line(&rules.sources, note.at);
            writeln!(io.output, "{line}: 留意[{}] {}（{text}）", note.code, note.message)?;
        }
        writeln!(io.output, "{}", summary(&proof, &lengths, started))?;
    }
    Ok(if proof.count(Grade::Refuted) == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn json(proof: &Proof, lengths: &[Length], drawn: &[Diagnostic], sources: &Sources) -> serde_json::Value {
    let listed = proof.refutations.iter().zip(drawn).filter_map(|(refutation, diagnostic)| {
        let diagnostic = draw::list(std::slice::from_ref(diagnostic), sources).pop()?;
        let witness = refutation.witness.as_ref();
        Some(Listed { grade: word(refutation.grade), diagnostic, witness, on: refutation.on.to_string() })
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

fn diagnostic(refutation: &Refutation, places: &Places<'_>, rulebook: &Rulebook) -> Diagnostic {
    let (at, inner) = places.of(refutation.subject);
    let severity = if refutation.grade == Grade::Refuted { Severity::Error } else { Severity::Warning };
    let help = match &refutation.witness {
        Some(witness) if !witness.is_empty() => {
            let day = Some(refutation.on).filter(|on| *on != rulebook.definition().as_of);
            let day = day.map(|on| format!("（{on} 那天）")).unwrap_or_default();
            format!("{}。反例{day}：{}", refutation.help, subject::in_words(witness, rulebook))
        }
        _ => refutation.help.clone(),
    };
    Diagnostic {
        severity,
        inner,
        ..Diagnostic::error(refutation.code, at, refutation.message.clone()).help(help)
    }
}
