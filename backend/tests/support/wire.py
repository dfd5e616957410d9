"""A WebSocket client over a real connection (RFC 6455, text frames only): what a browser on another machine sees."""

import base64
import json
import os
import socket
import time
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

PATIENCE = 10.0
TEXT, CLOSE = 1, 8


class Wire:
    """One open socket; `hear` waits for a message of a kind."""

    def __init__(self, address: str, path: str, cookie: str) -> None:
        parts = urlsplit(address)
        host = f"{parts.hostname}:{parts.port}"
        self._socket = socket.create_connection((parts.hostname, parts.port), PATIENCE)
        self._rest = b""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {path} HTTP/1.1",
            f"Host: {host}",
            f"Origin: {address}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
            f"Cookie: {cookie}",
        )
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        answer = self._until(b"\r\n\r\n").decode()
        assert " 101 " in answer.splitlines()[0], answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def say(self, message: dict[str, Any]) -> None:
        """Send a message, masked as clients must."""
        data, mask = json.dumps(message).encode(), os.urandom(4)
        assert len(data) < 1 << 16
        size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + len(data).to_bytes(2)
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(data))
        self._socket.sendall(bytes([0x80 | TEXT]) + size + mask + masked)

    def hear(self, kind: str) -> dict[str, Any]:
        """Return the next message of this kind; others are passed over."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            code, data = self._frame()
            assert code != CLOSE, f"closed with {int.from_bytes(data[:2])}"
            if code == TEXT:
                message: dict[str, Any] = json.loads(data)
                if message["type"] == kind:
                    return message
        raise AssertionError(f"no {kind!r} came")

    def _frame(self) -> tuple[int, bytes]:
        first, second = self._exactly(2)
        size = second & 0x7F
        if size == 126:
            size = int.from_bytes(self._exactly(2))
        elif size == 127:
            size = int.from_bytes(self._exactly(8))
        return first & 0x0F, self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        while len(self._rest) < size:
            self._rest += self._receive()
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._rest:
            self._rest += self._receive()
        data, _, self._rest = self._rest.partition(mark)
        return data

    def _receive(self) -> bytes:
        data = self._socket.recv(65536)
        assert data, "the server hung up"
        return data
