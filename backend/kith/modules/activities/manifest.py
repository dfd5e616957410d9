"""What the module brings: activities, what comes next, and my day."""

from kith.module import Hook, Job, Listener, Module, Verb
from kith.modules.activities import demo, service
from kith.modules.activities.access import PROFILES
from kith.modules.activities.http import ROUTES
from kith.modules.activities.jobs import pass_time, remind
from kith.modules.activities.listeners import follow
from kith.modules.activities.objects import EXTENDS, OBJECTS
from kith.modules.activities.views import VIEWS

MODULE = Module(
    name="activities",
    label="Activities",
    requires=("people", "sales"),
    objects=OBJECTS,
    extends=EXTENDS,
    views=VIEWS,
    profiles=PROFILES,
    verbs=(
        Verb("done", "task", "Done", service.complete, icon="check", primary=True),
        Verb(
            "postpone",
            "task",
            "Postpone",
            service.postpone,
            {"due": "date"},
            icon="calendar-plus",
        ),
    ),
    hooks=(
        Hook("task", service.settle_task, frozenset({"done", "deal", "contact"})),
        Hook("event", service.settle_event, frozenset({"starts_at", "ends_at", "deal", "contact"})),
        Hook("call", service.settle_call, frozenset({"deal", "contact"})),
        Hook("note", service.settle_note, frozenset({"body", "subject", "deal", "contact"})),
    ),
    listeners=(Listener("next_step", follow, ("task", "event")),),
    jobs=(
        Job("pass_time", pass_time, cron="7 * * * *"),
        Job("remind", remind, cron="*/5 * * * *"),
    ),
    routes=ROUTES,
    demo=demo.fill,
)
