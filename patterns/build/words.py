"""English words by how common they are (SCOWL) and their parts of speech (the Brill lexicon)."""

import re

LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
WRITTEN_UP_TO = 60
VARIETIES = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1")
WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*\Z")
ENTRY = re.compile(r"[A-Za-z][A-Za-z.'&-]*\Z|[.,;:!?$%&()'\"-]+\Z|``\Z|'s\Z|'[a-z]+\Z")
TAG = re.compile(r"[A-Z]+\$?\Z|[.,:$#()\"]\Z|``\Z|''\Z")


def levels(scowl):
    """Lower-case words -> the smallest SCOWL size that holds them."""
    folder = scowl / "usr/share/dict/scowl"
    found = {}
    for level in LEVELS:
        for variety in VARIETIES:
            for kind in ("words", "contractions"):
                path = folder / f"{variety}-{kind}.{level}"
                if path.exists():
                    for word in path.read_text("latin-1").split():
                        found.setdefault(word, level)
    return {word: level for word, level in found.items() if WORD.match(word) and not word.endswith("'s")}


def proper(scowl):
    """Folded forms that SCOWL lists with a capital: proper names."""
    folder = scowl / "usr/share/dict/scowl"
    names = set()
    for path in sorted(folder.glob("*-proper-names.*")) + sorted(folder.glob("*-upper.*")):
        if int(path.suffix[1:]) <= 60:
            names.update(word.lower() for word in path.read_text("latin-1").split() if not word.endswith("'s"))
    return names


def first_tags(textblob):
    """Word -> its tag in the Brill lexicon, its header and the tokens taken from Twitter dropped."""
    rows = {}
    for line in (textblob / "textblob/en/en-lexicon.txt").read_text("utf-8").splitlines():
        word, _, rest = line.partition(" ")
        kept = [tag for tag in rest.split() if TAG.match(tag)]
        if line.startswith(";;;") or not ENTRY.match(word) or not kept or len(kept) != len(rest.split()):
            continue
        if re.search(r"(.)\1\1", word) and word not in ("III", "..."):
            continue
        rows.setdefault(word, " ".join(kept))
    return rows


def word_rows(found):
    """Rows (word, level) up to the written size."""
    return sorted((word, level) for word, level in found.items() if level <= WRITTEN_UP_TO)
