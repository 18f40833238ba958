//! JSONL: one article per line. Listing reads the file once in bounded memory and notes where each record is.
//!
//! Packed files and standard input are first spooled to a temporary file, so that records can be read by any thread in any
//! order. A bad line is a [`Problem`] and costs nothing but itself.

use super::walk::{Listing, Place, Record, SourceItem};
use super::{Metadata, Problem, decode, unpack};
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

/// One record; other fields are allowed and ignored.
#[derive(Deserialize)]
struct Fields {
    id: Option<serde_json::Value>,
    text: Option<String>,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    outlet: Option<String>,
}

/// The name says so: `.jsonl` or `.ndjson`, packed or not.
pub fn is_jsonl(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let bare = name.strip_suffix(".gz").or(name.strip_suffix(".zst")).unwrap_or(&name);
    bare.ends_with(".jsonl") || bare.ends_with(".ndjson")
}

/// Lists the records of a file.
pub(super) fn list_file(path: &Path, doc: &str, listing: &mut Listing) {
    let place = if unpack::Packing::of(path) == unpack::Packing::Plain {
        Ok(Place::File(path.to_path_buf()))
    } else {
        unpack::open(path).and_then(|mut stream| spool(&mut stream)).map_err(|e| unpack::failure(path, &e))
    };
    match place {
        Ok(place) => list(Arc::new(place), path, doc, listing),
        Err((stage, what)) => listing.problems.push(Problem::new(doc, stage, what)),
    }
}

/// Standard input: JSONL when its first line is a JSON object, else one article named `-`.
pub(super) fn list_stdin(listing: &mut Listing) {
    let place = match spool(&mut io::stdin().lock()) {
        Ok(place) => Arc::new(place),
        Err(e) => return listing.problems.push(Problem::new("-", "read", format!("cannot be read: {e}"))),
    };
    if starts_with_object(place.path()) {
        return list(place, Path::new("-"), "-", listing);
    }
    let item = SourceItem { doc: "-".to_string(), file: place, record: None };
    if let Err(what) = listing.push(item, Path::new("-")) {
        listing.problems.push(Problem::new("-", "walk", what));
    }
}

fn spool(stream: &mut dyn Read) -> io::Result<Place> {
    let mut file = tempfile::NamedTempFile::new()?;
    io::copy(stream, &mut file)?;
    Ok(Place::Spooled(file.into_temp_path()))
}

fn starts_with_object(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|f| BufReader::new(f).take(unpack::LARGEST).read_until(b'\n', &mut first));
    read.is_ok() && parse(without_mark(&first)).is_ok()
}

fn list(place: Arc<Place>, path: &Path, doc: &str, listing: &mut Listing) {
    let file = match File::open(place.path()) {
        Ok(file) => file,
        Err(e) => return listing.problems.push(Problem::new(doc, "read", format!("cannot be read: {e}"))),
    };
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let (mut offset, mut line, mut buffer) = (0u64, 0u64, Vec::new());
    loop {
        buffer.clear();
        let taken = match next_line(&mut reader, &mut buffer) {
            Ok(0) => return,
            Ok(taken) => taken,
            Err(e) => return listing.problems.push(Problem::new(doc, "read", format!("cannot be read: {e}"))),
        };
        line += 1;
        let record = Record { offset, length: buffer.len() as u64, line };
        offset += taken;
        if taken > unpack::LARGEST {
            listing.problems.push(Problem::new(doc, "jsonl", format!("line {line}: {}", unpack::too_large())));
        } else if !buffer.trim_ascii().is_empty() {
            list_record(&buffer, record, &place, path, doc, listing);
        }
    }
}

/// Reads one line into `buffer` (at most [`unpack::LARGEST`] bytes of it) and returns the number of bytes passed over.
fn next_line(reader: &mut impl BufRead, buffer: &mut Vec<u8>) -> io::Result<u64> {
    let taken = reader.take(unpack::LARGEST).read_until(b'\n', buffer)? as u64;
    if taken < unpack::LARGEST || buffer.ends_with(b"\n") {
        return Ok(taken);
    }
    Ok(taken + reader.skip_until(b'\n')? as u64 + 1)
}

fn list_record(bytes: &[u8], at: Record, place: &Arc<Place>, path: &Path, doc: &str, listing: &mut Listing) {
    let bytes = if at.line == 1 { without_mark(bytes) } else { bytes };
    let mut problem = |doc: &str, what: String| {
        listing.problems.push(Problem::new(doc, "jsonl", format!("line {}: {what}", at.line)));
    };
    let fields = match parse(bytes) {
        Ok(fields) => fields,
        Err(what) => return problem(doc, what),
    };
    let id = fields.id.as_ref().and_then(id_text).unwrap_or_else(|| format!("{doc}:{}", at.line));
    if fields.text.is_none() {
        return problem(&id, "no text in the record".to_string());
    }
    let item = SourceItem { doc: id.clone(), file: place.clone(), record: Some(at) };
    if let Err(what) = listing.push(item, path) {
        listing.problems.push(Problem::new(&id, "jsonl", format!("line {}: {what}", at.line)));
    }
}

/// Text and metadata of one record, read again from its place.
pub fn read_record(place: &Place, at: Record) -> Result<(decode::Decoded, Metadata), (&'static str, String)> {
    let bytes = bytes_at(place.path(), at).map_err(|e| ("read", format!("line {}: cannot be read: {e}", at.line)))?;
    let bytes = if at.line == 1 { without_mark(&bytes) } else { &bytes };
    let fields = parse(bytes).map_err(|what| ("jsonl", format!("line {}: {what}", at.line)))?;
    let odd = if std::str::from_utf8(bytes).is_ok() { 0 } else { repaired(bytes).1 };
    let text = fields.text.unwrap_or_default();
    let mut decoded =
        decode::decode(text.into_bytes()).map_err(|what| ("decode", format!("line {}: {what}", at.line)))?;
    decoded.odd_bytes += odd;
    let published = fields.published.as_deref().and_then(super::metadata::iso_day);
    Ok((decoded, Metadata { published, title: fields.title, url: fields.url, outlet: fields.outlet }))
}

fn bytes_at(path: &Path, at: Record) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(at.offset))?;
    let mut bytes = Vec::new();
    file.take(at.length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parse(bytes: &[u8]) -> Result<Fields, String> {
    if bytes.trim_ascii_start().first().is_some_and(|b| *b != b'{') {
        return Err("not a JSON object".to_string());
    }
    let parsed = match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_str(&repaired(bytes).0),
    };
    parsed.map_err(|e| format!("not JSON: {e}"))
}

/// The line as UTF-8 text, odd bytes read as Windows-1252.
fn repaired(bytes: &[u8]) -> (String, u32) {
    decode::decode(bytes.to_vec()).map_or_else(|_| (String::new(), 0), |d| (d.text, d.odd_bytes))
}

fn id_text(id: &serde_json::Value) -> Option<String> {
    match id {
        serde_json::Value::String(s) if !s.trim().is_empty() => Some(s.clone()),
        serde_json::Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
