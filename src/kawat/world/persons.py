"""Persons, offices and groups: one mention for a name with its titles, offices and appositions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.apposition import (
    Found,
    apposed_role,
    find_name,
    is_apposition,
    is_mark,
    is_unknown_body,
    may_guess,
    read_alias,
    read_relation,
)
from kawat.world.attribution import DEFAULT, person_facts, role_facts
from kawat.world.belonging import member_role, shared_names, with_second
from kawat.world.items import Item, is_capital, key_of
from kawat.world.making import Form, Frame, head_of, make_mention
from kawat.world.roles import Role, Scene, read_role

if TYPE_CHECKING:
    from kawat.records import Mention, MentionType
    from kawat.world.lexicon import Entry

_AREA = 2  # words of a police district
_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "root", "conj", "parataxis")


def read_office(scene: Scene, item: Item, frame: Frame) -> tuple[list[Mention], int]:
    """Read an office or group, with the name that follows it if one does.

    Args:
        scene: The sentence.
        item: The office or group.
        frame: What holds for the story.

    Returns:
        The mentions and the token after what was read.
    """
    charged = _charged(scene, item)
    if charged is not None:
        made, last = read_office(scene, charged, frame)
        return [_from(scene, m, item.first) for m in made], last
    role = with_second(scene, read_role(scene, item))
    if _is_thing(scene, item, role):
        return [], item.last
    found = find_name(scene, role.last, guess=may_guess(scene, role))
    role, found = _second_office(scene, role, found)
    if found.name is None and scene.lower(item.first - 1) in scene.world.words["document"]:
        return [], item.last
    role, found = _behind_area(scene, role, found)
    relation = read_relation(scene, role, found)
    if relation is not None:
        holder, titles, last = relation
        return read_person(
            scene, holder, role.first, replace(role, last=last), frame, titles=titles
        )
    mark = role.last + (scene.lower(role.last) == "nya")
    if found.name is None and is_mark(scene, mark):
        found = _name_behind(scene, role, mark + 1)
        if found.name is not None and not is_apposition(scene, role, mark, found.name):
            found = Found(name=None, first=found.first)
    if found.name is not None and not (role.plural and item.entry("group") is not None):
        return read_person(scene, found.name, role.first, role, frame, titles=found.titles)
    return _unnamed(scene, item, role, frame)


def _second_office(scene: Scene, role: Role, found: Found) -> tuple[Role, Found]:
    """Read "Uskup Agung Jakarta Kardinal …": two offices of one person."""
    second = scene.at(role.last)
    if found.name is None and second is not None and second.kind == "office":
        behind = find_name(scene, second.last, guess=False)
        if behind.name is not None and not role.plural and role.entries:
            return replace(role, last=second.last), behind
    return role, found


def _unnamed(scene: Scene, item: Item, role: Role, frame: Frame) -> tuple[list[Mention], int]:
    """Make the mention of an office or group, and of the names that share it behind a comma."""
    names = shared_names(scene, role) if role.plural else ()
    made = [m for n in names for m in read_person(scene, n, n.first, role, frame)[0]]
    last = names[-1].last if names else max(role.last, item.last)
    return [*_office_mention(scene, role, frame), *made], last


def _charged(scene: Scene, item: Item) -> Item | None:
    """Return the office of one who is called a suspect first: "tersangka mantan Menpora X"."""
    group = item.entry("group")
    if group is None or group.sectors != ("CRM",) or item.last - item.first > 1:
        return None
    at = item.last
    while scene.lower(at) in scene.world.words["former"]:
        at += 1
    office = scene.at(at)
    if office is None or office.entry("office") is None or office.entry("group") is not None:
        return None
    role = read_role(scene, office)
    return office if find_name(scene, role.last, guess=False).name is not None else None


def _from(scene: Scene, mention: Mention, first: int) -> Mention:
    """Return a mention whose extent begins at a token."""
    extent = (first, mention.extent[1])
    sectors = tuple(dict.fromkeys((*mention.sectors, "CRM")))[:3]
    return replace(mention, extent=extent, head=head_of(scene, *extent), sectors=sectors)


def _is_thing(scene: Scene, item: Item, role: Role) -> bool:
    """Say whether nobody is spoken of: "mitra dagang", "membeli jet tempur dari Prancis".

    Arms stand for the forces of a state only right before its name: "jet tempur Israel".
    """
    words, name = scene.world.words, item.entries[0].name
    if name in words["counterpart"]:
        return not role.entries
    between = {scene.lower(at) for at in range(item.last, role.last)}
    owned = bool(role.entries) and words["origin"].isdisjoint(between)
    return name in words["arms"] and not owned


def _behind_area(scene: Scene, role: Role, found: Found) -> tuple[Role, Found]:
    """Read "Kapolsek Cengkareng, Kompol Ali": what looks like the name is the area."""
    commands = role.item.entries[0].sectors[:1] in {("COP",), ("MIL",)} and not role.entries
    name = found.name
    if name is None or not commands or found.titles or name.entry("person") is not None:
        return role, found
    if scene.lower(name.last) != "," or name.last - name.first > _AREA:
        return role, found
    behind = find_name(scene, name.last + 1, guess=True)
    ranked = behind.name is not None and any(title.sectors for title in behind.titles)
    return (replace(role, last=name.last), behind) if ranked else (role, found)


def _name_behind(scene: Scene, role: Role, first: int) -> Found:
    """Find the name behind a comma; one of several words may be a body to the model."""
    found = find_name(scene, first, guess=False)
    item = scene.at(found.first)
    if found.name is not None or item is None or not is_unknown_body(item):
        return found
    person = role.entries and item.last - item.first > 1
    return replace(found, name=replace(item, kind="person")) if person else found


def read_person(
    scene: Scene,
    name: Item,
    first: int,
    role: Role | None,
    frame: Frame,
    *,
    titles: tuple[Entry, ...] = (),
) -> tuple[list[Mention], int]:
    """Make the mention of a named person with all that is said of him or her on the spot.

    Args:
        scene: The sentence.
        name: The name.
        first: First token that speaks of the person.
        role: The office before the name.
        frame: What holds for the story.
        titles: Titles between office and name.

    Returns:
        The mention, one more for another name in brackets, and the token after it all.
    """
    last, alias = read_alias(scene, name)
    tail, last = _tail(scene, name, role, last)
    text = scene.text(name.first, name.last)
    facts = _person_all(scene, text, (role, tail), titles, frame)
    mention = make_mention(
        scene,
        first=name.first,
        last=name.last,
        type="PER",
        form="name",
        name=_canonical(name, text, frame),
        role=_role_text(scene, role or tail, titles, name),
        country=facts[0],
        sectors=facts[1],
        extent=(min(first, name.first), last),
        sources=facts[2],
    )
    return [mention, *_other_name(scene, mention, alias)], last


def _tail(scene: Scene, name: Item, role: Role | None, last: int) -> tuple[Role | None, int]:
    """Read the apposition behind a name whose office, if any, says not whose it is."""
    tail = apposed_role(scene, last) if role is None or not role.entries else None
    if tail is None and role is None:
        tail = member_role(scene, name, last)
    if tail is None:
        return None, last
    return tail, tail.last + (scene.lower(tail.last) == ")" and scene.lower(last) == "(")


def _other_name(scene: Scene, mention: Mention, alias: Item | None) -> list[Mention]:
    """Make the mention of the name in brackets, if there is one."""
    if alias is None:
        return []
    return [
        replace(
            mention,
            first=alias.first,
            last=alias.last,
            start=scene.tokens[alias.first].start,
            end=scene.tokens[alias.last - 1].end,
            text=scene.text(alias.first, alias.last),
        )
    ]


def _role_text(
    scene: Scene, role: Role | None, titles: tuple[Entry, ...], name: Item
) -> str | None:
    """Return the office in the words of the story; a rank stands for it if there is none."""
    if role is not None:
        return scene.text(role.first if role.former else role.head, role.last)
    rank = next((t for t in titles if t.sectors), None)
    if rank is None:
        return None
    for k in range(name.first - 1, -1, -1):
        item = scene.at(k)
        if item is not None and rank in item.entries:
            return scene.text(item.first, item.last)
    return None


def _person_all(
    scene: Scene,
    text: str,
    roles: tuple[Role | None, Role | None],
    titles: tuple[Entry, ...],
    frame: Frame,
) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Join what role, apposition, term of office and titles say of a person."""
    known = _known(scene, text, frame)
    country, sectors, sources = person_facts(known, frame.published)
    role, tail = roles
    if role is not None:
        land, parts, why = role_facts(role, "office")
        land = _of_story(scene, role, land, frame)
        country, sources = land or country, (*sources, *why)
        sectors = _in_office(role, parts, sectors)
    if tail is not None:
        land, parts, why = role_facts(tail, "office")
        country, sources = country or land, (*sources, *why)
        sectors = tuple(dict.fromkeys((*sectors, *parts)))[:3]
    for title in titles:
        sectors = sectors or title.sectors
        sources = (*sources, title.source)
    if country is None and frame.default is not None:
        return frame.default, sectors, (*sources, DEFAULT)
    return country, sectors, sources


def _of_story(scene: Scene, role: Role, land: str | None, frame: Frame) -> str | None:
    """Return the story's country for a body of a name that many states have: "Partai Demokrat"."""
    if land is None or frame.default in {None, land}:
        return land
    generic = scene.world.words["generic_body"]
    common = any(e.country == land and e.name.lower() in generic for e in role.entries)
    return frame.default if common else land


def _known(scene: Scene, text: str, frame: Frame) -> tuple[Entry, ...]:
    """Find the terms of office of a person by the fullest name of the story."""
    people = scene.world.people
    full = frame.full.get(text.lower(), text)
    terms = people.get(key_of(full), ())
    if terms or full == text:
        return terms
    # "Basuki Tjahaja Purnama alias Ahok" holds the usual name of "Ahok".
    words = set(key_of(full).split()) - {text.lower()}
    return tuple(t for t in people.get(key_of(text), ()) if words & set(key_of(t.name).split()))


def _in_office(role: Role, parts: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Choose between the sectors of an office and those of the person's own term.

    "mantan Deputi KPK" who holds another office now is in that one; "Presiden Soekarno" is
    no longer in office although the story calls him so.
    """
    if role.former and known and known[:1] != ("ELI",):
        return known
    entry = role.item.entries[0]
    if (
        known[:1] == ("ELI",)
        and entry.sectors == ("GOV",)
        and not entry.open
        and parts[:1] == ("GOV",)
    ):
        return known
    return parts or known


def _canonical(name: Item, text: str, frame: Frame) -> str:
    """Return the fullest name of the story, else the usual one of the tables, else the text."""
    full = frame.full.get(text.lower())
    if full is not None:
        return full
    entry = name.entry("person")
    return entry.name if entry is not None else text


def _office_mention(scene: Scene, role: Role, frame: Frame) -> list[Mention]:
    """Make the mention of an office or group without a name."""
    group, office = role.item.entry("group"), role.item.entry("office")
    last = role.last + role.pointed
    if group is None and not _speaks_of_someone(scene, role):
        return []
    country, sectors, sources = role_facts(role, "group")
    if country is None and _takes_default(group, office):
        country, sources = frame.default, (*sources, DEFAULT)
    kind: MentionType = "GRP" if group is None else group.type
    form: Form = "description"
    if not role.plural and group is None:
        kind, form = "PER", "office"
    elif role.single or _is_lone(scene, role, office):
        kind = "PER"
    text = scene.text(role.head, last)
    return [
        make_mention(
            scene,
            first=role.head,
            last=last,
            type=kind,
            form=form,
            name=text,
            role=scene.text(role.head, role.last) if kind == "PER" else None,
            country=country,
            sectors=sectors,
            extent=(role.first, last),
            sources=sources,
        )
    ]


def _is_lone(scene: Scene, role: Role, office: Entry | None) -> bool:
    """Say whether a word for a group means one person: "pria itu", "Pria yang …"."""
    if role.plural:
        return False
    lone = role.item.entries[0].name in scene.world.words["lone"]
    return lone or (role.pointed and office is not None)


def _speaks_of_someone(scene: Scene, role: Role) -> bool:
    """Say whether an office without a name stands for its holder ("menjadi presiden" does not)."""
    entry = role.item.entries[0]
    bare = not role.entries and role.last == role.item.last and not role.pointed
    if bare and entry.name in scene.world.words["kin"]:
        return False
    token = scene.tokens[role.head]
    if not bare or role.plural or role.single or is_capital(token):
        return True
    return token.relation.startswith(_ARGUMENTS)


def _takes_default(group: Entry | None, office: Entry | None) -> bool:
    """Say whether an unnamed office or group is one of the story's country if it says nothing."""
    if group is None:
        return office is not None
    return group.sectors[:1] not in {("UNK",), ("REF",), ("UAF",)}
