"""Which mentions speak of the same one: names, acronyms, offices, governments, groups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.words import Words
from kawat.records import EntityType, Mention, TextSpan

_NOT_WORD = re.compile(r"[^\w]+")
_MORE = 2
_NICKNAME = 4  # letters of a short form or of a word with a slip
_REMEMBERED = 500  # chains that a name is compared with: bounds the time for a book-long text
_ASSUMED = "world/default_country"
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,}")


@dataclass(slots=True, kw_only=True)
class Chain:
    """One who is spoken of, while mentions are gathered.

    Attributes:
        type: Entity type.
        mentions: Indexes of its mentions, in order.
        names: Folded names and texts.
        roles: Folded roles of its mentions.
        country: Country code, if known.
        assumed: Country code that the story only suggests.
        sector: Main sector, if known.
        extra: Spans of phrases that are no mention of the world stage ("Saksi mata").
        speaks: True once it is the speaker of a statement.
    """

    type: EntityType
    mentions: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    country: str | None = None
    assumed: str | None = None
    sector: str | None = None
    extra: list[TextSpan] = field(default_factory=list)
    speaks: bool = False


def fold(text: str) -> str:
    """Lower case, only words, single spaces.

    >>> fold("Majid Takht-e  RAVANCHI,")
    'majid takht e ravanchi'
    """
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def _core(reporting: Reporting, text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) - reporting.words["determiners"]


def gather(words: Words, reporting: Reporting) -> tuple[list[Chain], list[int]]:
    """Gather the mentions of a story into chains.

    Names of persons come first, so that an office finds its holder also where the name follows.

    Returns:
        The chains, and for each mention the index of its chain: −1 for places, for pronouns and
        for descriptions like "pria itu" that point back as pronouns do.
    """
    mentions = words.mentions
    chains: list[Chain] = []
    of: list[int] = [-1] * len(mentions)
    for wanted in (True, False):
        for index, mention in enumerate(mentions):
            if mention.form == "pronoun" or mention.type == "LOC":
                continue
            if (mention.type == "PER" and mention.form == "name") is not wanted:
                continue
            if not _deictic(words, reporting, chains, index, mention):
                of[index] = _place(words, reporting, chains, index, mention)
    for chain in chains:
        chain.mentions.sort()
    return chains, of


def _kind(reporting: Reporting, mention: Mention) -> EntityType:
    """The type of a mention; the government of a state is the state: "otoritas Iran"."""
    if mention.type == "ORG" and mention.country is not None:
        first, *rest = mention.text.lower().split()
        lists = reporting.words
        governing = mention.sectors[:1] == ("GOV",) and first in lists["governments"]
        if governing and not lists["local"] & set(rest):
            return "GPE"
    return "GRP" if mention.type == "LOC" else mention.type


def _deictic(
    words: Words, reporting: Reporting, chains: Sequence[Chain], index: int, mention: Mention
) -> bool:
    """Whether a description points back as a pronoun does: "pria itu", "negaranya"."""
    if mention.type == "GPE" and mention.form == "description" and mention.country is None:
        return True
    if mention.type != "PER" or mention.form == "name" or not chains:
        return False
    last = mention.text.lower().rsplit(" ", 1)[-1]
    if last not in reporting.words["deictic"]:
        return _points(words, reporting, index, mention)
    return _holder(words, reporting, chains, index, mention) is None


def _points(words: Words, reporting: Reporting, index: int, mention: Mention) -> bool:
    """Whether a sentence begins with "Pria kelahiran Solo …", which means one named before."""
    first, last = words.extents[index]
    bare = last - first == 1 and mention.text.lower() in reporting.words["lone"]
    if not bare or mention.extent[0] > 0 or last >= len(words.tokens):
        return False
    return words.tokens[last].pos not in {"VERB", "AUX", "ADV", "PUNCT"}


def _place(
    words: Words, reporting: Reporting, chains: list[Chain], index: int, mention: Mention
) -> int:
    kind = _kind(reporting, mention)
    if kind == "PER":
        found = (
            _same_person(chains, mention)
            if mention.form == "name"
            else _holder(words, reporting, chains, index, mention)
        )
    elif kind == "GPE":
        found = _same_state(chains, mention)
    elif kind == "ORG":
        found = _same_organisation(words, reporting, chains, index, mention)
    else:
        found = _same_group(reporting, chains, mention)
    if found is None:
        found = len(chains)
        chains.append(Chain(type=kind))
    _add(chains[found], index, mention)
    return found


def _add(chain: Chain, index: int, mention: Mention) -> None:
    chain.mentions.append(index)
    chain.names.update({fold(mention.name), fold(mention.text)})
    if mention.role:
        chain.roles.add(fold(mention.role))
    elif mention.form == "office":
        chain.roles.add(fold(mention.text))
    if chain.country is None:
        chain.country = known_country(mention)
    if chain.assumed is None:
        chain.assumed = mention.country
    if chain.sector is None and mention.sectors:
        chain.sector = mention.sectors[0]


def known_country(mention: Mention) -> str | None:
    """The country of a mention, unless it is only assumed from where the story is from."""
    return None if _ASSUMED in mention.sources else mention.country


def _of_type(chains: Sequence[Chain], kind: EntityType) -> Iterable[tuple[int, Chain]]:
    latest = range(len(chains) - 1, max(-1, len(chains) - 1 - _REMEMBERED), -1)
    return ((i, chains[i]) for i in latest if chains[i].type == kind)


def _same_person(chains: Sequence[Chain], mention: Mention) -> int | None:
    """The latest chain with the same name, or of whose name this is a part."""
    full = fold(mention.name)
    forms = [frozenset(form.split()) for form in {full, fold(mention.text)} if form]
    part: int | None = None
    for index, chain in _of_type(chains, "PER"):
        if full in chain.names:
            return index
        if part is None and any(
            form <= frozenset(name.split()) or frozenset(name.split()) <= form
            for form in forms
            for name in chain.names
            if name
        ):
            part = index
    return _almost(chains, mention) if part is None else part


def _almost(chains: Sequence[Chain], mention: Mention) -> int | None:
    """The one person of whose name this is the beginning ("Alex") or a slip ("Wibisono")."""
    words = fold(mention.text).split()
    found = {
        index
        for index, chain in _of_type(chains, "PER")
        if any(_is_like(words, name.split()) for name in chain.names)
    }
    return found.pop() if len(found) == 1 else None


def _is_like(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words are a short form of a full name, or differ from it in one letter.

    >>> _is_like(["alex"], ["alexander", "marwata"]), _is_like(["iman", "ali"], ["imam", "ali"])
    (True, True)
    """
    if len(words) == 1:
        short = words[0]
        longer = [word for word in name if len(word) > len(short) + 1 and word.startswith(short)]
        return len(short) >= _NICKNAME and len(name) > 1 and len(longer) == 1
    if len(words) != len(name):
        return False
    unlike = [(a, b) for a, b in zip(words, name, strict=True) if a != b]
    return len(unlike) == 1 and _one_letter(*unlike[0])


def _one_letter(one: str, other: str) -> bool:
    """Whether two words of some length differ in one letter, or one lacks it."""
    short, long = sorted((one, other), key=len)
    if len(short) < _NICKNAME or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _appositive(words: Words, index: int, mention: Mention) -> int | None:
    """Index of the name that follows an office: "Koordinator posko itu, Budi Santoso, …"."""
    if mention.form != "office" or index + 1 >= len(words.mentions):
        return None
    name = words.mentions[index + 1]
    if name.type != "PER" or name.form != "name" or name.sentence != mention.sentence:
        return None
    gap = words.text[mention.end : words.tokens[words.extents[index + 1][0]].start]
    return index + 1 if gap.strip() in {"", ","} else None


def _holder(
    words: Words, reporting: Reporting, chains: Sequence[Chain], index: int, mention: Mention
) -> int | None:
    """The person whose role fits an office: the nearest before it, else the first after it.

    A name right after an office and a comma is its holder in any case.
    """
    beside = _appositive(words, index, mention)
    if beside is not None:
        return next((i for i, chain in enumerate(chains) if beside in chain.mentions), None)
    office = _core(reporting, mention.text)
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    for number, chain in enumerate(chains[:_REMEMBERED]):
        if chain.type != "PER" or not _compatible(chain.country, known_country(mention)):
            continue
        if not any(_fits(office, _core(reporting, role), chain, mention) for role in chain.roles):
            continue
        earlier = [i for i in chain.mentions if i < index]
        if earlier and (before is None or max(earlier) > before[0]):
            before = (max(earlier), number)
        elif not earlier and (after is None or min(chain.mentions) < after[0]):
            after = (min(chain.mentions), number)
    if before is not None:
        return before[1]
    return after[1] if after is not None else None


def _fits(office: frozenset[str], role: frozenset[str], chain: Chain, mention: Mention) -> bool:
    """Whether an office and a role are one: "menteri itu" and "Menteri Perdagangan".

    An office may say a little more than the role ("Presiden RI"), if it is of the same sector.
    """
    if not office or not role:
        return False
    if office <= role:
        return True
    more = len(office - role)
    return role <= office and more <= _MORE and chain.sector in {None, *mention.sectors[:1]}


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _same_state(chains: Sequence[Chain], mention: Mention) -> int | None:
    """The chain of the same country; one whose country is only assumed is the last choice."""
    names = {fold(mention.name), fold(mention.text)}
    assumed: int | None = None
    for index, chain in _of_type(chains, "GPE"):
        if mention.country is not None and chain.country == mention.country:
            return index
        if mention.country is None and names & chain.names:
            return index
        if assumed is None and mention.country is not None and chain.assumed == mention.country:
            assumed = index
    return assumed


def _same_organisation(
    words: Words, reporting: Reporting, chains: Sequence[Chain], index: int, mention: Mention
) -> int | None:
    full, text = fold(mention.name), fold(mention.text)
    aliased = _opens_parenthesis(words, index, mention)
    for number, chain in _of_type(chains, "ORG"):
        if full in chain.names or text in chain.names:
            return number
        if aliased and index - 1 in chain.mentions:
            return number
        if _compatible(chain.country, known_country(mention)) and any(
            _abbreviates(mention.text, name, reporting.words["particles"]) or _contains(text, name)
            for name in chain.names
        ):
            return number
    return None


def _opens_parenthesis(words: Words, index: int, mention: Mention) -> bool:
    """Whether an acronym stands in brackets right after the mention before: "… (KPK)"."""
    if not index or not _ACRONYM.fullmatch(mention.text):
        return False
    before = words.mentions[index - 1]
    gap = words.text[before.end : mention.start]
    return before.sentence == mention.sentence and gap.strip() == "("


def _abbreviates(acronym: str, name: str, particles: frozenset[str]) -> bool:
    """Whether the capitals of an acronym are the initials of a name.

    >>> _abbreviates("BPS", "badan pusat statistik", frozenset())
    True
    """
    if not _ACRONYM.fullmatch(acronym) or not acronym.isupper():
        return False
    words = [word for word in name.split() if word not in particles]
    return len(words) > 1 and "".join(word[0] for word in words) == acronym.lower()


def _contains(one: str, other: str) -> bool:
    """Whether the longer name begins with the shorter one of at least two words."""
    short, long = sorted((one, other), key=len)
    return len(short.split()) > 1 and long.startswith(short + " ")


def _same_group(reporting: Reporting, chains: Sequence[Chain], mention: Mention) -> int | None:
    core = _core(reporting, mention.text)
    for index, chain in _of_type(chains, "GRP"):
        if not _compatible(chain.country, known_country(mention)):
            continue
        if any(core == _core(reporting, name) for name in chain.names):
            return index
    return None
