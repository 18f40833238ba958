//! Reading CSV and TSV pattern files row by row, with line numbers and readable errors.

use super::error::Errors;
use super::source::PatternFile;
use serde::de::DeserializeOwned;

/// All rows of a table as `(line, row)`; rows that do not fit the columns become errors.
pub fn rows<T: DeserializeOwned>(file: &PatternFile, delimiter: u8, errors: &mut Errors) -> Vec<(u32, T)> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .delimiter(delimiter)
        .quoting(delimiter == b',')
        .from_reader(file.text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(e) => {
            errors.add(&file.path, 1, 1, e.to_string(), "the first line names the columns");
            return Vec::new();
        }
    };
    let columns = headers.iter().collect::<Vec<_>>().join(",");
    let mut out = Vec::new();
    for record in reader.records() {
        let parsed =
            record.and_then(|r| Ok((r.position().map_or(1, |p| p.line() as u32), r.deserialize::<T>(Some(&headers))?)));
        match parsed {
            Ok((line, row)) => out.push((line, row)),
            Err(e) => {
                let line = e.position().map_or(1, |p| p.line() as u32);
                errors.add(&file.path, line, 1, e.to_string(), format!("the columns are {columns}"));
            }
        }
    }
    out
}
