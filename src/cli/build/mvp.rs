//! Whether a module is one that the oldest phones accept.
//!
//! iOS 12 and Chrome 62 run the first WebAssembly ("MVP"), which cannot share mutable globals
//! between modules; Safari 14 and Chrome 85
//! reject a module for one sign-extension or one reference type anywhere in it.

use wasmparser::{Validator, WasmFeatures};

/// Accepts exactly MVP.
///
/// # Errors
/// The validator's words for the first thing beyond them, with its offset in bytes.
pub(super) fn validate(module: &[u8]) -> Result<(), String> {
    Validator::new_with_features(WasmFeatures::MVP)
        .validate_all(module)
        .map(drop)
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of type `(i32) -> i32` and this body.
    fn function(body: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0\x01\x06\x01\x60\x01\x7f\x01\x7f\x03\x02\x01\x00\x0a".to_vec();
        let size = body.len() as u8;
        module.extend([size + 3, 1, size + 1, 0]);
        module.extend_from_slice(body);
        module
    }

    #[test]
    fn mvp_code_is_accepted_and_sign_extension_is_not() {
        // local.get 0; end
        assert_eq!(validate(&function(&[0x20, 0, 0x0b])), Ok(()));
        // local.get 0; i32.extend8_s; end: "invalid opcode 192" on iOS 14
        let refused = validate(&function(&[0x20, 0, 0xc0, 0x0b])).unwrap_err();
        assert!(refused.contains("sign extension"), "{refused}");
    }
}
