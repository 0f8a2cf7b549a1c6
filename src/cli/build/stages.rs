//! Results of stages, remembered by the hash of everything they were made from.
//!
//! Every stage is a function of its inputs, so a result found under their hash is the result.
//! What a build did not use is dropped at its end, so the folder does not grow.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::{BuildError, digest};

/// The remembered results of one kind of build.
pub(super) struct Stages {
    folder: PathBuf,
    used: BTreeSet<String>,
}

impl Stages {
    /// Opens the folder, and makes it where it is missing.
    pub(super) fn open(folder: PathBuf) -> Result<Stages, BuildError> {
        fs::create_dir_all(&folder).map_err(|error| BuildError::file(&folder, error))?;
        Ok(Stages { folder, used: BTreeSet::new() })
    }

    /// A place for files that tools read and write; whoever calls holds the build's lock.
    pub(super) fn scratch(&self, name: &str) -> PathBuf {
        self.folder.join(format!("scratch-{name}"))
    }

    /// The results of the stage `name` for `inputs`: remembered, or made now and remembered.
    /// `N` is the number of files the stage makes.
    pub(super) fn get<const N: usize>(
        &mut self,
        name: &str,
        inputs: &[&[u8]],
        make: impl FnOnce(&Stages) -> Result<[Vec<u8>; N], BuildError>,
    ) -> Result<[Vec<u8>; N], BuildError> {
        let key = key(name, inputs);
        let paths: [PathBuf; N] = std::array::from_fn(|part| self.folder.join(format!("{key}-{part}")));
        self.used.insert(key);
        let remembered: Vec<Vec<u8>> = paths.iter().map_while(|path| fs::read(path).ok()).collect();
        if let Ok(results) = <[Vec<u8>; N]>::try_from(remembered) {
            return Ok(results);
        }
        let results = make(self)?;
        for (path, bytes) in paths.iter().zip(&results) {
            fs::write(path, bytes).map_err(|error| BuildError::file(path, error))?;
        }
        Ok(results)
    }

    /// Drops what this build did not use.
    pub(super) fn close(self) -> Result<(), BuildError> {
        let files = fs::read_dir(&self.folder).map_err(|error| BuildError::file(&self.folder, error))?;
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let is_used = name.rsplit_once('-').is_some_and(|(key, _)| self.used.contains(key));
            if !is_used {
                fs::remove_file(file.path()).map_err(|error| BuildError::file(file.path(), error))?;
            }
        }
        Ok(())
    }
}

/// `name` and a hash in which no two lists of inputs run together.
fn key(name: &str, inputs: &[&[u8]]) -> String {
    let parts: String = inputs.iter().map(|input| digest::sha256(input)).collect();
    format!("{name}-{}", digest::sha256(parts.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_runs_once_for_the_same_inputs_and_again_for_others() {
        let folder = std::env::temp_dir().join(format!("assessor-stages-{}", std::process::id()));
        let mut runs = 0;
        for input in ["a", "a", "b"] {
            let mut stages = Stages::open(folder.clone()).unwrap();
            let [upper] = stages
                .get("upper", &[input.as_bytes()], |_| {
                    runs += 1;
                    Ok([input.to_uppercase().into_bytes()])
                })
                .unwrap();
            assert_eq!(upper, input.to_uppercase().as_bytes());
            stages.close().unwrap();
        }
        assert_eq!(runs, 2);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "the unused result is gone");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn inputs_do_not_run_together() {
        assert_ne!(key("x", &[b"ab", b"c"]), key("x", &[b"a", b"bc"]));
    }
}
