"""The looked-up form of a word, the same as src/document/fold.rs: lower case, no diacritics, plain apostrophes."""

import unicodedata

PLAIN = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a",
    "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "´": "'", "`": "'", "ʿ": "'", "ʾ": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u2060": "", "\ufeff": "",
}


def fold(text):
    """Folds one word or phrase."""
    if text.isascii():
        return text.lower()
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return "".join(PLAIN.get(c, c) for c in "".join(letters).lower())


def is_latin(text):
    """Whether every letter is of the Latin script."""
    return all(not c.isalpha() or c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in text)


def strength(count, unit=1.0):
    """A count on a scale of 0..9, about three steps for every factor of ten above `unit`; 0 only for no count."""
    level, value = 0, count / unit
    while value >= 1 and level < 9:
        level, value = level + 1, value / 3.2
    return level
