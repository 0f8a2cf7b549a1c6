//! What open pages are told: reload, or these are the problems.
//!
//! Server-sent events (WHATWG HTML §9.2) over a connection of their own. Every stream begins
//! with the current state, so a page that lost the connection catches up by reconnecting.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::listen::Reply;

/// Sent when nothing happens, so that a closed page is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    /// Counts good builds.
    build: u64,
    /// What stands in the way of the next one.
    problems: Option<String>,
    /// Counts changes of this record.
    change: u64,
}

/// The state of the last build, shared with the pages that show it.
pub(super) struct Live {
    state: Mutex<State>,
    changed: Condvar,
}

impl Live {
    pub(super) fn new() -> Arc<Live> {
        let state = State { build: 0, problems: None, change: 0 };
        Arc::new(Live { state: Mutex::new(state), changed: Condvar::new() })
    }

    /// A build went through: pages reload.
    pub(super) fn built(&self) {
        self.update(|state| {
            state.build += 1;
            state.problems = None;
        });
    }

    /// A build did not go through: pages keep what they have and show `text`.
    pub(super) fn failed(&self, text: &str) {
        self.update(|state| state.problems = Some(text.to_owned()));
    }

    /// The number of good builds and the present problems.
    pub(super) fn now(&self) -> (u64, Option<String>) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.build, state.problems.clone())
    }

    fn update(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut state);
        state.change += 1;
        self.changed.notify_all();
    }

    /// Waits for the state to differ from `seen`; nothing after a heartbeat without one.
    fn wait(&self, seen: u64) -> Option<State> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(state, HEARTBEAT, |state| state.change == seen);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (state.change != seen).then(|| state.clone())
    }
}

/// The events, until the page goes away.
pub(super) fn stream(live: Arc<Live>) -> Reply {
    let headers = vec![("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")];
    Reply::Stream(headers, Box::new(move |writer| send_all(&live, writer)))
}

/// Ends with the write that fails because the page is gone.
fn send_all(live: &Live, writer: &mut dyn Write) -> io::Result<()> {
    let mut seen = u64::MAX;
    loop {
        match live.wait(seen) {
            Some(state) => {
                seen = state.change;
                writer.write_all(event(&state).as_bytes())?;
            }
            None => writer.write_all(b":\n\n")?,
        }
    }
}

/// One event, its data a JSON object on one line.
fn event(state: &State) -> String {
    let data = serde_json::json!({ "build": state.build, "problems": state.problems });
    format!("data: {data}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_stream_begins_with_the_state_and_goes_on_with_changes() {
        let live = Live::new();
        live.built();
        let first = live.wait(u64::MAX).unwrap();
        assert_eq!(event(&first), "data: {\"build\":1,\"problems\":null}\n\n");
        let other = Arc::clone(&live);
        let writer = thread::spawn(move || other.failed("第一行\n第二行"));
        let second = live.wait(first.change).unwrap();
        writer.join().unwrap();
        assert_eq!(event(&second), "data: {\"build\":1,\"problems\":\"第一行\\n第二行\"}\n\n");
        assert_eq!(live.now(), (1, Some("第一行\n第二行".to_owned())));
    }
}
