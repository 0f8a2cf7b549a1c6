//! The browser, as far as the page needs one. The only place that knows web-sys.
//!
//! Every function may fail quietly: a WebView that forbids storage or lacks an element must not
//! stop an owner who is in the middle of a question.

mod canvas;
mod clipboard;
mod cover;
mod focus;
mod keyboard;
mod look;
mod place;
mod share;
mod storage;
mod surroundings;
mod taps;
mod today;
mod value;
mod wake;

pub use canvas::Easel;
pub use clipboard::copy;
pub use cover::{Cover, cover};
pub use focus::{focus, focus_heading, focus_invalid};
pub use keyboard::on_keyboard;
pub use look::show;
pub use place::{back, go, listen, name, reopen, replace, route, stamp, stamped};
pub use share::{Parcel, share, shares};
pub use storage::{erase, forget, load, store};
pub use surroundings::{address, framed, in_wechat, is_kept_offline, print, prints, show_apart};
pub use taps::one_of_two;
pub use today::today;
pub use value::Value;
pub use wake::on_return;

use web_sys::{Document, Element, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// Where the page is drawn.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

fn document() -> Option<Document> {
    window()?.document()
}
