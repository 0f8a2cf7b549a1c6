//! `assessor assess`: answers to a report; with `--stream`, one JSON a line, at constant memory.

mod stream;

use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::rc::Rc;

use assessor::{AnswerError, Answers, Rulebook, Session};
use feel::Date;
use serde::Serialize;

use crate::clock;
use crate::io::{Io, Outcome};
use crate::rules;

/// 按答案评估：读入答案 JSON，输出报告 JSON。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 答案文件；“-”或不写表示标准输入
    #[arg(value_name = "文件")]
    pub file: Option<PathBuf>,
    /// 按哪一天评估（默认今天），格式 2026-11-23
    #[arg(long, value_name = "日期")]
    pub on: Option<String>,
    /// 每行一份答案，每行一份报告；坏的行变成错误对象，其余照常
    #[arg(long)]
    pub stream: bool,
    /// 同时用几个处理器核心；报告的顺序和答案的一样。大于 1 时一批一批地读写，不能一问一答
    #[arg(long, value_name = "个数", default_value = "1", requires = "stream", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: u16,
    /// 不出报告，只说明这一条风险或指引为什么成立、可能或不成立：凭哪几个回答，条件的每一部分怎么样
    #[arg(long, value_name = "编号", conflicts_with = "stream")]
    pub explain: Option<String>,
    /// 不出报告，只说最少改变哪几个改得了的回答，这一条就没有了，又会带出哪几条
    #[arg(long, value_name = "编号", conflicts_with_all = ["stream", "explain"])]
    pub what_if: Option<String>,
    /// 规则文件夹（默认是项目的 rules）
    #[arg(long, value_name = "文件夹")]
    pub rules: Option<PathBuf>,
}

/// What stands in for a report when the answers cannot be used.
#[derive(Debug, Serialize)]
struct Refused {
    error: Vec<Refusal>,
}

#[derive(Debug, Serialize)]
struct Refusal {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    message: String,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let on = match args.on.as_deref().map(str::parse::<Date>) {
        None => clock::today(),
        Some(Ok(on)) => on,
        Some(Err(_)) => {
            writeln!(io.errors, "--on 要写成 2026-11-23 这样的日期")?;
            return Ok(Outcome::Usage);
        }
    };
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(rulebook) = rules.bundled(io)?.map(Rc::new) else {
        return Ok(Outcome::Findings);
    };
    let file = args.file.as_ref().filter(|file| file.as_os_str() != "-");
    let mut opened;
    let input: &mut dyn BufRead = match file.map(|file| std::fs::File::open(io.folder.join(file))) {
        None => io.input,
        Some(Ok(file)) => {
            opened = BufReader::new(file);
            &mut opened
        }
        Some(Err(error)) => {
            let name = file.map(|file| file.display().to_string()).unwrap_or_default();
            writeln!(io.errors, "读不到 {name}：{error}")?;
            return Ok(Outcome::Usage);
        }
    };
    if args.stream && args.jobs > 1 {
        let Some(bundle) = rules.bundle() else { return Ok(Outcome::Findings) };
        return stream::by_workers(args.jobs.into(), &bundle, on, input, io.output);
    }
    if args.stream {
        return stream::one_by_one(&rulebook, on, input, io.output);
    }
    if let Some(id) = args.explain.as_ref().or(args.what_if.as_ref())
        && rulebook.finding(id).is_none()
    {
        let ids = rulebook.definition().sections.iter().flat_map(|section| &section.findings);
        let near = feel::nearest(id, ids.map(|finding| finding.id.as_str()));
        let near = near.map(|near| format!("，是不是“{near}”？")).unwrap_or_default();
        writeln!(io.errors, "没有编号为“{id}”的风险或指引{near}")?;
        return Ok(Outcome::Usage);
    }
    single(&rulebook, on, args, input, io.output, io.errors)
}

/// What is asked about the answers.
fn wanted(args: &Args, session: &Session) -> serde_json::Result<Vec<u8>> {
    match (&args.explain, &args.what_if) {
        (Some(finding), _) => serde_json::to_vec_pretty(&session.explain(finding)),
        (None, Some(finding)) => serde_json::to_vec_pretty(&session.what_if(finding)),
        (None, None) => serde_json::to_vec_pretty(&session.report()),
    }
}

fn single(
    rulebook: &Rc<Rulebook>,
    on: Date,
    args: &Args,
    input: &mut dyn BufRead,
    output: &mut dyn io::Write,
    errors: &mut dyn io::Write,
) -> io::Result<Outcome> {
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    match session(rulebook, on, &text) {
        Ok(session) => {
            output.write_all(&wanted(args, &session)?)?;
            writeln!(output)?;
            Ok(Outcome::Fine)
        }
        Err(refused) => {
            for Refusal { code, question, message } in refused.error {
                let question = question.map(|id| format!("{id}：")).unwrap_or_default();
                writeln!(errors, "错误[{code}] {question}{message}")?;
            }
            Ok(Outcome::Findings)
        }
    }
}

fn session(rulebook: &Rc<Rulebook>, on: Date, json: &str) -> Result<Session, Refused> {
    let answers: Answers = serde_json::from_str(json).map_err(|error| {
        let message = format!("答案不是“问题编号: 值”的 JSON 对象：{error}");
        Refused { error: vec![Refusal { code: "A000", question: None, message }] }
    })?;
    let mut session = Session::new(Rc::clone(rulebook), on);
    let refused = session.restore(&answers).into_iter().map(|(id, error)| {
        let near = rulebook.closest_question(&id).filter(|_| error == AnswerError::UnknownQuestion);
        let near = near.map(|near| format!("，是不是“{near}”？")).unwrap_or_default();
        Refusal { code: error.code(), message: format!("{error}{near}"), question: Some(id) }
    });
    let error: Vec<Refusal> = refused.collect();
    if error.is_empty() { Ok(session) } else { Err(Refused { error }) }
}
