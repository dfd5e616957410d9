"""The contract that a feature signs: one frozen manifest, read by main and by nobody else."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kith.kernel.schema import ObjectDef, ProfileDef, ViewDef


@dataclass(frozen=True, slots=True)
class Verb:
    """A business action on an object: a button, an API route, a right, an audit entry and an undo follow from it.

    `run` is `async def (ctx, id, **params) -> Json`; `params` maps each parameter to the field kind it is parsed as.
    """

    name: str
    object: str
    label: str
    run: Callable[..., Awaitable[Any]]
    params: Mapping[str, str] = field(default_factory=dict)
    icon: str = "bolt"
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Listener:
    """Runs after commit, at least once, in order per record: `async def (ctx, change) -> None`."""

    name: str
    run: Callable[..., Awaitable[None]]
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """Later work, by name; `cron` makes it periodic.

    `run` is `async def (ctx, **args) -> Json` in one transaction. A `long` job is `async def (run, open, **args)`: it
    reports through `run.progress()`, opens a transaction per step with `open()`, and may start again after a crash.
    """

    name: str
    run: Callable[..., Awaitable[Any]]
    cron: str | None = None
    long: bool = False


@dataclass(frozen=True, slots=True)
class Hook:
    """Runs inside the write, before it is stored: `async def (ctx, before, values) -> values`; may refuse.

    `fields` names those whose change concerns it; an update of others then needs no look at the record first.
    """

    object: str
    run: Callable[..., Awaitable[Any]]
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Module:
    """What a feature brings.

    `routes` are `kith.http.Route`; `commands` are what the command line may call by name; `demo` fills a demo
    workspace.
    """

    name: str
    label: str
    requires: tuple[str, ...] = ()
    objects: tuple[ObjectDef, ...] = ()
    extends: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    views: tuple[ViewDef, ...] = ()
    profiles: tuple[ProfileDef, ...] = ()
    verbs: tuple[Verb, ...] = ()
    hooks: tuple[Hook, ...] = ()
    listeners: tuple[Listener, ...] = ()
    jobs: tuple[Job, ...] = ()
    routes: tuple[Any, ...] = ()
    commands: Mapping[str, Callable[..., Awaitable[Any]]] = field(default_factory=dict)
    demo: Callable[..., Awaitable[None]] | None = None
