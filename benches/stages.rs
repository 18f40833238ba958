//! Speed of the stages over the corpus, repeated to one megabyte: `cargo bench`.
//!
//! Figures of two machines do not compare; the last column does: time as a multiple of tokenising the same text in the same
//! run. Each stage runs seven times at least and for three seconds, the fastest run counts. `cargo bench -- dates` runs the
//! stages of that name only. Without `--bench` everything runs once on a small text, to see that it works.
//!
//! Repeated text keeps caches warm, a busy machine empties them: compare runs of one hour. Reading the dates of an article is to
//! cost no more than 50 ns for a byte (20 MB/s) on one core of a quiet server.
//!
//! "dates, from decoded text" is all that a reader of dates pays for a raw page of text: kinds of lines, title, day of
//! publication, sentences, tokens, word classes, case and tags where the grammar asks for them, the grammar, and the counting
//! out of every interval. "dates, from an article" leaves out the lines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use dateline::document::{Document, tokens};
use dateline::ingest::{Article, Metadata};
use dateline::mentions;
use dateline::output::Extract;
use dateline::patterns::Patterns;
use dateline::pipeline;
use dateline::span::Span;
use std::cell::LazyCell;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Time for which a stage is repeated at least: on a shared machine a quiet moment has to come by.
const ENOUGH: Duration = Duration::from_secs(3);

/// Bytes read in each run.
const SIZE: usize = 1_000_000;

fn main() {
    let full = std::env::args().any(|a| a == "--bench");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let (size, runs) = if full { (SIZE, 7) } else { (20_000, 1) };
    let patterns = Patterns::load(None).expect("the built-in patterns load");
    let articles = articles(size, &patterns);
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let documents =
        LazyCell::new(|| -> Vec<Document> { articles.iter().map(|a| Document::new(a, &patterns)).collect() });
    let tokenising = fastest(runs, || articles.iter().for_each(|a| tokenise(a, &patterns)));

    println!("{:<34} {:>9} {:>12}", "stage", "MB/s", "x tokenising");
    let show = |name: &str, work: &dyn Fn()| {
        if wanted.is_empty() || wanted.iter().any(|part| name.contains(part)) {
            let time = fastest(runs, work).as_secs_f64();
            println!("{name:<34} {:>9.2} {:>12.1}", bytes as f64 / time / 1e6, time / tokenising.as_secs_f64());
        }
    };
    show("tokenising", &|| articles.iter().for_each(|a| tokenise(a, &patterns)));
    show("lines, title, day of publication", &|| articles.iter().for_each(|a| drop(black_box(again(a, &patterns)))));
    show("dates, from decoded text", &|| articles.iter().for_each(|a| raw_dates(a, &patterns)));
    show("dates, from an article", &|| articles.iter().for_each(|a| drop(black_box(pipeline::dates(a, &patterns)))));
    show("document (tokens, sentences, tags)", &|| {
        articles.iter().for_each(|a| drop(black_box(Document::new(a, &patterns))));
    });
    show("mentions, on a document", &|| {
        documents.iter().for_each(|d| drop(black_box(mentions::find(d, &patterns))));
    });
    show("whole article, text to rows", &|| articles.iter().for_each(|a| whole(a, &patterns)));
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

fn raw_dates(article: &Article, patterns: &Patterns) {
    black_box(pipeline::dates(&again(article, patterns), patterns));
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
    let begun = Instant::now();
    let more = |n: &usize| *n < runs || runs > 1 && begun.elapsed() < ENOUGH;
    (0..).take_while(more).map(time).min().unwrap_or_default()
}

/// Time that this thread has had a processor; other programs do not lengthen it. Only Linux tells.
fn on_processor() -> Option<Duration> {
    let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    line.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
