//! Child processes with a time limit, their error output passed on line by line.
//!
//! Set-up and build run cargo, npm, apt-get and node. All of them may take minutes, and one of
//! them (rustup behind a server that accepts and never answers) may take for ever.

use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Why a child process did not succeed: one sentence, then the end of what it printed.
#[derive(Debug)]
pub(crate) struct ProcessError {
    /// The program and its first argument, as the reader would type them.
    pub(crate) command: String,
    /// "could not be started: …", "exited with status 1", "gave no answer in 60 s".
    pub(crate) reason: String,
    /// The last lines of standard error, and of standard output where standard error is empty.
    pub(crate) output: String,
}

impl fmt::Display for ProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.command, self.reason)?;
        if self.output.is_empty() {
            return Ok(());
        }
        write!(f, "\n{}", self.output)
    }
}

enum Event {
    Line(String),
    Output(Vec<u8>),
}

/// Lines of output kept for the error message; a compiler's first error fits.
const KEPT_LINES: usize = 200;

/// Runs `command` to its end, or kills it after `limit`. Every line of its standard error goes
/// to `on_line` as it arrives.
///
/// # Errors
/// It cannot be started, exits with a status other than zero, or takes longer than `limit`.
pub(crate) fn run(
    command: &mut Command,
    limit: Duration,
    on_line: &mut dyn FnMut(&str),
) -> Result<(), ProcessError> {
    let name = shown(command);
    let failed = |reason: String, output: String| ProcessError { command: name.clone(), reason, output };
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(format!("could not be started: {error}"), String::new()))?;
    let (stdout, lines) = match collect(&mut child, limit, on_line) {
        Ok(collected) => collected,
        Err(lines) => {
            // Already gone is as good as killed; either way it is waited for, so no zombie stays.
            drop(child.kill());
            drop(child.wait());
            return Err(failed(format!("gave no answer in {} s", limit.as_secs()), lines));
        }
    };
    let status = child.wait().map_err(|error| failed(error.to_string(), String::new()))?;
    if status.success() {
        return Ok(());
    }
    let output = if lines.trim().is_empty() { String::from_utf8_lossy(&stdout).into_owned() } else { lines };
    let reason = status.code().map_or("was killed".to_owned(), |code| format!("exited with status {code}"));
    Err(failed(reason, last_lines(&output)))
}

/// Reads both pipes until they close: standard output and the lines of standard error; or, when
/// `limit` passes first, the lines alone.
fn collect(
    child: &mut Child,
    limit: Duration,
    on_line: &mut dyn FnMut(&str),
) -> Result<(Vec<u8>, String), String> {
    let (sender, events) = mpsc::channel();
    if let Some(pipe) = child.stdout.take() {
        read_whole(pipe, sender.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        read_lines(pipe, sender.clone());
    }
    drop(sender);
    let end = Instant::now() + limit;
    let (mut stdout, mut lines) = (Vec::new(), String::new());
    loop {
        match events.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Event::Output(bytes)) => stdout = bytes,
            Ok(Event::Line(line)) => {
                on_line(&line);
                lines.push_str(&line);
                lines.push('\n');
            }
            Err(RecvTimeoutError::Disconnected) => return Ok((stdout, lines)),
            Err(RecvTimeoutError::Timeout) => return Err(last_lines(&lines)),
        }
    }
}

fn read_whole(mut pipe: impl Read + Send + 'static, sender: Sender<Event>) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // A pipe that breaks ends the output; the exit status says whether that mattered.
        drop(pipe.read_to_end(&mut bytes));
        drop(sender.send(Event::Output(bytes)));
    });
}

fn read_lines(pipe: impl Read + Send + 'static, sender: Sender<Event>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(Event::Line(line)).is_err() {
                return;
            }
        }
    });
}

fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let arguments = command.get_args().take(3).map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let skipped = lines.len().saturating_sub(KEPT_LINES);
    lines.into_iter().skip(skipped).collect::<Vec<_>>().join("\n")
}

/// Runs one named step and says how long it took: `name … 3.2 s`.
pub(crate) fn timed<T>(
    log: &mut dyn FnMut(&str),
    name: &str,
    step: impl FnOnce(&mut dyn FnMut(&str)) -> T,
) -> T {
    let start = Instant::now();
    let value = step(log);
    log(&format!("{name}: {}", seconds(start.elapsed())));
    value
}

/// A duration to a tenth of a second, in whole numbers: `3.2 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let tenths = duration.as_millis() / 100;
    format!("{}.{} s", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn error_output_comes_line_by_line() {
        let mut lines = Vec::new();
        let mut seen = |line: &str| lines.push(line.to_owned());
        run(&mut shell("echo out; echo one >&2; echo two >&2"), Duration::from_secs(10), &mut seen).unwrap();
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    fn a_failure_without_error_output_shows_what_was_printed() {
        let error = run(&mut shell("echo out; exit 1"), Duration::from_secs(10), &mut |_| {}).unwrap_err();
        assert_eq!(error.output, "out");
    }

    #[test]
    fn a_failure_names_the_command_the_status_and_the_output() {
        let error =
            run(&mut shell("echo broken >&2; exit 3"), Duration::from_secs(10), &mut |_| {}).unwrap_err();
        assert_eq!(error.reason, "exited with status 3");
        assert_eq!(error.output, "broken");
        assert!(error.to_string().starts_with("`sh -c echo broken"), "{error}");
    }

    #[test]
    fn silence_is_cut_off_at_the_limit() {
        let start = Instant::now();
        let error = run(&mut shell("exec sleep 30"), Duration::from_millis(200), &mut |_| {}).unwrap_err();
        assert!(error.reason.starts_with("gave no answer"), "{error}");
        assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_missing_program_is_an_error() {
        let error =
            run(&mut Command::new("no-such-program"), Duration::from_secs(1), &mut |_| {}).unwrap_err();
        assert!(error.reason.starts_with("could not be started"), "{error}");
    }
}
