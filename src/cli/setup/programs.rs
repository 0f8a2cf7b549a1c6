//! What only some tests want: a web server, and browsers with other engines than Chromium's.
//!
//! Looked for when a test asks, or all at once by `assessor setup --tests`. A machine that can have
//! none of them still runs every other test.

use std::path::{Path, PathBuf};

use super::{SetupError, apt, on_path, take_turn};

/// A program that some tests try the site with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The web server of `www/nginx.conf`, with its module for packed brotli files.
    Nginx,
    /// Gecko, driven by WebDriver BiDi.
    Firefox,
    /// WebKitGTK's driver, its small browser and a screen that is none.
    WebKit,
}

impl Program {
    /// Every one.
    pub const ALL: [Program; 3] = [Program::Nginx, Program::Firefox, Program::WebKit];

    /// Debian's packages.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Program::Nginx => &["nginx", "libnginx-mod-http-brotli-static"],
            Program::Firefox => &["firefox-esr"],
            Program::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    /// The names it may have on the search path.
    fn names(self) -> &'static [&'static str] {
        match self {
            Program::Nginx => &["nginx"],
            Program::Firefox => &["firefox-esr", "firefox"],
            Program::WebKit => &["WebKitWebDriver"],
        }
    }

    fn find(self) -> Option<PathBuf> {
        // Debian has servers where the search path of an ordinary user does not lead.
        let beside =
            || self.names().iter().map(|name| Path::new("/usr/sbin").join(name)).find(|it| it.is_file());
        self.names().iter().find_map(|name| on_path(name)).or_else(beside)
    }
}

/// Finds a program or installs it. `root` is the workspace.
///
/// # Errors
/// It is not there and cannot be installed; the advice is the command to run.
pub fn program(root: &Path, wanted: Program, log: &mut dyn FnMut(&str)) -> Result<PathBuf, SetupError> {
    let _turn = take_turn(root)?;
    let whole = on_path("dpkg-query").is_none() || wanted.packages().iter().all(|it| apt::is_installed(it));
    if let Some(path) = wanted.find().filter(|_| whole) {
        return Ok(path);
    }
    apt::install(wanted.packages(), log)?;
    wanted.find().ok_or_else(|| {
        let name = wanted.names().first().copied().unwrap_or_default();
        SetupError::new(format!("no {name} on the search path"), format!("install {name}"))
    })
}
