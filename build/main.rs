//! Compiles the large tables of `patterns/` into compact lookup structures and embeds the small files as text.
//!
//! Input: `patterns/**`. Output: `embedded.rs` and `*.table`/`*.fst`/`*.bin` files in `OUT_DIR`.

// A build that cannot go on says so and stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod clusters;
mod embed;
#[path = "../src/document/fold.rs"]
#[allow(dead_code)]
mod fold;
mod names;
mod places;
mod table;
#[path = "../src/document/word.rs"]
#[allow(dead_code)]
mod word;
mod words;

use std::path::{Path, PathBuf};

/// Tables too large to embed as text; they are compiled instead.
const COMPILED: [&str; 5] =
    ["world/places.tsv", "world/names.tsv", "world/name-clusters.tsv", "en/words.tsv", "en/tags.tsv"];

fn main() {
    println!("cargo::rerun-if-changed=patterns");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/document/fold.rs");
    println!("cargo::rerun-if-changed=src/document/tag.rs");
    println!("cargo::rerun-if-changed=src/document/word.rs");
    println!("cargo::rerun-if-changed=src/patterns/name_facts.rs");
    println!("cargo::rerun-if-changed=src/patterns/cluster_table.rs");
    println!("cargo::rerun-if-changed=src/patterns/table_layout.rs");
    println!("cargo::rerun-if-changed=src/patterns/gazetteer/layout.rs");
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let patterns = Path::new("patterns");
    embed::write(patterns, &COMPILED, &out);
    clusters::write(&patterns.join("world"), &out);
    words::write(patterns, &out);
    names::write(&patterns.join("world"), &out);
    places::write(patterns, &out);
}
