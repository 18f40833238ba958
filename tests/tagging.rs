//! The tagger against sentences tagged by hand (`tests/data/tagging.txt`): floors for all words and for verb forms.
//! `cargo test --test tagging -- --nocapture` prints every difference and the confusions by tag.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::document::{Document, Shape, Tag};
use dateline::ingest::{Article, MetadataTable, SourceItem, load};
use dateline::patterns::Patterns;
use std::collections::BTreeMap;
use std::path::Path;

/// One word and the tags that are right for it; marks have none.
struct Word {
    text: String,
    tags: Vec<Tag>,
}

#[derive(Default)]
struct Tally {
    words: usize,
    right: usize,
    verbs: usize,
    verbs_right: usize,
    confusions: BTreeMap<(&'static str, &'static str), usize>,
}

fn read_word(item: &str) -> Word {
    match item.rsplit_once('/') {
        Some((text, tags)) if !text.is_empty() => Word {
            text: text.to_string(),
            tags: tags.split('|').map(|t| Tag::parse(t).unwrap_or_else(|| panic!("bad tag in {item}"))).collect(),
        },
        _ => Word { text: item.to_string(), tags: Vec::new() },
    }
}

/// The sentence as a newspaper prints it: marks and clitics without a space before them.
fn text_of(words: &[Word]) -> String {
    let mut text = String::new();
    let mut glue = true;
    for word in words {
        let left = matches!(word.text.as_str(), "," | "." | "?" | "!" | ":" | ";" | "%" | "'s" | "n't" | ")");
        if !glue && !left && word.text != "-" {
            text.push(' ');
        }
        text.push_str(&word.text);
        glue = matches!(word.text.as_str(), "-" | "(" | "$");
    }
    text
}

/// The sentence in an article, as its title or as its only paragraph.
fn article(text: &str, headline: bool, patterns: &Patterns) -> Article {
    let body = "The ministry said on that day that it knew nothing of the matter and would not say more about it.";
    let title = if headline { text } else { "News" };
    let text = if headline { format!("{text}\n\n{body}\n") } else { text.to_string() };
    let row = serde_json::json!({ "id": "a", "text": text, "title": title }).to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.jsonl");
    std::fs::write(&path, row).expect("a file");
    let (items, _) = dateline::ingest::sources(&[path]);
    let item: &SourceItem = items.first().expect("an item");
    load(item, &MetadataTable::default(), patterns).expect("an article")
}

fn compare(line: &str, patterns: &Patterns, tally: &mut Tally) {
    let (headline, rest) = line.strip_prefix("H ").map_or((false, line), |rest| (true, rest));
    let words: Vec<Word> = rest.split_whitespace().map(read_word).collect();
    let text = text_of(&words);
    let article = article(&text, headline, patterns);
    let doc = Document::new(&article, patterns);
    let from = (0..doc.tokens.len()).find(|&n| doc.text(n) == words[0].text).unwrap_or(0);
    for (n, word) in words.iter().enumerate() {
        assert_eq!(doc.text(from + n), word.text, "tokens differ in {text:?}");
        if word.tags.is_empty() {
            assert!(doc.tokens[from + n].shape == Shape::Mark, "{} lacks a tag", word.text);
            continue;
        }
        count(word, doc.tag(from + n), &text, tally);
    }
}

fn count(word: &Word, got: Tag, text: &str, tally: &mut Tally) {
    let right = word.tags.contains(&got);
    let verb = word.tags.iter().all(|t| t.is_verb());
    tally.words += 1;
    tally.right += usize::from(right);
    tally.verbs += usize::from(verb);
    tally.verbs_right += usize::from(verb && right);
    if !right {
        println!("{:<14} {:<5} not {:<5} {text}", word.text, got.name(), word.tags[0].name());
        *tally.confusions.entry((word.tags[0].name(), got.name())).or_default() += 1;
    }
}

#[test]
fn hand_tagged_news_is_tagged_right() {
    let overlay = std::env::var_os("DATELINE_PATTERNS");
    let patterns = Patterns::load(overlay.as_deref().map(Path::new)).expect("the patterns load");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tagging.txt");
    let data = std::fs::read_to_string(path).expect("the sentences are there");
    let mut tally = Tally::default();
    for line in data.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        compare(line, &patterns, &mut tally);
    }
    for ((right, got), n) in &tally.confusions {
        println!("{n:4}  {right} tagged {got}");
    }
    let share = |a: usize, b: usize| a as f64 / b.max(1) as f64 * 100.0;
    let (all, verbs) = (share(tally.right, tally.words), share(tally.verbs_right, tally.verbs));
    println!("words {all:.2} % of {}, verb forms {verbs:.2} % of {}", tally.words, tally.verbs);
    assert!(all >= 99.0, "words {all:.2} %");
    assert!(verbs >= 98.0, "verb forms {verbs:.2} %");
}
