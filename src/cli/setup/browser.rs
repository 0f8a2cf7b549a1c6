//! A Chromium and a Chinese font for the browser tests.
//!
//! The font is the smallest of Debian's that covers the characters of the page (5 MB, against
//! 90 MB of Noto CJK); screenshots without one are rows of boxes.

use std::path::PathBuf;

use super::{SetupError, apt, on_path};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FONTS: [&str; 4] = ["fonts-wqy-microhei", "fonts-wqy-zenhei", "fonts-noto-cjk", "fonts-droid-fallback"];

/// Finds or installs both; the path is the browser's.
pub(super) fn obtain(log: &mut dyn FnMut(&str)) -> Result<PathBuf, SetupError> {
    let mut wanted = Vec::new();
    if find().is_none() {
        wanted.push("chromium");
    }
    // Systems without dpkg bring their own fonts and are not asked.
    if on_path("dpkg-query").is_some() && !FONTS.iter().any(|font| apt::is_installed(font)) {
        wanted.extend(FONTS.first());
    }
    apt::install(&wanted, log)?;
    find().ok_or_else(|| {
        SetupError::new("no Chromium on the search path", "install Chromium and put it on PATH as `chromium`")
    })
}

fn find() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| on_path(name))
}
