//! Text -> spreadsheet cells that stay text.
//!
//! A spreadsheet runs a cell that begins with `= + - @` (also their full-width forms, also after white space or quotation
//! marks) as a formula, and article text may begin with anything. Such a cell gets an apostrophe in front: it shows as
//! text, and the apostrophe is the only change. Where lists are parted by semicolons, a spreadsheet splits a line at every
//! semicolon, so the character after one is guarded in the same way. White space, line breaks included, becomes single spaces.

/// A cell made from text of an article, a file name or metadata.
pub fn text(value: &str) -> String {
    let flat = flatten(value);
    let mut out = String::with_capacity(flat.len() + 1);
    let mut at_start = true;
    for c in flat.chars() {
        if at_start && is_formula_start(c) {
            out.push('\'');
        }
        out.push(c);
        at_start = c == ';' || at_start && is_skipped(c);
    }
    out
}

/// A list in one cell.
pub fn list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let flat: Vec<String> = values.map(flatten).filter(|v| !v.is_empty()).collect();
    text(&flat.join(" | "))
}

/// An expression such as "May 3" that a spreadsheet would turn into a date of its own: it stands in quotation marks.
pub fn quoted(value: &str) -> String {
    let flat = flatten(value);
    if flat.is_empty() { flat } else { text(&format!("“{flat}”")) }
}

/// White space of any kind, and control characters, to single spaces.
pub fn flatten(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for word in value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn is_formula_start(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// What a spreadsheet may pass over before it looks for a formula.
fn is_skipped(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '\u{feff}' | '\u{200b}'..='\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_text() {
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(text("+cmd"), "'+cmd");
        assert_eq!(text("\t@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(text("\r-2"), "'-2");
        assert_eq!(text("  \"=HYPERLINK(1)"), "\"'=HYPERLINK(1)");
        assert_eq!(text("＝1"), "'＝1");
        assert_eq!(text("He said; =1+1 is two"), "He said; '=1+1 is two");
        assert_eq!(list(["-a", "b"].into_iter()), "'-a | b");
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert_eq!(text("A man\n was shot - twice."), "A man was shot - twice.");
        assert_eq!(quoted("May 3"), "“May 3”");
        assert_eq!(quoted(" "), "");
    }
}
