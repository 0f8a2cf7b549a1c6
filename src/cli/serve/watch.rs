//! Which sources changed.
//!
//! Looking at some three hundred files takes a millisecond or two, works on every file system
//! (network and container mounts included, which send no events), and needs no crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// Where sources live, under the workspace's root.
const FOLDERS: [&str; 3] = ["rules", "src", "www"];

const INTERVAL: Duration = Duration::from_millis(250);

/// When each source was last written, and its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snapshot(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Snapshot {
    pub(super) fn take(root: &Path) -> Snapshot {
        let mut files = BTreeMap::new();
        for folder in FOLDERS {
            look(&root.join(folder), &mut files);
        }
        Snapshot(files)
    }

    /// The files that are new, gone, or written since `earlier`.
    pub(super) fn changed_since(&self, earlier: &Snapshot) -> Vec<PathBuf> {
        let differs = |(path, seen): &(&PathBuf, &_), other: &Snapshot| other.0.get(*path) != Some(*seen);
        let mut changed: Vec<PathBuf> =
            self.0.iter().filter(|entry| differs(entry, earlier)).map(|(path, _)| path.clone()).collect();
        changed.extend(earlier.0.keys().filter(|path| !self.0.contains_key(*path)).cloned());
        changed
    }
}

/// Waits until something differs from `last` and then stays the same for one interval: editors
/// write a file in several steps. Gives the new snapshot and what changed.
pub(super) fn wait(root: &Path, last: &Snapshot) -> (Snapshot, Vec<PathBuf>) {
    let mut before = last.clone();
    loop {
        thread::sleep(INTERVAL);
        let now = Snapshot::take(root);
        if now == before && now != *last {
            let changed = now.changed_since(last);
            return (now, changed);
        }
        before = now;
    }
}

fn look(folder: &Path, files: &mut BTreeMap<PathBuf, (Option<SystemTime>, u64)>) {
    // What cannot be read now is missing from the snapshot and noticed when it is back.
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let is_noise = name == "node_modules" || name.to_string_lossy().starts_with('.');
        match entry.metadata() {
            _ if is_noise => {}
            Ok(data) if data.is_dir() => look(&path, files),
            Ok(data) => drop(files.insert(path, (data.modified().ok(), data.len()))),
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_written_and_removed_sources_are_noticed_and_packages_are_not() {
        let root = std::env::temp_dir().join(format!("assessor-watch-{}", std::process::id()));
        let rules = root.join("rules/domains");
        fs::create_dir_all(&rules).unwrap();
        fs::create_dir_all(root.join("www/node_modules")).unwrap();
        fs::write(rules.join("a.yaml"), "1").unwrap();
        fs::write(rules.join("b.yaml"), "1").unwrap();
        let first = Snapshot::take(&root);
        fs::write(rules.join("a.yaml"), "22").unwrap();
        fs::remove_file(rules.join("b.yaml")).unwrap();
        fs::write(rules.join("c.yaml"), "1").unwrap();
        fs::write(root.join("www/node_modules/x.js"), "1").unwrap();
        let (second, changed) = wait(&root, &first);
        assert_eq!(changed, [rules.join("a.yaml"), rules.join("c.yaml"), rules.join("b.yaml")]);
        assert_eq!(Snapshot::take(&root).changed_since(&second), Vec::<PathBuf>::new());
        fs::remove_dir_all(&root).unwrap();
    }
}
