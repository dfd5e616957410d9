"""Short messages between processes: PostgreSQL on one node, Redis on several, memory in tests."""

from kith.infra.bus.adapters import open_bus
from kith.infra.bus.memory import MemoryBus
from kith.infra.bus.port import Bus

__all__ = ["Bus", "MemoryBus", "open_bus"]
