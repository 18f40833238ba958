//! What holds for any input at all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::ingest::{Article, Metadata, decode};
use dateline::output::{Extract, IncidentRow};
use dateline::patterns::Patterns;
use dateline::pipeline;
use proptest::prelude::*;
use std::sync::LazyLock;

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::load(None).unwrap());

/// Words that make recognisers work, between arbitrary ones.
const WORDS: [&str; 40] = [
    "shot",
    "killed",
    "was",
    "by",
    "on",
    "Monday",
    "March",
    "2015",
    "3",
    "in",
    "Paris",
    "Nairobi",
    "Mr.",
    "John",
    "Smith",
    "the",
    "journalist",
    "police",
    "said",
    ".",
    ",",
    "\n",
    "\n\n",
    "\"",
    "al-Assad",
    "U.S.",
    "abducted",
    "poisoned",
    "ago",
    "two",
    "weeks",
    "(AP)",
    "--",
    "KYIV",
    "’s",
    "who",
    "and",
    "bomb",
    "threatened",
    "\u{200b}",
];

/// Reads the text through the whole pipeline and checks all that must hold.
fn holds(text: String) {
    let published = Some(jiff::civil::date(2015, 3, 7));
    let article = Article::new("a.txt", text, Metadata { published, ..Metadata::default() }, &PATTERNS);
    let reading = pipeline::read(&article, &PATTERNS);
    for mention in reading.found.mentions.iter().chain(reading.found.rejected.iter().map(|r| &r.mention)) {
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        assert!(article.text.get(start..end).is_some_and(|t| !t.is_empty()), "{mention:?}");
    }
    for quote in reading.incidents.iter().flat_map(|i| &i.evidence) {
        assert!(article.text.get(quote.span.start as usize..quote.span.end as usize).is_some_and(|t| !t.is_empty()));
    }
    let extract = Extract::of(&article, &PATTERNS).unwrap();
    extract.incidents.iter().for_each(everybody_named_is_quoted);
    let chars: Vec<char> = article.text.chars().collect();
    for line in extract.mentions.split(|b| *b == b'\n').filter(|l| !l.is_empty()) {
        let row: serde_json::Value = serde_json::from_slice(line).unwrap();
        let at = |key: &str| row[key].as_u64().unwrap() as usize;
        assert_eq!(chars[at("start")..at("end")].iter().collect::<String>(), row["text"].as_str().unwrap());
    }
    for evidence in extract.incidents.iter().flat_map(|i| &i.evidence) {
        let quoted: String = chars[evidence.start as usize..evidence.end as usize].iter().collect();
        assert_eq!(quoted, evidence.text);
    }
}

/// Whoever is named in a row stands in one of its quotes, under some form of the name.
fn everybody_named_is_quoted(row: &IncidentRow) {
    let victims = row.victims.iter().filter(|v| v.kind == Some("person")).map(|v| (&v.name, &v.text, &v.aliases));
    let accused = row.perpetrators.iter().filter(|p| p.kind == "person").map(|p| (&p.name, &p.text, &p.aliases));
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quotes: Vec<String> = row.evidence.iter().map(|e| flat(&e.text)).collect();
    for (name, text, aliases) in victims.chain(accused).filter(|(name, ..)| name.is_some()) {
        let mut forms = aliases.iter().chain(name).chain([text]);
        assert!(forms.any(|form| quotes.iter().any(|q| q.contains(&flat(form)))), "{name:?} in {quotes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        holds(text);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = decode::decode(bytes) {
            holds(decoded.text);
        }
    }

    #[test]
    fn any_words(words in proptest::collection::vec((0..WORDS.len(), "[A-Za-zé]{0,6}", 0..4u8), 0..60)) {
        let word = |(n, odd, which): &(usize, String, u8)| if *which == 0 { odd.clone() } else { WORDS[*n].to_string() };
        holds(words.iter().map(word).collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn the_corpus_holds() {
    for entry in std::fs::read_dir("corpus/articles").unwrap() {
        holds(std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
}

#[test]
fn long_lines_do_not_hang() {
    let started = std::time::Instant::now();
    holds("Police said John Smith was shot dead in Paris on Monday, 2 March 2015, and ".repeat(4_000));
    holds("was shot by John Smith and ".repeat(8_000));
    holds((0..4_000u32).map(|n| format!("Joh{} Smit{} was shot in Paris. ", letters(n), letters(n / 3))).collect());
    holds("A".repeat(300_000));
    holds("(((((((((( ".repeat(20_000));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// Another name for every number.
fn letters(n: u32) -> String {
    [n / 676, n / 26, n].map(|part| char::from(b'a' + (part % 26) as u8)).iter().collect()
}
