"""Profiles as JSON: how admins send them and how the workspace keeps them."""

from collections.abc import Mapping
from typing import cast, get_args

from kith.kernel.access.errors import WrongProfile
from kith.kernel.catalog import Catalog
from kith.kernel.fields.names import is_name
from kith.kernel.schema import ObjectRights, ProfileDef
from kith.kernel.schema.profiles import FieldRight, Reach
from kith.lib.json import Json
from kith.lib.text import clean

_REACHES = ("read", "update", "delete")
_SWITCHES = ("create", "export", "bulk")
_MAX_LABEL = 80


def as_json(profile: ProfileDef) -> dict[str, Json]:
    """Return the profile as JSON."""
    return {
        "name": profile.name,
        "label": profile.label,
        "admin": profile.admin,
        "objects": {name: _rights_json(rights) for name, rights in profile.objects.items()},
        "others": _rights_json(profile.others),
    }


def parse_profile(data: Mapping[str, Json], catalog: Catalog | None = None) -> ProfileDef:
    """Return the profile in the JSON; raise WrongProfile with the place. With a catalog, names are checked too."""
    name = _text(data.get("name"), "name")
    if not is_name(name):
        raise WrongProfile(place="name", reason="expected small letters, digits and underscores")
    objects = _mapping(data.get("objects"), "objects")
    return ProfileDef(
        name=name,
        label=_text(data.get("label") or name, "label"),
        objects={
            object_name: _rights(rights, f"objects.{object_name}", catalog, object_name)
            for object_name, rights in objects.items()
        },
        others=_rights(data.get("others"), "others", None, ""),
        admin=_switch(data.get("admin"), "admin"),
    )


def _rights_json(rights: ObjectRights) -> dict[str, Json]:
    found: dict[str, Json] = {name: getattr(rights, name) for name in (*_REACHES, *_SWITCHES)}
    return {**found, "fields": dict(rights.fields)}


def _rights(data: Json, place: str, catalog: Catalog | None, object_name: str) -> ObjectRights:
    body = _mapping(data, place)
    unknown = set(body) - {*_REACHES, *_SWITCHES, "fields"}
    if unknown:
        raise WrongProfile(place=f"{place}.{min(unknown)}", reason="there is no such right")
    fields = _mapping(body.get("fields"), f"{place}.fields")
    if catalog is not None:
        _check_names(catalog, object_name, fields, place)
    reaches = {
        name: cast("Reach", _word(body.get(name, "none"), f"{place}.{name}", get_args(Reach)))
        for name in _REACHES
    }
    switches = {name: _switch(body.get(name), f"{place}.{name}") for name in _SWITCHES}
    return ObjectRights(
        read=reaches["read"],
        update=reaches["update"],
        delete=reaches["delete"],
        create=switches["create"],
        export=switches["export"],
        bulk=switches["bulk"],
        fields={
            field: cast("FieldRight", _word(right, f"{place}.fields.{field}", get_args(FieldRight)))
            for field, right in fields.items()
        },
    )


def _check_names(
    catalog: Catalog, object_name: str, fields: Mapping[str, Json], place: str
) -> None:
    definition = catalog.objects.get(object_name)
    if definition is None:
        raise WrongProfile(place=place, reason="there is no such object")
    for field in fields:
        if definition.find(field) is None:
            raise WrongProfile(place=f"{place}.fields.{field}", reason="there is no such field")


def _mapping(value: Json, place: str) -> Mapping[str, Json]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise WrongProfile(place=place, reason="expected an object")
    return value


def _text(value: Json, place: str) -> str:
    if not isinstance(value, str) or not clean(value).strip() or len(value) > _MAX_LABEL:
        raise WrongProfile(place=place, reason=f"expected a text of 1 to {_MAX_LABEL} characters")
    return clean(value).strip()


def _switch(value: Json, place: str) -> bool:
    if value is not None and not isinstance(value, bool):
        raise WrongProfile(place=place, reason="expected true or false")
    return bool(value)


def _word(value: Json, place: str, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise WrongProfile(place=place, reason=f"expected one of {', '.join(choices)}")
    return value
