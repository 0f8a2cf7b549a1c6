//! The kit for other pages (`www/embed`): the custom element, the frame, and the tags to paste.
//!
//! `v1/lra.js` and `v1/frame.js` keep their names and, as long as `www/embed` stays the same, their
//! bytes: they learn the names of everything else from `index.html`. So an update of the rules
//! reaches every host, also one that checks an integrity hash.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::assets::APP_TARGET;
use super::stages::Stages;
use super::{BuildError, digest, read};
use crate::process;

const LIMIT: Duration = Duration::from_secs(120);

/// What the page's scripts are given in an element, in the order of `lra.js`.
const OWN: &str = "window,document,location,history,navigator,self,globalThis";

/// Where the address of the site stands in a tag while nobody has said it.
const NOWHERE: &str = "https://您的域名/路径/";

/// The finished scripts of the kit.
pub(super) struct Kit {
    /// The custom element, `v1/lra.js`.
    pub(super) element: Vec<u8>,
    /// What a host that wants a frame includes, `v1/frame.js`.
    pub(super) frame: Vec<u8>,
    /// What the page runs in such a frame.
    pub(super) framed: Vec<u8>,
    /// What of the element comes with the page's program.
    pub(super) inside: Vec<u8>,
}

/// Bundles the scripts of `www/embed`.
pub(super) fn kit(root: &Path, stages: &mut Stages) -> Result<Kit, BuildError> {
    let folder = root.join("www/embed");
    let entries = fs::read_dir(&folder).map_err(|error| BuildError::file(&folder, error))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "js"));
    paths.sort();
    paths.push(root.join("www/package-lock.json"));
    let sources: Vec<Vec<u8>> = paths.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let sources: Vec<&[u8]> = sources.iter().map(Vec::as_slice).collect();
    let [element, frame, framed, inside] = stages.get("embed", &sources, |stages| {
        Ok([
            bundle(root, "lra.js", stages)?,
            bundle(root, "frame.js", stages)?,
            bundle(root, "framed.js", stages)?,
            bundle(root, "inside.js", stages)?,
        ])
    })?;
    Ok(Kit { element, frame, framed, inside })
}

/// A script of the folder with what it imports, as one classic script.
fn bundle(root: &Path, name: &str, stages: &Stages) -> Result<Vec<u8>, BuildError> {
    let to = stages.scratch(&format!("embed-{name}"));
    let mut command = Command::new("node");
    command.arg(root.join("www/node_modules/esbuild/bin/esbuild")).arg(root.join("www/embed").join(name));
    command.args(["--bundle", "--format=iife", "--minify", "--charset=utf8", "--log-level=warning"]);
    command.arg(format!("--target={APP_TARGET}")).arg(format!("--outfile={}", to.display()));
    process::run(&mut command, LIMIT, &mut |_| {})?;
    read(&to)
}

/// The page's scripts as one function of a window, and `inside.js`, left on their own script element: no name in
/// the host's page is taken, and each call makes an instance of its own. A policy that forbids
/// evaluating text allows it.
pub(super) fn program(kit: &Kit, boot: &[u8], app: &[u8]) -> Vec<u8> {
    let begin = format!("document.currentScript.program=function({OWN}){{");
    [&kit.inside, begin.as_bytes(), boot, b"\n", app, b"\nreturn wasm_bindgen};\n"].concat()
}

/// `embed.txt`: the tags an administrator pastes, and the lines a policy needs.
pub(super) fn tags(kit: &Kit, url: Option<&str>) -> String {
    let site = url.unwrap_or(NOWHERE);
    let origin = origin(site);
    let (element, frame) = (digest::integrity(&kit.element), digest::integrity(&kit.frame));
    format!(
        "\
# 放到自己的网页里：两种写法任选一种，整段复制。说明见 README.md“放到自己的网页里”。

## 一、元素（推荐）：在您的网页里直接显示

<script src=\"{site}v1/lra.js\" async integrity=\"{element}\" crossorigin=\"anonymous\"></script>
<legal-risk-assessor>
  <a href=\"{site}\">打开企业法律风险自测</a>
</legal-risk-assessor>

您的网页有内容安全策略（CSP）时加上：
  script-src {origin} 'wasm-unsafe-eval'; style-src {origin}; connect-src {origin}; img-src data: blob:

## 二、框架：您的网页不运行 WebAssembly 时

<script src=\"{site}v1/frame.js\" integrity=\"{frame}\" crossorigin=\"anonymous\"></script>
<p><a href=\"{site}\">在新页面打开企业法律风险自测</a></p>

您的网页有内容安全策略（CSP）时加上：
  script-src {origin}; frame-src {origin}
"
    )
}

/// Scheme, host and port of an address.
fn origin(url: &str) -> String {
    url.split('/').take(3).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_carry_the_address_and_the_hashes_of_what_they_load() {
        let kit = Kit { element: b"abc".to_vec(), frame: b"d".to_vec(), framed: vec![], inside: vec![] };
        let text = tags(&kit, Some("https://example.test:8443/law/"));
        assert!(text.contains("src=\"https://example.test:8443/law/v1/lra.js\""), "{text}");
        assert!(
            text.contains(&digest::integrity(b"abc")) && text.contains(&digest::integrity(b"d")),
            "{text}"
        );
        assert!(text.contains("connect-src https://example.test:8443;"), "{text}");
        assert!(tags(&kit, None).contains(NOWHERE));
    }

    #[test]
    fn the_program_is_a_function_that_gives_the_app() {
        let kit = Kit { element: vec![], frame: vec![], framed: vec![], inside: b"inside();\n".to_vec() };
        let program = String::from_utf8(program(&kit, b"boot();", b"let wasm_bindgen;")).unwrap();
        assert!(
            program.starts_with("inside();\ndocument.currentScript.program=function(window,"),
            "{program}"
        );
        assert!(program.trim_end().ends_with("return wasm_bindgen};"), "{program}");
    }
}
