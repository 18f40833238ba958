//! The method codes of the output contract, and what each kind of method says of an event.

use super::error::Errors;
use super::rulefile::{Row, Text};

/// What somebody says will be done to another.
pub const THREAT: &str = "threat";

/// The method codes of the output contract.
pub const METHODS: [&str; 33] = [
    "shooting",
    "stabbing",
    "poisoning",
    "bombing",
    "arson",
    "beating",
    "vehicle_attack",
    "strangulation",
    "drowning",
    "defenestration",
    "abduction",
    "detention",
    "rendition",
    "torture",
    "sexual_violence",
    "hanging",
    "beheading",
    "drone_strike",
    "air_strike",
    "shelling",
    "missile_strike",
    "acid_attack",
    "chemical_attack",
    "letter_bomb",
    "threat",
    "harassment",
    "surveillance",
    "hacking",
    "disappearance",
    "killing_unspecified",
    "assault_unspecified",
    "suicide_attack",
    "siege_hostage",
];

/// Groups of methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Physical attacks and killings.
    Violence,
    /// Arrest, abduction, disappearance.
    Captivity,
    /// Threats, harassment, surveillance.
    Pressure,
}

/// The family of a method.
pub fn family(method: &str) -> Family {
    match method {
        "detention" | "rendition" | "disappearance" | "abduction" | "siege_hostage" => Family::Captivity,
        "threat" | "harassment" | "surveillance" | "hacking" => Family::Pressure,
        _ => Family::Violence,
    }
}

/// Somebody was attacked, not held or pressed.
pub fn is_violent(method: &str) -> bool {
    family(method) == Family::Violence
}

/// A method that only says that somebody was hurt or died; any violent method may be meant.
pub fn is_general(method: &str) -> bool {
    matches!(method, "killing_unspecified" | "assault_unspecified")
}

/// What may also happen to somebody whom nobody attacks.
pub fn may_befall(method: &str) -> bool {
    is_general(method) || method == "drowning"
}

/// A means by which somebody may have been killed: no general word, and no abuse that stops short of death.
pub fn may_kill(method: &str) -> bool {
    is_violent(method) && !is_general(method) && !matches!(method, "torture" | "sexual_violence")
}

/// The method of which this one is a kind, where both are told: a suicide attack is carried out with a bomb.
pub fn kind_of(method: &str) -> Option<&'static str> {
    (method == "suicide_attack").then_some("bombing")
}

/// Somebody is in the hands of captors who are no authority.
pub fn takes_captive(method: &str) -> bool {
    matches!(method, "abduction" | "siege_hostage" | "disappearance")
}

/// Arms that armies and rebels also use on each other.
pub fn of_war(method: &str) -> bool {
    matches!(method, "shooting" | "shelling" | "air_strike" | "missile_strike")
}

/// Means that reach across a border.
pub fn from_afar(method: &str) -> bool {
    matches!(method, "drone_strike" | "air_strike" | "missile_strike" | "shelling")
}

/// What states do under colour of law, and pressure: the arrest of a suspect is no incident, so each of these may be none.
pub fn of_authorities(method: &str) -> bool {
    let pressure = family(method) == Family::Pressure && method != "hacking";
    pressure || matches!(method, "detention" | "rendition" | "torture")
}

/// What captors do to those whom they hold.
pub fn abuses(method: &str) -> bool {
    matches!(method, "torture" | "beating" | "sexual_violence")
}

/// The code that a rule names; an unknown one is reported.
pub fn code(row: &Row, text: &Text, errors: &mut Errors) -> Option<&'static str> {
    let known = METHODS.iter().find(|m| **m == text.value).copied();
    if known.is_none() {
        row.wrong(errors, text.at, format!("unknown method {:?}", text.value), format!("one of {}", METHODS.join(" ")));
    }
    known
}
