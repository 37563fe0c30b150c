#![doc = include_str!("../README.md")]

use std::io::Cursor;

use domain::evidence::{FileKind, MOST_PIXELS};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// The most squares of a side of the copy.
const SIDE: u32 = 2048;
/// The most bytes that unpacking may take.
const MEMORY: u64 = 320 * 1024 * 1024;
/// Of a hundred.
const QUALITY: u8 = 82;

/// The picture drawn anew, as a JPEG; `None` where the file is no picture or cannot be drawn within the limits.
pub fn drawn_anew(kind: FileKind, content: &[u8]) -> Option<Vec<u8>> {
    let format = match kind {
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Png => ImageFormat::Png,
        FileKind::Webp => ImageFormat::WebP,
        FileKind::Mp4 | FileKind::ThreeGp | FileKind::Webm | FileKind::Ogg | FileKind::M4a | FileKind::Pdf => return None,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    (u64::from(width) * u64::from(height) <= MOST_PIXELS).then_some(())?;
    // A picture whose camera says nothing readable of it was held upright.
    let held = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if width > SIDE || height > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    picture.apply_orientation(held);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&picture.into_rgb8()).ok()?;
    Some(out)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
