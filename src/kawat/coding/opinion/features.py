"""What a candidate looks like to the second opinion: named features of clause and parties.

Comes in: a scene and its candidates. Goes out: one set of features a candidate. A feature is named
"kind=value": the kind says what it tells (``reasons.csv``), the value comes from the text or the
codebook. What training has not seen weighs nothing, so rules may come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kawat.coding.merge import Candidate
from kawat.coding.scene import Scene
from kawat.records import Entity

HOME = "IDN"
FEW, SOME = 3, 8
SHORT, LONG = 12, 30
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What all candidates of a story share, worked out once.

    Attributes:
        scene: The story.
        candidates: Its candidates, in order.
        entities: Id → entity.
        title: Words of the headline, and their lemmas where the story has the word.
        opening: Lemmas of the first sentence.
        types: How many candidates each type has.
        sentences: How many candidates each sentence has.
        first: Type or id of a rule → number of its first candidate.
    """

    scene: Scene
    candidates: tuple[Candidate, ...]
    entities: Mapping[str, Entity]
    title: frozenset[str]
    opening: frozenset[str]
    types: Counter[str]
    sentences: Counter[int]
    first: Mapping[str, int]


def set_up(scene: Scene, candidates: Sequence[Candidate]) -> Setup:
    """Work out what all candidates of a story share.

    Args:
        scene: The story.
        candidates: Its candidates, in order.
    """
    lemmas = {t.lower: t.lemma.lower() for s in scene.parse.sentences for t in s.tokens}
    title = title_words(scene)
    return Setup(
        scene=scene,
        candidates=tuple(candidates),
        entities=scene.entities,
        title=frozenset((*title, *(lemmas[word] for word in title if word in lemmas))),
        opening=frozenset(scene.graphs[0].lemmas) if scene.graphs else frozenset(),
        types=Counter(c.draft.type for c in candidates),
        sentences=Counter(c.draft.sentence for c in candidates),
        first={
            key: number
            for number, c in reversed(list(enumerate(candidates)))
            for key in (c.draft.type, c.draft.reading.rule.id)
        },
    )


def title_words(scene: Scene) -> tuple[str, ...]:
    """Return the words of the headline in lower case, without marks around them."""
    words = (scene.parse.story.title or "").lower().split()
    return tuple(bare for word in words if (bare := word.strip(",.:;?!'\"()“”‘’")))


def describe(setup: Setup, number: int) -> frozenset[str]:
    """Return the features of one candidate of a story.

    All but the words are given twice: by themselves and with the type of the event
    ("ACCUSE+voice=noun").

    Args:
        setup: What the candidates of the story share.
        number: Index of the candidate.

    Returns:
        Names of the features that hold.
    """
    candidate = setup.candidates[number]
    type_ = candidate.draft.type
    plain = [
        f"type={type_}",
        *_rule(candidate),
        *_place(setup, candidate),
        *_form(setup.scene, candidate),
        *_parties(setup, candidate),
        *_company(setup, number),
    ]
    crossed = [f"{type_}+{name}" for name in plain]
    return frozenset((*plain, *crossed, *_words(setup.scene, candidate)))


def bucket(count: int) -> str:
    """Return a count up to three as it is, more as "some" or "many".

    >>> bucket(2), bucket(5), bucket(20)
    ('2', 'some', 'many')
    """
    return str(count) if count <= FEW else "some" if count <= SOME else "many"


def nation(country: str | None) -> str:
    """Return whether a country is Indonesia ("home"), another one ("foreign") or "unknown"."""
    return "unknown" if country is None else "home" if country == HOME else "foreign"


def _rule(candidate: Candidate) -> Iterator[str]:
    draft = candidate.draft
    parts = draft.reading.chain()
    rule = parts[0].rule
    yield f"rule={rule.id}"
    yield f"file={rule.id.split(':', 1)[0]}"
    yield f"voice={parts[0].clause.voice}"
    yield f"trigger={draft.trigger.text.lower()}"
    for part in parts[1:]:
        yield f"inside={part.rule.id}"
        yield f"inside_type={part.type}"
    if rule.operator:
        yield f"operator={'with an act' if len(parts) > 1 else 'alone'}"
    if draft.type != rule.type:
        yield f"turned_from={rule.type}"
    for mode in candidate.modes:
        yield f"mode={mode}"
    for name in ("future", "negated"):
        if getattr(parts[0].tense, name):
            yield f"tense={name}"


def _place(setup: Setup, candidate: Candidate) -> Iterator[str]:
    draft, setting = candidate.draft, candidate.setting
    graph, head = setup.scene.graphs[draft.sentence], draft.reading.clause.head
    yield f"sentence={bucket(draft.sentence)}"
    if graph.lemmas[head] in setup.title or graph.lower[head] in setup.title:
        yield "headline=yes"
    if draft.sentence and graph.lemmas[head] in setup.opening:
        yield "opening=yes"
    if setting.date is None:
        yield "date=none"
    else:
        yield f"date={'this day' if setting.date == setup.scene.published else 'another day'}"
    if setting.place is not None:
        yield f"place={nation(setting.place.country)}"
    if draft.statement is None:
        yield "said=by the story"
    else:
        yield f"said=in {draft.statement.kind} speech"
        yield f"speaker={_speaker(draft.statement.speaker, draft.actors)}"


def _speaker(speaker: str | None, actors: Sequence[str]) -> str:
    if speaker is None:
        return "unknown"
    if not actors:
        return "with no actor"
    return "the actor" if speaker in actors else "not the actor"


def _form(scene: Scene, candidate: Candidate) -> Iterator[str]:
    graph = scene.graphs[candidate.draft.sentence]
    clause = candidate.draft.reading.clause
    token = graph.tokens[clause.head]
    yield f"relation={token.relation}"
    yield f"pos={token.pos}"
    for slot in clause.slots:
        yield f"slot={slot}"
    if "patient" in clause.slots:
        yield f"patient={graph.lemmas[clause.slots['patient'].head]}"
    before, after = clause.first - 1, clause.last
    yield f"before={graph.lower[before] if before >= 0 else 'nothing'}"
    yield f"after={graph.lower[after] if after < len(graph.lower) else 'nothing'}"
    size = len(graph.tokens)
    yield f"length={'short' if size < SHORT else 'middling' if size < LONG else 'long'}"


def _words(scene: Scene, candidate: Candidate) -> Iterator[str]:
    graph = scene.graphs[candidate.draft.sentence]
    clause = candidate.draft.reading.clause
    yield f"governor={graph.lemmas[graph.tokens[clause.head].head]}"
    inside = frozenset(clause.words)
    for at, token in enumerate(graph.tokens):
        if token.pos in CONTENT and not clause.first <= at < clause.last:
            yield f"near={graph.lemmas[at]}"
            if at in inside:
                yield f"clause={graph.lemmas[at]}"


def _parties(setup: Setup, candidate: Candidate) -> Iterator[str]:
    draft = candidate.draft
    for side, ids in (("actor", draft.actors), ("recipient", draft.recipients)):
        yield f"{side}s={min(len(ids), 2)}"
        if ids:
            entity = setup.entities[ids[0]]
            yield f"{side}_sector={_sector(entity)}"
            yield f"{side}_type={entity.type}"
            yield f"{side}_country={nation(entity.country)}"
            yield f"{side}_mentions={bucket(len(entity.mentions))}"
    if draft.actors and draft.recipients:
        one, other = (_countries(setup, ids) for ids in (draft.actors, draft.recipients))
        yield f"sides={'one country' if one == other else 'two countries'}"
        sectors = [_sector(setup.entities[i[0]]) for i in (draft.actors, draft.recipients)]
        yield f"dyad={sectors[0]} to {sectors[1]}"


def _sector(entity: Entity) -> str:
    return entity.sectors[0] if entity.sectors else "unknown"


def _countries(setup: Setup, ids: Iterable[str]) -> frozenset[str | None]:
    return frozenset(setup.entities[id_].country for id_ in ids)


def _company(setup: Setup, number: int) -> Iterator[str]:
    """Yield what the other candidates of the story say of one."""
    draft = setup.candidates[number].draft
    yield f"alike={bucket(setup.types[draft.type] - 1)}"
    if setup.first[draft.type] < number:
        yield "earlier=type"
    if setup.first[draft.reading.rule.id] < number:
        yield "earlier=rule"
    if setup.sentences[draft.sentence] > 1:
        yield "beside=another"
