"""The JSON forms of what is not a record."""

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
    }
