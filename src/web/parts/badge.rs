//! The one table from an enumeration to its class, its shape and its word.
//!
//! A level is never colour alone: the shape and the word say the same.

use assessor::Outcome;
use assessor::definition::{Severity, Urgency};
use assessor::report::{Progress, Status};
use yew::prelude::*;

/// A small label with a shape and a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Badge {
    class: &'static str,
    /// SVG path in a box of 24.
    shape: &'static str,
    /// The word.
    pub word: &'static str,
}

const OCTAGON: &str = "M8 2h8l6 6v8l-6 6H8l-6-6V8zm3 4v8h2V6zm0 10v2.4h2V16z";
const TRIANGLE: &str = "M12 2 1 21h22zm-1 7h2v6h-2zm0 7.6h2V19h-2z";
const DIAMOND: &str = "M12 1 23 12 12 23 1 12zm-1 6v6h2V7zm0 7.6V17h2v-2.4z";
const ROUND: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 5h2v2.4h-2zm0 4h2v6h-2z";
const TICK: &str =
    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.6 14.4-4.2-4.2 1.5-1.5 2.7 2.7 5.8-5.8 1.5 1.5z";
const ASK: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 14.5h2v2.1h-2zM12 5.4c-2.1 0-3.7 1.4-3.7 3.5h1.9c0-1.1.7-1.8 1.8-1.8s1.8.7 1.8 1.7c0 1.7-2.7 1.8-2.7 4.6v.6h1.9v-.4c0-2 2.8-2.2 2.8-4.9 0-2-1.6-3.3-3.8-3.3z";
const CLOCK: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 4.5h2V12l3.6 2.1-1 1.7L11 13.2z";
const CROSS: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM8.5 7 12 10.5 15.5 7 17 8.5 13.5 12 17 15.5 15.5 17 12 13.5 8.5 17 7 15.5 10.5 12 7 8.5z";
const DASH: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM7 11h10v2H7z";

/// How much it may hurt; none when there is nothing.
pub fn level(severity: Option<Severity>) -> Badge {
    let (class, shape, word) = match severity {
        Some(Severity::Critical) => ("lra-tag lra-tag_critical", OCTAGON, "极高"),
        Some(Severity::High) => ("lra-tag lra-tag_high", TRIANGLE, "高"),
        Some(Severity::Medium) => ("lra-tag lra-tag_mid", DIAMOND, "中"),
        Some(Severity::Low) => ("lra-tag lra-tag_low", ROUND, "低"),
        None => ("lra-tag lra-tag_none", TICK, "未发现"),
    };
    Badge { class, shape, word }
}

/// How soon to act.
pub fn urgency(urgency: Urgency) -> Badge {
    let (class, word) = match urgency {
        Urgency::Now => ("lra-tag lra-tag_high", "立即"),
        Urgency::Soon => ("lra-tag lra-tag_mid", "尽快"),
        Urgency::Later => ("lra-tag lra-tag_plain", "有空再做"),
    };
    Badge { class, shape: CLOCK, word }
}

/// Certain, or only possible.
pub fn status(status: Status) -> Badge {
    match status {
        Status::Confirmed => Badge { class: "lra-tag lra-tag_plain", shape: TICK, word: "确定" },
        Status::Possible => Badge { class: "lra-tag lra-tag_plain", shape: ASK, word: "可能" },
    }
}

/// How far a domain is; none where nothing has been answered, as on most rows.
pub fn progress(progress: Progress) -> Option<Badge> {
    match progress {
        Progress::NotApplicable | Progress::NotStarted => None,
        Progress::Started => Some(Badge { class: "lra-tag lra-tag_plain", shape: CLOCK, word: "进行中" }),
        Progress::Complete => Some(Badge { class: "lra-tag lra-tag_low", shape: TICK, word: "完成" }),
    }
}

impl From<Outcome> for Badge {
    fn from(outcome: Outcome) -> Self {
        let (shape, word) = match outcome {
            Outcome::Held => (TICK, "符合"),
            Outcome::Failed => (CROSS, "不符合"),
            Outcome::Unknown => (ASK, "还不知道"),
            Outcome::NotApplicable => (DASH, "不涉及"),
        };
        Self { class: "lra-tag lra-tag_plain", shape, word }
    }
}

impl Badge {
    /// The badge with other words, such as 风险高.
    pub fn saying(self, words: String) -> Html {
        html! {
            <span class={self.class}>
                <svg class="lra-tag__shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path fill-rule="evenodd" d={self.shape} />
                </svg>
                { words }
            </span>
        }
    }

    /// The badge with its own word.
    pub fn draw(self) -> Html {
        self.saying(self.word.into())
    }
}
