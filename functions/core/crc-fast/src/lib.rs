//! The check sums that S3's client knows, under the names by which it calls them. The published library carries tables for fifty
//! algorithms, which no linker can tell from needed ones: an eighth of a function that reads a file. Here are the three that a
//! bucket can ask for, computed by the crate `crc`. Knows nothing of files, buckets or complaints.

use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc};

static CRC32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
static CRC32C: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);
static CRC64: Crc<u64> = Crc::<u64>::new(&CRC_64_NVME);

/// The check sums of `x-amz-checksum-*`; SHA-1 and SHA-256 are another library's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrcAlgorithm {
    /// `x-amz-checksum-crc32c`.
    Crc32Iscsi,
    /// `x-amz-checksum-crc32`.
    Crc32IsoHdlc,
    /// `x-amz-checksum-crc64nvme`.
    Crc64Nvme,
}

/// A check sum on its way.
#[derive(Clone)]
pub struct Digest(State);

#[derive(Clone)]
enum State {
    Narrow(crc::Digest<'static, u32>),
    Wide(crc::Digest<'static, u64>),
}

impl Digest {
    /// Of no bytes yet.
    #[must_use]
    pub fn new(algorithm: CrcAlgorithm) -> Digest {
        Digest(match algorithm {
            CrcAlgorithm::Crc32Iscsi => State::Narrow(CRC32C.digest()),
            CrcAlgorithm::Crc32IsoHdlc => State::Narrow(CRC32.digest()),
            CrcAlgorithm::Crc64Nvme => State::Wide(CRC64.digest()),
        })
    }

    /// With these bytes after those before.
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Narrow(digest) => digest.update(bytes),
            State::Wide(digest) => digest.update(bytes),
        }
    }

    /// The sum, in its lowest 32 bits where it has no more.
    #[must_use]
    pub fn finalize(&self) -> u64 {
        match self.0.clone() {
            State::Narrow(digest) => u64::from(digest.finalize()),
            State::Wide(digest) => digest.finalize(),
        }
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Digest({:x})", self.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::{CrcAlgorithm, Digest};

    /// The check values of the catalogue of parametrised CRC algorithms, over the nine digits in two pieces.
    #[test]
    fn the_three_sums_are_those_of_the_catalogue() {
        let published = [(CrcAlgorithm::Crc32Iscsi, 0xe306_9283), (CrcAlgorithm::Crc32IsoHdlc, 0xcbf4_3926), (CrcAlgorithm::Crc64Nvme, 0xae8b_1486_0a79_9888)];
        for (algorithm, sum) in published {
            let mut digest = Digest::new(algorithm);
            digest.update(b"1234");
            let before = digest.finalize();
            digest.update(b"56789");
            assert_eq!(digest.finalize(), sum, "{algorithm:?}");
            assert_ne!(before, sum, "{algorithm:?}");
        }
    }
}
