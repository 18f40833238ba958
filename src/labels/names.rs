//! Do two names mean the same person, group, thing or place?

use crate::document::fold::fold;
use std::collections::BTreeSet;

/// The words of one form all occur in the other, or one is the initials of the other.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let within =
        |x: &[String], y: &[String]| x.iter().all(|w| y.contains(w)) && x.iter().any(|w| w.chars().count() > 2);
    within(&a, &b) || within(&b, &a) || initials(&a, &b) || initials(&b, &a)
}

/// Any alias is the name.
pub fn is_one_of(name: &str, aliases: &[String]) -> bool {
    aliases.iter().any(|alias| same(name, alias))
}

fn initials(short: &[String], long: &[String]) -> bool {
    let first = || long.iter().filter_map(|w| w.chars().next()).collect::<String>();
    matches!(short, [word] if long.len() > 1 && *word == first())
}

/// Folded words, each once, without numbers and plural endings.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let words: Vec<String> = words.filter(|w| !w.starts_with(|c: char| c.is_ascii_digit())).map(singular).collect();
    let mut seen = BTreeSet::new();
    words.into_iter().filter(|w| seen.insert(w.clone())).collect()
}

fn singular(word: &str) -> String {
    word.strip_suffix('s').filter(|w| w.len() > 2).unwrap_or(word).to_string()
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn parts_plurals_and_initials_are_the_same() {
        assert!(same("Héctor Ruiz", "HECTOR RUIZ PAZ"));
        assert!(same("50 peasants", "PEASANT"));
        assert!(same("UNR", "Union Northern Rebels"));
        assert!(!same("John Smith", "Mary Smith"));
        assert!(!same("Al", "Al Rahman"));
        assert!(!same("", ""));
    }
}
