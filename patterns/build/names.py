"""Person names: single-word forms with strengths, and clusters of spellings of one name (rigour, from Wikidata).

A form that no list knows takes its strength from the other forms of its clusters, two steps lower. A cluster no list
knows gives strength 1 as given name and as surname.
"""

import re
from pathlib import Path

import namelists
import words
from fold import fold, is_latin, strength

COLUMNS = ["name", "given", "surname", "gender", "word", "place"]
HAND_WRITTEN = Path(__file__).resolve().parent / "input/names.tsv"
WORD_STRENGTH = {10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 4, 60: 3, 70: 2}
FORM = re.compile(r"[a-z][a-z'-]*[a-z']\Z")
UNIT = 100
INHERITED = 2


def read_clusters(rigour):
    """Clusters as (Wikidata id, sorted folded forms); clusters left with one form are kept for their strength."""
    clusters = []
    for line in (rigour / "rigour/data/names/persons.txt").read_text("utf-8").splitlines():
        forms, _, ident = line.partition(" => ")
        folded = {fold(form.strip()) for form in forms.split(",")}
        clusters.append((ident.strip(), sorted(form for form in folded if len(form) > 1 and "|" not in form)))
    return sorted(clusters, key=lambda c: (c[0][:1], len(c[0]), c[0], c[1]))


def cluster_rows(clusters):
    """Rows (id, forms) of the clusters with two forms or more."""
    return [(ident, "|".join(forms)) for ident, forms in clusters if len(forms) > 1]


def common(package):
    """Folded forms that are common given names or surnames."""
    tally = namelists.read(package, HAND_WRITTEN)
    listed = [*tally.given.items(), *tally.surname.items()]
    return {form for form, weight in listed if weight >= 2 * namelists.LISTED}


def place_strengths(places):
    """Folded single-word place name -> 0..9 by the population of the biggest place of that name."""
    best = {}
    for place in places:
        level = max(1, strength(int(place["population"]), 1000))
        for name in [place["name"], *place["aliases"].split("|")]:
            if name and " " not in name:
                form = fold(name)
                best[form] = max(best.get(form, 0), level)
    return best


def gender(tally, forms):
    """m, f, u (both) or - (not known) of some forms together."""
    male = sum(tally.male.get(form, 0) for form in forms)
    female = sum(tally.female.get(form, 0) for form in forms)
    if male + female == 0 or (male == female and male < namelists.LISTED):
        return "-"
    share = male / (male + female)
    return "m" if share > 0.9 else "f" if share < 0.1 else "u"


def inherit(tally, clusters):
    """Form -> (given, surname, gender) taken from the clusters of the form."""
    found = {}
    for _, forms in clusters:
        given = max((strength(tally.given.get(form, 0), UNIT) for form in forms), default=0)
        surname = max((strength(tally.surname.get(form, 0), UNIT) for form in forms), default=0)
        if given == surname == 0:
            pair = (1, 1, "-")
        else:
            pair = (lowered(given), lowered(surname), gender(tally, forms) if given else "-")
        for form in forms:
            old = found.get(form, (0, 0, "-"))
            found[form] = (max(old[0], pair[0]), max(old[1], pair[1]), merge(old[2], pair[2]))
    return found


def lowered(level):
    """The strength a form inherits from a cluster of this strength."""
    return 0 if level == 0 else max(1, level - INHERITED)


def merge(a, b):
    """The gender of a form that is in two clusters."""
    return b if a in ("-", b) else a if b == "-" else "u"


def ordinariness(form, levels, brill_lower, brill_proper, proper):
    """How ordinary an English word the form is, 0..9."""
    level = WORD_STRENGTH.get(levels.get(form), 0)
    if level == 0:
        return 3 if form in brill_lower and form not in brill_proper and form not in proper else 0
    if form in brill_proper and form not in brill_lower:
        return min(level, 2)
    return level


def rows(package, clusters, levels, proper, places):
    """Every Latin form with its strengths, sorted."""
    tally = namelists.read(package, HAND_WRITTEN)
    inherited = inherit(tally, clusters)
    brill = [word for word, _ in words.first_tags(package("textblob"))]
    brill_lower = {word for word in brill if word.islower()}
    brill_proper = {word.lower() for word in brill if word[0].isupper()}
    forms = set(tally.given) | set(tally.surname) | set(inherited)
    out = []
    for form in sorted(form for form in forms if is_latin(form) and FORM.match(form)):
        given, surname, sex = inherited.get(form, (0, 0, "-"))
        given = max(given, strength(tally.given.get(form, 0), UNIT))
        surname = max(surname, strength(tally.surname.get(form, 0), UNIT))
        own = gender(tally, [form])
        word = ordinariness(form, levels, brill_lower, brill_proper, proper)
        out.append((form, given, surname, sex if own == "-" else own, word, places.get(form, 0)))
    return out
