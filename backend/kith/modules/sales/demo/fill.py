"""Writes the made-up deals through the kernel: each move at its own moment, in the name of its owner."""

from kith.kernel.api import Context, Record, records
from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.people.api import colleagues, in_the_name_of
from kith.modules.sales.demo import words
from kith.modules.sales.demo.stories import story
from kith.modules.sales.demo.teller import Tale, Teller, World

DEALS = 400
SEED = 21


async def fill(ctx: Context) -> None:
    """Make the catalogue, then the deals, oldest first, with lines, plans and buying groups."""
    dice = Dice(SEED)
    world = await _world(ctx)
    buyers = [
        account
        for account in world.accounts
        if account["kind"] not in ("competitor", "supplier") and world.people.get(account.id)
    ]
    tales = [_tale(dice, ctx, world, dice.choice(buyers)) for _ in range(DEALS)]
    tales.sort(key=lambda tale: -tale.story.steps[0].days_ago)
    await Teller(ctx, dice, world).tell(tales)


async def _world(ctx: Context) -> World:
    users = {user.id: user for user in await colleagues(ctx)}
    seller = next(user for user in users.values() if user["profile"] == "admin")
    await records.create_many(
        in_the_name_of(ctx, seller, ctx.now), "product", [_product(ctx, a) for a in words.ARTICLES]
    )
    products = {str(p["code"]): p async for p in records.iter(ctx, "product", {})}
    accounts = [a async for a in records.iter(ctx, "account", {"sort": [{"by": "name"}]})]
    world = World(users, products, accounts)
    async for person in records.iter(ctx, "contact", {"sort": [{"by": "email"}]}):
        account = person.ref("account")
        if account is not None:
            world.people.setdefault(account, []).append(person)
    return world


def _product(ctx: Context, article: words.Article) -> dict[str, Json]:
    return {
        "name": article.name,
        "code": article.code,
        "family": article.family,
        "unit": article.unit,
        "price": {"amount": article.price, "currency": ctx.workspace.base_currency},
        "active": article.on_sale,
        "description": article.description,
    }


def _tale(dice: Dice, ctx: Context, world: World, account: Record) -> Tale:
    kind = account["kind"]
    made = story(
        dice, ctx.today, customer=kind in ("customer", "former"), partner=kind == "partner"
    )
    return Tale(account, dice.choice(world.people[account.id]), made)
