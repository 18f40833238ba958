//! The tagger's knowledge: contextual patches, the word sets they name, and word endings, all from
//! `patterns/en/tagger/`.

use super::error::Errors;
use super::source::Files;
use super::table;
use crate::document::patch::{Element, Patch, Sets, Tags, needs, sorted, tags};
use crate::document::{Tag, Word};
use serde::Deserialize;

/// Patches in file order and endings, longest first.
#[derive(Default, Debug)]
pub struct Tagging {
    /// Contextual patches, applied in order.
    pub patches: Vec<Patch>,
    /// Folded endings with the tags they suggest, longest first.
    pub endings: Vec<(String, [Tag; 8])>,
    /// Tags and words (set `clause`) that end a clause.
    pub breaks: (Tags, Vec<Word>),
}

/// A row of `context.csv`; see [`crate::document::patch`] for the elements.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatchRow {
    from: String,
    to: String,
    word: String,
    before: String,
    after: String,
    r#where: String,
    #[serde(rename = "note")]
    _note: String,
}

/// A row of `sets.csv`: a name and its folded words, parted by spaces.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetRow {
    set: String,
    words: String,
}

/// A row of `endings.csv`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ending {
    ending: String,
    tags: String,
    #[serde(rename = "note")]
    _note: String,
}

impl PatchRow {
    /// The typed patch, or what is wrong with the row.
    fn parse(&self, sets: &Sets) -> Result<Patch, String> {
        let headline = match self.r#where.as_str() {
            "" => false,
            "headline" => true,
            other => return Err(format!("unknown place {other:?}")),
        };
        let [word, before, after] = [&self.word, &self.before, &self.after].map(|text| Element::list(text, sets));
        let (word, before, after) = (word?, before?, after?);
        Ok(Patch {
            from: tags(&self.from)?,
            to: Tag::parse(&self.to).ok_or(format!("unknown tag {:?}", self.to))?,
            needs: [&word, &before, &after].into_iter().flat_map(|elements| needs(elements)).collect(),
            word,
            before,
            after,
            headline,
        })
    }
}

impl Tagging {
    /// Reads `tagger/sets.csv`, `tagger/context.csv` and `tagger/endings.csv`.
    pub fn load(files: &Files, errors: &mut Errors) -> Self {
        let sets = load_sets(files, errors);
        let mut tagging = Tagging { breaks: breaks(&sets), ..Tagging::default() };
        for (_, file) in files.under("/tagger/context.csv") {
            for (line, row) in table::rows::<PatchRow>(file, b',', errors) {
                match row.parse(&sets) {
                    Ok(patch) => tagging.patches.push(patch),
                    Err(what) => errors.add(&file.path, line, 1, what, "see the header of src/document/patch.rs"),
                }
            }
        }
        tagging.endings = load_endings(files, errors);
        tagging
    }

    /// The tags that an unknown word's ending suggests.
    pub fn tags_of_ending(&self, norm: &str) -> [Tag; 8] {
        let fits = |(ending, _): &&(String, [Tag; 8])| norm.len() > ending.len() + 1 && norm.ends_with(ending.as_str());
        let default = packed(&[Tag::NN]);
        self.endings.iter().find(fits).map_or(default, |(_, tags)| *tags)
    }
}

fn load_sets(files: &Files, errors: &mut Errors) -> Sets {
    let mut sets = Sets::new();
    for (_, file) in files.under("/tagger/sets.csv") {
        for (_, row) in table::rows::<SetRow>(file, b',', errors) {
            sets.entry(row.set).or_default().extend(row.words.split_whitespace().map(str::to_string));
        }
    }
    sets
}

fn load_endings(files: &Files, errors: &mut Errors) -> Vec<(String, [Tag; 8])> {
    let mut endings = Vec::new();
    for (_, file) in files.under("/tagger/endings.csv") {
        for (line, row) in table::rows::<Ending>(file, b',', errors) {
            let found: Option<Vec<Tag>> = row.tags.split_whitespace().map(Tag::parse).collect();
            match found {
                Some(tags) => endings.push((row.ending, packed(&tags))),
                None => errors.add(&file.path, line, 1, format!("unknown tag in {:?}", row.tags), "use Penn tags"),
            }
        }
    }
    endings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
    endings
}

fn packed(tags: &[Tag]) -> [Tag; 8] {
    let mut out = [Tag::None; 8];
    for (place, tag) in out.iter_mut().zip(tags) {
        *place = *tag;
    }
    out
}

fn breaks(sets: &Sets) -> (Tags, Vec<Word>) {
    let words = sets.get("clause").map(|words| sorted(words)).unwrap_or_default();
    (Tags::of([Tag::PUNCT, Tag::CC, Tag::WDT, Tag::WP, Tag::WPS, Tag::WRB]), words)
}
