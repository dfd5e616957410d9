"""What a profile means for the objects of a catalog, worked out once and kept: fields, and filters by action."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import cast

import msgspec

from kith.kernel.access.lens import narrowed
from kith.kernel.access.reach import Action, narrower, reached
from kith.kernel.catalog import Catalog
from kith.kernel.expr import Filter, both
from kith.kernel.schema import ObjectRights, ProfileDef, Sharing

EVERYTHING = ObjectRights("all", create=True, update="all", delete="all", export=True, bulk=True)
COLLEAGUES = ObjectRights("all")
"""Everybody may see who works here; a profile may say otherwise."""
COMPUTED = frozenset({"formula", "rollup", "auto_number"})
_KEPT = 200
_MEMO = "access.rights"


@dataclass(slots=True)
class Rights:
    """A profile's rights and what is shared, in one catalog. `key` is the same where both say the same."""

    profile: ProfileDef
    sharing: Sharing
    catalog: Catalog
    key: str
    _fields: dict[str, frozenset[str]] = field(default_factory=dict)
    _writable: dict[str, frozenset[str]] = field(default_factory=dict)
    _rows: dict[tuple[str, Action], Filter | None] = field(default_factory=dict)

    def on(self, object_name: str) -> ObjectRights:
        """Return the rights on one object."""
        return rights_on(self.profile, self.catalog, object_name)

    def rows(self, object: str, action: Action = "read") -> Filter | None:  # noqa: A002
        """Return whose records this action reaches; None for all of them."""
        key = (object, action)
        if key not in self._rows:
            rights = self.on(object)
            wanted = rights.read if action == "know" else getattr(rights, action)
            reach = narrower(wanted, rights.read)
            rows = reached(self.catalog, self.sharing, object, action, reach)
            lens = narrowed(self, object) if action == "read" else None
            self._rows[key] = both(rows, lens)
        return self._rows[key]

    def fields(self, object: str) -> frozenset[str]:  # noqa: A002
        """Return the fields that may be seen; none if no record may."""
        if object not in self._fields:
            self._fields[object] = self._visible(object)
        return self._fields[object]

    def writable(self, object: str) -> frozenset[str]:  # noqa: A002
        """Return the fields that may be written when a record may."""
        if object not in self._writable:
            rights = self.on(object)
            self._writable[object] = frozenset(
                f.name
                for f in self.catalog.object(object).all_fields()
                if not f.readonly
                and f.kind not in COMPUTED
                and rights.fields.get(f.name, "write") == "write"
            )
        return self._writable[object]

    def _visible(self, name: str) -> frozenset[str]:
        rights = self.on(name)
        if name not in self.catalog.objects or rights.read == "none":
            return frozenset()
        hidden = {f for f, right in rights.fields.items() if right == "hidden"}
        return frozenset(
            f.name for f in self.catalog.object(name).all_fields() if f.name not in hidden
        )


def rights_on(profile: ProfileDef, catalog: Catalog, object_name: str) -> ObjectRights:
    """Return what the profile says about an object, by name or by default."""
    if profile.admin:
        return EVERYTHING
    named = profile.objects.get(object_name)
    if named is not None:
        return named
    known = catalog.objects.get(object_name)
    return COLLEAGUES if known is not None and known.system else profile.others


def compiled(profile: ProfileDef, sharing: Sharing, catalog: Catalog) -> Rights:
    """Return the rights in this catalog; the same object for profiles and sharing that say the same."""
    kept = cast("dict[object, Rights]", catalog.memo.setdefault(_MEMO, {}))
    known = kept.get((id(profile), id(sharing)))
    if known is not None and known.profile is profile and known.sharing is sharing:
        return known
    key = f"{fingerprint(profile)}.{sharing.key}"
    found = kept.get(key) or Rights(profile, sharing, catalog, key)
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = found
    if found.profile is profile and found.sharing is sharing:
        kept[id(profile), id(sharing)] = found
    return found


def fingerprint(profile: ProfileDef) -> str:
    """Return a short name for what the profile says."""
    if profile.admin:
        return "admin"
    said = {
        "objects": {n: _plain(r) for n, r in profile.objects.items()},
        "others": _plain(profile.others),
    }
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:16]


def _plain(rights: ObjectRights) -> Mapping[str, object]:
    return asdict(rights) | {"fields": dict(rights.fields)}
