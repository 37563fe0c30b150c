#![doc = include_str!("../README.md")]

use std::fmt::Write as _;

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};

/// The white border that a reader needs, in squares.
pub const QUIET: usize = 4;

/// A code, ready to be drawn.
pub struct Qr(QRCode);

impl Qr {
    /// The code of a text; `None` where it is longer than a code can hold. A seventh of it may be dirty or torn.
    pub fn of(text: &str) -> Option<Qr> {
        QRBuilder::new(text).ecl(ECL::M).build().ok().map(Qr)
    }

    /// Squares on a side, without the border.
    pub fn side(&self) -> usize {
        self.0.size
    }

    /// The frame with its border, as the `viewBox` of an SVG.
    pub fn frame(&self) -> String {
        let side = self.side() + 2 * QUIET;
        format!("-{QUIET} -{QUIET} {side} {side}")
    }

    /// The black squares as the `d` of one path, a run of them at a time.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let run = (x..self.side()).take_while(|at| self.0[y][*at].value()).count();
                if run > 0 {
                    // Writing into a string cannot fail.
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        path
    }

    /// A whole picture, for where no page is round it.
    pub fn svg(&self) -> String {
        let (frame, path) = (self.frame(), self.path());
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{frame}\"><path d=\"{path}\"/></svg>")
    }
}
