//! The names of places in their compiled form: number -> name (layout in `layout.rs`).

use super::layout::BLOCK;
use super::u24_at;

/// The name with this number; empty when there is none.
pub fn name(table: &[u8], number: u32) -> String {
    let (block, place) = (number as usize / BLOCK, number as usize % BLOCK);
    let mut rest = table.get(u24_at(table, block * 3) as usize..).unwrap_or_default();
    let mut name = Vec::new();
    for _ in 0..=place {
        let Some((shared, own, after)) = next(rest) else { break };
        name.truncate(shared);
        name.extend_from_slice(own);
        rest = after;
    }
    String::from_utf8(name).unwrap_or_default()
}

/// Bytes shared with the name before, own bytes, and what follows.
fn next(bytes: &[u8]) -> Option<(usize, &[u8], &[u8])> {
    let (head, rest) = bytes.split_first()?;
    let (len, rest) = match (head & 15) as usize {
        15 => rest.split_first().map(|(len, rest)| (*len as usize, rest))?,
        short => (short, rest),
    };
    let (own, after) = rest.split_at_checked(len)?;
    Some(((head >> 4) as usize, own, after))
}
