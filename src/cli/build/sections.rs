//! The module's own statement of the features it uses, rewritten.
//!
//! wasm-bindgen reads the custom section `target_features` and, when it names reference types or
//! multi-value, uses both. rustup's prebuilt std was compiled with them and says so, even when
//! everything else was compiled for MVP. wasm-bindgen's own crate decided "off" when it was
//! compiled with `-Ctarget-cpu=mvp`; this makes the section agree.
//! (WebAssembly tool conventions, "Target Features Section".)

use wasmparser::{BinaryReaderError, Parser, Payload};

const NAME: &str = "target_features";

/// The linker's tables, which speak of the module as it is and not of what is made of it.
fn is_linking(name: &str) -> bool {
    name == "linking" || name.starts_with("reloc.")
}

/// The same module, whose `target_features` section lists exactly `features`, each as used, and
/// without the linker's tables.
///
/// # Errors
/// `module` is not a WebAssembly module.
pub(super) fn claim(module: &[u8], features: &[&str]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let is_dropped = matches!(&payload, Payload::CustomSection(section) if section.name() == NAME || is_linking(section.name()));
        if let (false, Some((id, range))) = (is_dropped, payload.as_section()) {
            push_section(&mut out, id, module.get(range).unwrap_or_default());
        }
    }
    let mut claim = Vec::new();
    push_text(&mut claim, NAME);
    push_number(&mut claim, features.len());
    for feature in features {
        claim.push(b'+');
        push_text(&mut claim, feature);
    }
    push_section(&mut out, 0, &claim);
    Ok(out)
}

fn push_section(out: &mut Vec<u8>, id: u8, contents: &[u8]) {
    out.push(id);
    push_number(out, contents.len());
    out.extend_from_slice(contents);
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Unsigned LEB128: seven bits a byte, least significant first, the top bit set on all but the last.
fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty module with one custom section of that name and contents.
    fn module(name: &str, contents: &[u8]) -> Vec<u8> {
        let mut section = Vec::new();
        push_text(&mut section, name);
        section.extend_from_slice(contents);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        push_section(&mut module, 0, &section);
        module
    }

    #[test]
    fn an_old_claim_is_replaced() {
        let expected = module(NAME, b"\x01+\x0fmutable-globals");
        let old = module(NAME, b"\x01+\x0freference-types");
        assert_eq!(claim(&old, &["mutable-globals"]).unwrap(), expected);
        assert_eq!(claim(&expected, &["mutable-globals"]).unwrap(), expected);
    }

    #[test]
    fn other_sections_stay_and_come_first() {
        let old = module("other", &[7; 300]);
        let claimed = claim(&old, &[]).unwrap();
        assert!(claimed.starts_with(&old));
        assert_eq!(claimed.get(old.len()..).unwrap(), module(NAME, b"\0").get(8..).unwrap());
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(claim(b"<!DOCTYPE html>", &[]).is_err());
        let cut = module("other", &[7; 300]);
        assert!(claim(cut.get(..100).unwrap(), &[]).is_err());
    }

    #[test]
    fn numbers_are_leb128() {
        let mut out = Vec::new();
        push_number(&mut out, 624_485);
        assert_eq!(out, [0xe5, 0x8e, 0x26]);
    }
}
