//! The bytes of the compiled clusters of spellings, shared by the build script, which writes them, and the program, which
//! reads them.
//!
//! Forms are not kept, only where they hash to: `BUCKETS + 1` starts of three bytes (in entries), then the entries of all
//! buckets, three bytes each: cluster (bits 0..18) and a check of the form (18..24). A form may hit a stranger's entry, one
//! time in a dozen; as that is one cluster of 150 000, two forms practically never meet in one by chance.

/// Buckets of the table.
pub const BUCKETS: usize = 1 << 16;

/// A form's bucket and its check.
pub fn place(form: &str) -> (usize, u32) {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in form.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    hash = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    (hash as usize % BUCKETS, (hash >> 58) as u32)
}

/// An entry.
pub fn entry(cluster: u32, check: u32) -> u32 {
    cluster | check << 18
}

/// The cluster and the check of an entry.
pub fn unpack(entry: u32) -> (u32, u32) {
    (entry & 0x3_ffff, entry >> 18)
}
