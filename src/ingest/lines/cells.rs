//! Cells of a table that lost its lines: "2011    Ana Silva, nurse    Lima    Shot in her car".

/// Blanks that part two cells; justified copy has fewer.
const WIDE: &str = "   ";

/// White space as wide as it stands between two cells.
pub fn is_gap(space: &str) -> bool {
    space.contains('\t') || space.contains(WIDE) && !space.contains('\n')
}

/// The line is a row of at least two cells.
pub fn is_row(line: &str) -> bool {
    is_gap(line.trim())
}
