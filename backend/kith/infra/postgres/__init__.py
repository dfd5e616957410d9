"""Our own small supervisor for the PostgreSQL that comes as a wheel: nothing to install, nothing left behind."""

from kith.infra.postgres.cluster import Cluster
from kith.infra.postgres.placement import place
from kith.infra.postgres.server import Server

__all__ = ["Cluster", "Server", "place"]
