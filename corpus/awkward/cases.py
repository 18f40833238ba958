"""The awkward inputs: what each file holds and what reading it should give. Facts are public, the wording is ours.

Control, invisible and decomposed characters are written as escapes, so that an editor cannot repair them.
"""

import json
from dataclasses import dataclass, field
from typing import Optional

from encode import gzip_member, mixed, zstd_frame


@dataclass
class Item:
    """One article, or one problem, expected from a file; `line` counts from 1 and only for JSONL."""

    text: str = ""
    quote: str = ""
    line: Optional[int] = None
    doc: Optional[str] = None
    why: Optional[str] = None

    @property
    def outcome(self):
        return "problem" if self.why else "article"


@dataclass
class Case:
    path: str
    data: bytes
    items: list = field(default_factory=list)
    encoding: str = "utf-8"
    odd_bytes: int = 0


def article(path, text, quote, data=None, encoding="utf-8", odd_bytes=0):
    data = text.encode("utf-8") if data is None else data
    return Case(path, data, [Item(text, quote)], encoding, odd_bytes)


def problem(path, data, why):
    return Case(path, data, [Item(why=why)])


BIG_SENTENCE = "Carlos Cardoso, the editor of Metical, was shot dead in Maputo on 22 November 2000."


def cases():
    return encodings() + line_ends() + characters() + nothing() + packed() + lines() + names() + formulas()


def encodings():
    bom8 = "Reporter shot in her lift\n\nMOSCOW, 8 October 2006 - Anna Politkovskaya was shot dead on Saturday.\n"
    le = "Editor shot\n\nHrant Dink, the editor of Agos, was shot dead in Istanbul on 19 January 2007. He was born in Malatya.\n"
    be = "Car bomb\n\nDaphne Caruana Galizia was killed by a car bomb in Bidnija, Malta, on 16 October 2017.\n"
    bare = "Vražda novinára\n\nJán Kuciak and Martina Kušnírová were shot dead in Veľká Mača on 21 February 2018.\n"
    odd = "Gunmen at the gate\n\nGuillermo Cano was shot dead in Bogotá on 17 December 1986.\n"
    west = "Missing in Abidjan\n\n“He was abducted,” a friend said of Guy-André Kieffer – the reporter vanished on 16 April 2004 in Côte d’Ivoire…\n"
    half = "Radio owner’s death\n\nJean Dominique was shot dead at Haïti Inter in Port-au-Prince on 3 April 2000. “C’est un crime”, said his café – Pétionville, Léogâne.\n"
    shot = "was shot dead"
    return [
        article("utf8-bom.txt", bom8, f"Anna Politkovskaya {shot}", bom8.encode("utf-8-sig"), "utf-8"),
        article("utf16le-bom.txt", le, f"Hrant Dink, the editor of Agos, {shot}", b"\xff\xfe" + le.encode("utf-16-le"), "utf-16le"),
        article("utf16be-bom.txt", be, "Daphne Caruana Galizia was killed by a car bomb", b"\xfe\xff" + be.encode("utf-16-be"), "utf-16be"),
        article("utf16le-no-bom.txt", bare, "Ján Kuciak and Martina Kušnírová were shot dead", bare.encode("utf-16-le"), "utf-16le"),
        article("utf16le-odd-byte.txt", odd + "\ufffd", f"Guillermo Cano {shot} in Bogotá", b"\xff\xfe" + odd.encode("utf-16-le") + b"A", "utf-16le", 1),
        article("windows-1252.txt", west, "Guy-André Kieffer – the reporter vanished", west.encode("cp1252"), "windows-1252"),
        article("utf8-with-1252-bytes.txt", half, f"Jean Dominique {shot} at Haïti Inter", mixed(half, "’"), "utf-8", 2),
    ]


def line_ends():
    crlf = "Former agent poisoned\r\n\r\nLONDON, 24 November 2006\r\n\r\nAlexander Litvinenko was poisoned with polonium at a hotel in London on 1 November.\r\n"
    cr = "Opposition leader killed\r\rMOSCOW, 28 February 2015\r\rBoris Nemtsov was shot dead on a bridge near the Kremlin on Friday night.\r"
    mix = "Priest shot at the altar\r\n\nSAN SALVADOR, 25 March 1980\r\rArchbishop Oscar Romero was shot dead while he said mass on Monday.\n\x0b\x0cEnds\u2028Desk\u2029\x85"
    wrap = (
        "BOGOTA, 14 AUG 99 (AGENCIA PUERTO) -- [TEXT]  THE HUMORIST AND\nTELEVISION PRESENTER JAIME GARZON WAS SHOT DEAD\n"
        "YESTERDAY BY TWO MEN ON A MOTOR-\nCYCLE NEAR THE STUDIOS OF RADIO-\nNET IN WEST BOGOTA.   [PASSAGE OMITTED]\n"
    )
    caps = "PRIME MINISTER MURDERED\n\nSTOCKHOLM, 1 MARCH 1986\n\nOLOF PALME WAS SHOT DEAD IN SVEAVAGEN LATE LAST NIGHT. HIS WIFE LISBET WAS GRAZED BY A SECOND BULLET.\n"
    single = "No line end. Federico García Lorca was shot near Granada in August 1936"
    return [
        article("crlf.txt", crlf, "Alexander Litvinenko was poisoned with polonium"),
        article("lone-cr.txt", cr, "Boris Nemtsov was shot dead"),
        article("mixed-line-ends.txt", mix, "Archbishop Oscar Romero was shot dead"),
        article("hard-wrapped-agency.txt", wrap, "JAIME GARZON WAS SHOT DEAD\nYESTERDAY BY TWO MEN"),
        article("all-caps.txt", caps, "OLOF PALME WAS SHOT DEAD"),
        article("no-final-newline.txt", single, "Federico García Lorca was shot near Granada"),
    ]


def characters():
    spaces = (
        "Columnist killed in\u00a0consulate\n\nJamal\u00a0Khash\u00adoggi was mur\u00addered inside the Saudi con\u00adsulate in Istan\u200bbul "
        "on 2\u00a0October\u202f2018. Khas\u200bhoggi, a\u2060 Saudi\u2009journalist, was 59.\n"
    )
    emoji = (
        "\U0001f6a8\U0001f6a8 Cameraman killed \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1ea\U0001f1f8\n\n"
        "Jose\u0301 Couso was killed when a tank shelled the Palestine Hotel in Baghdad on 8 April 2003. \U0001f622\U0001f3fd a\u0308\u0323\u0308\n"
    )
    scripts = (
        "Radio host shot in Kafranbel\n\n\u200fقُتل رائد الفارس بالرصاص في كفرنبل.\u200f\n\n"
        "Raed Fares was shot dead in Kafranbel, Syria, on 23 November 2018.\n\n"
        "劉進圖於香港遇襲。Kevin Lau was attacked with a cleaver in Hong Kong on 26 February 2014。他身中六刀。\n"
    )
    controls = "Ends with a bell\x07 and \x1b[31mcolour\x1b[0m\n\nGalina Starovoitova was shot dead in St Petersburg on 20 November 1998.\x1a\n"
    quotes = "«Matado»\n\n‚Vorab‘ — “Dulcie September”, said ‘Le Soir’, \"was shot dead\" at 28, rue des Petites-Écuries, Paris, on 29 March 1988.\n"
    return [
        article("invisible-characters.txt", spaces, "Jamal\u00a0Khash\u00adoggi was mur\u00addered"),
        article("emoji-and-combining.txt", emoji, "Jose\u0301 Couso was killed when a tank shelled the Palestine Hotel"),
        article("arabic-and-chinese-lines.txt", scripts, "Kevin Lau was attacked with a cleaver in Hong Kong"),
        article("control-characters.txt", controls, "Galina Starovoitova was shot dead in St Petersburg"),
        article("quote-styles.txt", quotes, "Dulcie September”, said ‘Le Soir’, \"was shot dead\""),
    ]


def nothing():
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\x00IEND\xaeB`\x82"
    noise = bytes((i * 151 + i // 256 * 89) % 256 for i in range(2048))
    return [
        problem("empty.txt", b"", "empty"),
        problem("white-space-only.txt", " \t\r\n\n\u00a0\u3000\u200b\n".encode(), "empty"),
        problem("bom-only.txt", b"\xef\xbb\xbf", "empty"),
        problem("picture-named.txt", png, "binary"),
        problem("noise.txt", noise, "binary"),
    ]


def packed():
    gz = "Crime reporter shot\n\nGiorgos Karaivaz was shot dead outside his home in Athens on 9 April 2021.\n"
    twin = "Mayor stabbed in Gdansk\n\nPawel Adamowicz was stabbed on a stage in Gdansk on 13 January 2019 and died the next day.\n"
    zst = (
        "Amsterdam: crime reporter shot in the street\n\nPeter R. de Vries was shot in the centre of Amsterdam on the evening of 6 July 2021 and died nine days later.\n\n"
        "He had just left a television studio. Three suspects were stopped within the hour, two of them on a motorway near Leidschendam.\n"
    )
    cut = "Opposition leader shot\n\nChokri Belaid was shot dead outside his home in Tunis on 6 February 2013. A general strike followed.\n"
    crc = "Second murder in Tunis\n\nMohamed Brahmi was shot dead in front of his house in Tunis on 25 July 2013.\n"
    bad_sum = bytearray(gzip_member(crc.encode(), stored=True))
    bad_sum[-8] ^= 0xFF
    halves = gzip_member(twin.encode()[:41]) + gzip_member(twin.encode()[41:])
    return [
        article("packed.txt.gz", gz, "Giorgos Karaivaz was shot dead", gzip_member(gz.encode())),
        article("packed-two-members.txt.gz", twin, "Pawel Adamowicz was stabbed on a stage in Gdansk", halves),
        article("packed.txt.zst", zst, "Peter R. de Vries was shot in the centre of Amsterdam", zstd_frame(zst.encode())),
        problem("truncated.txt.gz", gzip_member(cut.encode(), stored=True)[:-40], "damaged"),
        problem("truncated.txt.zst", zstd_frame(zst.encode())[:-40], "damaged"),
        problem("wrong-checksum.txt.gz", bytes(bad_sum), "damaged"),
        problem("not-really.txt.gz", b"This file is named .gz but was never compressed.\n", "damaged"),
    ]


def row(**fields):
    return json.dumps(fields, ensure_ascii=False)


def lines():
    first = "Berta Cáceres was shot dead at her home in La Esperanza, Honduras, on 2 March 2016."
    second = "Marielle Franco was shot dead in Rio de Janeiro on 14 March 2018.\nHer driver, Anderson Gomes, was killed as well."
    third = "Dele Giwa was killed by a letter bomb in Lagos on 19 October 1986."
    wanted = [
        (row(id="honduras-1", text=first, published="2016-03-04", outlet="Own desk"), Item(first, "Berta Cáceres was shot dead", doc="honduras-1")),
        ('{"id": "cut-off", "text": "Norbert Zongo was burned', Item(why="not JSON")),
        (row(id="no-text", title="A title and nothing else"), Item(doc="no-text", why="no text")),
        ("", None),
        (json.dumps({"id": "rio-1", "text": second, "title": "Councillor shot"}), Item(second, "Marielle Franco was shot dead", doc="rio-1")),
        (row(id="honduras-1", text=third), Item(doc="honduras-1", why="duplicate id")),
        (row(id="null-text", text=None), Item(doc="null-text", why="no text")),
        (row(id="blank-text", text=" \n"), Item(doc="blank-text", why="empty")),
        ('["an", "array"]', Item(why="not an object")),
        (row(id="lagos-1", text=third, extra={"kept": [1, 2]}), Item(third, "Dele Giwa was killed by a letter bomb", doc="lagos-1")),
    ]
    items = []
    for number, (_, item) in enumerate(wanted, 1):
        if item is not None:
            item.line = number
            items.append(item)
    body = "\n".join(line for line, _ in wanted)
    short = [row(id="crlf-1", text=first), row(id="crlf-2", text=third)]
    pair = [Item(first, "Berta Cáceres was shot dead", 1, "crlf-1"), Item(third, "Dele Giwa was killed", 2, "crlf-2")]
    zipped = Item(second, "Anderson Gomes, was killed", 1, "zipped-1")
    return [
        Case("mixed.jsonl", body.encode(), items),
        Case("bom-and-crlf.jsonl", ("\ufeff" + "\r\n".join(short) + "\r\n").encode(), pair),
        Case("packed.jsonl.gz", gzip_member((row(id="zipped-1", text=second) + "\n").encode()), [zipped]),
    ]


def names():
    deep = "Reporter shot in Lurgan\n\nMartin O’Hagan was shot dead in Lurgan, Northern Ireland, on 28 September 2001.\n"
    umlaut = "Candidate stabbed\n\nHenriette Reker was stabbed at a market stall in Köln on 17 October 2015.\n"
    equals = "Politician shot at home\n\nWalter Lübcke was shot dead on his terrace in Istha on 1 June 2019.\n"
    dash = "MP killed in Birstall\n\nJo Cox was shot and stabbed in Birstall, West Yorkshire, on 16 June 2016.\n"
    at = "Governor shot\n\nSalman Taseer was shot dead by his guard in Islamabad on 4 January 2011.\n"
    folder = "a folder/Über uns, Köln & Söhne/2015 (alt)/c/d/e/f/g/h/i/j"
    return [
        article(f"{folder}/Bericht Nr. 1, endgültig.txt", umlaut, "Henriette Reker was stabbed at a market stall in Köln"),
        article("a folder/ leading space/two  spaces.txt", deep, "Martin O’Hagan was shot dead in Lurgan"),
        article("=1+1.txt", equals, "Walter Lübcke was shot dead on his terrace in Istha"),
        article("-rf.txt", dash, "Jo Cox was shot and stabbed in Birstall"),
        article("@SUM(A1).txt", at, "Salman Taseer was shot dead by his guard in Islamabad"),
    ]


def formulas():
    command = "=cmd|' /C calc'!A0\n\nSir David Amess was stabbed to death in Leigh-on-Sea, England, on 15 October 2021.\n"
    total = "@SUM(1+1)*2 is what the ticker said\n\nPim Fortuyn was shot dead in Hilversum, the Netherlands, on 6 May 2002.\n"
    plus = "+49 30 000000 rang all night\n\nRudi Dutschke was shot in West Berlin on 11 April 1968.\n"
    minus = "-2+3 degrees in Dallas\n\nJohn F. Kennedy was shot dead in Dallas on 22 November 1963.\n"
    tab = "\t=HYPERLINK(\"http://example.invalid\";\"open\")\n\n=Yitzhak Rabin was shot dead in Tel Aviv on 4 November 1995.\n"
    wide = "\uff1d1+1, \"quoted\"; and | bars\n\nIndira Gandhi was shot dead by two guards in New Delhi on 31 October 1984.\n"
    return [
        article("title-equals-cmd.txt", command, "Sir David Amess was stabbed to death"),
        article("title-at-sum.txt", total, "Pim Fortuyn was shot dead"),
        article("title-plus.txt", plus, "Rudi Dutschke was shot"),
        article("title-minus.txt", minus, "John F. Kennedy was shot dead"),
        article("title-tab-equals.txt", tab, "=Yitzhak Rabin was shot dead"),
        article("title-wide-equals.txt", wide, "Indira Gandhi was shot dead by two guards"),
    ]
