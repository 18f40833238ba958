//! The tagger's knowledge: contextual patches and word endings, both from `patterns/en/tagger/`.

use super::error::Errors;
use super::source::Files;
use super::table;
use crate::document::Tag;
use crate::document::tagger::{Ending, Patch, PatchRow};

/// Patches in file order and endings, longest first.
#[derive(Default, Debug)]
pub struct Tagging {
    /// Contextual patches, applied in order.
    pub patches: Vec<Patch>,
    /// Folded endings with their tag, longest first.
    pub endings: Vec<(String, Tag)>,
}

impl Tagging {
    /// Reads `tagger/context.csv` and `tagger/endings.csv`.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let mut tagging = Tagging::default();
        for (_, file) in files.under("/tagger/context.csv") {
            for (line, row) in table::rows::<PatchRow>(file, b',', errors) {
                match row.parse() {
                    Ok(patch) => tagging.patches.push(patch),
                    Err(what) => errors.add(&file.path, line, 1, what, "see the header of src/document/tagger.rs"),
                }
            }
        }
        for (_, file) in files.under("/tagger/endings.csv") {
            for (line, row) in table::rows::<Ending>(file, b',', errors) {
                match Tag::parse(&row.tag) {
                    Some(tag) => tagging.endings.push((row.ending, tag)),
                    None => errors.add(&file.path, line, 1, format!("unknown tag {:?}", row.tag), "use a Penn tag"),
                }
            }
        }
        tagging.endings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        tagging
    }
}
