//! Which place lies in which, and how far apart two are.

use crate::mentions::Place;
use crate::patterns::gazetteer::Record;

/// Two places of one district are rarely further apart (km).
const DISTRICT: f64 = 60.0;
/// Half the width of a region without borders (km).
const REGION: f64 = 300.0;

/// True when `b` lies in `a`: "La Cala" in "Spain".
pub fn contains(a: &Place, b: &Place) -> bool {
    let same_country = a.country.is_some() && a.country == b.country;
    if a.geonames_id.is_some() && a.geonames_id == b.geonames_id {
        return false;
    }
    let near = |km: f64| distance(a, b).is_some_and(|d| d <= km);
    match a.kind {
        "country" => same_country && b.kind != "country",
        "admin1" => same_country && b.admin1.as_deref() == Some(a.name.as_str()) && b.kind != "admin1",
        "admin2" => same_country && a.admin1 == b.admin1 && near(DISTRICT) && !matches!(b.kind, "country" | "admin1"),
        "region" => (same_country || a.country.is_none()) && near(REGION) && !matches!(b.kind, "country" | "region"),
        "facility" => false,
        _ => b.kind == "facility" && same_country && near(DISTRICT),
    }
}

/// As [`contains`], for records.
pub fn holds(a: &Record, b: &Record) -> bool {
    if a.number == b.number || b.kind() == "country" {
        return false;
    }
    let same_country = a.country != 0 && a.country == b.country;
    match a.kind() {
        "country" => same_country,
        "admin1" => same_country && a.admin1 == b.admin1 && b.kind() != "admin1",
        "admin2" => same_country && a.admin2 != 0 && a.admin2 == b.admin2 && b.kind() != "admin1",
        "region" => (same_country || a.country == 0) && km(a, b) < REGION && b.kind() != "region",
        _ => same_country && km(a, b) < DISTRICT / 2.0 && b.population < a.population && b.kind() != "admin1",
    }
}

/// Great-circle distance of two records in km.
pub fn km(a: &Record, b: &Record) -> f64 {
    great_circle((a.lat, a.lon), (b.lat, b.lon))
}

/// Distance in km, where both positions are known.
pub fn distance(a: &Place, b: &Place) -> Option<f64> {
    Some(great_circle((a.lat?, a.lon?), (b.lat?, b.lon?)))
}

/// Great-circle distance in km of two points in degrees.
pub fn great_circle(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lb) = (a.0.to_radians(), b.0.to_radians());
    let half = |x: f64| (x / 2.0).sin().powi(2);
    let h = half(lb - la) + la.cos() * lb.cos() * half((b.1 - a.1).to_radians());
    2.0 * 6371.0 * h.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, kind: &'static str, country: &str, admin1: Option<&str>, at: (f64, f64)) -> Place {
        Place {
            name: name.into(),
            geonames_id: None,
            lat: Some(at.0),
            lon: Some(at.1),
            country: Some(country.into()),
            admin1: admin1.map(str::to_string),
            kind,
            population: 0,
        }
    }

    #[test]
    fn countries_and_divisions_hold_their_towns() {
        let spain = place("Spain", "country", "ES", None, (40.0, -4.0));
        let cala = place("La Cala", "town", "ES", Some("Valencia"), (38.5, -0.2));
        let texas = place("Texas", "admin1", "US", Some("Texas"), (31.0, -99.0));
        assert!(contains(&spain, &cala));
        assert!(!contains(&cala, &spain));
        assert!(!contains(&texas, &cala));
    }

    #[test]
    fn distances_are_right() {
        let d = great_circle((51.5085, -0.1257), (48.8534, 2.3488));
        assert!((d - 344.0).abs() < 3.0, "{d}");
    }
}
