//! Many sets of answers, a line each, to as many lines of reports in the same order.
//!
//! Memory does not grow with their number: a line is forgotten once its report is written, and with
//! several workers each has at most one block of lines in hand and one waiting. Blocks go to the
//! workers in turn and come back in turn, which keeps the order without sorting anything.

use std::collections::VecDeque;
use std::io::{self, BufRead, Write};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use assessor::{Bundle, Rulebook};
use feel::Date;

use super::session;
use crate::io::Outcome;

/// Lines handed to a worker at once: enough that handing over costs nothing beside the work, few
/// enough that blocks of all workers are small beside the rulebook.
const BLOCK: usize = 64;

/// Reports on one line after the other; each is written before the next is read, so that another
/// program can wait for it.
pub(super) fn one_by_one(
    rulebook: &Rc<Rulebook>,
    on: Date,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Fine;
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        if !line.trim().is_empty() {
            outcome = worse(outcome, report(rulebook, on, &line, output)?);
        }
        line.clear();
    }
    Ok(outcome)
}

/// The same with several workers, each with a rulebook of its own.
pub(super) fn by_workers(
    jobs: usize,
    bundle: &Bundle,
    on: Date,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Outcome> {
    thread::scope(|scope| {
        let start = |_| {
            let (lines, work) = sync_channel(1);
            let (done, reports) = sync_channel(1);
            let bundle = bundle.clone();
            scope.spawn(move || worker(bundle, on, &work, &done));
            (lines, reports)
        };
        let workers: Vec<(SyncSender<String>, Receiver<Done>)> = (0..jobs).map(start).collect();
        let mut outcome = Outcome::Fine;
        // Reports in the order in which they are to be written; two for each worker at most, so the
        // first of a full queue is of the worker whose turn it is.
        let mut under_way = VecDeque::new();
        for (lines, reports) in workers.iter().cycle() {
            if under_way.len() == 2 * jobs {
                outcome = worse(outcome, write(under_way.pop_front(), output)?);
            }
            let block = read(input)?;
            if block.is_empty() {
                break;
            }
            lines.send(block).map_err(|_| ended())?;
            under_way.push_back(reports);
        }
        while let Some(reports) = under_way.pop_front() {
            outcome = worse(outcome, write(Some(reports), output)?);
        }
        Ok(outcome)
    })
}

/// The reports on a block of lines.
type Done = io::Result<(Vec<u8>, Outcome)>;

/// Works until nobody sends or nobody wants to know.
fn worker(bundle: Bundle, on: Date, work: &Receiver<String>, done: &SyncSender<Done>) {
    let rulebook = match Rulebook::load(bundle) {
        Ok(rulebook) => Rc::new(rulebook),
        Err(error) => {
            drop(done.send(Err(io::Error::other(error.to_string()))));
            return;
        }
    };
    for block in work {
        let mut output = Vec::new();
        let outcome = one_by_one(&rulebook, on, &mut block.as_bytes(), &mut output);
        if done.send(outcome.map(|outcome| (output, outcome))).is_err() {
            return;
        }
    }
}

/// The next lines of the input; empty at its end.
fn read(input: &mut dyn BufRead) -> io::Result<String> {
    let mut block = String::new();
    for _ in 0..BLOCK {
        if input.read_line(&mut block)? == 0 {
            break;
        }
    }
    Ok(block)
}

fn write(reports: Option<&Receiver<Done>>, output: &mut dyn Write) -> io::Result<Outcome> {
    let (bytes, outcome) = reports.and_then(|it| it.recv().ok()).ok_or_else(ended)??;
    output.write_all(&bytes)?;
    Ok(outcome)
}

fn ended() -> io::Error {
    io::Error::other("a worker ended early")
}

fn report(rulebook: &Rc<Rulebook>, on: Date, line: &str, output: &mut dyn Write) -> io::Result<Outcome> {
    let outcome = match session(rulebook, on, line) {
        Ok(session) => serde_json::to_writer(&mut *output, &session.report()).map(|()| Outcome::Fine)?,
        Err(refused) => serde_json::to_writer(&mut *output, &refused).map(|()| Outcome::Findings)?,
    };
    writeln!(output)?;
    Ok(outcome)
}

/// Findings, once there were any.
fn worse(one: Outcome, other: Outcome) -> Outcome {
    if one == Outcome::Fine { other } else { one }
}
