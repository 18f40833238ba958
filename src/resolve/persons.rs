//! Short names -> full names: one number per person of the article, the fullest form of the name, gender and press role.
//!
//! Full names make the persons ([`entity`]); a lone surname or given name goes to the person who bears it and was named
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
