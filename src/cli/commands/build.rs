//! `assessor build`: the deployable site.

use std::io;
use std::path::{Path, PathBuf};

use assessor::definition::{Agency, Definition, SectionKind, grouped};
use assessor::{Bundle, words};

use crate::build::{
    self as site, BuildError, Card, Contact, Content, Domain, Effort, Hotline, Intro, Options,
};
use crate::io::{Io, Outcome, project};
use crate::rules::{self, Rules};

/// 构建可以部署的网站：一个静态文件夹，放在任何路径下都能用。
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 输出文件夹
    #[arg(long, value_name = "文件夹", default_value = "dist")]
    pub out: PathBuf,
    /// 规则文件夹（默认是项目的 rules）
    #[arg(long, value_name = "文件夹")]
    pub rules: Option<PathBuf>,
    /// 网站将来的网址，例如 https://example.org/law/；写进给别的网页用的标签和文章示例
    #[arg(long, value_name = "网址")]
    pub url: Option<String>,
    /// 不让手机把网页存一份供没有网时用；以前存下的，下次打开时会删掉
    #[arg(long)]
    pub no_offline: bool,
    /// 转发卡片：微信 JS-SDK 的文件（从微信下载的 jweixin-1.6.0.js）；和 --wx-sign-url 一起用
    #[arg(long, value_name = "文件", requires = "wx_sign_url")]
    pub wx_sdk: Option<PathBuf>,
    /// 转发卡片：同一个域名下的签名服务，例如 /wx/sign
    #[arg(long, value_name = "路径", requires = "wx_sdk")]
    pub wx_sign_url: Option<String>,
    /// 不构建网站，而是把引擎构建成 JavaScript 包（npm），放进这个文件夹
    #[arg(long, value_name = "文件夹", conflicts_with_all = ["out", "rules", "url", "no_offline", "wx_sdk"])]
    pub js: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    match &args.js {
        Some(out) => package(out, io),
        None => website(args, io),
    }
}

fn package(out: &Path, io: &mut Io<'_>) -> io::Result<Outcome> {
    let errors = &mut *io.errors;
    let mut log = |line: &str| drop(writeln!(errors, "{line}"));
    match site::package(&project(&io.folder), &io.folder.join(out), &mut log) {
        Ok(size) => {
            writeln!(io.output, "构建好了：{}（assessor.wasm {size} 字节）", out.display())?;
            Ok(Outcome::Fine)
        }
        Err(error) => failed(&error, io),
    }
}

fn failed(error: &BuildError, io: &mut Io<'_>) -> io::Result<Outcome> {
    writeln!(io.errors, "构建失败：{error}")?;
    Ok(Outcome::Findings)
}

fn website(args: &Args, io: &mut Io<'_>) -> io::Result<Outcome> {
    let rules = rules::of(args.rules.as_ref(), io);
    let Some(content) = content(&rules) else {
        writeln!(io.errors, "{}\n规则有错误，没有构建", rules.drawn(io.colour))?;
        return Ok(Outcome::Findings);
    };
    let url = args.url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
    let card = args.wx_sdk.as_ref().zip(args.wx_sign_url.clone());
    let card = card.map(|(sdk, sign)| Card { sdk: io.folder.join(sdk), sign });
    let (out, offline) = (io.folder.join(&args.out), !args.no_offline);
    let options = Options { out, content, url, offline, card, effort: Effort::Shipped };
    let errors = &mut *io.errors;
    let mut log = |line: &str| drop(writeln!(errors, "{line}"));
    match site::site(&project(&io.folder), &options, &mut log) {
        Ok(sizes) => {
            writeln!(io.output, "{sizes}\n构建好了：{}", args.out.display())?;
            Ok(Outcome::Fine)
        }
        Err(error) => failed(&error, io),
    }
}

/// What sound rules give to the page.
pub fn content(rules: &Rules) -> Option<Content> {
    let (opening, bundle) = (rules.opening()?, rules.bundle()?);
    let json = |bundle: &Bundle| serde_json::to_vec(bundle).ok();
    Some(Content { opening: json(&opening)?, bundle: json(&bundle)?, intro: intro(&bundle) })
}

/// What the static page says about a bundle.
fn intro(bundle: &Bundle) -> Intro {
    let rulebook = &bundle.rulebook;
    let agencies = rulebook.hotlines.iter().filter_map(|id| rulebook.agency(id));
    let hotlines = agencies.filter_map(|agency| {
        let number = agency.phones.first()?.number.clone();
        let handles = agency.handles.first().cloned().unwrap_or_default();
        Some(Hotline { name: agency.name.clone(), number, handles })
    });
    Intro {
        version: rulebook.version.clone(),
        as_of: words::date(rulebook.as_of),
        hotlines: hotlines.collect(),
        domains: domains(rulebook),
        groups: groups(rulebook),
    }
}

/// How many risks of a domain are named.
const EXAMPLES: usize = 5;

/// The domains, each with its gravest risks.
fn domains(rulebook: &Definition) -> Vec<Domain> {
    let domains = rulebook.sections.iter().filter(|it| it.kind == SectionKind::Domain);
    let domains = domains.map(|domain| {
        let mut findings: Vec<_> = domain.findings.iter().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let examples = findings.into_iter().take(EXAMPLES).map(|finding| finding.title.clone());
        Domain { title: domain.title.clone(), summary: domain.summary.clone(), examples: examples.collect() }
    });
    domains.collect()
}

/// The agencies by group, groups and agencies in the order of the rulebook.
fn groups(rulebook: &Definition) -> Vec<(String, Vec<Contact>)> {
    let groups = grouped(&rulebook.agencies, |it| it.group.as_str()).into_iter();
    groups
        .map(|(name, agencies)| {
            let contacts = agencies.into_iter().map(|it| contact(rulebook, it));
            (name.to_owned(), contacts.collect())
        })
        .collect()
}

/// An agency with its numbers, or with the national line that stands in for an unverified window.
fn contact(rulebook: &Definition, agency: &Agency) -> Contact {
    let (before, phones) = match rulebook.stand_in(agency) {
        Some(line) => (format!("窗口电话没有核实，先打{} ", line.name), &line.phones),
        None => (String::new(), &agency.phones),
    };
    let phones = phones.iter().map(|phone| {
        let notes = [&phone.note, &phone.hours].into_iter().flatten();
        let note: String = notes.map(|note| format!("，{note}")).collect();
        (before.clone(), phone.number.clone(), note)
    });
    let online = agency.online.iter().map(|channel| {
        let url = channel.url.as_ref().map(|url| format!("，{url}")).unwrap_or_default();
        format!("{}：{}{url}", channel.kind, channel.name)
    });
    Contact {
        name: agency.name.clone(),
        handles: agency.handles.clone(),
        phones: phones.collect(),
        online: online.collect(),
    }
}
