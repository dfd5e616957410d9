"""Every object of the standard modules, tried from every side."""

from kith.modules.activities.objects import CALL, EVENT, NOTE, TASK
from kith.modules.people.objects import ACCOUNT, ACCOUNT_MEMBER, ACQUAINTANCE, CONTACT, RELATION
from kith.modules.sales.objects import DEAL, DEAL_CONTACT, DEAL_LINE, DEAL_STEP, PRODUCT
from tests.support.suite import ObjectSuite


class TestAccount(ObjectSuite):
    object = ACCOUNT


class TestContact(ObjectSuite):
    object = CONTACT


class TestRelation(ObjectSuite):
    object = RELATION
    skip = ("account", "to_account")


class TestAcquaintance(ObjectSuite):
    object = ACQUAINTANCE


class TestAccountMember(ObjectSuite):
    object = ACCOUNT_MEMBER


class TestDeal(ObjectSuite):
    object = DEAL


class TestProduct(ObjectSuite):
    object = PRODUCT


class TestDealLine(ObjectSuite):
    object = DEAL_LINE


class TestDealStep(ObjectSuite):
    object = DEAL_STEP


class TestDealContact(ObjectSuite):
    object = DEAL_CONTACT


class TestTask(ObjectSuite):
    object = TASK


class TestEvent(ObjectSuite):
    object = EVENT


class TestCall(ObjectSuite):
    object = CALL


class TestNote(ObjectSuite):
    object = NOTE
