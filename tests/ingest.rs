//! Ingest over `corpus/`: every awkward input gives the article or the problem that `expected.json` states.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::ingest::{Article, Metadata, MetadataTable, Problem, load, sources};
use dateline::patterns::Patterns;
use std::path::{Path, PathBuf};

fn corpus(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(below)
}

fn read(path: PathBuf) -> (Vec<Article>, Vec<Problem>) {
    let patterns = Patterns::load(None).expect("the default patterns load");
    let (items, mut problems) = sources(&[path]);
    let mut articles = Vec::new();
    for item in items {
        match load(&item, &MetadataTable::default(), &patterns) {
            Ok(article) => articles.push(article),
            Err(problem) => problems.push(problem),
        }
    }
    (articles, problems)
}

fn text<'v>(row: &'v serde_json::Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or_default()
}

#[test]
fn awkward_inputs_give_what_is_expected() {
    let expected = std::fs::read_to_string(corpus("awkward/expected.json")).expect("expected.json is there");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&expected).expect("expected.json is JSON");
    let (articles, problems) = read(corpus("awkward/inputs"));
    let (good, bad): (Vec<_>, Vec<_>) = rows.iter().partition(|r| r["outcome"] == "article");
    for row in &good {
        check_article(row, articles.iter().find(|a| a.doc == text(row, "doc")));
    }
    for row in &bad {
        check_problem(row, &problems);
    }
    assert_eq!(articles.len(), good.len());
    assert_eq!(problems.len(), bad.len(), "{problems:#?}");
}

fn check_article(row: &serde_json::Value, article: Option<&Article>) {
    let article = article.unwrap_or_else(|| panic!("no article for {row}"));
    assert_eq!(article.encoding, text(row, "encoding"), "{row}");
    assert_eq!(u64::from(article.odd_bytes), row["odd_bytes"].as_u64().unwrap_or(0), "{row}");
    assert_eq!(article.text.chars().count() as u64, row["chars"].as_u64().unwrap_or(0), "{row}");
    let (start, end) = (row["start"].as_u64().unwrap_or(0) as usize, row["end"].as_u64().unwrap_or(0) as usize);
    let quote: String = article.text.chars().skip(start).take(end - start).collect();
    assert_eq!(quote, text(row, "quote"));
}

fn check_problem(row: &serde_json::Value, problems: &[Problem]) {
    let line = row["line"].as_u64().filter(|_| text(row, "file").ends_with(".jsonl"));
    let fits = |p: &&Problem| {
        let at_line = line.is_none_or(|n| p.what.starts_with(&format!("line {n}:")));
        p.doc == text(row, "doc") && at_line && p.what.contains(why(row))
    };
    assert!(problems.iter().any(|p| fits(&p)), "{row}\n{problems:#?}");
}

/// The kind of problem as the message words it.
fn why(row: &serde_json::Value) -> &str {
    match text(row, "why") {
        "not an object" => "not a JSON object",
        why => why,
    }
}

/// Documents of the corpus with the day that a careful reader takes for the publication.
#[test]
fn publication_dates_of_the_corpus_are_read() {
    let (articles, problems) = read(corpus("articles"));
    assert!(problems.is_empty() && !articles.is_empty());
    for article in &articles {
        let gold = corpus("gold").join(Path::new(&article.doc).with_extension("json"));
        let gold: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(gold).expect("a gold file")).expect("JSON");
        let found = article.published.as_ref().map(|p| p.date.to_string());
        assert_eq!(found.as_deref(), gold["published"].as_str(), "{}", article.doc);
    }
}

#[test]
fn days_are_read_in_header_lines_of_many_layouts() {
    let patterns = Patterns::load(None).expect("the default patterns load");
    let layouts = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/header-lines.txt"));
    for layout in layouts.expect("the layouts are there").lines() {
        for day in ["3 May 2021", "Mon, May 3, 2021", "2021-05-03"] {
            let header = layout.replace("DAY", day);
            let text = format!(
                "Editor shot dead outside her home\n\n{header}\n\nGunmen shot dead the editor on Sunday night, police said.\n"
            );
            let article = Article::new("a.txt", text, Metadata::default(), &patterns);
            let found = article.published.map(|p| p.date.to_string());
            assert_eq!(found.as_deref(), Some("2021-05-03"), "{header}");
        }
    }
}

/// Share of the pages whose day is still read when their line breaks are lost; of the others it is unknown, but for one in thirty.
const SURVIVES: f64 = 0.85;

#[test]
fn publication_dates_survive_lost_line_breaks() {
    let patterns = Patterns::load(None).expect("the default patterns load");
    let day = |article: &Article| article.published.as_ref().map(|p| p.date);
    let (articles, _) = read(corpus("articles"));
    let (mut dated, mut same, mut other) = (0, 0, Vec::new());
    for article in articles.iter().filter(|a| day(a).is_some()) {
        let flat = article.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let flat = Article::new(&article.doc, flat, Metadata::default(), &patterns);
        dated += 1;
        match day(&flat) {
            found if found == day(article) => same += 1,
            Some(found) => other.push((article.doc.clone(), found)),
            None => {}
        }
    }
    println!("{same} of {dated} days read, {} others", other.len());
    assert!(f64::from(same) >= f64::from(dated) * SURVIVES, "{same} of {dated}");
    assert!(other.len() * 30 <= dated as usize, "{other:#?}");
}

#[test]
fn no_line_that_tells_of_the_incident_is_taken_for_furniture() {
    let (articles, _) = read(corpus("articles"));
    for article in &articles {
        let gold = corpus("gold").join(Path::new(&article.doc).with_extension("json"));
        let gold: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(gold).expect("a gold file")).expect("JSON");
        for incident in gold["incidents"].as_array().into_iter().flatten() {
            let at = article.text.find(text(incident, "evidence")).expect("the evidence is in the text") as u32;
            let line = article.lines.iter().find(|l| l.span.start <= at && at < l.span.end);
            assert!(line.is_some_and(|l| l.kind.tells()), "{}: {:?}", article.doc, line);
        }
    }
}

fn write(dir: &Path, name: &str, bytes: &[u8]) {
    std::fs::create_dir_all(dir.join(name).parent().unwrap_or(dir)).expect("a folder");
    std::fs::write(dir.join(name), bytes).expect("a file");
}

fn docs(paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let (items, problems) = sources(paths);
    let docs = items.into_iter().map(|i| i.doc).collect();
    (docs, problems.into_iter().map(|p| format!("{}: {}", p.doc, p.what)).collect())
}

#[test]
fn folders_are_listed_in_byte_order_without_hidden_files() {
    let dir = tempfile::tempdir().expect("a folder");
    for name in ["b.txt", "a/z.txt", "a.txt", "B.txt", ".hidden/x.txt", ".y.txt"] {
        write(dir.path(), name, b"A man was shot.");
    }
    let (found, problems) = docs(&[dir.path().to_path_buf(), dir.path().join("a/z.txt")]);
    assert_eq!(found, ["B.txt", "a.txt", "a/z.txt", "b.txt"]);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn equal_names_and_missing_paths_are_problems() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), "one/x.txt", b"A man was shot.");
    write(dir.path(), "two/x.txt", b"A woman was shot.");
    let (found, problems) = docs(&[dir.path().join("one"), dir.path().join("two"), dir.path().join("none")]);
    assert_eq!(found, ["x.txt"]);
    assert_eq!(problems.len(), 2);
    assert!(problems[0].starts_with("x.txt: duplicate id"), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_names_that_are_no_utf8_do_no_harm() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), "a/x.txt", b"A man was shot.");
    std::os::unix::fs::symlink(dir.path(), dir.path().join("a/loop")).expect("a link");
    std::os::unix::fs::symlink(dir.path().join("gone"), dir.path().join("dangling.txt")).expect("a link");
    std::fs::write(dir.path().join(std::ffi::OsStr::from_bytes(b"b\xff.txt")), "A man was shot.").expect("a file");
    let (found, problems) = docs(&[dir.path().to_path_buf()]);
    assert_eq!(found, ["a/x.txt", "b\u{fffd}.txt"]);
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn metadata_overrides_what_the_text_says() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), "x.txt", b"A title\n3 May 2021\n\nA man was shot in the town.\n");
    let patterns = Patterns::load(None).expect("the default patterns load");
    let table = MetadataTable::parse("doc,published,outlet\nx,2021-05-04,Harbour News\n").expect("a table");
    let (items, _) = sources(&[dir.path().to_path_buf()]);
    let article = load(&items[0], &table, &patterns).expect("an article");
    assert_eq!(article.published.map(|p| p.date.to_string()).as_deref(), Some("2021-05-04"));
    assert_eq!((article.title.as_deref(), article.outlet.as_deref()), (Some("A title"), Some("Harbour News")));
}
