//! Embeds the small pattern files as text and hashes the large ones.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Writes `embedded.rs`: `EMBEDDED` (path, text) sorted by path, and `TABLES_HASH` over the compiled tables.
pub fn write(patterns: &Path, compiled: &[&str], out: &Path) {
    let mut files = Vec::new();
    collect(patterns, &mut files);
    files.sort();
    let mut code = String::from("/// Default pattern files, sorted by path.\nstatic EMBEDDED: &[(&str, &str)] = &[\n");
    for file in &files {
        let relative = file.strip_prefix(patterns).expect("below patterns").to_string_lossy().replace('\\', "/");
        if compiled.contains(&relative.as_str()) || relative.starts_with("build/") {
            continue;
        }
        let full = file.canonicalize().expect("file was just listed");
        writeln!(code, "    (\"patterns/{relative}\", include_str!({full:?})),").expect("writing to a String");
    }
    code.push_str("];\n");
    writeln!(
        code,
        "/// Hash of the compiled tables.\nstatic TABLES_HASH: &str = \"{:016x}\";",
        hash(patterns, compiled)
    )
    .expect("writing to a String");
    std::fs::write(out.join("embedded.rs"), code).expect("OUT_DIR is writable");
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("patterns is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, out);
        } else if matches!(path.extension().and_then(|e| e.to_str()), Some("csv" | "tsv" | "toml")) {
            out.push(path);
        }
    }
}

/// FNV-1a over all compiled tables; only used to notice that they changed.
fn hash(patterns: &Path, compiled: &[&str]) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for name in compiled {
        for byte in std::fs::read(patterns.join(name)).unwrap_or_default() {
            h = (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    h
}
