//! The names of all records, each once, sorted and written as what differs from the one before (`layout.rs`).

use super::layout::BLOCK;

/// Sorted names.
pub struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    /// Sorts them.
    pub fn new(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all: Vec<&str> = names.collect();
        all.sort_unstable();
        all.dedup();
        Names(all)
    }

    /// A name's number.
    pub fn number(&self, name: &str) -> u32 {
        self.0.binary_search(&name).expect("all names are listed") as u32
    }

    /// Offsets of the blocks, then the blocks.
    pub fn encode(&self) -> Vec<u8> {
        let (mut offsets, mut blocks) = (Vec::new(), Vec::new());
        let start = self.0.chunks(BLOCK).count() * 3;
        for block in self.0.chunks(BLOCK) {
            offsets.extend(&((start + blocks.len()) as u32).to_le_bytes()[..3]);
            let mut before: &[u8] = &[];
            for name in block {
                let shared = before.iter().zip(name.as_bytes()).take(15).take_while(|(a, b)| a == b).count();
                let own = &name.as_bytes()[shared..];
                blocks.push((shared << 4 | own.len().min(15)) as u8);
                if own.len() >= 15 {
                    blocks.push(u8::try_from(own.len()).expect("names have at most 255 bytes"));
                }
                blocks.extend(own);
                before = name.as_bytes();
            }
        }
        [offsets, blocks].concat()
    }
}
