//! What the page is shown in, and what that can do.

use super::{document, window};

/// Whether it is WeChat's own browser. It saves no files and prints nothing, and its menu leads to a
/// browser that does.
pub fn in_wechat() -> bool {
    let agent = window().and_then(|it| it.navigator().user_agent().ok());
    agent.is_some_and(|it| it.contains("MicroMessenger"))
}

/// Whether the page can be printed: not in WeChat, nor as an element of a page of others, which
/// would be printed with it.
pub fn prints() -> bool {
    let own = document().and_then(|it| it.document_element()).is_some_and(|it| it.tag_name() == "HTML");
    own && !in_wechat()
}

/// The address of the page as it is.
pub fn address() -> String {
    window().and_then(|it| it.location().href().ok()).unwrap_or_default()
}

/// Opens the dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        drop(window.print());
    }
}
