//! `article.html`: what an article of a public account looks like that leads to the page, and the
//! picture of the way to scan.
//!
//! An article runs no script, so all there is of it is text, a link (阅读原文) and a picture. The
//! picture needs the address, which only `--url` tells; without it there is none.

use std::path::Path;

use qrcodegen::{QrCode, QrCodeEcc};

use super::embed::Kit;
use super::publish::hashed_name;
use super::template::{rows, text};
use super::{BuildError, Options, digest, page, read};

/// Pixels to a module of the code: phones find it in an article, and it prints sharp at 4 cm.
const SCALE: usize = 10;

/// Empty modules around the code (ISO/IEC 18004, §6.3.8).
const QUIET: usize = 4;

/// The article and what it shows: names and contents.
pub(super) fn files(root: &Path, options: &Options, kit: &Kit) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let style = read(&root.join("www/article.css"))?;
    let template = read(&root.join("www/article.html"))?;
    let name = hashed_name("article.css", &style);
    let mut values = vec![
        text("article.url", name.clone()),
        text("article.integrity", digest::integrity(&style)),
        text("lra.integrity", digest::integrity(&kit.element)),
        text("entry", options.url.as_deref().unwrap_or("./")),
    ];
    let mut files = vec![(name, style)];
    if let Some(url) = &options.url {
        files.push(("entry.png".to_owned(), picture(url)?));
    }
    values.push(rows("qr", options.url.as_ref().map(|_| vec![text("qr.url", "entry.png")])));
    let template = String::from_utf8_lossy(&template);
    let article = page::article(&template, &options.content.intro, values)?;
    files.push(("article.html".to_owned(), article.into_bytes()));
    Ok(files)
}

/// A text as a QR code, black on white: a PNG, which is what an account's editor takes.
fn picture(text: &str) -> Result<Vec<u8>, BuildError> {
    let unusable = |error: String| BuildError::Source(format!("--url: {error}"));
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| unusable(error.to_string()))?;
    let modules = usize::try_from(code.size()).unwrap_or_default() + 2 * QUIET;
    let dark = |x: usize, y: usize| {
        let at = |place: usize| i32::try_from(place / SCALE).unwrap_or_default() - QUIET as i32;
        code.get_module(at(x), at(y))
    };
    let side = modules * SCALE;
    let rows = (0..side).flat_map(|y| (0..side).map(move |x| if dark(x, y) { 0 } else { 255 }));
    let pixels: Vec<u8> = rows.collect();
    let mut bytes = Vec::new();
    let side = u32::try_from(side).unwrap_or_default();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
    written.map_err(|error| unusable(error.to_string()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_the_code_in_its_quiet_zone() {
        let bytes = picture("https://example.test/law/").unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let side = reader.next_frame(&mut pixels).unwrap().width as usize;
        let code = QrCode::encode_text("https://example.test/law/", QrCodeEcc::Medium).unwrap();
        assert_eq!(side, (code.size() as usize + 2 * QUIET) * SCALE);
        let pixel = |x: usize, y: usize| pixels[y * side + x];
        let corner = QUIET * SCALE;
        assert_eq!((pixel(0, 0), pixel(corner - 1, corner), pixel(corner, corner)), (255, 255, 0));
        // The ring of the finder pattern: a dark module, a light one, and dark again.
        assert_eq!(
            (pixel(corner + SCALE, corner + SCALE), pixel(corner + 3 * SCALE, corner + 3 * SCALE)),
            (255, 0)
        );
        assert!(picture(&"x".repeat(5000)).is_err(), "too long for a code");
    }
}
