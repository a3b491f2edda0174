//! What a disk may hold after a power cut: what was synced, and any part of what was not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::chance::Chance;

/// An operation on a file, as it was recorded.
pub struct Step {
    letter: u8,
    path: PathBuf,
    offset: i64,
    data: Vec<u8>,
}

impl Step {
    /// Whether somebody was told that it is done.
    pub const fn is_answer(&self) -> bool {
        self.letter == b'A'
    }

    /// Whether it makes what is pending certain.
    pub const fn is_sync(&self) -> bool {
        self.letter == b'S'
    }
}

/// Every operation of a record, in their order.
pub fn steps(record: &Path) -> Vec<Step> {
    let bytes = fs::read(record).expect("a record");
    let mut rest = bytes.as_slice();
    let mut steps = Vec::new();
    while let Some((&letter, tail)) = rest.split_first() {
        let (path_length, tail) = number(tail);
        let (offset, tail) = tail.split_first_chunk::<8>().expect("an offset");
        let (data_length, tail) = number(tail);
        let (path, tail) = tail.split_at(path_length);
        let (data, tail) = tail.split_at(data_length);
        let path = String::from_utf8(path.to_vec()).expect("a path");
        steps.push(Step {
            letter,
            path: path.into(),
            offset: i64::from_le_bytes(*offset),
            data: data.to_vec(),
        });
        rest = tail;
    }
    steps
}

fn number(bytes: &[u8]) -> (usize, &[u8]) {
    let (number, rest) = bytes.split_first_chunk::<4>().expect("a length");
    (u32::from_le_bytes(*number) as usize, rest)
}

/// A change of what a file holds.
#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

/// A file: what is on the disk for certain, and what may be.
#[derive(Clone, Default)]
struct Inode {
    certain: Vec<u8>,
    pending: Vec<Change>,
}

/// A change of names: one that is gone, one that there is now.
#[derive(Clone)]
struct Naming {
    gone: Option<PathBuf>,
    made: Option<(PathBuf, usize)>,
}

type Names = BTreeMap<PathBuf, usize>;

/// A disk.
#[derive(Clone)]
pub struct Disk {
    inodes: Vec<Inode>,
    /// As processes see it.
    names: Names,
    /// As they are on the disk for certain.
    certain: Names,
    /// What has become of names since, in its order.
    pending: Vec<Naming>,
}

/// How much of what is not certain the disk has kept.
#[derive(Clone, Copy, Debug)]
pub enum Kept {
    Nothing,
    All,
    /// What came first.
    First,
    /// Any part, by sectors.
    Sectors,
}

impl Kept {
    const ALL: [Self; 4] = [Self::Nothing, Self::All, Self::First, Self::Sectors];

    /// One of them.
    pub fn any(chance: &mut Chance) -> Self {
        Self::ALL[chance.below(4)]
    }
}

impl Disk {
    /// One that holds a directory.
    pub fn holding(directory: &Path) -> Self {
        let mut disk = Self {
            inodes: Vec::new(),
            names: Names::new(),
            certain: Names::new(),
            pending: Vec::new(),
        };
        disk.take_in(directory);
        disk.certain = disk.names.clone();
        disk
    }

    fn take_in(&mut self, directory: &Path) {
        for entry in fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.take_in(&path);
                continue;
            }
            let certain = fs::read(&path).expect("a file");
            let inode = self.inode(certain);
            self.names.insert(path, inode);
        }
    }

    fn inode(&mut self, certain: Vec<u8>) -> usize {
        self.inodes.push(Inode {
            certain,
            pending: Vec::new(),
        });
        self.inodes.len() - 1
    }

    /// Takes in what a process has done.
    pub fn take(&mut self, step: &Step) {
        let at = usize::try_from(step.offset).unwrap_or_default();
        match step.letter {
            b'W' => self.change(&step.path, Change::Write(at, step.data.clone())),
            b'T' => self.change(&step.path, Change::Cut(at)),
            b'S' => self.sync(&step.path),
            b'C' => {
                let inode = self.inode(Vec::new());
                self.name(None, Some((step.path.clone(), inode)));
            }
            b'U' => self.name(Some(step.path.clone()), None),
            b'R' | b'L' => {
                let to = PathBuf::from(String::from_utf8_lossy(&step.data).into_owned());
                let made = self.names.get(&step.path).map(|inode| (to, *inode));
                let gone = (step.letter == b'R').then(|| step.path.clone());
                self.name(gone, made);
            }
            _ => {}
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        // A file without a name is of no more use to anybody.
        if let Some(inode) = self.names.get(path) {
            self.inodes[*inode].pending.push(change);
        }
    }

    fn name(&mut self, gone: Option<PathBuf>, made: Option<(PathBuf, usize)>) {
        let naming = Naming { gone, made };
        naming.happen(&mut self.names);
        self.pending.push(naming);
    }

    /// A file that is synced is certain, and so are the names that journals keep with it.
    fn sync(&mut self, path: &Path) {
        if let Some(inode) = self.names.get(path) {
            let inode = &mut self.inodes[*inode];
            for change in inode.pending.drain(..) {
                change.happen(&mut inode.certain);
            }
        }
        for naming in self.pending.drain(..) {
            naming.happen(&mut self.certain);
        }
    }

    /// What is there when the power is back.
    pub fn after_a_cut(&self, kept: Kept, chance: &mut Chance) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut names = self.certain.clone();
        let namings = match kept {
            Kept::Nothing => 0,
            Kept::All => self.pending.len(),
            Kept::First | Kept::Sectors => chance.below(self.pending.len() + 1),
        };
        for naming in &self.pending[..namings] {
            naming.happen(&mut names);
        }
        let files = names.into_iter();
        let files = files.map(|(path, inode)| (path, self.inodes[inode].after(kept, chance)));
        files.collect()
    }
}

impl Naming {
    fn happen(&self, names: &mut Names) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((made, inode)) = &self.made {
            names.insert(made.clone(), *inode);
        }
    }
}

impl Inode {
    fn after(&self, kept: Kept, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.certain.clone();
        let changes: Vec<Change> = match kept {
            Kept::Nothing => Vec::new(),
            Kept::All => self.pending.clone(),
            Kept::First => self.pending[..chance.below(self.pending.len() + 1)].to_vec(),
            Kept::Sectors => {
                let sectors = self.pending.iter().flat_map(Change::sectors);
                sectors.filter(|_| chance.below(2) == 0).collect()
            }
        };
        for change in changes {
            change.happen(&mut bytes);
        }
        bytes
    }
}

impl Change {
    fn happen(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Cut(length) => bytes.resize(*length, 0),
            Self::Write(at, data) => {
                let end = at + data.len();
                bytes.resize(bytes.len().max(end), 0);
                bytes[*at..end].copy_from_slice(data);
            }
        }
    }

    /// The pieces that a disk writes whole or not at all.
    fn sectors(&self) -> Vec<Self> {
        const SECTOR: usize = 512;
        let Self::Write(at, data) = self else {
            return vec![self.clone()];
        };
        let (mut at, mut data) = (*at, data.as_slice());
        let mut sectors = Vec::new();
        while !data.is_empty() {
            let length = (SECTOR - at % SECTOR).min(data.len());
            let (sector, rest) = data.split_at(length);
            sectors.push(Self::Write(at, sector.to_vec()));
            (at, data) = (at + length, rest);
        }
        sectors
    }
}
