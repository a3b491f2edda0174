//! A directory of JSON lines, a file for each kind, with a manifest; there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::app::ExportedState;
use crate::cli::error::CliError;
use crate::cli::export::file::{FileError, check_named};
use crate::files::{Draft, Whose, is_there};
use crate::kernel::text::shown_json;
use crate::store::{Hash, Scribe};

/// How the files are written; another number for what a reader of this one would misread.
const FORMAT: &str = "popug-export/1";

/// What is in an export of everything.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    popug: String,
    /// The state of the store that it shows.
    #[serde(flatten)]
    state: ExportedState,
    /// The files, in the order in which they were written.
    pub files: Vec<FileEntry>,
}

/// A file of the export.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FileEntry {
    kind: String,
    file: String,
    /// How many lines it has, each a row.
    pub rows: u64,
    sha256: Hash,
}

/// A directory on its way: it has another name until it is whole, and is gone where it does not
/// get that far.
pub struct Folder {
    path: PathBuf,
    draft: Draft,
    files: Vec<FileEntry>,
    open: Option<Lines>,
}

/// The file that is being written.
struct Lines {
    kind: &'static str,
    rows: u64,
    out: BufWriter<Hashed>,
}

/// A file, and the hash of what went into it.
struct Hashed {
    file: File,
    hash: Sha256,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Folder {
    /// Begins a directory for its owner alone, where there is none or an empty one.
    pub fn create(path: &Path) -> Result<Self, FileError> {
        let failed = |error| FileError::of(path, error);
        if is_there(path) {
            let mut entries = match fs::read_dir(path) {
                Ok(entries) => entries,
                Err(_) => return Err(FileError::Present(path.to_owned())),
            };
            if entries.next().is_some() {
                return Err(FileError::Present(path.to_owned()));
            }
        }
        check_named(path)?;
        let draft = Draft::beside(path).map_err(failed)?;
        draft.directory("").map_err(failed)?;
        Ok(Self {
            path: path.to_owned(),
            draft,
            files: Vec::new(),
            open: None,
        })
    }

    /// Writes the manifest and gives the directory its name. What was put there meanwhile stays.
    pub fn keep(mut self, state: ExportedState) -> Result<Manifest, FileError> {
        self.end_file()?;
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            popug: env!("CARGO_PKG_VERSION").to_owned(),
            state,
            files: std::mem::take(&mut self.files),
        };
        let failed = |error| FileError::of(&self.path, error);
        let mut file = self.file("manifest.json").map_err(failed)?;
        let written = serde_json::to_writer_pretty(&mut file, &manifest);
        written.map_err(io::Error::from).map_err(failed)?;
        writeln!(file)
            .and_then(|()| file.sync_all())
            .map_err(failed)?;
        let named = self.draft.replace("", &self.path);
        let named = named.and_then(|()| self.draft.finish());
        named.map_err(|error| FileError::of(&self.path, error))?;
        Ok(manifest)
    }

    fn file(&self, name: &str) -> io::Result<File> {
        self.draft.file(&format!("/{name}"), &Whose::MINE)
    }

    fn end_file(&mut self) -> Result<(), FileError> {
        let Some(lines) = self.open.take() else {
            return Ok(());
        };
        let (kind, rows) = (lines.kind, lines.rows);
        let hashed = lines
            .out
            .into_inner()
            .map_err(io::IntoInnerError::into_error);
        let hashed = hashed.and_then(|it| it.file.sync_all().map(|()| it));
        let hashed = hashed.map_err(|error| FileError::of(&self.path, error))?;
        self.files.push(FileEntry {
            kind: kind.to_owned(),
            file: file_of(kind),
            rows,
            sha256: Hash(hashed.hash.finalize().into()),
        });
        Ok(())
    }
}

/// The name of a file.
fn file_of(kind: &str) -> String {
    format!("{kind}.jsonl")
}

impl Scribe for Folder {
    type Error = CliError;

    fn begin(&mut self) -> Result<(), CliError> {
        let open = self.open.take().map(|lines| file_of(lines.kind));
        let written = self.files.drain(..).map(|it| it.file);
        for file in written.chain(open) {
            let removed = fs::remove_file(self.draft.path(&format!("/{file}")));
            removed.map_err(|error| FileError::of(&self.path, error))?;
        }
        Ok(())
    }

    fn kind(&mut self, kind: &'static str) -> Result<(), CliError> {
        self.end_file()?;
        let file = self.file(&file_of(kind));
        let file = file.map_err(|error| FileError::of(&self.path, error))?;
        let hash = Sha256::new();
        self.open = Some(Lines {
            kind,
            rows: 0,
            out: BufWriter::with_capacity(64 * 1024, Hashed { file, hash }),
        });
        Ok(())
    }

    fn row(&mut self, row: &impl Serialize) -> Result<(), CliError> {
        if let Some(lines) = &mut self.open {
            let row = serde_json::to_string(row).map_err(io::Error::from);
            let written = row.and_then(|row| writeln!(lines.out, "{}", shown_json(&row)));
            written.map_err(|error| FileError::of(&self.path, error))?;
            lines.rows += 1;
        }
        Ok(())
    }
}
