//! Folding: the form under which words are looked up.
//!
//! Lower case, no diacritics, straight apostrophes and hyphens. Shared by the build script, which compiles the
//! gazetteers, and by the program, which looks words up, so that both always agree.

/// Folds one word or phrase: lower case, diacritics dropped, typographic apostrophes and hyphens made plain.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// As [`fold`], appending to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        out[from..].make_ascii_lowercase();
        return;
    }
    use unicode_normalization::UnicodeNormalization;
    for c in text.nfkd() {
        if unicode_normalization::char::is_combining_mark(c) {
            continue;
        }
        for lower in c.to_lowercase() {
            match plain(lower) {
                Some(s) => out.push_str(s),
                None if is_invisible(lower) => {}
                None => out.push(lower),
            }
        }
    }
}

/// Letters that Unicode does not decompose, and punctuation with a plain form.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ə' => "a",
        '‘' | '’' | 'ʼ' | 'ʻ' | '´' | '`' | 'ʿ' | 'ʾ' => "'",
        '‐' | '‑' | '–' | '—' | '−' => "-",
        '\u{307}' => "",
        _ => return None,
    })
}

/// Zero-width characters and soft hyphens, which scraped pages hide inside words.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
