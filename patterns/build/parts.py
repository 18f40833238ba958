"""All possible parts of speech of the words, from WordNet: lemmas and their inflected forms.

Input: the Brill lexicon's first tag of each word, WordNet's index, exception lists and sense counts, the hand-written
tables input/tags.tsv (closed classes, final word), input/verbs.tsv (irregular verbs) and the
demonyms of input/countries.tsv. Output: rows (word, tags), the
most frequent tag first: Brill's where there is one, then the others by WordNet's counts.
"""

import re
from collections import defaultdict

WORD = re.compile(r"[a-z]+\Z")
DEMONYM = re.compile(r"[A-Z][a-z]+\Z")
POS = {"noun": "1", "verb": "2", "adj": "3", "adv": "4"}
RARE = 60
OPEN = {"NN", "NNS", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"}
AT_MOST = 6


def read(wordnet, levels, first, irregular, fixed, demonyms):
    """Rows (word, tags) of Brill's words and of WordNet's words that `levels` knows."""
    folder = wordnet / "usr/share/wordnet"
    found = Readings(folder, irregular)
    rows = {}
    for word in set(first) | {w for w in found.tags if w in levels}:
        tags = joined(word, first.get(word), found.of(word))
        if tags:
            rows[word] = " ".join(tags)
    for word in demonyms:
        rows[word] = "NNPS" if word[:-1] in demonyms or word.endswith("men") else "JJ NNP"
    return sorted((rows | fixed).items())


def joined(word, first, others):
    """Brill's tag, then the others; a word of a closed class keeps its one tag."""
    if word.islower() and first in ("NNP", "NNPS") and others:
        return others[:AT_MOST]
    if first and first not in OPEN:
        return [first]
    tags = [first] if first else []
    if word.endswith("ed") and first in ("VBD", "VBN"):
        tags += ["VBN" if first == "VBD" else "VBD"]
    return (tags + [tag for tag in others if tag not in tags])[:AT_MOST]


class Readings:
    """Word -> {tag: count} over all forms of all lemmas."""

    def __init__(self, folder, irregular):
        self.tags = defaultdict(dict)
        self.counts = sense_counts(folder)
        lemmas = {pos: index(folder, pos) for pos in POS}
        for pos, kinds in (("noun", self.noun), ("verb", self.verb), ("adj", self.adjective), ("adv", self.adverb)):
            odd = exceptions(folder, pos)
            for lemma in sorted(lemmas[pos]):
                if self.usual(lemma, pos, lemmas):
                    kinds(lemma, odd.get(lemma, []), self.counts.get((lemma, POS[pos]), 0), irregular)

    def usual(self, lemma, pos, lemmas):
        """Not a reading that WordNet's texts hardly ever show beside another one."""
        top = max(self.counts.get((lemma, POS[p]), 0) for p in POS if lemma in lemmas[p])
        return (self.counts.get((lemma, POS[pos]), 0) + 1) * RARE >= top

    def add(self, form, tag, count):
        """Notes one reading of one form."""
        self.tags[form][tag] = self.tags[form].get(tag, 0) + count

    def of(self, word):
        """The tags of a form, most frequent first."""
        return sorted(self.tags.get(word, {}), key=lambda tag: (-self.tags[word][tag], tag))

    def noun(self, lemma, odd, count, _):
        """Singular and plural."""
        self.add(lemma, "NN", count)
        for form in odd or [with_s(lemma)]:
            self.add(form, "NNS", count)

    def verb(self, lemma, odd, count, irregular):
        """Base, present, past, participles; an irregular verb's past and participle are in the table or alike."""
        self.add(lemma, "VB", count)
        self.add(lemma, "VBP", count / 2)
        self.add(with_s(lemma), "VBZ", count)
        ings = [form for form in odd if form.endswith("ing")]
        pasts = [form for form in odd if form not in ings and not form.endswith("s")]
        for form in ings or [with_ing(lemma)]:
            self.add(form, "VBG", count)
        past, participle = irregular.get(lemma, (pasts or [with_ed(lemma)],) * 2)
        for form in past:
            self.add(form, "VBD", count)
        for form in participle:
            self.add(form, "VBN", count)

    def adjective(self, lemma, odd, count, _):
        """Positive, and the degrees that WordNet spells out."""
        self.add(lemma, "JJ", count)
        for form in odd:
            self.add(form, "JJS" if form.endswith("st") else "JJR", count)

    def adverb(self, lemma, _odd, count, _irregular):
        """Positive only."""
        self.add(lemma, "RB", count)


def index(folder, pos):
    """Lemmas of one word."""
    lines = (folder / f"index.{pos}").read_text("utf-8").splitlines()
    return {word for word in (line.partition(" ")[0] for line in lines) if WORD.match(word)}


def exceptions(folder, pos):
    """Lemma -> its irregular forms."""
    out = defaultdict(list)
    for line in (folder / f"{pos}.exc").read_text("utf-8").splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            if WORD.match(form) and form != lemma:
                out[lemma].append(form)
    return out


def sense_counts(folder):
    """(lemma, part of speech) -> how often its senses occur in WordNet's tagged texts."""
    out = defaultdict(int)
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        out[lemma, "3" if rest[0] == "5" else rest[0]] += int(count)
    return out


def with_s(lemma):
    """Plural or third person."""
    if re.search(r"(?:s|x|z|ch|sh)\Z", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y\Z", lemma) else lemma + "s"


def with_ed(lemma):
    """Regular past."""
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if re.search(r"[^aeiou]y\Z", lemma) else lemma + "ed"


def with_ing(lemma):
    """Regular present participle."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return lemma[:-1] + "ing" if re.search(r"[^eoy]e\Z", lemma) else lemma + "ing"
