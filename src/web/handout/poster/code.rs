//! The QR code, by the library of the man who describes the format best; it panics on no input.

use qrcodegen::{QrCode, QrCodeEcc};

/// The modules of a QR code, row by row, dark ones true; none if the text is too long for any.
pub fn code(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let row = |y| (0..code.size()).map(|x| code.get_module(x, y)).collect();
    Some((0..code.size()).map(row).collect())
}
