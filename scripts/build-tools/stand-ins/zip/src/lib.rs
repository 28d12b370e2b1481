//! Stands in for zip where Trunk is built for this project: see `scripts/build-tools/Cargo.toml`.

use std::io::{self, Read, Seek};
use std::marker::PhantomData;
use std::path::PathBuf;

/// Why nothing is unpacked; Trunk says it.
fn refused<T>() -> io::Result<T> {
    Err(io::Error::other(
        "this trunk was built without zip, for ratecard",
    ))
}

/// An archive: none ever is.
pub struct ZipArchive<R>(PhantomData<R>);

impl<R: Read + Seek> ZipArchive<R> {
    /// Refuses.
    pub fn new(_: R) -> io::Result<Self> {
        refused()
    }

    /// How many files there are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        true
    }

    /// Refuses.
    pub fn by_index(&mut self, _: usize) -> io::Result<ZipFile> {
        refused()
    }
}

/// A file in an archive: none ever is.
pub struct ZipFile(());

impl ZipFile {
    /// Where it would be put.
    #[must_use]
    pub fn enclosed_name(&self) -> Option<PathBuf> {
        None
    }

    /// Who could run it.
    #[must_use]
    pub fn unix_mode(&self) -> Option<u32> {
        None
    }
}

impl Read for ZipFile {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        refused()
    }
}
