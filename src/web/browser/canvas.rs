//! A canvas that nobody sees: it measures words, and paints a [`Poster`] into a PNG.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::document;
use crate::handout::{Draw, Font, Poster, WIDTH};

/// Pixels to a unit.
const SCALE: u32 = 2;
/// What the phone has for Chinese.
const FAMILY: &str = "-apple-system, system-ui, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";

/// The canvas.
#[derive(Debug)]
pub struct Easel {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Easel {
    /// A new one, where the device can draw.
    pub fn new() -> Option<Self> {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas, context })
    }

    /// The width of words, in units.
    pub fn width(&self, words: &str, font: Font) -> u32 {
        self.context.set_font(&name(font));
        let measured = self.context.measure_text(words).map_or(0.0, |it| it.width());
        // Widths are small and not negative; what is not a number becomes 0.
        measured.ceil() as u32
    }

    /// The picture as the address of a PNG: WeChat saves no other kind of image at a long press.
    pub fn paint(&self, poster: &Poster) -> Option<String> {
        self.canvas.set_width(WIDTH * SCALE);
        self.canvas.set_height(poster.height * SCALE);
        self.context.scale(SCALE.into(), SCALE.into()).ok()?;
        for operation in &poster.drawing {
            self.operation(operation);
        }
        self.canvas.to_data_url().ok().filter(|it| it.starts_with("data:image/png"))
    }

    fn operation(&self, operation: &Draw) {
        match operation {
            Draw::Fill { x, y, width, height, ink } => {
                self.context.set_fill_style_str(ink.colour());
                self.context.fill_rect((*x).into(), (*y).into(), (*width).into(), (*height).into());
            }
            Draw::Words { x, y, text, font, ink } => {
                self.context.set_font(&name(*font));
                self.context.set_fill_style_str(ink.colour());
                // Where it cannot be written, the rest of the picture still says what it is.
                drop(self.context.fill_text(text, (*x).into(), (*y).into()));
            }
        }
    }
}

fn name(font: Font) -> String {
    let weight = if font.bold { "bold " } else { "" };
    format!("{weight}{}px {FAMILY}", font.size)
}
