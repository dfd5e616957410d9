"""The twin for tests: messages within one process, delivered at once."""

from collections import defaultdict

from kith.infra.bus.port import OnGap, OnMessage


class MemoryBus:
    """A bus whose every subscriber is in this process."""

    def __init__(self) -> None:
        self._listeners: dict[str, list[OnMessage]] = defaultdict(list)

    async def publish(self, channel: str, payload: str) -> None:
        """Deliver to every subscriber."""
        for listener in tuple(self._listeners[channel]):
            listener(payload)

    async def subscribe(
        self,
        channel: str,
        on_message: OnMessage,
        on_gap: OnGap | None = None,  # noqa: ARG002 - memory never misses a message
    ) -> None:
        """Register a subscriber."""
        self._listeners[channel].append(on_message)

    async def close(self) -> None:
        """Forget every subscriber."""
        self._listeners.clear()
