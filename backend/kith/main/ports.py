"""Find a port to listen on, and keep others from taking it while the web server starts."""

import errno
import socket
from typing import ClassVar

from kith.infra.settings import Settings
from kith.lib.errors import ErrorKind, KithError

TRIES = 100


class PortTaken(KithError):
    """Port {port} on {host} is taken by another program. Name another one with KITH_PORT or --port."""

    kind: ClassVar[ErrorKind] = ErrorKind.CONFLICT
    code: ClassVar[str] = "main.port_taken"


class AddressUnknown(KithError):
    """There is no address {host} on this machine. Name another one with KITH_HOST or --host."""

    code: ClassVar[str] = "main.address_unknown"


def choose_port(settings: Settings) -> tuple[int, socket.socket]:
    """Return the wanted port, or the next free one when nobody insisted; hold the socket until the end."""
    tries = 1 if settings.port_is_fixed else TRIES
    for port in range(settings.port, min(settings.port + tries, 65536)):
        placeholder = _reserve(settings.host, port)
        if placeholder is not None:
            return port, placeholder
    raise PortTaken(port=settings.port, host=settings.host)


def _reserve(host: str, port: int) -> socket.socket | None:
    """Bind without listening: web workers share the port (SO_REUSEPORT), everybody else finds it taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
        # Without SO_REUSEADDR, which would let the next one's probe through until somebody listens.
        placeholder = socket.socket(family, socket.SOCK_STREAM)
        placeholder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        placeholder.bind((host, port))
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            return None
        raise AddressUnknown(host=host) from error
    return placeholder
