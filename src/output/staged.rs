//! Files that appear whole or not at all: written beside their final place, flushed to disk, renamed together.
//!
//! A run that fails leaves the files of the run before untouched; the half-written ones vanish when they are dropped.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// One output file that is not there yet.
pub struct Staged {
    target: PathBuf,
    writer: BufWriter<NamedTempFile>,
}

impl Staged {
    /// Starts a file of the folder.
    pub fn create(folder: &Path, name: &str) -> io::Result<Self> {
        let file = tempfile::Builder::new().prefix(".dateline-").suffix(".tmp").tempfile_in(folder)?;
        Ok(Staged { target: folder.join(name), writer: BufWriter::with_capacity(1 << 16, file) })
    }

    fn finish(self) -> io::Result<(NamedTempFile, PathBuf)> {
        let file = self.writer.into_inner().map_err(|e| e.into_error())?;
        open_to_others(file.as_file())?;
        file.as_file().sync_all()?;
        Ok((file, self.target))
    }
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Flushes all files first and renames them then, so that only a failing rename could part them.
pub fn commit(files: Vec<Staged>, folder: &Path) -> io::Result<()> {
    let ready = files.into_iter().map(Staged::finish).collect::<io::Result<Vec<_>>>()?;
    for (file, target) in ready {
        file.persist(target).map_err(|e| e.error)?;
    }
    sync_folder(folder)
}

/// Temporary files are private; outputs get the rights that other new files have.
#[cfg(unix)]
fn open_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_others(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_appear_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "old").unwrap();
        let mut a = Staged::create(folder.path(), "a").unwrap();
        a.write_all(b"new").unwrap();
        drop(a);
        assert_eq!(std::fs::read_to_string(folder.path().join("a")).unwrap(), "old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        let mut a = Staged::create(folder.path(), "a").unwrap();
        a.write_all(b"new").unwrap();
        let b = Staged::create(folder.path(), "b").unwrap();
        commit(vec![a, b], folder.path()).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("a")).unwrap(), "new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
