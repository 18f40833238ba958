//! How far a run is: a bar on a terminal, plain lines otherwise. Standard error only.

use super::messages::say;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// Time between two plain lines.
const EVERY: Duration = Duration::from_secs(10);

/// Shows progress over a known number of articles.
pub struct Progress {
    bar: Option<ProgressBar>,
    total: u64,
    done: u64,
    last: Instant,
}

impl Progress {
    /// Starts.
    pub fn new(total: u64) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| ProgressBar::new(total).with_style(style()));
        Progress { bar, total, done: 0, last: Instant::now() }
    }

    /// One article more.
    pub fn step(&mut self) {
        self.done += 1;
        match &self.bar {
            Some(bar) => bar.inc(1),
            None if self.last.elapsed() >= EVERY => {
                say(format_args!("{} of {} articles", self.done, self.total));
                self.last = Instant::now();
            }
            None => {}
        }
    }

    /// A line that must not be lost under the bar.
    pub fn note(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| say(line)),
            None => say(line),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style() -> ProgressStyle {
    let template = "{bar:30} {human_pos} of {human_len} articles, {eta} left";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
