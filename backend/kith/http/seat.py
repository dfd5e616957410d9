"""Who sits at the other end of a connection, worked out once and remembered for a few seconds."""

import uuid
from dataclasses import dataclass

from kith.kernel.context import Actor


@dataclass(frozen=True, slots=True)
class Seat:
    """A signed-in person or a program with a token; `csrf` is None for programs."""

    key: bytes
    workspace: str
    actor: Actor
    csrf: str | None = None
    token: uuid.UUID | None = None
