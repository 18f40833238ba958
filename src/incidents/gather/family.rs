//! Which methods can be words for one and the same event.

pub use crate::patterns::methods::{Family, family as of, is_general};

/// Torture happens in custody: it joins either family.
fn joins_both(method: &str) -> bool {
    matches!(method, "torture")
}

/// The two lists of methods can tell of one event.
pub fn compatible(a: &[String], b: &[String]) -> bool {
    let families = |list: &[String]| list.iter().map(|m| of(m)).collect::<Vec<_>>();
    let (fa, fb) = (families(a), families(b));
    let shared = fa.iter().any(|f| fb.contains(f));
    let captive = |f: &[Family]| f.contains(&Family::Captivity);
    let torture = |l: &[String]| l.iter().any(|m| joins_both(m));
    shared || torture(a) && captive(&fb) || torture(b) && captive(&fa)
}

/// The two lists name the same method, or one of them only says that somebody was hurt.
pub fn same_means(a: &[String], b: &[String]) -> bool {
    let general = |list: &[String]| list.iter().all(|m| is_general(m));
    a.iter().any(|m| b.contains(m)) || general(a) || general(b) || related(a, b) || related(b, a)
}

/// Wider words for a narrower method ("attack" by bomb; a suicide attack is a bombing).
fn related(a: &[String], b: &[String]) -> bool {
    let pairs = [
        ("bombing", "suicide_attack"),
        ("bombing", "letter_bomb"),
        ("bombing", "arson"),
        ("shelling", "missile_strike"),
        ("air_strike", "drone_strike"),
        ("air_strike", "missile_strike"),
        ("shelling", "air_strike"),
        ("abduction", "disappearance"),
        ("abduction", "siege_hostage"),
        ("detention", "disappearance"),
        ("detention", "abduction"),
        ("detention", "rendition"),
        ("threat", "harassment"),
        ("harassment", "surveillance"),
        ("surveillance", "hacking"),
        ("chemical_attack", "air_strike"),
        ("beating", "torture"),
        ("bombing", "shelling"),
        ("detention", "torture"),
        ("abduction", "torture"),
        ("poisoning", "chemical_attack"),
        ("beating", "stabbing"),
        ("beating", "sexual_violence"),
        ("torture", "sexual_violence"),
        ("strangulation", "beating"),
    ];
    pairs.iter().any(|(x, y)| a.iter().any(|m| m == x) && b.iter().any(|m| m == y))
}
