"""The server's configuration, as data: what we ask of PostgreSQL and why."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

MEGABYTE = 1024 * 1024
OWN_SETTINGS = "postgresql.local.conf"
OWN_HEAD = "# Your own settings for Kith's PostgreSQL; they win over Kith's. Read at each start.\n"
ROOMY_SHARED_MEMORY = 256 * MEGABYTE

SETTINGS: Mapping[str, str] = {
    # Nobody reaches it but the person who started it.
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    # A laptop has other things to do; the operating system caches the rest.
    "work_mem": "'8MB'",
    "maintenance_work_mem": "'64MB'",
    "random_page_cost": "1.1",
    "io_method": "sync",
    # Our statements are short and many: compiling them costs more than running them.
    "jit": "off",
    # One server, no replicas: bulk loads into new tables may skip the log.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "'1GB'",
    "checkpoint_timeout": "'10min'",
    # Index-only scans live from the visibility map, so hot tables are vacuumed early; with few dead rows that is cheap,
    # as PostgreSQL then leaves the indexes alone.
    "autovacuum_naptime": "'20s'",
    "autovacuum_vacuum_scale_factor": "0.01",
    "autovacuum_vacuum_insert_scale_factor": "0.05",
    "autovacuum_analyze_scale_factor": "0.03",
    # A half-open client must not hold locks, or keep old row versions alive.
    "idle_in_transaction_session_timeout": "'5min'",
    # Logs name what went wrong, never what was written.
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
    "log_line_prefix": "'%m [%p] '",
    "log_timezone": "'UTC'",
    "timezone": "'UTC'",
    "lc_messages": "'C.UTF-8'",
    "default_text_search_config": "'pg_catalog.simple'",
}


def postgresql_conf(socket_folder: Path, extra: Mapping[str, str] | None = None) -> str:
    """The whole file; written anew at each start so that a newer Kith brings its newer settings."""
    memory = _memory()
    machine = {
        "unix_socket_directories": quoted(str(socket_folder)),
        "shared_buffers": f"'{_between(32, memory // 16 // MEGABYTE, 128)}MB'",
        "effective_cache_size": f"'{max(256, memory // 2 // MEGABYTE)}MB'",
        "dynamic_shared_memory_type": _shared_memory(),
    }
    lines = [
        f"{name} = {value}" for name, value in {**SETTINGS, **machine, **(extra or {})}.items()
    ]
    own = f"include_if_exists = '../{OWN_SETTINGS}'"
    head = "# Written by Kith at every start. Your own settings go to postgresql.local.conf beside this folder."
    return "\n".join([head, *lines, own, ""])


def pg_hba_conf(extra: str = "") -> str:
    """Who may come in: the person who started the server, through the socket, as shown by the kernel."""
    return f"local all all peer map=kith\n{extra}"


def pg_ident_conf(starter: str, roles: tuple[str, ...]) -> str:
    """Which database roles the starter may be."""
    return "".join(f'kith "{starter}" {role}\n' for role in roles)


def quoted(text: str) -> str:
    """A configuration value in quotes."""
    return "'" + text.replace("'", "''") + "'"


def _between(low: int, value: int, high: int) -> int:
    return max(low, min(value, high))


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _shared_memory() -> str:
    """Small containers give /dev/shm 64 MB, and a parallel join then fails; plain files do not."""
    try:
        roomy = shutil.disk_usage("/dev/shm").total >= ROOMY_SHARED_MEMORY  # noqa: S108 - asked, not written
    except OSError:
        return "mmap"
    return "posix" if roomy else "mmap"
