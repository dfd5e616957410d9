"""Reads declarations with a critical eye: what would only show up later, when somebody uses the object."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kith.kernel.fields import FIELD_TYPES, ParseEnv, ValueProblem, field_type
from kith.kernel.fields.names import is_name
from kith.kernel.fields.registry import LINK_KINDS
from kith.kernel.schema import FieldDef, ObjectDef

RULES = ({"me": True}, {"rel": "today"}, {"rel": "now"})
"""Defaults that are worked out when a record is made."""
_RESERVED = frozenset(
    ["id", "version", "deleted_at", "and", "or", "not", "true", "false", "empty", "null"]
)
_CHOICES = frozenset({"choice", "multi_choice"})
_TARGETED = LINK_KINDS | {"links"}


def faults(objects: Mapping[str, ObjectDef]) -> list[str]:
    """Return a sentence for everything that is wrong with these declarations."""
    return [fault for definition in objects.values() for fault in _object(definition, objects)]


def _object(definition: ObjectDef, objects: Mapping[str, ObjectDef]) -> Iterator[str]:
    place = definition.name
    if not is_name(place):
        yield f"{place}: this cannot be a name"
    for name in _twice(f.name for f in definition.all_fields()):
        yield f"{place}.{name}: declared twice"
    for member in definition.fields:
        yield from (f"{place}.{member.name}: {fault}" for fault in _field(member, objects))
    for role, name in _named(definition):
        if definition.find(name) is None:
            yield f"{place}: {role} names the field {name}, which is not there"
    for name in _twice(name for section in definition.sections for name in section.fields):
        yield f"{place}: the field {name} stands in two sections"


def _field(member: FieldDef, objects: Mapping[str, ObjectDef]) -> Iterator[str]:
    if not is_name(member.name) or member.name in _RESERVED:
        yield "this cannot be a name"
    if member.kind not in FIELD_TYPES:
        yield f"there is no kind {member.kind}"
        return
    if (member.kind in _TARGETED) != (member.to is not None):
        yield "links have a target, and nothing else does"
    if member.to is not None and member.to not in objects:
        yield f"there is no object {member.to}"
    if member.kind == "user" and member.to != "user":
        yield "people are of the object user"
    for key in _twice(option.key for option in member.options):
        yield f"the option {key} stands there twice"
    if member.options and member.kind not in _CHOICES:
        yield "only choices have options"
    if "broken" in member.config:
        yield str(member.config["broken"])
    yield from _default(member)


def _default(member: FieldDef) -> Iterator[str]:
    if member.default is None or member.default in RULES:
        return
    if member.unique:
        yield "what is unique has no default"
    try:
        field_type(member).parse(member, member.default, ParseEnv())
    except ValueProblem as problem:
        yield f"the default does not fit: {problem.message}"


def _named(definition: ObjectDef) -> Iterator[tuple[str, str]]:
    """Yield every field that the object's declaration names, and what for."""
    yield "title", definition.title
    for role in ("board", "calendar"):
        name = getattr(definition, role)
        if name is not None:
            yield role, name
    yield from (("highlights", name) for name in definition.highlights)
    yield from (("feed", name) for name in definition.feed)
    yield from (("a section", name) for s in definition.sections for name in s.fields)
    yield from (("a rule", rule.field) for rule in definition.rules if rule.field)
    for index in definition.indexes:
        for name in (*index.fields, *index.include):
            if name.lstrip("-") not in ("id", "version", "deleted_at"):
                yield "an index", name.lstrip("-")


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, same in groupby(sorted(names)) if len(list(same)) > 1]
