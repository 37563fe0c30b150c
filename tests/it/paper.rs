//! Papers read back: the letters of a PDF, its pages as pictures, and what a phone's camera sees in a QR code.

use std::sync::Arc;

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};
use hayro::{RenderCache, RenderSettings};

/// A PDF that somebody got.
pub(crate) struct Read(Pdf);

impl Read {
    pub(crate) fn new(bytes: &[u8]) -> Read {
        assert!(bytes.starts_with(b"%PDF-"), "{:?}", &bytes[..bytes.len().min(40)]);
        Read(Pdf::new(Arc::new(bytes.to_vec())).unwrap())
    }

    pub(crate) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// The letters in the order in which they are drawn, without spaces: a line may break anywhere.
    pub(crate) fn letters(&self) -> String {
        let mut letters = Letters::default();
        let cache = InterpreterCache::new();
        for page in self.0.pages().iter() {
            let mut context = Context::new(Affine::IDENTITY, Rect::new(0.0, 0.0, 1000.0, 1000.0), &cache, page.xref(), InterpreterSettings::default());
            interpret_page(page, &mut context, &mut letters);
        }
        letters.text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// From where to where letters stand on each page, in points, and how wide the page is.
    pub(crate) fn spans(&self) -> Vec<(f64, f64, f32)> {
        let cache = InterpreterCache::new();
        let mut spans = Vec::new();
        for page in self.0.pages().iter() {
            let mut letters = Letters::default();
            let mut context = Context::new(Affine::IDENTITY, Rect::new(0.0, 0.0, 1000.0, 1000.0), &cache, page.xref(), InterpreterSettings::default());
            interpret_page(page, &mut context, &mut letters);
            let ends = |pick: fn(f64, f64) -> f64| letters.at.iter().copied().reduce(pick).unwrap_or_default();
            spans.push((ends(f64::min), ends(f64::max), page.render_dimensions().0));
        }
        spans
    }

    /// What a camera reads on any page.
    pub(crate) fn scanned_anywhere(&self) -> Vec<String> {
        (0..self.pages()).flat_map(|page| self.scan(page)).collect()
    }

    /// What a camera reads on the first page.
    pub(crate) fn scanned(&self) -> Vec<String> {
        self.scan(0)
    }

    /// Held nearer where it is not read at once, as one does with a phone.
    fn scan(&self, page: usize) -> Vec<String> {
        let at = |scale| {
            let picture = self.picture(page, scale);
            let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
            let pixels = picture.data();
            scan(width, height, |x, y| pixels[y * width + x].g)
        };
        [3.0, 4.0, 5.0].into_iter().map(at).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// A page as PNG.
    pub(crate) fn png(&self, page: usize) -> Vec<u8> {
        self.picture(page, 1.5).into_png().unwrap()
    }

    fn picture(&self, page: usize, scale: f32) -> hayro::vello_cpu::Pixmap {
        let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        hayro::render(&self.0.pages()[page], &RenderCache::new(), &InterpreterSettings::default(), &settings)
    }
}

/// A picture of each page, where `SUNWAI_SHOTS` names a folder for them.
pub(crate) fn shown(name: &str, read: &Read) {
    let Some(folder) = std::env::var_os("SUNWAI_SHOTS").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for page in 0..read.pages() {
        std::fs::write(folder.join(format!("paper-{name}-{page}.png")), read.png(page)).unwrap();
    }
}

/// The codes of a page of the site: its path of squares, drawn ten pixels a square.
pub(crate) fn scanned(html: &str) -> Vec<String> {
    let Some((_, drawn)) = html.split_once("class=\"qr\"") else { return Vec::new() };
    let inside = |from: &str| drawn.split_once(from).and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    let side: usize = inside("viewBox=\"").rsplit(' ').next().unwrap().parse().unwrap();
    let mut dark = vec![false; side * side];
    for run in inside(" d=\"").split('M').filter(|run| !run.is_empty()) {
        let (place, length) = run.split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let length: usize = length.split_once('v').unwrap().0.parse().unwrap();
        dark[(y + qr_border()) * side + x + qr_border()..][..length].fill(true);
    }
    scan(side * 10, side * 10, |x, y| if dark[y / 10 * side + x / 10] { 0 } else { 255 })
}

/// Four squares of white all round, as the standard asks for.
fn qr_border() -> usize {
    4
}

fn scan(width: usize, height: usize, grey: impl FnMut(usize, usize) -> u8) -> Vec<String> {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// A device that listens for letters alone.
#[derive(Default)]
struct Letters {
    text: String,
    /// Where each stands, from the left.
    at: Vec<f64>,
}

impl<'a> Device<'a> for Letters {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, page: Affine, placed: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        self.at.push((page * placed).as_coeffs()[4]);
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.text.push(c),
            Some(BfString::String(text)) => self.text.push_str(&text),
            None => {}
        }
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
