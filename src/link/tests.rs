use super::*;
use crate::frames::Status;
use crate::incidents::{Incident, Party, Site, When};
use crate::ingest::{Article, Metadata};
use crate::mentions::dates::expr::{Expr, Reading};
use crate::mentions::{DateBasis, DateValue, Place, Precision};
use crate::patterns::Patterns;
use std::sync::LazyLock;

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::load(None).unwrap());

/// `victims | method | from..to | town:country`; every part may be empty.
fn told(id: &str, line: &str) -> (String, String, Profile) {
    let mut parts = line.split('|').map(str::trim);
    let mut next = || parts.next().unwrap_or_default();
    let party = |name: &str| Party { name: Some(name.trim().into()), text: name.trim().into(), ..Party::default() };
    let victims = next().split(',').filter(|v| !v.trim().is_empty()).map(party).collect();
    let methods = next().split_whitespace().map(str::to_string).collect();
    let date = next().split_once("..").map(|(from, to)| When {
        value: DateValue {
            interval: Some((from.parse().unwrap(), to.parse().unwrap())),
            precision: Precision::Day,
            basis: DateBasis::Stated,
            timex: None,
            class: "DATE",
            reading: Reading::plain(Expr::Calendar(Default::default())),
            reference: None,
        },
        text: String::new(),
    });
    let places = next().split_once(':').map(|(town, country)| site(town, country)).into_iter().collect();
    let killed = next().parse().ok();
    let incident = Incident { victims, methods, date, places, killed, ..blank(id) };
    let article = Article::new(&format!("{id}.txt"), String::new(), Metadata::default(), &PATTERNS);
    (id.to_string(), article.doc.clone(), Profile::new(&incident, &article, &PATTERNS))
}

fn site(town: &str, country: &str) -> Site {
    let id = town.bytes().fold(7u32, |sum, b| sum.wrapping_mul(31).wrapping_add(u32::from(b)));
    let place = Place {
        name: town.into(),
        geonames_id: (!town.is_empty()).then_some(id),
        lat: None,
        lon: None,
        country: Some(country.into()),
        admin1: None,
        kind: if town.is_empty() { "country" } else { "town" },
        population: 0,
    };
    Site { text: town.into(), name: town.into(), place: Some(place) }
}

fn blank(id: &str) -> Incident {
    Incident {
        id: id.into(),
        rank: 1,
        methods: Vec::new(),
        status: Status::Reported,
        fatal: None,
        killed: None,
        injured: None,
        victims: Vec::new(),
        perpetrators: Vec::new(),
        instruments: Vec::new(),
        places: Vec::new(),
        date: None,
        confidence: 0.5,
        reasons: Vec::new(),
        known_by: None,
        evidence: Vec::new(),
        cluster: None,
    }
}

fn linked(all: &[(String, String, Profile)]) -> Vec<Option<Linked>> {
    let members: Vec<Member> = all.iter().map(|(id, doc, profile)| Member { id, doc, profile }).collect();
    link(&members)
}

/// True when the two lines come into one cluster.
fn same(a: &str, b: &str) -> bool {
    let out = linked(&[told("one", a), told("two", b)]);
    out[0].is_some() && out[0].as_ref().map(|l| &l.cluster) == out[1].as_ref().map(|l| &l.cluster)
}

#[test]
fn transliterations_and_slips_are_one_person() {
    let a = "Maksim Kuzminov | shooting | 2024-02-13..2024-02-13 | Villajoyosa:ES";
    assert!(same(a, "Maxim Kuzminov | killing_unspecified | 2024-02-01..2024-02-29 | :ES"));
    assert!(same(a, "Maxim Kouzminov | shooting ||"));
    assert!(same("Jamal Khashoggi | killing_unspecified ||", "Jamal Kashoggi | killing_unspecified ||"));
    assert!(same("Mohammed bin Salman | poisoning ||", "Muhammad Salman | poisoning ||"));
    assert!(same("Yevgeny Prigozhin | bombing ||", "Evgeniy Prigojin | bombing ||"));
}

#[test]
fn other_people_stay_apart() {
    assert!(!same("Alexei Navalny | poisoning ||", "Yulia Navalny | poisoning ||"));
    assert!(!same("Kim Jong-nam | poisoning ||", "Kim Jong-un | poisoning ||"));
    assert!(!same("Ivan Petrov | shooting ||", "Petr Ivanov | shooting ||"));
    assert!(!same("| shooting ||", "| shooting ||"));
}

#[test]
fn initials_need_day_and_country_and_nicknames_do_not() {
    let a = "Jonathan Okafor | shooting | 2020-03-01..2020-03-01 | Rome:IT";
    assert!(same(a, "J. Okafor | shooting | 2020-03-01..2020-03-01 | Rome:IT"));
    assert!(!same("Jonathan Okafor | shooting ||", "J. Okafor | shooting ||"));
    assert!(same("Bill Harrington | shooting ||", "William Harrington | shooting ||"));
    assert!(!same("Karim bin Yusuf | shooting ||", "Yusuf bin Karim | shooting ||"));
}

#[test]
fn what_excludes_itself_stays_apart() {
    let a = "Anna Example | shooting | 2020-03-01..2020-03-01 | Rome:IT";
    assert!(same(a, "Anna Example | shooting | 2020-03-02..2020-03-02 | Rome:IT"));
    assert!(!same(a, "Anna Example | shooting | 2020-03-09..2020-03-09 | Rome:IT"));
    assert!(!same(a, "Anna Example | hacking | 2020-03-01..2020-03-01 | Rome:IT"));
    assert!(!same(a, "Anna Example | shooting | 2020-03-01..2020-03-01 | Lyon:FR"));
}

#[test]
fn a_surname_needs_day_and_country() {
    let a = "Example | shooting | 2020-03-01..2020-03-01 | Rome:IT";
    assert!(same(a, "Anna Example | shooting | 2020-03-01..2020-03-01 | :IT"));
    assert!(!same(a, "Anna Example | shooting ||"));
}

#[test]
fn the_nameless_need_town_day_means_and_number() {
    let a = "| bombing | 2020-03-01..2020-03-01 | Rome:IT | 12";
    assert!(same(a, "| bombing | 2020-03-01..2020-03-02 | Rome:IT | 12"));
    assert!(!same(a, "| bombing | 2020-03-01..2020-03-02 | Rome:IT | 40"));
    assert!(!same(a, "| bombing | 2020-03-01..2020-03-02 | Milan:IT | 12"));
}

#[test]
fn order_and_strangers_change_nothing() {
    let mut all = vec![
        told("a", "Maksim Kuzminov | shooting | 2024-02-13..2024-02-13 | Villajoyosa:ES"),
        told("b", "Maxim Kuzminov | shooting | 2024-02-01..2024-02-29 | :ES"),
        told("c", "Maxim Kuzminov | shooting ||"),
        told("d", "Maxim Kuzminov | shooting | 2023-01-01..2023-01-31 | :ES"),
        told("e", "Jamal Khashoggi | killing_unspecified | 2018-10-02..2018-10-02 | Istanbul:TR"),
        told("f", "Jamal Khashoggi | killing_unspecified | 2018-10-02..2018-10-02 | Istanbul:TR"),
    ];
    let by_id = |all: &[(String, String, Profile)]| -> BTreeMap<String, Option<Linked>> {
        all.iter().map(|m| m.0.clone()).zip(linked(all)).collect()
    };
    let before = by_id(&all);
    assert!(before["a"].is_some() && before["a"].as_ref().map(|l| l.size) == Some(3));
    assert!(before["d"].is_none());
    assert_eq!(before["e"].as_ref().map(|l| l.reasons.len()), Some(4));
    all.reverse();
    assert_eq!(by_id(&all), before);
    all.insert(2, told("aa", "Maria Stranger | shooting | 2024-02-13..2024-02-13 | Villajoyosa:ES"));
    let mut after = by_id(&all);
    assert_eq!(after.remove("aa"), Some(None));
    assert_eq!(after, before);
}
