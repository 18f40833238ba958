//! Pattern text -> [`Pattern`].

use super::{Node, Number, Pattern, ShapeTest};
use crate::document::patch::Tags;
use crate::document::{Shape, Tag, Word};
use crate::mentions::Kind;
use crate::patterns::lexicon::Lexicon;

/// What is wrong with a pattern, with the byte offset in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Byte offset in the pattern.
    pub at: usize,
    /// What is wrong.
    pub what: String,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    names: Vec<String>,
    lexicon: &'a Lexicon,
}

/// Compiles a pattern; classes must exist in the lexicon.
pub fn parse(text: &str, lexicon: &Lexicon) -> Result<Pattern, ParseError> {
    let mut parser = Parser { text, at: 0, names: Vec::new(), lexicon };
    let root = parser.alternatives()?;
    if parser.at < text.len() {
        return Err(parser.error("unexpected )"));
    }
    Ok(Pattern { root, names: parser.names })
}

impl Parser<'_> {
    fn error(&self, what: impl Into<String>) -> ParseError {
        ParseError { at: self.at, what: what.into() }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, c: char) -> bool {
        let hit = self.rest().starts_with(c);
        if hit {
            self.at += c.len_utf8();
        }
        hit
    }

    fn alternatives(&mut self) -> Result<Node, ParseError> {
        let mut options = vec![self.sequence()?];
        while self.eat('|') {
            options.push(self.sequence()?);
        }
        if options.len() == 1 {
            return Ok(options.remove(0));
        }
        let word = |option: &Node| if let Node::Word(word) = option { Some(*word) } else { None };
        let words: Option<Vec<Word>> = options.iter().map(word).collect();
        Ok(words.map_or_else(|| Node::Either(options), Node::Words))
    }

    fn sequence(&mut self) -> Result<Node, ParseError> {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.rest().is_empty() || self.rest().starts_with([')', '|']) {
                break;
            }
            items.push(self.element()?);
        }
        if items.is_empty() {
            return Err(self.error("an empty pattern or alternative"));
        }
        Ok(if items.len() == 1 { items.remove(0) } else { Node::Sequence(items) })
    }

    /// `name=x`, `!x`, `~x`, then an atom with its repetition.
    fn element(&mut self) -> Result<Node, ParseError> {
        if let Some(name) = capture_name(self.rest()) {
            let name = name.to_string();
            self.at += name.len() + 1;
            let index = self.name_index(name);
            return Ok(Node::Capture(index, Box::new(self.element()?)));
        }
        if self.rest().len() > 1 && self.eat('!') {
            return Ok(Node::Not(Box::new(self.element()?)));
        }
        if self.rest().len() > 1 && self.eat('~') {
            return Ok(Node::Glued(Box::new(self.element()?)));
        }
        let atom = self.atom()?;
        self.repetition(atom)
    }

    fn name_index(&mut self, name: String) -> u8 {
        let known = self.names.iter().position(|n| *n == name);
        known.unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        }) as u8
    }

    fn repetition(&mut self, atom: Node) -> Result<Node, ParseError> {
        let (min, max) = match self.rest().chars().next() {
            Some('?') => (0, 1),
            Some('*') => (0, u8::MAX),
            Some('+') => (1, u8::MAX),
            Some('{') => return self.counted(atom),
            _ => return Ok(atom),
        };
        self.at += 1;
        Ok(Node::Repeat(Box::new(atom), min, max))
    }

    fn counted(&mut self, atom: Node) -> Result<Node, ParseError> {
        let end = self.rest().find('}').ok_or_else(|| self.error("{ without }"))?;
        let inner = &self.rest()[1..end];
        let (a, b) = inner.split_once(',').unwrap_or((inner, inner));
        let bounds = a.parse().ok().zip(b.parse().ok());
        let (min, max) = bounds.ok_or_else(|| self.error("write {2,4}"))?;
        self.at += end + 1;
        Ok(Node::Repeat(Box::new(atom), min, max))
    }

    fn atom(&mut self) -> Result<Node, ParseError> {
        match self.rest().chars().next() {
            Some('(') => self.group(),
            Some('@') => self.class(),
            Some('#') => self.number(),
            Some('<') => self.angle(),
            Some('/') if self.rest().len() > 1 && self.rest()[1..].contains('/') => self.tags(),
            Some('\'') if self.rest()[1..].contains('\'') => self.surface(),
            Some('^') => self.one(Node::Start),
            Some('$') => self.one(Node::End),
            _ => self.word(),
        }
    }

    fn one(&mut self, node: Node) -> Result<Node, ParseError> {
        self.at += 1;
        Ok(node)
    }

    fn group(&mut self) -> Result<Node, ParseError> {
        self.at += 1;
        let inner = self.alternatives()?;
        if self.eat(')') { Ok(inner) } else { Err(self.error("( without )")) }
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> String {
        let len = self.rest().find(|c| !keep(c)).unwrap_or(self.rest().len());
        let out = self.rest()[..len].to_string();
        self.at += len;
        out
    }

    fn class(&mut self) -> Result<Node, ParseError> {
        self.at += 1;
        let name = self.take_while(|c| c.is_alphanumeric() || c == '-' || c == '_');
        let class = self.lexicon.class(&name);
        class.map(Node::Class).ok_or_else(|| self.error(format!("there is no lexicon/{name}.csv")))
    }

    fn number(&mut self) -> Result<Node, ParseError> {
        self.at += 1;
        let body = self.take_while(|c| c.is_ascii_alphanumeric() || c == '-');
        let digits_end = body.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(body.len());
        let ending = match &body[digits_end..] {
            "" => "",
            "th" => "th",
            "s" => "s",
            other => return Err(self.error(format!("unknown number ending {other:?}"))),
        };
        let (min, max) = body[..digits_end].split_once('-').unwrap_or(("", ""));
        let digits = if min.len() == max.len() && min.len() > 1 { min.len() as u8 } else { 0 };
        let (min, max) = (min.parse().unwrap_or(0), max.parse().unwrap_or(u64::MAX));
        Ok(Node::Number(Number { min, max, ending, digits }))
    }

    fn angle(&mut self) -> Result<Node, ParseError> {
        let end = self.rest().find('>').ok_or_else(|| self.error("< without >"))?;
        let name = self.rest()[1..end].to_string();
        self.at += end + 1;
        let shape = match name.as_str() {
            "name" => ShapeTest::NameLike,
            "Cap" => ShapeTest::AnyCapital,
            "CAPS" => ShapeTest::Is(Shape::Upper),
            "lower" => ShapeTest::Is(Shape::Lower),
            "mark" => ShapeTest::Is(Shape::Mark),
            "word" => ShapeTest::Word,
            "clock" => ShapeTest::Clock,
            "any" => ShapeTest::Any,
            kind => {
                let kind = Kind::parse(kind).ok_or_else(|| self.error(format!("unknown <{kind}>")))?;
                return Ok(Node::Mention(kind));
            }
        };
        Ok(Node::Shape(shape))
    }

    fn tags(&mut self) -> Result<Node, ParseError> {
        let end = self.rest()[1..].find('/').ok_or_else(|| self.error("/ without /"))?;
        let body = self.rest()[1..end + 1].to_string();
        let tags = body.split('|').map(Tag::parse).collect::<Option<Vec<_>>>();
        let tags = tags.ok_or_else(|| self.error(format!("unknown tag in /{body}/")))?;
        self.at += end + 2;
        Ok(Node::Tag(Tags::of(tags)))
    }

    fn surface(&mut self) -> Result<Node, ParseError> {
        let end = self.rest()[1..].find('\'').ok_or_else(|| self.error("' without '"))?;
        let body = self.rest()[1..end + 1].to_string();
        self.at += end + 2;
        Ok(Node::Surface(body))
    }

    fn word(&mut self) -> Result<Node, ParseError> {
        let body = self.take_while(|c| !c.is_whitespace() && !matches!(c, ')' | '(' | '|' | '?' | '*' | '+' | '{'));
        if body.is_empty() {
            return Err(self.error("unexpected repetition mark"));
        }
        // A lone ? * + is written '?' and so on, as a surface form.
        Ok(Node::Word(Word::of(&crate::document::tokens::norm_of(&body))))
    }
}

/// The name of `name=x` at the start of the text.
fn capture_name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    (end > 0 && text[end..].starts_with('=') && text.as_bytes()[0].is_ascii_alphabetic()).then(|| &text[..end])
}
