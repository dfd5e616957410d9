"""Import-linter contract: a module may import another only through its `api`, and only if declared.

Declarations are read from the source, not by importing it, so broken code cannot hide itself.
"""

import ast
from importlib.util import find_spec
from pathlib import Path

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from typing_extensions import override

Offence = tuple[str, str, str]


class ModuleBoundary(Contract):
    """`container` holds the modules; each has a `manifest` and, perhaps, an `api`."""

    container = fields.StringField()

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Compare every cross-module import with what the importing module declared."""
        broken: list[Offence] = []
        for root in sorted(graph.find_children(str(self.container))):
            broken += _offences(graph, root, str(self.container))
        return ContractCheck(kept=not broken, metadata={"broken": sorted(broken)})

    @override
    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per offence, each with its cure."""
        for importer, imported, cure in check.metadata["broken"]:
            output.print_error(f"{importer} -> {imported}: {cure}")


def declared(package: str) -> set[str]:
    """Return the `requires=(...)` written in a module's manifest."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    tree = ast.parse((Path(folders[0]) / "manifest.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "requires":
            return set(ast.literal_eval(node.value))
    return set()


def _offences(graph: ImportGraph, root: str, container: str) -> list[Offence]:
    name, allowed = root.rpartition(".")[2], declared(root)
    found: list[Offence] = []
    for importer in {root} | graph.find_descendants(root):
        for imported in graph.find_modules_directly_imported_by(importer):
            if not imported.startswith(f"{container}."):
                continue
            other, _, rest = imported.removeprefix(f"{container}.").partition(".")
            if other != name and other not in allowed:
                found.append((importer, imported, f"declare it: {name} requires {other!r}"))
            elif other != name and rest != "api":
                found.append((importer, imported, f"use {container}.{other}.api"))
    return found
