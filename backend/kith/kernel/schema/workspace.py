"""What a workspace is: one company's data and the settings that change how values are read."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Workspace:
    """One company's data: a schema in the database, and its settings.

    `catalog_version` is the version of its metadata when this row was read.
    """

    id: uuid.UUID
    slug: str
    name: str
    schema: str
    base_currency: str = "USD"
    locale: str = "en"
    timezone: str = "UTC"
    fiscal_start: int = 1
    settings: Mapping[str, object] = field(default_factory=dict)
    catalog_version: int = 1
