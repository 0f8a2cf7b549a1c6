//! Build, serve, watch, build again.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use super::files::{Answer, Folder};
use super::listen::{Asked, Listening, Reply};
use super::live::{self, Live};
use super::watch::{self, Snapshot};
use crate::build::{self, Content, Effort};
use crate::process;

const CLIENT: &str = include_str!("client.js");

/// Under the page's own address, so that its policy allows both.
const CLIENT_PATH: &str = "/-serve-/client.js";
const EVENTS_PATH: &str = "/-serve-/events";

/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 20;

/// How to serve.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The port wanted; the next free one is taken.
    pub port: u16,
    /// Whether to open a browser.
    pub open: bool,
    /// How much work goes into the module after each change.
    pub effort: Effort,
}

/// Serves the page of the workspace `root` until the process is ended. `content` reads and
/// checks the rules, now and after every change; its error is the text that the page shows while
/// it goes on serving the last good build.
///
/// # Errors
/// No port can be opened. Everything later is shown and waited out.
pub fn run(
    root: &Path,
    options: Options,
    content: &mut dyn FnMut() -> Result<Content, String>,
    log: &mut dyn FnMut(&str),
) -> io::Result<()> {
    let out = root.join("target/serve");
    let live = Live::new();
    let mut sources = Snapshot::take(root);
    rebuild(root, &out, options, content, &live, log);
    let listening = listen(options.port, &out, &live)?;
    let url = format!("http://127.0.0.1:{}/", listening.port());
    log(&format!("已启动：{url}（按 Ctrl+C 结束；改动 rules/、www/、src/ 后页面自动刷新）"));
    if options.open {
        open(&url);
    }
    loop {
        let (now, changed) = watch::wait(root, &sources);
        sources = now;
        for path in &changed {
            log(&format!("有改动：{}", path.strip_prefix(root).unwrap_or(path).display()));
        }
        if changed
            .iter()
            .any(|path| path.starts_with(root.join("src")) && !path.starts_with(root.join("src/web")))
        {
            log("规则检查程序本身有改动：重新运行后才生效");
        }
        rebuild(root, &out, options, content, &live, log);
    }
}

/// Builds once and tells the pages how it went.
fn rebuild(
    root: &Path,
    out: &Path,
    options: Options,
    content: &mut dyn FnMut() -> Result<Content, String>,
    live: &Live,
    log: &mut dyn FnMut(&str),
) {
    let start = Instant::now();
    let built = content().and_then(|content| {
        let (out, effort) = (out.to_owned(), options.effort);
        // A page that changes while one works on it is not to be kept.
        let site = build::Options { out, content, url: None, offline: false, card: None, effort };
        build::site(root, &site, log).map_err(|error| error.to_string())
    });
    match built {
        Ok(_) => {
            live.built();
            log(&format!("页面已更新：{}", process::seconds(start.elapsed())));
        }
        Err(problems) => {
            live.failed(&problems);
            log(&problems);
            let kept = if live.now().0 == 0 {
                "还没有可以显示的页面"
            } else {
                "页面仍是上一次成功的内容"
            };
            log(&format!("{kept}；改好后会自动再试"));
        }
    }
}

fn listen(port: u16, out: &Path, live: &Arc<Live>) -> io::Result<Listening> {
    let serve = |port| {
        let (folder, live) = (Folder::new(out, "/"), Arc::clone(live));
        Listening::start(port, move |asked| answer(asked, &folder, &live))
    };
    let last = port.saturating_add(PORTS_TRIED);
    (port..last).find_map(|port| serve(port).ok()).map_or_else(|| serve(last), Ok)
}

fn answer(asked: &Asked, folder: &Folder, live: &Arc<Live>) -> Reply {
    Reply::Whole(match asked.target.as_str() {
        EVENTS_PATH => return live::stream(Arc::clone(live)),
        CLIENT_PATH => Answer::text(200, "text/javascript; charset=utf-8", CLIENT),
        target if folder.name(target).as_deref() == Some("index.html") => page(folder, live),
        target => folder.answer(target, &asked.encodings),
    })
}

/// The page with the client in it, or, before the first good build, the client alone.
fn page(folder: &Folder, live: &Live) -> Answer {
    let client = format!("<script src=\"{}\"></script></body>", CLIENT_PATH.trim_start_matches('/'));
    let built = folder.answer("/index.html", "");
    if live.now().0 == 0 || built.status != 200 {
        let waiting = "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>企业法律风险自测</title></head><body><p>还没有一次成功的构建，改好后页面会自动出现。</p></body></html>";
        return Answer::text(200, "text/html; charset=utf-8", waiting.replace("</body>", &client));
    }
    let html = String::from_utf8_lossy(&built.body).replace("</body>", &client);
    Answer::text(200, "text/html; charset=utf-8", html)
}

/// Opens the address where there is a desktop to open it on; the address is printed anyway.
fn open(url: &str) {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") { Some("open") } else { has_display.then_some("xdg-open") };
    let started = opener.map(|opener| {
        Command::new(opener).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    });
    drop(started);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_the_client_and_before_the_first_build_there_is_only_that() {
        let folder = std::env::temp_dir().join(format!("assessor-dev-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "<body><p>built</p></body>").unwrap();
        let (site, live) = (Folder::new(&folder, "/"), Live::new());
        let body = |answer: Answer| String::from_utf8(answer.body).unwrap();
        let waiting = body(page(&site, &live));
        assert!(waiting.contains("-serve-/client.js") && !waiting.contains("built"), "{waiting}");
        live.built();
        let built = body(page(&site, &live));
        assert!(built.contains("<p>built</p><script src=\"-serve-/client.js\">"), "{built}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
