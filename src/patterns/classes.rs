//! Word classes that the code itself asks for, looked up once.

use super::lexicon::{ClassId, Lexicon};

/// Handles of word classes; `None` where a pack leaves a class out.
#[derive(Debug, Default, Clone, Copy)]
pub struct Classes {
    /// `abbreviations.csv`
    pub abbreviations: Option<ClassId>,
    /// `auxiliaries.csv`: value be, have, do, get, modal.
    pub auxiliaries: Option<ClassId>,
    /// `occurrence-verbs.csv`: verbs that only say that an event took place.
    pub occurrence: Option<ClassId>,
    /// `pictures.csv`: pictures older than the news, whose date is their own.
    pub pictures: Option<ClassId>,
    /// `people.csv`: value role, generic, kin, attacker, suspect, force.
    pub people: Option<ClassId>,
    /// `attackers.csv`: value the method that such an attacker uses ("a sniper").
    pub attackers: Option<ClassId>,
    /// `services.csv`: those who arrest critics, not murderers ("the intelligence service").
    pub services: Option<ClassId>,
    /// `weapons.csv`: value the method that the weapon implies.
    pub weapons: Option<ClassId>,
    /// `structures.csv`: buildings and vehicles that can be attacked.
    pub structures: Option<ClassId>,
    /// `modality.csv`: value a status.
    pub modality: Option<ClassId>,
    /// `blame.csv`: value where the perpetrator stands.
    pub blame: Option<ClassId>,
    /// `mouthpieces.csv`: words before the name of the band for which a caller speaks ("on behalf of").
    pub mouthpieces: Option<ClassId>,
    /// `acquittals.csv`: words behind which somebody did not do it ("acquitted of").
    pub acquittals: Option<ClassId>,
    /// `disclaimers.csv`: words behind which nobody is blamed ("ruled out that").
    pub disclaimers: Option<ClassId>,
    /// `measures.csv`: what officials and doctors carry out, and what is no attack on anybody in particular.
    pub measures: Option<ClassId>,
    /// `attendants.csv`: "bodyguard", "driver": people who are with somebody for their work.
    pub attendants: Option<ClassId>,
    /// `sending.csv`: what is done with what strikes somebody else: "thrown", "fired", "laid".
    pub sending: Option<ClassId>,
    /// `mistreatment.csv`: participles beside those of an attack: "was beaten and ROBBED by".
    pub mistreatment: Option<ClassId>,
    /// `penalties.csv`: what a court imposes, and where it is served: "life", "prison".
    pub penalties: Option<ClassId>,
    /// `verdicts.csv`: "sentenced", "guilty": words for what a court finds.
    pub verdicts: Option<ClassId>,
    /// `bodies.csv`: nouns that stand for a band named before ("the group").
    pub bodies: Option<ClassId>,
    /// `header-words.csv`: small words of the lines above a text ("by", "desk").
    pub header_words: Option<ClassId>,
    /// `date-governors.csv`: words before a day that say when something happened ("on").
    pub date_governors: Option<ClassId>,
    /// `custody-signs.csv`: what tells that police or courts hold somebody ("bail").
    pub custody_signs: Option<ClassId>,
    /// `grips.csv`: what attackers do to take somebody away, and to strike ("dragged").
    pub grips: Option<ClassId>,
    /// `removals.csv`: what tells that somebody was taken away ("into", "drove").
    pub removals: Option<ClassId>,
    /// `capture-words.csv`: what tells that somebody else does ("ransom").
    pub capture_words: Option<ClassId>,
    /// `traces.csv`: signs of what was done to somebody ("stab wounds"); value the method.
    pub traces: Option<ClassId>,
    /// `gunshots.csv`: what is fired.
    pub gunshots: Option<ClassId>,
    /// `vital-parts.csv`: where a bullet hits somebody.
    pub vital_parts: Option<ClassId>,
    /// `doers.csv`: plurals that say no more than that somebody did it ("the attackers").
    pub doers: Option<ClassId>,
    /// `wielding.csv`: verbs whose subject, not whose object, does what the infinitive behind it tells ("used a bomb to attack").
    pub wielding: Option<ClassId>,
    /// `epithets.csv`: words that say what an attack is like, not who did it ("a criminal attack").
    pub epithets: Option<ClassId>,
    /// `aliases.csv`: words between a name and another name of the same person.
    pub aliases: Option<ClassId>,
    /// `officials.csv`: titles of those who speak for police, courts and the like; value `court` for those who try people.
    pub officials: Option<ClassId>,
    /// `anybody.csv`: "people", "victims": plurals that say nothing of who was hurt.
    pub anybody: Option<ClassId>,
    /// `faceless.csv`: "someone", "suspect": words that say no more of an attacker than the attack does.
    pub faceless: Option<ClassId>,
    /// `settlements.csv`: "town", "village": what is called by the name after "of".
    pub settlements: Option<ClassId>,
    /// `masses.csv`: "population": nobody in particular, however many.
    pub masses: Option<ClassId>,
    /// `speakers.csv`: words of the first person.
    pub speakers: Option<ClassId>,
    /// `charges.csv`: words `before` or `after` the crime that somebody is charged with.
    pub charges: Option<ClassId>,
    /// `deeds.csv`: "action", "crime": nouns that point back to an attack told before.
    pub deeds: Option<ClassId>,
    /// `owning.csv`: "belonging to": words between a thing and its owner.
    pub owning: Option<ClassId>,
    /// `explosives.csv`: "bomb", "grenade": what explodes.
    pub explosives: Option<ClassId>,
    /// `fuels.csv`: what people are doused in before they are set alight.
    pub fuels: Option<ClassId>,
    /// `poisons.csv`: "ricin", "nerve agent".
    pub poisons: Option<ClassId>,
    /// `corrosives.csv`: "acid", "green dye": liquids thrown at people.
    pub corrosives: Option<ClassId>,
    /// `distinct.csv`: "separate", "similar": an attack other than those told before; value `whole` for "a similar case".
    pub distinct: Option<ClassId>,
    /// `heads.csv`: who leads a body ("the head of the agency").
    pub heads: Option<ClassId>,
    /// `journeys.csv`: "flight from", "train to": what happens on the way happens near there.
    pub journeys: Option<ClassId>,
    /// `town-offices.csv`: "mayor", "police chief": offices in a town or province.
    pub offices: Option<ClassId>,
    /// `proceedings.csv`: "trial", "inquest": what is held about a crime, at a place and on a day of its own.
    pub proceedings: Option<ClassId>,
    /// `org-heads.csv`: what organisations are called.
    pub org_heads: Option<ClassId>,
    /// `locatives.csv`: prepositions before the place of an event.
    pub locatives: Option<ClassId>,
    /// `court-verbs.csv`: what police and courts do with suspects; a date beside one is not that of the crime.
    pub court: Option<ClassId>,
    /// `adverb-phrases.csv`: "in absentia", "at gunpoint": how, not where or when.
    pub adverbial: Option<ClassId>,
    /// `subject-pronouns.csv`: "he", "they": forms that are only subjects.
    pub subjects: Option<ClassId>,
    /// `works.csv`: "film", "novel", and `narrating.csv`: "tells of", "the hero".
    pub works: Option<ClassId>,
    /// See `works`.
    pub narrating: Option<ClassId>,
    /// `moments.csv`: "when", "as": they open a clause told of the moment of an attack.
    pub moments: Option<ClassId>,
    /// `definites.csv`: "the", "his": they point at people who are known.
    pub definites: Option<ClassId>,
    /// `floating-quantifiers.csv`: "all", "both" after the group that they count.
    pub floating: Option<ClassId>,
    /// `town-institutions.csv`: "police", "mayor": they serve the town named before them.
    pub institutions: Option<ClassId>,
    /// `quarter-nouns.csv`: "neighborhood": what a part of a town is.
    pub quarters: Option<ClassId>,
    /// `telling.csv`: verbs before which a threat is uttered; value told (to somebody) or said.
    pub telling: Option<ClassId>,
    /// `menacers.csv`: roles of those who utter threats rather than warn of them.
    pub menacers: Option<ClassId>,
    /// `reporting.csv`: verbs of saying; a date beside one is the date of the report.
    pub reporting: Option<ClassId>,
    /// `inclusion.csv`: words that open a list of a group's members.
    pub inclusion: Option<ClassId>,
    /// `crimes.csv`: what suspects are arrested for.
    pub crimes: Option<ClassId>,
    /// `commissioning.csv`: "hired", "sent": what those do who have others act.
    pub commissioning: Option<ClassId>,
    /// `injuring.csv`: "wounded", "hurt": words of harm that those it befalls may survive.
    pub injuring: Option<ClassId>,
    /// `outings.csv`: "left", "came": what people did when somebody lay in wait for them.
    pub outings: Option<ClassId>,
    /// `carrying.csv`: what a vehicle does with those in it.
    pub carrying: Option<ClassId>,
    /// `partitives.csv`: heads that count or group what follows "of" ("two of", "members of").
    pub partitives: Option<ClassId>,
    /// `accidents.csv`: what harms people without anybody attacking them; values `means` and
    /// `crash` for words that only together tell of one.
    pub accidents: Option<ClassId>,
    /// `persecuted.csv`: roles whose arrest is an incident by itself; value `voice` for those who are arrested for speaking up.
    pub persecuted: Option<ClassId>,
    /// `publishing.csv`: value `verb` for what people do who speak up in public ("exposed"), `work` for what they make ("story").
    pub publishing: Option<ClassId>,
    /// `unspecific.csv`: "you", "anybody": words for nobody in particular.
    pub unspecific: Option<ClassId>,
    /// `subordinators.csv`: words that open a clause; value `always`, or `clause` when a subject and verb follow.
    pub subordinators: Option<ClassId>,
    /// `captives.csv`: what somebody is held as: "took two tourists hostage".
    pub captives: Option<ClassId>,
    /// `service.csv`: words between people and those for whom they act: "at the service of", "hired by".
    pub service: Option<ClassId>,
    /// `behest.csv`: requests and orders: "at Moscow's request".
    pub behest: Option<ClassId>,
    /// `deadly.csv`: words that say somebody died.
    pub deadly: Option<ClassId>,
    /// `tuples.csv`: "the pair", "the trio"; value how many they are.
    pub tuples: Option<ClassId>,
    /// `ordinals.csv`: "first", "second"; value the number.
    pub ordinals: Option<ClassId>,
    /// `numbers.csv`: number words; value the number.
    pub numbers: Option<ClassId>,
    /// `approximators.csv`: "about", "at least" before a number.
    pub approximators: Option<ClassId>,
    /// `combat.csv`: words of fighting between forces.
    pub combat: Option<ClassId>,
    /// `companions.csv`: words before those who share the victim's lot; value `front` for those that also open a sentence.
    pub companions: Option<ClassId>,
    /// `generic-heads.csv`: nouns that fit any other noun for the same people.
    pub generic_heads: Option<ClassId>,
    /// `military.csv`: soldiers, their units, and those who fight them.
    pub military: Option<ClassId>,
    /// `insurgents.csv`: nouns for fighters of some cause.
    pub insurgents: Option<ClassId>,
    /// `here.csv`: "this city"; value capital when the capital is meant.
    pub here: Option<ClassId>,
    /// `distance-units.csv`: "80 km north of" tells of some other place.
    pub distance_units: Option<ClassId>,
    /// `belongings.csv`: what people own; an attack on it is one on them.
    pub belongings: Option<ClassId>,
    /// `undergoing.csv`: verbs and nouns that tie a person to the event named beside them; what they tell as value
    /// (`frames/trigger/undergoing.rs`).
    pub undergoing: Option<ClassId>,
    /// `intransitive.csv`: past tenses that never stand behind their noun as a participle, as "died" does not.
    pub intransitive: Option<ClassId>,
    /// `war-machines.csv`: helicopters, tanks: things that attack.
    pub war_machines: Option<ClassId>,
    /// `dated-nouns.csv`: "the 1988 law", "the May coup": nouns with a date of their own; value `text`, or `event` for what
    /// something else may happen at.
    pub dated_nouns: Option<ClassId>,
    /// `overrunning.csv`: verbs of entering, holding or attacking, whose object is where it happened.
    pub overrunning: Option<ClassId>,
    /// `outcomes.csv`: verbs before what came of the deed told before them.
    pub outcomes: Option<ClassId>,
    /// `happenings.csv`: "the incident took place": value `noun`, `verb` or `pronoun`.
    pub happenings: Option<ClassId>,
    /// `date-limits.csv`: "until", "since": words before a day that is not the event's; value `end`, or `start`.
    pub date_limits: Option<ClassId>,
    /// `street-nouns.csv`: last words of the names of streets.
    pub street_nouns: Option<ClassId>,
    /// `violence.csv`: words that tell of violence or custody; value `inquiry` for those that may follow
    /// accidents, too.
    pub violence: Option<ClassId>,
    /// `ordinary-crimes.csv`: what is prosecuted anywhere, whoever rules; value `violent` for what has victims.
    pub ordinary_crimes: Option<ClassId>,
    /// `gendered-nouns.csv`: m or f.
    pub gendered_nouns: Option<ClassId>,
    /// `naming.csv`: participles between a person and the name: "a guard named X".
    pub naming: Option<ClassId>,
    /// `remains.csv`: bodies, and what else is left of the dead.
    pub remains: Option<ClassId>,
    /// `contests.csv`: elections, matches and the like, in which one beats another.
    pub contests: Option<ClassId>,
    /// `repression.csv`: what people are arrested over who speak up, and who tells of it.
    pub repression: Option<ClassId>,
    /// `origins.csv`: words before the place that somebody comes from or lives in; value `where` for those behind it ("UK-based").
    pub origins: Option<ClassId>,
    /// `distant-speakers.csv`: who speaks of what happened elsewhere.
    pub distant: Option<ClassId>,
    /// `hospitals.csv`: where the hurt are brought.
    pub hospitals: Option<ClassId>,
    /// `treatments.csv`: what is said of those brought there.
    pub treatments: Option<ClassId>,
}

impl Classes {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        Classes {
            abbreviations: lexicon.class("abbreviations"),
            belongings: lexicon.class("belongings"),
            undergoing: lexicon.class("undergoing"),
            intransitive: lexicon.class("intransitive"),
            war_machines: lexicon.class("war-machines"),
            auxiliaries: lexicon.class("auxiliaries"),
            occurrence: lexicon.class("occurrence-verbs"),
            outcomes: lexicon.class("outcomes"),
            happenings: lexicon.class("happenings"),
            overrunning: lexicon.class("overrunning"),
            pictures: lexicon.class("pictures"),
            people: lexicon.class("people"),
            attackers: lexicon.class("attackers"),
            header_words: lexicon.class("header-words"),
            date_governors: lexicon.class("date-governors"),
            custody_signs: lexicon.class("custody-signs"),
            capture_words: lexicon.class("capture-words"),
            grips: lexicon.class("grips"),
            removals: lexicon.class("removals"),
            traces: lexicon.class("traces"),
            gunshots: lexicon.class("gunshots"),
            vital_parts: lexicon.class("vital-parts"),
            services: lexicon.class("services"),
            weapons: lexicon.class("weapons"),
            structures: lexicon.class("structures"),
            modality: lexicon.class("modality"),
            blame: lexicon.class("blame"),
            mouthpieces: lexicon.class("mouthpieces"),
            acquittals: lexicon.class("acquittals"),
            disclaimers: lexicon.class("disclaimers"),
            measures: lexicon.class("measures"),
            attendants: lexicon.class("attendants"),
            sending: lexicon.class("sending"),
            mistreatment: lexicon.class("mistreatment"),
            penalties: lexicon.class("penalties"),
            verdicts: lexicon.class("verdicts"),
            bodies: lexicon.class("bodies"),
            doers: lexicon.class("doers"),
            wielding: lexicon.class("wielding"),
            epithets: lexicon.class("epithets"),
            aliases: lexicon.class("aliases"),
            officials: lexicon.class("officials"),
            anybody: lexicon.class("anybody"),
            faceless: lexicon.class("faceless"),
            settlements: lexicon.class("settlements"),
            masses: lexicon.class("masses"),
            speakers: lexicon.class("speakers"),
            charges: lexicon.class("charges"),
            deeds: lexicon.class("deeds"),
            owning: lexicon.class("owning"),
            explosives: lexicon.class("explosives"),
            fuels: lexicon.class("fuels"),
            poisons: lexicon.class("poisons"),
            corrosives: lexicon.class("corrosives"),
            distinct: lexicon.class("distinct"),
            heads: lexicon.class("heads"),
            journeys: lexicon.class("journeys"),
            offices: lexicon.class("town-offices"),
            proceedings: lexicon.class("proceedings"),
            org_heads: lexicon.class("org-heads"),
            locatives: lexicon.class("locatives"),
            court: lexicon.class("court-verbs"),
            adverbial: lexicon.class("adverb-phrases"),
            subjects: lexicon.class("subject-pronouns"),
            works: lexicon.class("works"),
            narrating: lexicon.class("narrating"),
            moments: lexicon.class("moments"),
            definites: lexicon.class("definites"),
            floating: lexicon.class("floating-quantifiers"),
            institutions: lexicon.class("town-institutions"),
            quarters: lexicon.class("quarter-nouns"),
            telling: lexicon.class("telling"),
            menacers: lexicon.class("menacers"),
            reporting: lexicon.class("reporting"),
            inclusion: lexicon.class("inclusion"),
            crimes: lexicon.class("crimes"),
            commissioning: lexicon.class("commissioning"),
            injuring: lexicon.class("injuring"),
            outings: lexicon.class("outings"),
            carrying: lexicon.class("carrying"),
            partitives: lexicon.class("partitives"),
            accidents: lexicon.class("accidents"),
            persecuted: lexicon.class("persecuted"),
            publishing: lexicon.class("publishing"),
            unspecific: lexicon.class("unspecific"),
            subordinators: lexicon.class("subordinators"),
            captives: lexicon.class("captives"),
            service: lexicon.class("service"),
            behest: lexicon.class("behest"),
            deadly: lexicon.class("deadly"),
            tuples: lexicon.class("tuples"),
            ordinals: lexicon.class("ordinals"),
            numbers: lexicon.class("numbers"),
            approximators: lexicon.class("approximators"),
            combat: lexicon.class("combat"),
            companions: lexicon.class("companions"),
            generic_heads: lexicon.class("generic-heads"),
            military: lexicon.class("military"),
            insurgents: lexicon.class("insurgents"),
            here: lexicon.class("here"),
            distance_units: lexicon.class("distance-units"),
            dated_nouns: lexicon.class("dated-nouns"),
            date_limits: lexicon.class("date-limits"),
            street_nouns: lexicon.class("street-nouns"),
            violence: lexicon.class("violence"),
            ordinary_crimes: lexicon.class("ordinary-crimes"),
            gendered_nouns: lexicon.class("gendered-nouns"),
            naming: lexicon.class("naming"),
            remains: lexicon.class("remains"),
            contests: lexicon.class("contests"),
            repression: lexicon.class("repression"),
            origins: lexicon.class("origins"),
            distant: lexicon.class("distant-speakers"),
            hospitals: lexicon.class("hospitals"),
            treatments: lexicon.class("treatments"),
        }
    }
}
