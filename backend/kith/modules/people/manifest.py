"""What the module brings: accounts, contacts, their ties, and the profiles that every module adds to."""

from kith.module import Hook, Module
from kith.modules.people import demo, service
from kith.modules.people.access import PROFILES
from kith.modules.people.http import ROUTES
from kith.modules.people.jobs import JOBS
from kith.modules.people.objects import OBJECTS
from kith.modules.people.views import VIEWS

MODULE = Module(
    name="people",
    label="People",
    objects=OBJECTS,
    views=VIEWS,
    profiles=PROFILES,
    hooks=(
        Hook("account", service.settle_account, frozenset({"employees", "parent_account"})),
        Hook("contact", service.settle_contact, frozenset({"name", "family_name", "given_name"})),
        Hook("relation", service.settle_relation),
        Hook("acquaintance", service.settle_acquaintance, frozenset({"user", "contact"})),
        Hook("account_member", service.settle_member, frozenset({"user"})),
    ),
    jobs=JOBS,
    routes=ROUTES,
    demo=demo.fill,
)
