//! The card a chat shows when the page is passed on: WeChat's JS-SDK and `www/card.js` as one
//! script.
//!
//! A signature takes a secret of the public account, so a server of the administrator has to make
//! it; a site that has none is built without any of this. The SDK is the administrator's copy and
//! not WeChat's address: no script of another origin runs in the page, and this one is held to its
//! hash like all others.

use std::path::{Path, PathBuf};

use super::assets::{self, BOOT_TARGET};
use super::stages::Stages;
use super::{BuildError, read};

/// What a card needs that only the administrator has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// A copy of WeChat's JS-SDK, 1.4 or later.
    pub sdk: PathBuf,
    /// The path, on the page's own host, of the service that signs addresses: `/wx/sign`.
    pub sign: String,
}

/// The finished files of a card.
pub(super) struct Files {
    pub(super) script: Vec<u8>,
    pub(super) picture: Vec<u8>,
    pub(super) sign: String,
}

/// Reads and joins them.
pub(super) fn files(root: &Path, card: &Card, stages: &mut Stages) -> Result<Files, BuildError> {
    let is_path = card.sign.starts_with('/') && !card.sign.starts_with("//");
    if !is_path || card.sign.contains(['?', '#']) {
        let advice = "签名服务要和网页在同一个域名下，写成 / 开头的路径，例如 /wx/sign（用反向代理转过去）";
        return Err(BuildError::Source(format!("--wx-sign-url {}: {advice}", card.sign)));
    }
    let sdk = read(&card.sdk)?;
    if !String::from_utf8_lossy(&sdk).contains("updateAppMessageShareData") {
        let advice =
            "这不是微信 JS-SDK 1.4 以上的版本，请从 https://res.wx.qq.com/open/js/jweixin-1.6.0.js 下载";
        return Err(BuildError::Source(format!("--wx-sdk {}: {advice}", card.sdk.display())));
    }
    let source = read(&root.join("www/card.js"))?;
    let own = assets::script(root, "card.js", &source, BOOT_TARGET, stages)?;
    let script = [&sdk, b"\n;".as_slice(), &own].concat();
    Ok(Files { script, picture: read(&root.join("www/card.png"))?, sign: card.sign.clone() })
}
