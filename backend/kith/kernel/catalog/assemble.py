"""Puts a catalog together from declarations and rows."""

from collections.abc import Sequence

from kith.kernel.catalog.catalog import CHINESE, ENGLISH, Catalog
from kith.kernel.catalog.computed import settled
from kith.kernel.catalog.follow import with_followed_labels, with_followed_options
from kith.kernel.catalog.merge import Declares, merged_objects, standard_objects
from kith.kernel.catalog.rows import FieldRow, ObjectRow
from kith.kernel.catalog.texts import texts
from kith.kernel.schema import Workspace
from kith.lib.json import Json


def assemble(
    modules: Sequence[Declares],
    objects: Sequence[ObjectRow],
    fields: Sequence[FieldRow],
    workspace: Workspace,
) -> Catalog:
    """Return the catalog of one workspace."""
    declared = standard_objects(modules)
    merged = with_followed_options(merged_objects(declared, objects, fields))
    found, problems = settled(merged, workspace.base_currency, workspace.timezone)
    return Catalog(
        version=workspace.catalog_version,
        objects=found,
        texts=with_followed_labels(
            found, texts(declared.values(), found.values(), _overrides(objects, fields))
        ),
        base_currency=workspace.base_currency,
        timezone=workspace.timezone,
        problems=problems,
        modules=tuple(modules),
    )


def _overrides(
    objects: Sequence[ObjectRow], fields: Sequence[FieldRow]
) -> dict[str, dict[str, str]]:
    """Return what admins wrote: "" holds for every language, others for one."""
    found: dict[str, dict[str, str]] = {"": {}, ENGLISH: {}, CHINESE: {}}
    for row in objects:
        _collect(found, f"object.{row.name}", row.data, "label")
        _collect(found, f"object.{row.name}.plural", row.data, "plural")
    for member in fields:
        key = f"field.{member.object}.{member.name}"
        _collect(found, key, member.data, "label")
        _collect(found, f"{key}.help", member.data, "help")
        for option in member.data.get("options", ()):
            option_key = f"option.{member.object}.{member.name}.{option.get('key')}"
            _collect(found, option_key, option, "label")
    return found


def _collect(
    found: dict[str, dict[str, str]], key: str, data: "dict[str, Json] | object", name: str
) -> None:
    if not isinstance(data, dict) or name not in data:
        return
    found[""][key] = str(data[name])
    config = data.get("config")
    spoken = config.get("labels") if isinstance(config, dict) else None
    for locale, text in spoken.items() if isinstance(spoken, dict) and name == "label" else ():
        found.setdefault(str(locale), {})[key] = str(text)
