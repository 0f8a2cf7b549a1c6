//! The laws that the fuzz targets look after (`tests/fuzz`), without a fuzzer: what it found
//! before is tried again, and so are inputs put together at random, the same ones each time.
#![cfg(test)]
#![expect(clippy::string_slice, reason = "a panic in a test is a failing test")]

#[path = "fuzz/laws.rs"]
mod laws;

use std::fs;

use laws::{LAWS, Law, evaluate, parse, print, unknown};
use tests::root;

#[test]
fn what_was_found_stays_mended() {
    for (name, law) in LAWS {
        let folder = root().join("tests/fuzz/regressions").join(name);
        let kept = fs::read_dir(&folder).into_iter().flatten().flatten();
        for path in kept.map(|entry| entry.path()) {
            eprintln!("{}", path.display());
            law(&fs::read(path).expect("a kept input"));
        }
    }
}

/// Numbers that look random and are the same each time (a linear congruence, Knuth's constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count
    }
}

/// The words of the fuzzer's dictionary.
fn words() -> Vec<Vec<u8>> {
    let dictionary = fs::read_to_string(root().join("tests/fuzz/feel.dict")).expect("the dictionary");
    let quoted = dictionary.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

/// What libFuzzer makes of a word: `\"`, `\\` and `\xE4`.
fn unescaped(word: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), word.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let hexadecimal = rest.strip_prefix(b"\\x").and_then(|digits| digits.split_at_checked(2));
        rest = match (hexadecimal, first) {
            (Some((digits, after)), _) => {
                let digits = std::str::from_utf8(digits).expect("digits");
                bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
                after
            }
            (None, b'\\') => {
                bytes.extend(after.first());
                &after[1..]
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    bytes
}

/// Bytes at random, or words at random after a byte that says it is a text.
fn input(dice: &mut Dice, words: &[Vec<u8>]) -> Vec<u8> {
    let length = dice.below(40);
    if dice.below(2) == 0 {
        return (0..length).map(|_| dice.below(256) as u8).collect();
    }
    std::iter::once(1).chain((0..length).flat_map(|_| words[dice.below(words.len())].clone())).collect()
}

fn holds(law: Law, inputs: usize) {
    let (words, mut dice) = (words(), Dice(1));
    assert!(words.len() > 200, "the dictionary is read");
    for _ in 0..inputs {
        let input = input(&mut dice, &words);
        let held = std::panic::catch_unwind(|| law(&input)).is_ok();
        assert!(held, "broken by {:?}", String::from_utf8_lossy(&input));
    }
}

#[test]
fn any_text_is_read() {
    holds(parse, 2000);
}

#[test]
fn what_is_formatted_means_the_same() {
    holds(print, 2000);
}

#[test]
fn evaluation_ends_and_is_the_same_on_the_page() {
    holds(evaluate, 2000);
}

#[test]
fn what_is_definite_stays_definite() {
    holds(unknown, 2000);
}
