//! FEEL as a WebAssembly module with plain exports: numbers and a buffer for texts, no glue.
//!
//! Three modules in one: without features the empty one, which is what a buffer and an allocator
//! cost; with `code` the language as the page has it, which reads code; with `full` the language
//! as a library has it, which reads FEEL.

#[cfg(feature = "code")]
mod language;

use std::cell::RefCell;

thread_local! {
    /// Texts in and out, UTF-8.
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Room for a text of `length` bytes; the caller fills it with UTF-8 before the next call.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        *text = " ".repeat(length);
        text.as_mut_ptr()
    })
}

/// Where the text of the last result is.
#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    TEXT.with_borrow(|text| text.as_ptr())
}

/// The text that the caller left.
fn taken() -> String {
    TEXT.take()
}

/// Leaves a text for the caller; its length in bytes.
fn leave(text: String) -> usize {
    let length = text.len();
    TEXT.set(text);
    length
}

/// Gives the text back: the whole work of the empty module.
#[cfg(not(feature = "code"))]
#[unsafe(no_mangle)]
pub extern "C" fn echo() -> usize {
    leave(taken())
}
