//! Opening a file as a stream of its unpacked bytes, whether it is plain, gzip or Zstandard (told by the name's ending).

use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// Largest article in bytes; what unpacks to more is refused, so that a small archive cannot fill the memory.
pub const LARGEST: u64 = 1 << 28;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// gzip, any number of members.
    Gzip,
    /// Zstandard, any number of frames.
    Zstd,
}

impl Packing {
    /// Tells by the ending.
    pub fn of(path: &Path) -> Packing {
        match path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("gz") => Packing::Gzip,
            Some("zst") => Packing::Zstd,
            _ => Packing::Plain,
        }
    }
}

/// Opens a file for reading its unpacked bytes.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file = File::open(path)?;
    Ok(match Packing::of(path) {
        Packing::Plain => Box::new(file),
        Packing::Gzip => Box::new(MultiGzDecoder::new(BufReader::new(file))),
        Packing::Zstd => Box::new(zstd::stream::read::Decoder::new(file)?),
    })
}

/// The whole unpacked content; the error is the stage and what is wrong.
pub fn read(path: &Path) -> Result<Vec<u8>, (&'static str, String)> {
    let mut bytes = Vec::new();
    let read = open(path).and_then(|stream| stream.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Err(e) => Err(failure(path, &e)),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(("read", too_large())),
        Ok(_) => Ok(bytes),
    }
}

/// The message for an article above [`LARGEST`].
pub fn too_large() -> String {
    format!("larger than {} MB; split it", LARGEST >> 20)
}

/// Stage and message of a failed read: of a packed file, that it is damaged.
pub fn failure(path: &Path, error: &io::Error) -> (&'static str, String) {
    match (Packing::of(path), error.kind()) {
        (Packing::Plain, _) | (_, io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound) => {
            ("read", format!("cannot be read: {error}"))
        }
        _ => ("unpack", format!("damaged archive: {error}")),
    }
}
