//! Many questionnaires at once: `assess --stream` as a chamber of commerce uses it, alone, with
//! several workers, and as a pipe that Spark runs once for each partition.

#![cfg(test)]

use std::fs;
use std::io::{self, BufReader, Read, Write};

use assessor_cli::{Io, Outcome};
use tests::root;

/// Answers of the small rulebook, some of them refused, each with another number in it.
fn line(number: usize) -> String {
    match number % 5 {
        0 => format!("{{\"hires\": true, \"count\": {}, \"contract\": \"some\"}}\n", number % 101),
        1 => format!("{{\"hires\": false, \"trades\": [\"food\"], \"count\": {}}}\n", number % 101),
        2 => format!("{{\"hires\": true, \"count\": \"{}\"}}\n", number + 101),
        3 => "{\"hires\": null}\n".to_owned(),
        _ => "not JSON\n".to_owned(),
    }
}

/// Lines that are made when they are read.
struct Lines {
    left: std::ops::Range<usize>,
    rest: Vec<u8>,
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            self.rest = self.left.next().map(line).unwrap_or_default().into_bytes();
        }
        let read = self.rest.as_slice().read(buffer)?;
        self.rest.drain(..read);
        Ok(read)
    }
}

/// `assess --stream` over a range of the lines.
fn stream(lines: std::ops::Range<usize>, jobs: &str, output: &mut dyn Write) {
    let mut input = BufReader::new(Lines { left: lines, rest: Vec::new() });
    let mut errors = Vec::new();
    let mut io = Io { input: &mut input, output, errors: &mut errors, colour: false, folder: root() };
    let arguments =
        ["assessor", "assess", "--on", "2026-11-23", "--stream", "--rules", "tests/small", "--jobs", jobs];
    let outcome = assessor_cli::run(arguments, &mut io);
    assert_eq!(outcome, Outcome::Findings, "{}", String::from_utf8_lossy(&errors));
}

fn reports(lines: std::ops::Range<usize>, jobs: &str) -> String {
    let mut output = Vec::new();
    stream(lines, jobs, &mut output);
    String::from_utf8(output).expect("UTF-8")
}

#[test]
fn several_workers_keep_the_order() {
    let alone = reports(0..1000, "1");
    assert_eq!(alone.lines().count(), 1000);
    for jobs in ["2", "3", "16"] {
        assert!(reports(0..1000, jobs) == alone, "{jobs} workers say something else");
    }
    // Fewer lines than a worker is handed, and than there are workers.
    assert_eq!(reports(0..5, "8"), reports(0..5, "1"));
}

/// Spark starts the program once for each partition, writes its lines and reads as many back, in
/// order: what the partitions give is what the whole would have given.
#[test]
fn partitions_give_what_the_whole_gives() {
    let parts = [0..137, 137..138, 138..400, 400..512].map(|lines| (lines.len(), reports(lines, "1")));
    for (lines, part) in &parts {
        assert_eq!(part.lines().count(), *lines, "a line of reports for each line of answers");
    }
    let whole = parts.map(|(_, part)| part).concat();
    assert!(whole == reports(0..512, "1"), "the partitions say something else");
}

/// Counts lines and keeps none; notes the memory in use on the way.
#[derive(Default)]
struct Meter {
    lines: usize,
    early: usize,
    most: usize,
}

/// Lines before memory counts: by then every buffer has its size.
const WARM: usize = 5_000;

impl Write for Meter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let before = self.lines / 1000;
        self.lines += bytes.iter().filter(|it| **it == b'\n').count();
        if self.lines / 1000 > before {
            let used = kilobytes().unwrap_or_default();
            if self.lines <= WARM {
                self.early = self.early.max(used);
            }
            self.most = self.most.max(used);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The memory of this process that is in RAM, in kB, where the system tells.
fn kilobytes() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
fn a_hundred_thousand_lines_need_no_more_memory_than_a_few() {
    if kilobytes().is_none() {
        eprintln!("skipped the memory of a long stream: this system has no /proc/self/status");
        return;
    }
    for (jobs, lines) in [("1", 20_000), ("2", 100_000)] {
        let mut meter = Meter::default();
        stream(0..lines, jobs, &mut meter);
        assert_eq!(meter.lines, lines);
        let grown = meter.most.saturating_sub(meter.early);
        println!("{jobs} workers: {} kB early, {grown} kB more later", meter.early);
        // The input alone is 3.6 MB and the reports are 200; tests beside this one use a little.
        assert!(grown < 3_000, "{jobs} workers: {} kB became {} kB", meter.early, meter.most);
    }
}
