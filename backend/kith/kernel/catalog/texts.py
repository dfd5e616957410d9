"""The labels of a catalog by language: declared in English, translated by messages, overridden by admins."""

from collections.abc import Collection, Iterable, Mapping

from kith.kernel.catalog.catalog import CHINESE, ENGLISH
from kith.kernel.catalog.messages import messages
from kith.kernel.schema import FieldDef, ObjectDef
from kith.kernel.schema.objects import OWNER_FIELDS, SYSTEM_FIELDS

Texts = Mapping[str, Mapping[str, str]]


def texts(declared: Iterable[ObjectDef], objects: Collection[ObjectDef], overrides: Texts) -> Texts:
    """Return every label by language; what an admin wrote for one language holds for it, else for all.

    Repeating a declared label does not override it: its translations stay.
    """
    standard = {key: text for o in declared for key, text in object_texts(o).items()}
    english = {key: text for o in objects for key, text in object_texts(o).items()}
    plain = {k: t for k, t in overrides.get("", {}).items() if standard.get(k) != t}
    spoken = messages(CHINESE)
    chinese = {k: t for k, t in {**_shared(objects, spoken), **spoken}.items() if k not in plain}
    return {
        ENGLISH: {**english, **overrides.get(ENGLISH, {})},
        CHINESE: {**chinese, **overrides.get(CHINESE, {})},
    }


def object_texts(definition: ObjectDef) -> dict[str, str]:
    """Return the English labels of an object, its sections, fields and options."""
    name = definition.name
    found = {
        f"object.{name}": definition.label,
        f"object.{name}.plural": definition.plural or f"{definition.label}s",
    }
    found |= {f"group.{name}.{section.name}": section.label for section in definition.sections}
    for member in definition.all_fields():
        found |= field_texts(name, member)
    return found


def _shared(objects: Iterable[ObjectDef], spoken: Mapping[str, str]) -> dict[str, str]:
    """Fields that every record has are called the same everywhere: `field.owner`, `field.created_at`."""
    return {
        f"field.{o.name}.{member.name}": spoken[f"field.{member.name}"]
        for o in objects
        for member in (*OWNER_FIELDS, *SYSTEM_FIELDS)
        if f"field.{member.name}" in spoken
    }


def field_texts(object_name: str, member: FieldDef) -> dict[str, str]:
    """Return the English labels of a field and its options."""
    key = f"field.{object_name}.{member.name}"
    found = {key: member.label}
    if member.help:
        found[f"{key}.help"] = member.help
    found |= {f"option.{object_name}.{member.name}.{o.key}": o.label for o in member.options}
    return found
