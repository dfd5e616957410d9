"""What the live channel asks of whatever carries messages between processes."""

from collections.abc import Callable
from typing import Protocol

OnMessage = Callable[[str], None]
OnGap = Callable[[], None]


class Bus(Protocol):
    """Delivery is at most once and may have gaps: `on_gap` says that messages may have been missed."""

    async def publish(self, channel: str, payload: str) -> None:
        """Send to everyone who listens now; at most 7900 bytes."""
        ...

    async def subscribe(
        self, channel: str, on_message: OnMessage, on_gap: OnGap | None = None
    ) -> None:
        """Call `on_message` for each message from now on; reconnects by itself."""
        ...

    async def close(self) -> None:
        """Stop listening."""
        ...
