"""The suite itself holds for the small company of tests.support.company."""

from tests.support.company import BID, CHORE, FIRM, ITEM, module
from tests.support.suite import ObjectSuite


class _Company(ObjectSuite):
    modules = (module(),)


class TestFirm(_Company):
    object = FIRM


class TestBid(_Company):
    object = BID


class TestItem(_Company):
    object = ITEM


class TestChore(_Company):
    object = CHORE
