"""What the module brings: deals, their stages and history, products, close plans."""

from kith.module import Hook, Listener, Module, Verb
from kith.modules.sales import demo, service
from kith.modules.sales.access import PROFILES
from kith.modules.sales.listeners import follow
from kith.modules.sales.objects import OBJECTS
from kith.modules.sales.views import VIEWS

MODULE = Module(
    name="sales",
    label="Sales",
    requires=("people",),
    objects=OBJECTS,
    views=VIEWS,
    profiles=PROFILES,
    verbs=(
        Verb("move", "deal", "Change stage", service.move, {"stage": "choice"}, icon="arrow-right"),
        Verb(
            "win",
            "deal",
            "Won",
            service.win,
            {"closed_on": "date", "amount": "money"},
            icon="trophy",
            primary=True,
        ),
        Verb(
            "lose",
            "deal",
            "Lost",
            service.lose,
            {"lost_reason": "choice", "lost_note": "long_text", "competitor": "link"},
            icon="mood-sad",
        ),
        Verb("reopen", "deal", "Reopen", service.reopen, {"stage": "choice"}, icon="refresh"),
        Verb(
            "total",
            "deal",
            "Amount from product lines",
            service.amount_from_lines,
            icon="calculator",
        ),
    ),
    hooks=(
        Hook("deal", service.settle_deal, frozenset({"stage", "pipeline"})),
        Hook("deal_line", service.settle_line),
        Hook("deal_contact", service.settle_member, frozenset({"contact"})),
        Hook("deal_step", service.settle_step, frozenset({"done"})),
    ),
    listeners=(Listener("stage_history", follow, ("deal",)),),
    demo=demo.fill,
)
