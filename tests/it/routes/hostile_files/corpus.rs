//! The files themselves, made here: none lies in the tree, and none is more than it must be to try what it tries.

use domain::evidence::FileKind;

use crate::files::{png, png_saying};

/// A file, and what must become of it.
pub(super) struct Hostile {
    pub(super) what: String,
    pub(super) name: String,
    pub(super) content: Vec<u8>,
    pub(super) ends: Ends,
}

#[derive(Clone, Copy)]
pub(super) enum Ends {
    /// With this code.
    Refused(&'static str),
    /// Kept, given out as a thing to keep; with a copy drawn anew or without.
    Kept { copy: bool },
}

const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>";
const HTML: &[u8] = b"<!DOCTYPE html><script>alert(1)</script>";
const WEBP: &[u8] = b"RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";

fn jpeg() -> Vec<u8> {
    pictures::drawn_anew(FileKind::Png, &png(24, 24)).unwrap()
}

/// A JPEG with a segment of its own behind its beginning.
fn jpeg_with(marker: u8, data: &[u8]) -> Vec<u8> {
    let plain = jpeg();
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, marker], &length, data, &plain[2..]].concat()
}

fn boxes(brand: &[u8; 4], rest: &[u8]) -> Vec<u8> {
    [b"\0\0\0\x14ftyp", &brand[..], b"\0\0\x02\0", &brand[..], rest].concat()
}

fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0\0\0\0\0"].concat()
}

/// A JPEG that says how large it is, and nothing more.
fn jpeg_of_size(width: u16, height: u16) -> Vec<u8> {
    [
        &b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08"[..],
        &height.to_be_bytes(),
        &width.to_be_bytes(),
        b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9",
    ]
    .concat()
}

/// The extended header of WebP, with both sides as large as they can be.
fn webp_of_size() -> Vec<u8> {
    b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\0\0\0\0\0\0".to_vec()
}

pub(super) fn corpus() -> Vec<Hostile> {
    let made = |(what, name, content, ends): (&str, &str, Vec<u8>, Ends)| Hostile { what: what.to_owned(), name: name.to_owned(), content, ends };
    let empty = FileKind::ALL.map(|kind| Hostile {
        what: format!("no bytes: {}", kind.tag()),
        name: format!("a.{}", kind.tag()),
        content: Vec::new(),
        ends: Ends::Refused("empty"),
    });
    let all = disguised().into_iter().chain(other_names()).chain(bombs()).chain(polyglots()).map(made);
    empty.into_iter().chain(all).chain(every_script()).collect()
}

/// Something else under the name of what is taken.
fn disguised() -> Vec<(&'static str, &'static str, Vec<u8>, Ends)> {
    let not = Ends::Refused("wrong-content");
    vec![
        ("SVG as a photo", "a.png", SVG.to_vec(), not),
        ("SVG as a JPEG", "a.jpg", SVG.to_vec(), not),
        ("a page as a photo", "a.jpeg", HTML.to_vec(), not),
        ("a page as a paper", "a.pdf", HTML.to_vec(), not),
        ("a program as a photo", "a.jpg", b"MZ\x90\0\x03\0\0\0".to_vec(), not),
        ("a program as a paper", "a.pdf", b"\x7fELF\x02\x01\x01\0".to_vec(), not),
        ("a shell's script as a film", "a.mp4", b"#!/bin/sh\nrm -rf /\n".to_vec(), not),
        ("an archive as a photo", "a.png", b"PK\x03\x04\x14\0\0\0".to_vec(), not),
        ("an archive as a paper", "a.pdf", b"PK\x03\x04\x14\0\0\0word/document.xml".to_vec(), not),
        ("GIF as a JPEG", "a.jpg", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), not),
        ("BMP as a PNG", "a.png", b"BM\x46\0\0\0\0\0\0\0".to_vec(), not),
        ("TIFF as a JPEG", "a.jpg", b"II*\0\x08\0\0\0".to_vec(), not),
        ("HEIC as a JPEG", "a.jpg", boxes(b"heic", b""), not),
        ("HEIC as a film", "a.mp4", boxes(b"heic", b""), not),
        ("AVIF as a WebP", "a.webp", boxes(b"avif", b""), not),
        ("QuickTime as a film", "a.mp4", boxes(b"qt  ", b""), not),
        ("Matroska as WebM", "a.webm", b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska".to_vec(), not),
        ("AVI as a WebP", "a.webp", b"RIFF\x24\0\0\0AVI LIST".to_vec(), not),
        ("WAV as a recording", "a.m4a", b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), not),
        ("MP3 as a recording", "a.ogg", b"ID3\x04\0\0\0\0\0\0".to_vec(), not),
        ("PNG as a JPEG", "a.jpg", png(5, 5), not),
        ("a paper behind something else", "a.pdf", b"GIF89a%PDF-1.7\n".to_vec(), not),
        ("a paper behind a blank", "a.pdf", b"\n%PDF-1.7\n".to_vec(), not),
        ("a mark of byte order first", "a.png", [b"\xef\xbb\xbf".to_vec(), png(5, 6)].concat(), not),
    ]
}

/// Names that end with nothing that is taken.
fn other_names() -> Vec<(&'static str, &'static str, Vec<u8>, Ends)> {
    let not = Ends::Refused("wrong-name");
    let photo = || png(6, 6);
    vec![
        ("SVG by its own name", "a.svg", SVG.to_vec(), not),
        ("a page by its own name", "a.html", HTML.to_vec(), not),
        ("a program behind a photo's name", "a.jpg.exe", photo(), not),
        ("a page behind a photo's name", "a.png.html", photo(), not),
        ("a script behind a paper's name", "a.pdf.js", photo(), not),
        ("an app", "a.apk", photo(), not),
        ("no ending", "photo", photo(), not),
        ("nothing but an ending", ".png", photo(), not),
        ("an ending that is a folder", "a.png/", photo(), not),
        ("an ending with a blank line", "a.png\n.exe", photo(), not),
        ("an ending in other letters", "a.рng", photo(), not),
        ("an ending of full width", "a.ｐｎｇ", photo(), not),
    ]
}

/// Small files that unpack to towns.
fn bombs() -> Vec<(&'static str, &'static str, Vec<u8>, Ends)> {
    let large = Ends::Refused("too-many-pixels");
    let not = Ends::Refused("wrong-content");
    vec![
        ("PNG of 65,535 by 65,535", "a.png", png_of_size(65_535, 65_535), large),
        ("PNG of two thousand million", "a.png", png_of_size(0x7fff_ffff, 0x7fff_ffff), large),
        ("PNG of 50 million and a few", "a.png", png_of_size(50_000, 1_001), large),
        ("JPEG of 65,535 by 65,535", "a.jpg", jpeg_of_size(65_535, 65_535), large),
        ("WebP of 16,777,216 by 16,777,216", "a.webp", webp_of_size(), large),
        ("PNG of no width", "a.png", png_of_size(0, 100), not),
        ("JPEG of no height", "a.jpg", jpeg_of_size(100, 0), not),
        ("JPEG that ends at once", "a.jpg", b"\xff\xd8\xff".to_vec(), not),
        ("PNG whose rows never come", "a.png", png_of_size(4_000, 4_000), Ends::Kept { copy: false }),
        ("PNG whose nine million squares take nine kilobytes", "a.png", png_saying(3_000, 3_000, &vec![0; 3_001 * 3_000]), Ends::Kept { copy: true }),
        ("PNG that is cut off", "a.png", png(300, 300)[..200].to_vec(), Ends::Kept { copy: false }),
        ("JPEG that is cut off before its size", "a.jpg", jpeg()[..20].to_vec(), not),
        ("JPEG that is cut off before its picture", "a.jpg", jpeg()[..100].to_vec(), Ends::Kept { copy: false }),
    ]
}

/// Two things in one.
fn polyglots() -> Vec<(&'static str, &'static str, Vec<u8>, Ends)> {
    let drawn = Ends::Kept { copy: true };
    let kept = Ends::Kept { copy: false };
    vec![
        ("PNG and archive", "a.png", [png(7, 7), b"PK\x03\x04\x14\0\0\0".to_vec()].concat(), drawn),
        ("PNG and page", "a.png", [png(7, 8), HTML.to_vec()].concat(), drawn),
        ("JPEG with a page in its comment", "a.jpg", jpeg_with(0xfe, HTML), drawn),
        ("JPEG with a program in its comment", "a.jpg", jpeg_with(0xfe, b"<?php system($_GET[0]); ?>"), drawn),
        ("JPEG with a hidden smaller picture", "a.jpg", jpeg_with(0xe0, b"JFXX\0JFXX-hidden"), drawn),
        ("JPEG that says where it was", "a.jpg", jpeg_with(0xe1, b"Exif\0\0GPS 26.8467 80.9462"), drawn),
        ("JPEG and program", "a.jpg", [jpeg(), b"MZ\x90\0".to_vec()].concat(), drawn),
        ("WebP and page", "a.webp", [WEBP, HTML].concat(), drawn),
        ("paper that runs a script", "a.pdf", b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n%%EOF".to_vec(), kept),
        ("paper and page", "a.pdf", [b"%PDF-1.7\n".to_vec(), HTML.to_vec()].concat(), kept),
        ("paper that starts a program", "a.pdf", b"%PDF-1.7\n1 0 obj<</S/Launch/F(cmd.exe)>>endobj\n%%EOF".to_vec(), kept),
        ("film with a page in a free box", "a.mp4", boxes(b"isom", &[b"\0\0\0\x40free".to_vec(), HTML.to_vec()].concat()), kept),
        ("film whose box never ends", "a.3gp", boxes(b"3gp4", b"\xff\xff\xff\xffmoov"), kept),
        ("recording and program", "a.ogg", b"OggS\0\x02MZ\x90\0".to_vec(), kept),
    ]
}

/// Honest pictures under names of every script, and names that try something.
fn every_script() -> impl Iterator<Item = Hostile> {
    let names = [
        "घर के बाहर, शाम ६ बजे.png",
        "வீட்டின் வெளியே.png",
        "گھر کے باہر.png",
        "বাড়ির বাইরে.png",
        "ઘરની બહાર.png",
        "ਘਰ ਦੇ ਬਾਹਰ.png",
        "ଘର ବାହାରେ.png",
        "ఇంటి బయట.png",
        "ಮನೆಯ ಹೊರಗೆ.png",
        "വീടിന് പുറത്ത്.png",
        "家の外.png",
        "👩🏽‍⚖️📷.png",
        "\u{202e}gpj.exe.png",
        "a\u{200b}\u{2066}b.png",
        "../../../../etc/passwd.png",
        "C:\\Windows\\System32\\a.png",
        "\"><script>alert(1)</script>.png",
        "'; DROP TABLE files; --.png",
        "a\r\nSet-Cookie: x=1.png",
        "=cmd|' /C calc'!A0.png",
        "javascript:alert(1).png",
        "%2e%2e%2fa.png",
        "CON.png",
    ];
    let long = format!("{}.png", "क्षि".repeat(300));
    let all: Vec<String> = names.into_iter().map(str::to_owned).chain([long]).collect();
    (0u32..).zip(all).map(|(n, name)| Hostile { what: format!("the name {name}"), name, content: png(40 + n, 3), ends: Ends::Kept { copy: true } })
}
