"""Who is said to speak: the words that a cue points to, not yet resolved to an entity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.words import Words, ends_sentence

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "DET", "ADJ", "X"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_LINKS = frozenset({",", "(", ")"})
_AGENT = ("pe", "para")
_REACH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The words that name a speaker.

    Attributes:
        mention: Index of the mention, or −1.
        pronoun: "one" ("dia", "-nya"), "many" ("mereka"), or None.
        noun: Places (half-open) of a noun phrase that is no mention ("Saksi mata").
        paper: True if it is no one who can speak ("laporan itu menyebut", "hal ini menegaskan").
        same: True if the verb has no subject of its own ("… dan menegaskan …", "seraya …"): the
            last speaker of the sentence, if there is one.
    """

    mention: int = -1
    pronoun: Literal["one", "many"] | None = None
    noun: tuple[int, int] | None = None
    paper: bool = False
    same: bool = False

    @property
    def empty(self) -> bool:
        """Whether no words were found."""
        return self.mention < 0 and self.pronoun is None and self.noun is None


NOBODY = Reference()


def speaker_after(words: Words, reporting: Reporting, cue: int) -> tuple[Reference, int]:
    """The speaker named right after a cue ("kata juru bicara itu, Budi"), and where that ends.

    Args:
        words: The story.
        reporting: The reporting words.
        cue: Place of the cue.

    Returns:
        The reference and the place after its last token.
    """
    lists = reporting.words
    place = cue + 1
    if place < len(words.tokens) and words.lower(place) in lists["clitic"]:
        return Reference(pronoun="one"), place + 1
    while words.lower(place) in lists["agent"] or words.lower(place) in lists["adverbs"]:
        place += 1
    pronoun = _pronoun(words, reporting, place)
    if pronoun is not None:
        return pronoun, place + 1
    return _named_after(words, reporting, place)


def _named_after(words: Words, reporting: Reporting, place: int) -> tuple[Reference, int]:
    limit = min(words.bounds(place)[1], place + _REACH) if place < len(words.tokens) else place
    found, end = _first_named(words, reporting, place, limit)
    if found < 0:
        return _unnamed(words, reporting, place, limit)
    first = words.extents[found][0]
    closed = _closed(words, end, limit)
    if first > place and words.lower(first - 1) in reporting.words["relatives"]:
        return Reference(noun=(place, end)), closed
    return Reference(mention=found), closed


def _first_named(words: Words, reporting: Reporting, place: int, limit: int) -> tuple[int, int]:
    """The mention that names a speaker, and the place after it; −1 if there is none."""
    found, end = -1, place
    for here in range(place, limit):
        mention = words.mention_at[here]
        if mention >= 0:
            if found < 0 or _better(words, reporting, mention, found, here):
                found = mention
            if found == mention:
                end = max(end, words.extents[mention][1])
            continue
        goes_on = found >= 0 and _still_title(words, reporting, found, here)
        if not goes_on and _stops(words, reporting, here, started=found >= 0):
            break
    return found, end


def _unnamed(words: Words, reporting: Reporting, place: int, limit: int) -> tuple[Reference, int]:
    """The noun phrase after a cue where no mention stands: "kata seorang saksi mata"."""
    end = place
    while (
        end < limit
        and words.tokens[end].pos in _NOMINAL
        and not _stops(words, reporting, end, started=False)
    ):
        end += 1
    if end == place:
        return NOBODY, place
    return Reference(noun=(place, end), paper=not _human(words, reporting, place, end)), end


def _still_title(words: Words, reporting: Reporting, found: int, here: int) -> bool:
    """Whether an office goes on before a name: "Deputi Penindakan dan Eksekusi KPK Budi"."""
    mention = words.mentions[found]
    if mention.type == "PER" and mention.form == "name":
        return False
    token = words.tokens[here]
    return token.lower in reporting.words["particles"] or (
        token.text[:1].isupper() and token.pos != "VERB"
    )


def _closed(words: Words, end: int, limit: int) -> int:
    """Where the naming of a speaker ends: at the comma that closes it, if no verb is before it."""
    for place in range(end, min(end + 8, limit)):
        if words.lower(place) == ",":
            return place
        if words.tokens[place].pos in {"VERB", "AUX"} or ends_sentence(words.lower(place)):
            return end
    return end


def _better(words: Words, reporting: Reporting, mention: int, found: int, here: int) -> bool:
    """Whether a name after an office is its apposition: "juru bicara Kremlin, Dmitry Peskov"."""
    new, old = words.mentions[mention], words.mentions[found]
    if new.type != "PER" or new.form != "name" or (old.form == "name" and old.type == "PER"):
        return False
    return all(
        words.tokens[place].text[:1].isupper()
        or words.lower(place) in _LINKS
        or words.lower(place) in reporting.words["particles"]
        for place in range(words.extents[found][1], here)
    )


def _stops(words: Words, reporting: Reporting, place: int, *, started: bool) -> bool:
    token, lists = words.tokens[place], reporting.words
    low = token.lower
    if ends_sentence(low) or low in lists["addressee"] or low in lists["relay_links"]:
        return True
    if low in lists["circumstances"] or low in lists["relays"] or token.pos == "VERB":
        return True
    if started and low not in {",", "(", ")"}:
        return True
    return token.text[:1] in '"“”' or (low == "," and not started)


def _pronoun(words: Words, reporting: Reporting, place: int) -> Reference | None:
    low = words.lower(place)
    if low in reporting.words["clitic"] and words.lower(place - 1) in reporting.words["reflexive"]:
        return Reference(pronoun="one")
    if low in reporting.words["singular"]:
        return Reference(pronoun="one")
    return Reference(pronoun="many") if low in reporting.words["plural"] else None


def speaker_before(words: Words, reporting: Reporting, cue: int) -> Reference:
    """The subject of an active reporting word: by the parse, else by what stands before it.

    Args:
        words: The story.
        reporting: The reporting words.
        cue: Place of the cue.
    """
    if _coordinated(words, reporting, cue):
        return replace(_first_actor(words, words.bounds(cue)[0], cue), same=True)
    chunks = _chunks(words, reporting, cue)
    beside = _named(words, reporting, *chunks[0]) if chunks else None
    if beside is not None:
        return beside
    subject = _parsed_subject(words, reporting, cue)
    if chunks and (subject is None or subject < chunks[0][0]):
        subject = _nominal_head(words, *chunks[0]) or subject
    inside = subject is not None and any(low <= subject < high for low, high in chunks)
    if subject is not None and inside and words.tokens[subject].pos in _SPEAKING:
        return _at(words, reporting, subject) or _phrase(words, reporting, subject, cue)
    for low, high in chunks:
        found = _in_chunk(words, reporting, low, high)
        if found is not None:
            return found
    return _first_actor(words, words.bounds(cue)[0], cue)


def _named(words: Words, reporting: Reporting, low: int, high: int) -> Reference | None:
    """A pronoun or a personal name right before the verb: "dia", "analis bank itu Budi".

    A name that is the possessor of another noun ("sopir Budi") is not the speaker.
    """
    place = _last_content(words, reporting, low, high)
    if place < low:
        return None
    found = _at(words, reporting, place)
    if found is None or found.mention < 0:
        return found
    first = words.extents[found.mention][0]
    kind = words.mentions[found.mention].type
    if kind not in {"PER", "ORG"} or _oblique(words, found.mention):
        return None
    if kind == "ORG" and not words.tokens[first].relation.startswith(("flat", "appos")):
        return None
    owned = first > low and words.lower(first - 1) in reporting.words["relatives"]
    clause = first > low and _opens_clause(words, reporting, first - 1)
    return None if owned or clause else found


def _opens_clause(words: Words, reporting: Reporting, place: int) -> bool:
    """Whether a word before a name makes it part of a clause; a noun misread as one does not."""
    if words.tokens[place].pos in {"VERB", "CCONJ"}:
        return True
    lists = reporting.words
    pronouns = lists["relative"] | lists["singular"] | lists["plural"] | lists["first_person"]
    return words.lower(place) in pronouns


def _nominal_head(words: Words, low: int, high: int) -> int | None:
    """The head of a stretch that is one noun phrase: "Kelima, para buruh menuntut"."""
    if any(words.tokens[place].pos not in _NOMINAL for place in range(low, high)):
        return None
    for place in range(low, high):
        mention = words.mention_at[place]
        if mention >= 0 and words.mentions[mention].type == "GPE":
            return None
        inside = low <= words.head(place) < high and words.head(place) != place
        if not inside and words.tokens[place].pos in {"NOUN", "PROPN"}:
            return place
    return None


def _chunks(words: Words, reporting: Reporting, cue: int) -> list[tuple[int, int]]:
    """The stretches between commas before a verb, nearest first, without parentheses.

    A parenthesis tells the circumstances: "…, seperti dikutip X, Kamis (1/2), mengatakan".
    """
    lists = reporting.words
    low, high = words.bounds(cue)[0], cue
    chunks = []
    while high > low:
        start = next((p + 1 for p in range(high - 1, low - 1, -1) if words.lower(p) == ","), low)
        first = words.lower(start)
        aside = first in lists["relays"] or first in lists["relay_links"] or first in lists["days"]
        aside = aside or first in lists["examples"]
        aside = aside or (
            start > low and (first in lists["circumstances"] or first in lists["relative"])
        )
        if start < high and not aside:
            relative = (p for p in range(start + 1, high) if words.lower(p) in lists["relative"])
            chunks.append((start, next(relative, high)))
        high = start - 1
    return chunks


def _in_chunk(words: Words, reporting: Reporting, low: int, high: int) -> Reference | None:
    """The speaker in a stretch: what stands right before its end, else its first actor."""
    place = _last_content(words, reporting, low, high)
    if place < low:
        return None
    found = _at(words, reporting, place)
    if found is not None and not (found.mention >= 0 and _oblique(words, found.mention)):
        return found
    reference = _first_actor(words, low, high)
    return None if reference.empty else reference


def _last_content(words: Words, reporting: Reporting, low: int, high: int) -> int:
    """Place of the last token that is no adverb; ``low`` − 1 if there is none."""
    place = high - 1
    while place >= low and (
        words.lower(place) in reporting.words["adverbs"]
        or words.tokens[place].pos in {"ADV", "AUX", "PART"}
    ):
        place -= 1
    return place


def _oblique(words: Words, mention: int) -> bool:
    """Whether a preposition stands before a mention: "di Jakarta"."""
    first = words.extents[mention][0]
    return first > 0 and words.tokens[first - 1].pos == "ADP"


def _phrase(words: Words, reporting: Reporting, subject: int, cue: int) -> Reference:
    """The noun phrase of a subject that is no mention, up to a clause or comma."""
    low = words.subtree(subject)[0]
    while low < subject and words.tokens[low].pos not in _NOMINAL:
        low += 1
    high = subject + 1
    while high < cue and words.tokens[high].pos in _NOMINAL:
        high += 1
    return Reference(noun=(low, high), paper=not _human(words, reporting, low, high))


def _human(words: Words, reporting: Reporting, low: int, high: int) -> bool:
    """Whether a noun phrase speaks of people: by its head noun, an agent noun in pe-, or "para"."""
    lists = reporting.words
    for place in range(low, high):
        token = words.tokens[place]
        if token.lower in lists["determiners"] or token.pos in {"DET", "NUM", "ADJ"}:
            if token.lower in lists["people"]:
                return True
            continue
        agent = token.lower.startswith(_AGENT) and not token.lower.endswith("an")
        return token.lower in lists["humans"] or agent or token.pos == "PROPN"
    return False


def _coordinated(words: Words, reporting: Reporting, cue: int) -> bool:
    """Whether a verb follows a conjunction directly, so that its subject stands further before."""
    place = cue - 1
    while words.lower(place) in reporting.words["adverbs"]:
        place -= 1
    low = words.lower(place)
    return place > words.bounds(cue)[0] and (
        low in reporting.words["coordinators"]
        or low in reporting.words["means"]
        or (low == "," and _second_report(words, reporting, place, cue))
    )


def _second_report(words: Words, reporting: Reporting, comma: int, cue: int) -> bool:
    """Whether a verb after a comma goes on with the subject of a reporting verb before it."""
    if words.tokens[cue].relation != "conj":
        return False
    cues = (reporting.cues.get(words.lower(p)) for p in range(words.bounds(cue)[0], comma))
    return any(one is not None and one.form == "active" for one in cues)


def _parsed_subject(words: Words, reporting: Reporting, cue: int) -> int | None:
    """Place of the subject of a verb, of the verb it is coordinated with or controlled by."""
    place = cue
    for _ in range(4):
        for child in words.children[place]:
            if words.tokens[child].relation in _SUBJECTS and child < cue:
                if words.lower(child) in reporting.words["relative"]:
                    return words.head(place) if words.head(place) != place else None
                return child
        relation = words.tokens[place].relation
        head = words.head(place)
        if relation.startswith("acl") and head < place:
            return head
        if relation not in {"conj", "xcomp", "advcl", "parataxis", "cop", "aux"} or head == place:
            return None
        place = head
    return None


def _at(words: Words, reporting: Reporting, place: int) -> Reference | None:
    """What stands at a token: a pronoun or a mention."""
    pronoun = _pronoun(words, reporting, place)
    if pronoun is not None:
        return pronoun
    if words.lower(place) in reporting.words["papers"]:
        return None
    mention = words.mention_at[place]
    return Reference(mention=mention) if mention >= 0 else None


def _first_actor(words: Words, low: int, high: int) -> Reference:
    """The first actor of a stretch: a subject, else a person, if there is one."""
    best, rank = -1, 0
    for place in range(low, high):
        mention = words.mention_at[place]
        if mention < 0 or _oblique(words, mention):
            continue
        subject = words.tokens[place].relation.startswith("nsubj")
        new = 1 + 2 * subject + (words.mentions[mention].type == "PER")
        if new > rank:
            best, rank = mention, new
    return Reference(mention=best)
