"""The JSON forms of what is not a record."""

from collections.abc import Mapping

from kith.kernel.context import Workspace
from kith.lib.json import Json


def present_workspace(workspace: Workspace) -> dict[str, Json]:
    """Return the settings of a workspace that everybody in it may know."""
    return {
        "name": workspace.name,
        "slug": workspace.slug,
        "base_currency": workspace.base_currency,
        "locale": workspace.locale,
        "timezone": workspace.timezone,
        "fiscal_start": workspace.fiscal_start,
        "samples": has_samples(workspace),
    }


def has_samples(workspace: Workspace) -> bool:
    """Say whether there is example data beside data of one's own; in the demo it is all there is."""
    demo = workspace.settings.get("demo")
    return isinstance(demo, Mapping) and "people" not in demo
