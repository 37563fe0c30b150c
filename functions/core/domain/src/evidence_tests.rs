//! Names and contents that must both say the same, and the limits at their edges.

use proptest::prelude::*;

use super::*;

fn beginning(kind: FileKind) -> &'static [u8] {
    match kind {
        FileKind::Jpeg => b"\xff\xd8\xff\xe0\0\x10JFIF",
        FileKind::Png => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        FileKind::Webp => b"RIFF\x24\0\0\0WEBPVP8 ",
        FileKind::Mp4 => b"\0\0\0\x20ftypisom\0\0\x02\0",
        FileKind::ThreeGp => b"\0\0\0\x18ftyp3gp4\0\0\0\0",
        FileKind::Webm => b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm",
        FileKind::Ogg => b"OggS\0\x02\0\0",
        FileKind::M4a => b"\0\0\0\x20ftypM4A \0\0\x02\0",
        FileKind::Pdf => b"%PDF-1.7\n",
    }
}

#[test]
fn name_and_content_must_say_the_same() {
    for named in FileKind::ALL {
        for content in FileKind::ALL {
            let fits = named.layout() == content.layout();
            let expected = if fits { Ok(named) } else { Err(FileFault::WrongContent) };
            assert_eq!(examine(&format!("a.{}", named.tag()), 100, beginning(content)), expected, "{named:?} {content:?}");
        }
    }
    for (name, kind) in [("तस्वीर.JPEG", FileKind::Jpeg), ("a.b.OGA", FileKind::Ogg), (" ஒலி.m4a ", FileKind::M4a)] {
        assert_eq!(FileKind::of_name(name), Some(kind), "{name}");
    }
    for name in ["", "jpg", ".jpg", "  .png", "a.svg", "a.html", "a.jpg.exe", "a.jpg/", "a.pdf\0.html", "a.heic", "a."] {
        assert_eq!(examine(name, 100, beginning(FileKind::Jpeg)), Err(FileFault::WrongName), "{name:?}");
    }
    for other in [
        &b"<svg xmlns"[..],
        b"<!DOCTYPE html>",
        b"MZ\x90\0",
        b"PK\x03\x04",
        b"GIF89a",
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x14ftypqt  ",
        b" %PDF-1.7",
        b"\x1a\x45\xdf\xa3matroska",
        b"",
    ] {
        assert_eq!(examine("a.jpg", 100, other), Err(FileFault::WrongContent), "{other:?}");
        assert_eq!(examine("a.mp4", 100, other), Err(FileFault::WrongContent), "{other:?}");
    }
}

#[test]
fn limits_hold_at_their_edges() {
    let jpeg = beginning(FileKind::Jpeg);
    assert_eq!(examine("a.jpg", 0, jpeg), Err(FileFault::Empty));
    assert_eq!(examine("a.jpg", 25 * MIB, jpeg), Ok(FileKind::Jpeg));
    assert_eq!(examine("a.jpg", 25 * MIB + 1, jpeg), Err(FileFault::TooLarge(25 * MIB)));
    let mark = |bytes| Mark { kind: FileKind::Jpeg, bytes, sha: Sha::parse(&"ab".repeat(32)).unwrap() };
    let full = (0..MOST_FILES).try_fold(Collected::default(), |all, _| all.and(&mark(1))).unwrap();
    assert_eq!(full.and(&mark(1)), Err(FileFault::TooMany));
    let heavy = Collected { files: 1, bytes: MOST_BYTES - 5 };
    assert_eq!((heavy.and(&mark(5)).is_ok(), heavy.and(&mark(6))), (true, Err(FileFault::TooMuch)));
}

#[test]
fn a_fault_is_known_by_its_word() {
    let mut known = 0;
    for tag in ["missing", "empty", "too-large", "wrong-name", "wrong-content", "too-many-pixels", "too-many", "too-much", "damaged", "unopened"] {
        let fault = FileFault::parse(tag, FileKind::Jpeg).unwrap();
        assert_eq!(fault.tag(), tag);
        // Whoever adds one adds its word above.
        known += match fault {
            FileFault::Missing | FileFault::Empty | FileFault::WrongName | FileFault::WrongContent | FileFault::TooManyPixels => 1,
            FileFault::TooMany | FileFault::TooMuch | FileFault::Damaged | FileFault::Unopened => 1,
            FileFault::TooLarge(most) => usize::from(most == FileKind::Jpeg.most()),
        };
    }
    assert_eq!((known, FileFault::parse("lost", FileKind::Jpeg)), (10, None));
}

#[test]
fn only_a_whole_hash_is_one() {
    let sha = Sha::parse(&"0123456789abcdef".repeat(4)).unwrap();
    assert_eq!(sha.id().as_str(), "0123456789abcdef0123456789abcdef");
    for bad in ["", "ab", &"AB".repeat(32), &"g0".repeat(32), &"क".repeat(64)] {
        assert_eq!((Sha::parse(bad), FileId::parse(bad)), (None, None), "{bad}");
    }
}

#[test]
fn a_name_is_cut_where_it_is_cut_again() {
    // Composed, the last letter but one is two.
    let shown = shown_name(&format!("{}\u{a33}b", "a".repeat(118)), FileKind::Png);
    assert_eq!((shown.chars().count(), shown_name(&shown, FileKind::Png)), (120, shown.clone()));
}

proptest! {
    #[test]
    fn a_name_is_shown_without_folders_and_tricks(name in "\\PC{0,200}|[a-z/\\\\.\u{202e}\u{200b}]{0,40}") {
        let shown = shown_name(&name, FileKind::Png);
        prop_assert!(!shown.is_empty() && shown.chars().count() <= 130);
        prop_assert!(!shown.contains(['/', '\\', '\u{202e}', '\u{200b}', '\n', '\0']), "{shown:?}");
        prop_assert_eq!(shown_name(&shown, FileKind::Png), shown);
    }

    #[test]
    fn no_bytes_break_it(name in "\\PC{0,20}(\\.(jpg|webm|mp4))?", content in proptest::collection::vec(any::<u8>(), 0..80)) {
        if let Ok(kind) = examine(&name, content.len() as u64, &content) {
            prop_assert_eq!(Layout::of(&content), Some(kind.layout()));
        }
    }
}

#[test]
fn the_parts_of_a_file_are_the_file() {
    let sha = Sha::parse(&"0".repeat(64)).unwrap();
    for bytes in [1, PART - 1, PART, PART + 1, 3 * PART, FileKind::Mp4.most()] {
        let mark = Mark { kind: FileKind::Mp4, bytes, sha: sha.clone() };
        let parts: Vec<u64> = (0..mark.parts()).map(|n| mark.part(n).unwrap()).collect();
        assert_eq!(parts.iter().sum::<u64>(), bytes);
        assert!(parts.iter().all(|part| (1..=PART).contains(part)));
        assert_eq!(mark.part(mark.parts()), None);
    }
    assert_eq!(Mark { kind: FileKind::Mp4, bytes: FileKind::Mp4.most(), sha }.parts(), 100);
}
