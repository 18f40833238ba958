//! A name as the program will look it up: folded tokens joined by spaces, hyphens left out.

use crate::fold::fold;

/// The lookup key; a leading "the" is dropped, a trailing stop of a word too ("St." -> "st"), inner ones stay ("u.s.").
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<String> = Vec::new();
    for piece in folded.split_whitespace() {
        split(piece, &mut words);
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.join(" ")
}

fn split(piece: &str, out: &mut Vec<String>) {
    let mut word = String::new();
    let mut flush = |word: &mut String| {
        let whole = std::mem::take(word);
        let bare = whole.strip_suffix('.').filter(|b| !b.contains('.')).unwrap_or(&whole).trim_matches('\'');
        if bare.contains('.') && bare.split('.').any(|part| part.chars().count() > 1) {
            out.extend(bare.split('.').filter(|part| !part.is_empty()).map(str::to_string));
        } else if let Some(owner) = bare.strip_suffix("'s") {
            out.extend([owner.to_string(), "'s".to_string()]);
        } else if !bare.is_empty() {
            out.push(bare.to_string());
        }
    };
    for c in piece.chars() {
        if c.is_alphanumeric() || c == '\'' || c == '.' {
            word.push(c);
            continue;
        }
        flush(&mut word);
        if c != '-' {
            word.push(c);
            flush(&mut word);
        }
    }
    flush(&mut word);
}
