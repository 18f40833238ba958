//! Runs the examples of frame rules: the sentence goes through the whole pipeline.

use crate::frames::Argument;
use crate::frames::Frame;
use crate::ingest::{Article, Metadata};
use crate::patterns::Patterns;
use crate::patterns::examples::Example;
use crate::pipeline::{self, Reading};

/// The example holds, or what happened instead.
pub fn run(example: &Example, patterns: &Patterns) -> Result<(), String> {
    let article = Article::new("example", example.text.clone(), Metadata::default(), patterns);
    let reading = pipeline::read(&article, patterns);
    let fired: Vec<&Frame> = reading.frames.iter().filter(|f| f.rule == example.rule && counts(f)).collect();
    match (example.positive, fired.first()) {
        (false, None) => Ok(()),
        (false, Some(f)) => Err(format!("must not match, but found {}", show(f, &reading))),
        (true, None) => Err("did not match".to_string()),
        (true, Some(_)) => meets(example, &fired, &reading),
    }
}

/// A reject example is met when the rule makes no frame, or only a follow-up or one without any participant.
fn counts(frame: &Frame) -> bool {
    let people = frame.victims.len() + frame.targets.len() + frame.perpetrators.len();
    !frame.follow_up && people + frame.places.len() > 0
}

fn meets(example: &Example, fired: &[&Frame], reading: &Reading) -> Result<(), String> {
    for wish in example.expect.split(';').map(str::trim).filter(|w| !w.is_empty()) {
        let Some((key, value)) = wish.split_once('=') else { return Err(format!("cannot read {wish:?}")) };
        if !fired.iter().any(|f| has(f, reading, key.trim(), value.trim())) {
            let found: Vec<String> = fired.iter().map(|f| show(f, reading)).collect();
            return Err(format!("expected {wish}, found {}", found.join(" / ")));
        }
    }
    Ok(())
}

fn has(frame: &Frame, reading: &Reading, key: &str, value: &str) -> bool {
    let text = &reading.document.article.text;
    let any =
        |list: &[Argument]| list.iter().any(|a| value.contains(a.span.of(text)) || a.span.of(text).contains(value));
    match key {
        "victim" => any(&frame.victims),
        "perpetrator" => any(&frame.perpetrators),
        "target" => any(&frame.targets),
        "place" => frame.places.iter().any(|&p| reading.found.mentions[p].span.of(text).contains(value)),
        "status" => frame.status.name() == value,
        "fatal" => frame.fatal == value.parse().ok(),
        _ => false,
    }
}

fn show(frame: &Frame, reading: &Reading) -> String {
    let text = &reading.document.article.text;
    let list = |a: &[Argument]| a.iter().map(|a| a.span.of(text)).collect::<Vec<_>>().join(", ");
    let places: Vec<&str> = frame.places.iter().map(|&p| reading.found.mentions[p].span.of(text)).collect();
    format!(
        "victims [{}] perpetrators [{}] places {:?} status {} fatal {:?}",
        list(&frame.victims),
        list(&frame.perpetrators),
        places,
        frame.status.name(),
        frame.fatal
    )
}
