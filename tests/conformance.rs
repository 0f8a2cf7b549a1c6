//! The public conformance cases of FEEL, as far as they lie beside the project: how many pass may
//! only grow.

#![cfg(test)]

use std::fs;
use std::process::Command;

use tests::{assessor, root, shared};

/// File of cases and how many of them must pass.
const RATCHET: [(&str, usize); 3] =
    [("cases-literal.jsonl", 1961), ("cases-tables.jsonl", 52), ("cases-boxed.jsonl", 49)];

#[test]
fn as_many_cases_pass_as_ever() {
    let Some(score) = shared("feel/score.py", "as_many_cases_pass_as_ever") else { return };
    for (file, least) in RATCHET {
        let cases = score.with_file_name(file);
        let ran = assessor(&root(), &["feel", "--cases", cases.to_str().expect("a UTF-8 path")], "");
        let target = root().join("target");
        fs::create_dir_all(&target).expect("a folder for the results");
        let results = target.join(format!("results-{file}"));
        fs::write(&results, &ran.output).expect("written");
        let scored =
            Command::new("python3").arg(&score).args([&cases, &results]).output().expect("python3 runs");
        let text = String::from_utf8_lossy(&scored.stdout).into_owned();
        // The last line ends: all 1961/1961 = 100.00%
        let passed =
            text.rsplit_once("all ").and_then(|(_, rest)| rest.split('/').next()?.parse::<usize>().ok());
        assert!(passed >= Some(least), "{file}: {least} cases passed before\n{text}");
        assert!(passed == Some(least), "{file}: {passed:?} cases pass now; raise the ratchet");
    }
}
