"""The frozen catalog: every object of a workspace, and how each thing is called in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kith.kernel.catalog.errors import UnknownField, UnknownObject
from kith.kernel.schema import FieldDef, ObjectDef
from kith.lib.errors import KithError

ENGLISH = "en"
CHINESE = "zh-CN"
LOCALES = (ENGLISH, CHINESE)


@dataclass(frozen=True, slots=True)
class Broken:
    """A computed field that cannot be computed, and why; the same one as long as it says the same."""

    place: str
    message: str
    why: KithError = field(compare=False)


@dataclass(frozen=True, slots=True)
class Catalog:
    """What exists. `texts` holds labels by language and key; `memo` is for what others derive from this catalog.

    `modules` are the manifests it was made from, so that no write can miss their hooks.
    """

    version: int
    objects: Mapping[str, ObjectDef]
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    base_currency: str = "USD"
    timezone: str = "UTC"
    problems: tuple[Broken, ...] = ()
    modules: tuple[Any, ...] = field(default=(), compare=False, repr=False)
    memo: dict[object, object] = field(default_factory=dict, compare=False, repr=False)
    _fields: Mapping[str, Mapping[str, FieldDef]] = field(init=False, compare=False, repr=False)
    _reverse: Mapping[str, tuple[tuple[str, FieldDef], ...]] = field(
        init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        """Index fields by name and links by target."""
        fields = {o.name: {f.name: f for f in o.all_fields()} for o in self.objects.values()}
        reverse: dict[str, list[tuple[str, FieldDef]]] = {}
        for name, members in fields.items():
            for member in members.values():
                if member.to is not None:
                    reverse.setdefault(member.to, []).append((name, member))
        object.__setattr__(self, "_fields", fields)
        object.__setattr__(self, "_reverse", {to: tuple(found) for to, found in reverse.items()})

    def object(self, name: str) -> ObjectDef:
        """Return the object with this name."""
        found = self.objects.get(name)
        if found is None:
            raise UnknownObject(object=name[:80])
        return found

    def field(self, object_name: str, name: str) -> FieldDef:
        """Return a field of an object, declared or system."""
        found = self.find_field(object_name, name)
        if found is None:
            raise UnknownField(object=object_name, field=name[:80])
        return found

    def find_field(self, object_name: str, name: str) -> FieldDef | None:
        """Return a field of an object, or None."""
        self.object(object_name)
        return self._fields[object_name].get(name)

    def reverse(self, object_name: str) -> tuple[tuple[str, FieldDef], ...]:
        """Return every (object, link field) that points at this object, many-to-many included."""
        return self._reverse.get(object_name, ())

    def label(self, key: str, locale: str = ENGLISH) -> str:
        """Return the text for `object.deal`, `field.deal.stage` and the like; the key itself if there is none."""
        texts = self.texts.get(language(locale), {})
        return texts.get(key) or self.texts.get(ENGLISH, {}).get(key, key)


def language(locale: str) -> str:
    """Return the language that we speak which is nearest to a locale."""
    return CHINESE if locale.lower().startswith("zh") else ENGLISH
