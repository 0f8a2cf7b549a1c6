//! What leaves the phone, made in plain Rust: texts to copy or read out, a calendar file, and a
//! picture as a list of drawing operations.
//!
//! Nothing here knows Yew or a browser. What is made for others (picture, report, calendar,
//! feedback) is made of a [`Summary`], which holds no answer; only the words for a call hold
//! some, and only those the owner left ticked.

mod calendar;
mod call;
mod contact;
mod entry;
mod feedback;
mod order;
mod poster;
mod search;
mod summary;
mod text;

pub use calendar::calendar;
pub use call::{Call, Fact};
pub use contact::{CITY, Line, city_line, contact, hints, is_emergency, lines, named};
pub use entry::{address, link};
pub use feedback::Feedback;
pub use order::{by_urgency, pressing};
pub use poster::{Draw, Font, Ink, Poster, WIDTH, code, poster};
pub use search::groups;
pub use summary::{Due, Summary, marks};
pub use text::text;
