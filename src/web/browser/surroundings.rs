//! What the page is shown in, and what that can do.

use super::{document, window};

/// Whether it is WeChat's own browser. It saves no files and prints nothing, and its menu leads to a
/// browser that does.
pub fn in_wechat() -> bool {
    let agent = window().and_then(|it| it.navigator().user_agent().ok());
    agent.is_some_and(|it| it.contains("MicroMessenger"))
}

/// Whether the page is in a frame of another page. As an element of one it is not: its window is its own.
pub fn framed() -> bool {
    window().is_some_and(|it| it.parent().ok().flatten().is_some_and(|parent| parent != it))
}

/// Whether the page can be printed: not in WeChat, nor in a frame, whose sandbox forbids it, nor as
/// an element of a page of others, which would be printed with it.
pub fn prints() -> bool {
    let own = document().and_then(|it| it.document_element()).is_some_and(|it| it.tag_name() == "HTML");
    own && !in_wechat() && !framed()
}

/// Shows an image in a window of its own: in a frame, a long press on one does nothing on an iPhone.
/// The window has the site's origin, so that the page around the frame gets no sight of it.
pub fn show_apart(image: &str, name: &str) {
    let tab = window().and_then(|it| it.open().ok().flatten()).and_then(|it| it.document());
    let Some(document) = tab else { return };
    document.set_title("自测结果");
    let (Some(body), Ok(shown)) = (document.body(), document.create_element("img")) else { return };
    for (attribute, value) in [("src", image), ("alt", name), ("width", "100%")] {
        // Fails for names that are none.
        let _ = shown.set_attribute(attribute, value);
    }
    // Fails for what holds the body itself.
    let _ = body.append_child(&shown);
}

/// Whether the browser keeps the page itself for visits without a network (`www/offline.js`).
pub fn is_kept_offline() -> bool {
    document().is_some_and(|it| it.query_selector("script[src*='offline.']").is_ok_and(|it| it.is_some()))
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
