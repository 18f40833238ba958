//! Short names -> full names: one number per person of the article, the fullest form of the name, gender and press role.
//!
//! Full names make the persons (`entity.rs`); a lone surname or given name goes to the person who bears it and was named
//! last, relatives ("his daughter Yulia Bera") only when nobody else does. Positions are token indices.

mod entity;
mod gender;
mod press;

use crate::document::Document;
use crate::mentions::{Found, Kind, Value};
use crate::patterns::Patterns;
use entity::{Entities, Named};

/// Completes the values of this kind.
pub fn resolve(doc: &Document, found: &mut Found, patterns: &Patterns) {
    let mut named: Vec<Named> = found
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind() == Kind::Person)
        .map(|(n, m)| Named::new(doc, n, m, patterns))
        .collect();
    let mut entities = Entities::default();
    for full in [true, false] {
        for (index, n) in named.iter_mut().enumerate().filter(|(_, n)| (n.parts.len() > 1) == full) {
            n.entity = entities.assign(index, n);
        }
    }
    for e in &mut entities.all {
        e.gender = gender::of(doc, e, &named, patterns);
        e.press = press::of(doc, e, &named);
    }
    for n in &named {
        let Some((entity, mention)) = entities.all.get(n.entity).zip(found.mentions.get_mut(n.mention)) else {
            continue;
        };
        if let Value::Person(value) = &mut mention.value {
            value.name = entity.name.clone();
            value.entity = n.entity as u32;
            value.gender = entity.gender;
            value.press = press::on_line(doc, n.tokens.start).or(entity.press);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Article, Metadata};
    use crate::mentions::{Gender, PersonValue};
    use crate::patterns::Patterns;

    /// Text and value of every person in a text.
    fn persons(text: &str) -> Vec<(String, PersonValue)> {
        let patterns = Patterns::load(None).expect("the default patterns load");
        let article = Article::new("test", text.to_string(), Metadata::default(), &patterns);
        let reading = crate::pipeline::read(&article, &patterns);
        let mentions = reading.found.mentions.iter();
        mentions.filter_map(|m| Some((m.span.of(&article.text).to_string(), m.person()?.clone()))).collect()
    }

    #[test]
    fn a_surname_goes_to_the_father_and_not_to_the_daughter() {
        let found = persons(
            "Officers met Boris Antonov and his daughter Svetlana Antonova in May. Later Antonov said nothing. Svetlana left.",
        );
        let of = |text: &str| found.iter().rfind(|(t, _)| t == text).map(|(_, v)| v.clone()).unwrap_or_default();
        assert_eq!(of("Antonov").name, "Boris Antonov");
        assert_eq!(of("Svetlana").name, "Svetlana Antonova");
        assert_ne!(of("Antonov").entity, of("Svetlana").entity);
        assert_eq!(of("Svetlana").gender, Gender::Female);
    }

    #[test]
    fn relatives_with_one_surname_stay_two() {
        let found = persons(
            "Colonel Viktor Ostrov and his wife Irina Ostrov were shot. On Sunday Ostrov told reporters that he was well.",
        );
        let names: Vec<&str> = found.iter().map(|(_, v)| v.name.as_str()).collect();
        assert_eq!(names, ["Viktor Ostrov", "Irina Ostrov", "Viktor Ostrov"]);
    }
}
