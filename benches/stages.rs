//! Speed of the stages over the corpus, repeated to one megabyte: `cargo bench`.
//!
//! Figures of two machines do not compare; the last column does: time as a multiple of tokenising the same text in the same
//! run. Each stage runs seven times, the fastest counts. Without `--bench` it runs once on a small text, to see that it works.
//!
//! "the dates of a text" is all that a reader of dates pays for a decoded article whose lines are known: tokens, sentences,
//! word classes, case and tags where a date can stand, the grammar, and the counting out of every interval. "lines" comes
//! before it for raw pages: kinds of lines, title, day of publication.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::document::{Document, tokens};
use dateline::ingest::{Article, Metadata};
use dateline::mentions;
use dateline::output::Extract;
use dateline::patterns::Patterns;
use dateline::pipeline;
use dateline::span::Span;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Bytes read in each run.
const SIZE: usize = 1_000_000;

fn main() {
    let full = std::env::args().any(|a| a == "--bench");
    let (size, runs) = if full { (SIZE, 7) } else { (20_000, 1) };
    let patterns = Patterns::load(None).expect("the built-in patterns load");
    let articles = articles(size, &patterns);
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let documents: Vec<Document> = articles.iter().map(|a| Document::new(a, &patterns)).collect();

    let tokenise = fastest(runs, || articles.iter().for_each(|a| tokenise(a, &patterns)));
    let lines = fastest(runs, || articles.iter().for_each(|a| drop(black_box(again(a, &patterns)))));
    let dates = fastest(runs, || articles.iter().for_each(|a| drop(black_box(pipeline::dates(a, &patterns)))));
    let document = fastest(runs, || articles.iter().for_each(|a| drop(black_box(Document::new(a, &patterns)))));
    let found = fastest(runs, || documents.iter().for_each(|d| drop(black_box(mentions::find(d, &patterns)))));
    let whole = fastest(runs, || articles.iter().for_each(|a| whole(a, &patterns)));

    println!("{:<34} {:>9} {:>12}", "stage", "MB/s", "x tokenising");
    let stages = [
        ("tokenising", tokenise),
        ("lines, title, day of publication", lines),
        ("the dates of a text", dates),
        ("document (tokens, sentences, tags)", document),
        ("all mentions, on a document", found),
        ("whole article, lines to rows", whole),
    ];
    for (name, time) in stages {
        let speed = bytes as f64 / time.as_secs_f64() / 1e6;
        println!("{name:<34} {speed:>9.2} {:>12.1}", time.as_secs_f64() / tokenise.as_secs_f64());
    }
}

/// The corpus again and again, article by article, until the size is reached.
fn articles(size: usize, patterns: &Patterns) -> Vec<Article> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus").map(|e| e.expect("a file").path()).collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|p| std::fs::read_to_string(p).expect("UTF-8")).collect();
    let mut bytes = 0;
    let enough = |text: &&String| {
        bytes += text.len();
        bytes <= size + text.len()
    };
    let all = texts.iter().cycle().take_while(enough);
    all.map(|text| Article::new("bench.txt", text.clone(), Metadata::default(), patterns)).collect()
}

fn tokenise(article: &Article, patterns: &Patterns) {
    let mut out = Vec::new();
    let all = Span { start: 0, end: article.text.len() as u32 };
    tokens::tokenize(&article.text, all, patterns, &mut out);
    black_box(out);
}

fn whole(article: &Article, patterns: &Patterns) {
    black_box(Extract::of(&again(article, patterns), patterns).expect("rows"));
}

fn again(article: &Article, patterns: &Patterns) -> Article {
    Article::new("bench.txt", article.text.clone(), Metadata::default(), patterns)
}

fn fastest(runs: usize, mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let (start, used) = (Instant::now(), on_processor());
        work();
        used.zip(on_processor()).map_or(start.elapsed(), |(before, after)| after - before)
    };
    (0..runs).map(time).min().unwrap_or_default()
}

/// Time that this thread has had a processor; other programs do not lengthen it. Only Linux tells.
fn on_processor() -> Option<Duration> {
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    line.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
