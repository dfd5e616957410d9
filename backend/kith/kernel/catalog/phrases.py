"""The words inside messages in the reader's language: what was expected, kinds of fields, names of fields and objects.

Errors are written in English where they are raised, parameters included. A phrase is found again by its pattern
("a whole number from {} to {}"), so that no code that refuses something needs to know about languages.
"""

import re
from collections.abc import Mapping
from functools import cache

from kith.kernel.catalog.catalog import ENGLISH, Catalog, language

PHRASES = frozenset({"expected", "reason", "property", "found"})
"""Parameters that hold a part of a sentence."""
KINDS = frozenset({"kind", "kinds", "old", "new", "possible"})
"""Parameters that hold kinds of fields."""
NAMES = frozenset({"field", "fields", "object", "name", "label", "users"})
"""Parameters that hold names or English labels of fields and objects."""
_PHRASE = "phrase."
_BLANK = "{}"
_BETWEEN = re.compile(r", ")
_CHINESE_BETWEEN = "、"

Texts = Mapping[str, str]


def spoken(parameter: str, value: str, texts: Texts, names: Texts) -> str:
    """Return a parameter in the language of `texts`; what nobody translated stays as it is."""
    if parameter in PHRASES:
        return phrase(value, texts) or value
    if parameter in KINDS:
        return _each(value, {part: texts.get(f"kind.{part}", part) for part in _parts(value)})
    if parameter in NAMES:
        return _each(value, names)
    return value


def phrase(english: str, texts: Texts) -> str | None:
    """Return a part of a sentence in the language of `texts`, or None."""
    exact = texts.get(f"{_PHRASE}{english}")
    if exact is not None:
        return exact
    for pattern, template in _patterns(tuple(k for k in texts if k.startswith(_PHRASE))):
        found = pattern.fullmatch(english)
        if found is not None:
            said = texts[template]
            for part in found.groups():
                said = said.replace(_BLANK, part, 1)
            return said
    return None


def names_in(catalog: Catalog, object_name: str | None, locale: str) -> Texts:
    """Return what the reader calls fields and objects: by their names in one object, by English labels in all."""
    if language(locale) == ENGLISH:
        return {}
    key = ("catalog.names", object_name, language(locale))
    found = catalog.memo.get(key)
    if not isinstance(found, dict):
        english = catalog.texts.get(ENGLISH, {})
        found = {
            text: catalog.label(k, locale)
            for k, text in english.items()
            if k.startswith(("object.", "field.")) and not k.endswith(".help")
        }
        if object_name in catalog.objects:
            for field in catalog.object(str(object_name)).all_fields():
                found[field.name] = catalog.label(f"field.{object_name}.{field.name}", locale)
        catalog.memo[key] = found
    return found


@cache
def _patterns(templates: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the phrases with blanks as patterns, those with the most words of their own first."""
    blanks = [t for t in templates if _BLANK in t]
    order = sorted(blanks, key=lambda t: -len(t.replace(_BLANK, "")))
    return tuple(
        (
            re.compile(
                "(.+?)".join(map(re.escape, t.removeprefix(_PHRASE).split(_BLANK))), re.DOTALL
            ),
            t,
        )
        for t in order
    )


def _each(value: str, known: Texts) -> str:
    whole = known.get(value)
    if whole is not None:
        return whole
    parts = _parts(value)
    if not any(part in known for part in parts):
        return value
    return _CHINESE_BETWEEN.join(known.get(part, part) for part in parts)


def _parts(value: str) -> list[str]:
    return _BETWEEN.split(value)
