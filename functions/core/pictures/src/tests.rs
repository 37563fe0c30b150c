//! Pictures as cameras write them, and as nobody should.

use std::io::Cursor;

use image::RgbImage;

use super::*;

/// Left red, right blue.
fn picture(width: u32, height: u32) -> DynamicImage {
    DynamicImage::from(RgbImage::from_fn(width, height, |x, _| if x < width / 2 { image::Rgb([200, 0, 0]) } else { image::Rgb([0, 0, 200]) }))
}

fn written(it: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    it.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG whose camera was held on its side (6), and that says where it was.
fn from_a_camera(it: &DynamicImage) -> Vec<u8> {
    let plain = written(it, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0");
    exif.extend([0; 4]);
    exif.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0GPS 26.8467 80.9462");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
}

fn holds(heap: &[u8], wanted: &[u8]) -> bool {
    heap.windows(wanted.len()).any(|part| part == wanted)
}

#[test]
fn nothing_beside_the_picture_is_left_and_it_stands_upright() {
    let camera = from_a_camera(&picture(64, 32));
    assert!(holds(&camera, b"GPS 26.8467") && holds(&camera, b"Exif"));
    let drawn = drawn_anew(FileKind::Jpeg, &camera).unwrap();
    assert!(!holds(&drawn, b"GPS") && !holds(&drawn, b"Exif") && !holds(&drawn, b"\xff\xe1"));
    let again = image::load_from_memory_with_format(&drawn, ImageFormat::Jpeg).unwrap().into_rgb8();
    assert_eq!(again.dimensions(), (32, 64), "turned as the camera was held");
    assert!(again.get_pixel(16, 4).0[0] > 150 && again.get_pixel(16, 60).0[2] > 150, "red is up, blue is down");
}

#[test]
fn every_kind_of_picture_is_drawn_and_nothing_else() {
    for (kind, format) in [(FileKind::Jpeg, ImageFormat::Jpeg), (FileKind::Png, ImageFormat::Png), (FileKind::Webp, ImageFormat::WebP)] {
        let content = written(&picture(40, 20), format);
        assert!(drawn_anew(kind, &content).unwrap().starts_with(b"\xff\xd8\xff"), "{kind:?}");
        assert!(drawn_anew(FileKind::Pdf, &content).is_none());
        // Half of it: some of it may be drawn, nothing breaks.
        drawn_anew(kind, &content[..content.len() / 2]);
        assert!(drawn_anew(kind, &content[..10]).is_none());
    }
    let wide = drawn_anew(FileKind::Png, &written(&picture(5000, 40), ImageFormat::Png)).unwrap();
    let size = image::load_from_memory(&wide).unwrap();
    assert!(size.width() == 2048 && size.height() < 40);
}

#[test]
fn what_hides_behind_the_end_is_gone() {
    let hidden = [written(&picture(16, 16), ImageFormat::Png), b"PK\x03\x04<script>alert(1)</script>".to_vec()].concat();
    let drawn = drawn_anew(FileKind::Png, &hidden).unwrap();
    assert!(!holds(&drawn, b"<script>") && !holds(&drawn, b"PK\x03\x04"));
}

#[test]
fn a_picture_the_size_of_a_town_is_none() {
    // The header says 65,535 by 65,535, and then comes nothing.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bomb.extend(65_535u32.to_be_bytes());
    bomb.extend(65_535u32.to_be_bytes());
    bomb.extend(b"\x08\x02\0\0\0\0\0\0\0");
    assert!(drawn_anew(FileKind::Png, &bomb).is_none());
}
