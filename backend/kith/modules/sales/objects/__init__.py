"""What a sales team works with: declarations only."""

from kith.modules.sales.objects.around import DEAL_CONTACT, DEAL_STAGE, DEAL_STEP
from kith.modules.sales.objects.deal import DEAL
from kith.modules.sales.objects.products import DEAL_LINE, PRODUCT

OBJECTS = (DEAL, PRODUCT, DEAL_LINE, DEAL_STEP, DEAL_CONTACT, DEAL_STAGE)

__all__ = [
    "DEAL",
    "DEAL_CONTACT",
    "DEAL_LINE",
    "DEAL_STAGE",
    "DEAL_STEP",
    "OBJECTS",
    "PRODUCT",
]
