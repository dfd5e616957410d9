"""Trying a formula before it is a field: whether it can be understood, and what it would show."""

from dataclasses import replace

from kith.kernel import access
from kith.kernel.context import Context
from kith.kernel.design.specs import Spec, new_field
from kith.kernel.fields.formula import settle
from kith.kernel.schema import FieldDef

NAME = "trial__c"


def try_formula(ctx: Context, object_name: str, spec: Spec) -> tuple[Context, FieldDef]:
    """Return a context in which the formula is a field called NAME; raise FormulaProblem with the position.

    Nothing is written and no table has the column: queries expand the formula.
    """
    access.check_admin(ctx)
    owner = ctx.catalog.object(object_name)
    asked = {**spec, "label": "Trial", "kind": "formula", "name": NAME}
    field = new_field(ctx.catalog, asked, ())
    found = settle(ctx.catalog, object_name, field, ctx.catalog.timezone)
    more = {"result": found.result, "currency": ctx.catalog.base_currency}
    field = replace(field, config={**field.config, **more})
    objects = {**ctx.catalog.objects, object_name: replace(owner, fields=(*owner.fields, field))}
    return replace(ctx, catalog=replace(ctx.catalog, objects=objects, memo={})), field
