//! `assessor diff`: two versions of the rules, and for which answers they differ.

use std::io;
use std::path::PathBuf;

use assessor::{Answers, Rulebook};
use prover::{Difference, Listed, Outcome as Changed};

use crate::io::{Io, Outcome};
use crate::rules;
use crate::subject::in_words;

/// 比较两个版本的规则：哪些风险增减了，哪些在什么答案下结果变了（附一组答案），哪些问题和文字改了。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 旧规则文件夹
    #[arg(value_name = "旧")]
    old: PathBuf,
    /// 新规则文件夹
    #[arg(value_name = "新")]
    new: PathBuf,
    /// 输出 JSON，给工具用
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let (old, new) = (rules::of(Some(&args.old), io), rules::of(Some(&args.new), io));
    let (Some(old), Some(new)) = (old.bundled(io)?, new.bundled(io)?) else {
        return Ok(Outcome::Findings);
    };
    let difference = prover::diff(&old, &new);
    if args.json {
        writeln!(io.output, "{:#}", json(&difference))?;
    } else {
        for line in lines(&difference, &old, &new) {
            writeln!(io.output, "{line}")?;
        }
    }
    Ok(Outcome::Fine)
}

fn json(difference: &Difference) -> serde_json::Value {
    let listed = |it: &Listed| serde_json::json!({ "added": it.added, "removed": it.removed });
    let outcome = |it: &Changed| serde_json::json!({ "id": it.id, "gained": it.gained, "lost": it.lost, "sure": it.sure });
    let asked = difference.asked.iter();
    let asked = asked.map(|(id, options)| serde_json::json!({ "id": id, "options": listed(options) }));
    serde_json::json!({
        "findings": listed(&difference.findings),
        "outcomes": difference.outcomes.iter().map(outcome).collect::<Vec<_>>(),
        "questions": listed(&difference.questions),
        "asked": asked.collect::<Vec<_>>(),
        "texts": difference.texts,
    })
}

fn lines(difference: &Difference, old: &Rulebook, new: &Rulebook) -> Vec<String> {
    let Difference { findings, outcomes, questions, asked, texts } = difference;
    let mut lines = Vec::new();
    let mut some = |what: &str, ids: &[String]| {
        if !ids.is_empty() {
            lines.push(format!("{what} {} 个：{}", ids.len(), ids.join("、")));
        }
    };
    some("新增的风险和指引", &findings.added);
    some("删去的风险和指引", &findings.removed);
    some("新增的问题", &questions.added);
    some("删去的问题", &questions.removed);
    some("只改了文字的", texts);
    for (id, Listed { added, removed }) in asked {
        lines.push(format!("问题“{id}”改了问法、范围或选项"));
        lines.extend((!added.is_empty()).then(|| format!("  新增选项：{}", added.join("、"))));
        lines.extend((!removed.is_empty()).then(|| format!("  删去选项：{}", removed.join("、"))));
    }
    for Changed { id, gained, lost, sure } in outcomes {
        lines.push(format!("“{id}”的结果变了{}", if *sure { "" } else { "（可能还有没列出的情形）" }));
        let example =
            |what: &str, answers: &Answers, book: &Rulebook| format!("  {what}：{}", in_words(answers, book));
        lines.extend(gained.as_ref().map(|it| example("原来不触发，现在触发", it, new)));
        lines.extend(lost.as_ref().map(|it| example("原来触发，现在不触发", it, old)));
    }
    if lines.is_empty() {
        lines.push("两个版本没有差别".into());
    }
    lines
}
