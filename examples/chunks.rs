use dateline::*;
fn main() {
    let p = patterns::Patterns::load(None).unwrap();
    let mut t = String::new();
    std::io::Read::read_to_string(&mut std::io::stdin(), &mut t).unwrap();
    let a = ingest::Article::new("x", t, Default::default(), &p);
    let r = pipeline::read(&a, &p);
    let c = frames::chunker::Chunker { doc: &r.document, mentions: &r.found.mentions, patterns: &p };
    for s in &r.document.sentences {
        for ch in c.run(s.tokens.clone()) {
            let k = match &ch.kind {
                frames::chunk::Kind::Noun(n) => {
                    if n.person.is_some() {
                        "P"
                    } else if n.place.is_some() {
                        "L"
                    } else if n.org.is_some() {
                        "O"
                    } else {
                        "N"
                    }
                }
                frames::chunk::Kind::Verb(v) => {
                    if v.passive {
                        "Vp"
                    } else if v.bare {
                        "Vb"
                    } else if v.gerund {
                        "Vg"
                    } else if v.infinitive {
                        "Vi"
                    } else {
                        "V"
                    }
                }
                frames::chunk::Kind::Date(_) => "D",
                frames::chunk::Kind::Prep => "p",
                frames::chunk::Kind::And => "&",
                frames::chunk::Kind::Comma => ",",
                frames::chunk::Kind::Relative => "R",
                frames::chunk::Kind::Stop => ".",
                _ => "o",
            };
            let w: Vec<String> =
                ch.tokens.clone().map(|i| format!("{}/{}", r.document.text(i), r.document.tag(i).name())).collect();
            print!("{k}[{}] ", w.join(" "));
        }
        println!();
    }
}
