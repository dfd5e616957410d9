"""Choice fields that offer what another field offers: `config {"options_of": "deal.stage"}`, labels included."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kith.kernel.schema import FieldDef, ObjectDef

FOLLOWS = "options_of"


def with_followed_options(objects: Mapping[str, ObjectDef]) -> dict[str, ObjectDef]:
    """Return the objects with the options of such fields as they are now where they come from."""
    found = dict(objects)
    for name, member, source in followers(objects):
        fields = found[name].fields
        fresh = tuple(
            replace(f, options=source.options) if f.name == member.name else f for f in fields
        )
        found[name] = replace(found[name], fields=fresh)
    return found


def with_followed_labels(
    objects: Mapping[str, ObjectDef], texts: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Return the texts in which such options are called what they are called where they come from."""
    found = {locale: dict(words) for locale, words in texts.items()}
    for name, member, source in followers(objects):
        for words in found.values():
            for option in source.options:
                label = words.get(f"option.{member.config[FOLLOWS]}.{option.key}")
                if label is not None:
                    words[f"option.{name}.{member.name}.{option.key}"] = label
    return found


def followers(objects: Mapping[str, ObjectDef]) -> Iterator[tuple[str, FieldDef, FieldDef]]:
    """Yield (object, field, the field it follows) where both are there."""
    for name, definition in objects.items():
        for member in definition.fields:
            owner, _, field = str(member.config.get(FOLLOWS, "")).partition(".")
            source = objects[owner].find(field) if owner in objects else None
            if source is not None:
                yield name, member, source
