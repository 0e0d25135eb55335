"""Sentences and mentions built by hand, for tests that need no language model."""

from __future__ import annotations

from kawat.records import Mention, Sentence, Token


def build_sentence(words: str, *, index: int = 0) -> Sentence:
    """Build a sentence from "form/POS/head/relation" items; heads count from 1, 0 is the root."""
    tokens, start = [], 0
    for at, item in enumerate(words.split()):
        form, pos, head, relation = item.split("/")
        tokens.append(
            Token(
                index=at,
                start=start,
                end=start + len(form),
                text=form,
                lower=form.lower(),
                lemma=form.lower(),
                pos=pos,
                head=int(head) - 1 if head != "0" else at,
                relation=relation,
            )
        )
        start += len(form) + 1
    return Sentence(
        index=index, paragraph=0, start=0, end=start - 1, tokens=tuple(tokens), names=()
    )


def build_mention(
    sentence: Sentence, first: int, last: int, type_: str = "GPE", *, form: str = "name"
) -> Mention:
    """Build a mention of tokens ``first`` up to ``last``, headed by the first."""
    tokens = sentence.tokens[first:last]
    text = " ".join(token.text for token in tokens)
    return Mention(
        sentence=sentence.index,
        first=first,
        last=last,
        head=first,
        start=tokens[0].start,
        end=tokens[-1].end,
        text=text,
        type=type_,
        form=form,
        name=text,
        extent=(first, last),
    )
