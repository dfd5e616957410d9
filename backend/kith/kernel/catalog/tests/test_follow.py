"""A field that follows another offers its options, under the same labels."""

from kith.kernel.catalog import standard
from kith.kernel.catalog.assemble import assemble
from kith.kernel.catalog.rows import FieldRow
from kith.kernel.schema import FieldDef, ObjectDef, Option, Workspace
from kith.lib.ids import new_id
from tests.support.every import Declared

STAGE = FieldDef("stage", kind="choice", label="Stage", options=(Option("new", "New"),))
PAST = FieldDef("stage", kind="choice", label="Stage", config={"options_of": "bid.stage"})
LOST = FieldDef("stage", kind="choice", label="Stage", config={"options_of": "gone.stage"})
MODULE = Declared(
    "test",
    objects=(
        ObjectDef("bid", "Bid", (STAGE,), title="stage"),
        ObjectDef("past", "Past", (PAST,), title="stage"),
        ObjectDef("lost", "Lost", (LOST,), title="stage"),
    ),
)


def test_a_following_field_offers_the_same_options() -> None:
    catalog = standard((MODULE,))
    assert catalog.field("past", "stage").options == STAGE.options
    assert catalog.label("option.past.stage.new") == "New"


def test_what_an_admin_adds_is_followed_with_its_label() -> None:
    added = {"options": [{"key": "new", "label": "New"}, {"key": "hot__c", "label": "Hot"}]}
    row = FieldRow("bid", "stage", "choice", custom=False, data=added)
    catalog = assemble((MODULE,), (), (row,), Workspace(new_id(), "t", "T", "ws_t"))
    assert [o.key for o in catalog.field("past", "stage").options] == ["new", "hot__c"]
    assert catalog.label("option.past.stage.hot__c", "zh-CN") == "Hot"


def test_a_field_whose_source_is_gone_keeps_its_own_options() -> None:
    assert standard((MODULE,)).field("lost", "stage").options == ()
