"""The first sentence of a docstring in Go's habit.

PEP 257 has "Return the indices." where Go has "Detect returns the indices.": the same sentence
in another mood. Only sentences that surely begin with a verb are turned; any other stands as
its author wrote it, after one that says what is called.
"""

from __future__ import annotations

import re

from gophersnake.writer.scope import names

# Verbs, whatever follows (but "of").
_VERBS = names(
    """
    accept activate add adjust allocate allow append apply approximate assert assign attach
    authenticate bind build bring calculate call choose clear collect combine compute concatenate
    configure connect construct convert create deactivate decode decompress deduce delete deliver
    demonstrate derive describe detach detect determine disable discard display divide do draw
    echo emit enable encode encrypt ensure enumerate evaluate examine exclude execute expand
    expose extract fetch find flatten fit follow format generate get give group guess handle
    identify ignore import include indicate infer inform initialise initialize insert inspect
    install integrate interpolate invert invoke issue iterate join keep launch load locate
    make measure merge modify move multiply normalise normalize notify obtain open optimise
    optimize pack parse perform pick predict prepare print produce propagate provide pull raise
    read receive recognise recognize recompute reconstruct reduce refresh register reject remove
    rename render reorder repeat replace represent resample resize resolve restore retrieve
    return reverse run save scan select send serialise serialize show shuffle simplify simulate
    solve specify split start stop strip subtract sum suppress swap take tell tokenise tokenize
    train transform translate traverse truncate try turn unpack update upload use validate
    verify visit warn wrap write yield
    """
)

# Words that are as often nouns or adjectives: verbs where an article or the like follows.
_PERHAPS_VERBS = names(
    """
    average balance check clean close compare copy count cut debug default document download dump
    empty estimate export filter fill force hash index invite label limit list log lower map mark
    mask match maximise maximize minimise minimize model monitor name order pad patch plan plot
    process profile query rank rate record report request reset round sample schedule score search
    set shift sort store stream test time trace track trim view wait weight zip
    """
)
_DETERMINERS = names(
    """
    a all an any both each every for given how if in it its many multiple on one several some
    that the their these this through two up what whether which your
    """
)
_IRREGULAR = {"do": "does", "try": "tries"}
_VOWELS = "aeiou"

_START = re.compile(r"(?P<verb>[A-Z][a-z]+) (?P<rest>\W*(?P<next>\w*).*)", re.DOTALL)
_ANOTHER_VERB = re.compile(r"(?:\b(?:and|or|then|but)|[,;])\s+(?:then\s+)?(?P<word>[a-z]+)\b")


def in_third_person(text: str) -> str | None:
    """`returns the indices.` for `Return the indices.`; None where it is not surely a verb."""
    found = _START.match(text)
    if not found or found["next"] in ("of", "is", "are", "was"):
        return None
    verb = _verb(found["verb"].lower(), found["next"].lower())
    if verb is None:
        return None
    sentence = re.split(r"[.!?](?:\s|$)", found["rest"], maxsplit=1)[0]
    if any(_is_verb(word["word"]) for word in _ANOTHER_VERB.finditer(sentence)):
        return None
    return f"{verb} {found['rest']}"


def _verb(word: str, following: str) -> str | None:
    """The verb's third person, if the word is a verb in any mood."""
    if word in _VERBS:
        return _third_person(word)
    if word in _THIRD_PERSONS:
        return word
    if word in _PERHAPS_VERBS and following in _DETERMINERS:
        return _third_person(word)
    if word in _PERHAPS_THIRD_PERSONS and following in _DETERMINERS:
        return word
    return None


def _is_verb(word: str) -> bool:
    return word in _VERBS or word in _PERHAPS_VERBS


def _third_person(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


_THIRD_PERSONS = frozenset(map(_third_person, _VERBS))
_PERHAPS_THIRD_PERSONS = frozenset(map(_third_person, _PERHAPS_VERBS))
