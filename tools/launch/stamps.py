"""What has been done already, by content: a later run skips whatever would come out the same."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


class Stamps:
    """A small file of name -> fingerprint."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def matches(self, name: str, fingerprint: str) -> bool:
        """Whether `name` was last done with the same input."""
        return self._read().get(name) == fingerprint

    def put(self, name: str, fingerprint: str) -> None:
        """Remember that `name` is done; written whole or not at all."""
        known = {**self._read(), name: fingerprint}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(known, indent=1), encoding="utf-8")
        draft.replace(self._path)

    def drop(self, name: str) -> None:
        """Forget `name`, because it is about to be done again."""
        if name in self._read():
            self.put(name, "")

    def _read(self) -> dict[str, str]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """A digest of file names and contents, and of whatever else decides the outcome."""
    digest = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        digest.update(f"\0{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def sources(folder: Path, skip: frozenset[str]) -> Iterator[Path]:
    """Every file below `folder`, except in folders called like something to skip."""
    for path in folder.iterdir():
        if path.name in skip:
            continue
        if path.is_dir():
            yield from sources(path, skip)
        elif path.is_file():
            yield path
