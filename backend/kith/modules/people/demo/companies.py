"""Makes up companies and the people in them; the same seed makes the same world."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.lib.text import fold, pinyin
from kith.modules.people.demo import words
from kith.modules.people.rules import join_name, size_of, split_name

DAYS = 540
SEED = 20
KINDS = (("prospect", 46), ("customer", 38), ("partner", 6), ("supplier", 4), ("former", 6))
SOURCES = (("referral", 30), ("website", 22), ("event", 20), ("outbound", 18), ("partner", 10))
HEADCOUNTS = (8, 14, 22, 35, 48, 60, 85, 120, 180, 240, 320, 480, 700, 950, 1400, 2600, 5200)
COMPETITORS = (
    ("Thermaline Controls", "US", "technology"),
    ("Nordklima Systems", "SE", "technology"),
    ("清岚楼宇科技有限公司", "CN", "technology"),
    ("Ventrix Building Data", "DE", "technology"),
    ("恒温物联股份有限公司", "CN", "technology"),
)


@dataclass(frozen=True, slots=True)
class Company:
    """An account to be: its values, since when we know it, and what its people need to be made up."""

    values: dict[str, Json]
    days_ago: float
    country: words.Country | None
    domain: str

    @property
    def home(self) -> str:
        """Which of our teams looks after it."""
        return "abroad" if self.country else "cn"


@dataclass(frozen=True, slots=True)
class Human:
    """A contact to be, of the company at `company` in the list."""

    values: dict[str, Json]
    days_ago: float
    company: int


def companies(dice: Dice, count: int) -> list[Company]:
    """Return the companies, every other one Chinese, the competitors last."""
    chinese = _chinese_names(dice)
    english = _english_names(dice)
    made = [
        _chinese(dice, *next(chinese)) if i % 2 == 0 else _foreign(dice, *next(english))
        for i in range(count - len(COMPETITORS))
    ]
    return made + [_competitor(dice, *row) for row in COMPETITORS]


def humans(dice: Dice, made: list[Company], count: int) -> list[Human]:
    """Return the people: at least one in each company but competitors, more in bigger ones."""
    staffed = made[: -len(COMPETITORS)]
    weights = [float(str(c.values["employees"])) ** 0.4 for c in staffed]
    where = list(range(len(staffed)))
    where += dice.choices(where, weights, k=count - len(staffed))
    taken: set[str] = set()
    return [_human(dice, made[i], i, taken) for i in sorted(where)]


def _chinese_names(dice: Dice) -> Iterator[tuple[str, words.Trade, words.City]]:
    seen: set[tuple[str, str]] = set()
    while True:
        brand, trade = dice.choice(words.CHINESE_BRANDS), dice.choice(words.TRADES)
        if (brand, trade.industry) not in seen:
            seen.add((brand, trade.industry))
            yield brand, trade, dice.choice(words.CHINESE_CITIES)


def _english_names(dice: Dice) -> Iterator[tuple[str, words.Trade, words.Country]]:
    seen: set[tuple[str, str]] = set()
    while True:
        brand, trade = dice.choice(words.ENGLISH_BRANDS), dice.choice(words.TRADES)
        if (brand, trade.industry) not in seen:
            seen.add((brand, trade.industry))
            yield brand, trade, dice.choices(words.COUNTRIES, (30, 22, 18, 12, 10, 8))[0]


def _chinese(dice: Dice, brand: str, trade: words.Trade, city: words.City) -> Company:
    word = dice.choice(trade.chinese)
    spoken = "".join(pinyin(brand))
    prefix = city.name if dice.chance(0.7) else ""
    meaning = trade.english[trade.chinese.index(word)]
    english = f"{spoken.capitalize()} {meaning}"
    domain = f"{spoken}-{fold(meaning).split(' ')[0]}.example"
    number = f"+86105555{dice.randrange(10_000):04d}"
    values = {
        "name": f"{prefix}{brand}{word}{dice.choice(words.CHINESE_SUFFIXES)}",
        "also_known_as": english,
        "phone": number,
    }
    return _company(dice, values, trade, city, None, domain)


def _foreign(dice: Dice, brand: str, trade: words.Trade, country: words.Country) -> Company:
    word, suffix = dice.choice(trade.english), dice.choice(country.suffixes)
    city = dice.choice(country.cities)
    slug = fold(f"{brand}-{word}").replace(" ", "-").replace("&", "and")
    domain = f"{slug}.example"
    values = {"name": f"{brand} {word} {suffix}", "phone": _number(dice, country.prefix)}
    return _company(dice, values, trade, city, country, domain)


def _competitor(dice: Dice, name: str, code: str, industry: str) -> Company:
    trade = next(t for t in words.TRADES if t.industry == industry)
    country = next((c for c in words.COUNTRIES if c.code == code), None)
    city = dice.choice(country.cities if country else words.CHINESE_CITIES)
    made = _company(dice, {"name": name}, trade, city, country, f"rival-{len(name)}.example")
    values = {**made.values, "kind": "competitor", "tags": None, "website": None, "email": None}
    return Company(values, DAYS, country, made.domain)


def _company(
    dice: Dice,
    values: dict[str, str],
    trade: words.Trade,
    city: words.City,
    country: words.Country | None,
    domain: str,
) -> Company:
    people = int(dice.choice(HEADCOUNTS) * dice.uniform(0.8, 1.25))
    return Company(
        {
            **values,
            "kind": dice.weighted(KINDS),
            "industry": trade.industry,
            "employees": people,
            "size": size_of(people),
            "revenue": {
                "amount": round(people * dice.uniform(60, 260)) * 1000,
                "currency": country.currency if country else "CNY",
            },
            "website": f"https://www.{domain}",
            "email": f"info@{domain}",
            "address": _address(dice, city),
            "source": dice.weighted(SOURCES),
            "tags": dice.sample(words.ACCOUNT_TAGS, k=dice.choice((0, 0, 0, 1, 1, 2))) or None,
        },
        DAYS * dice.random() ** 0.7,
        country,
        domain,
    )


def _address(dice: Dice, city: words.City) -> dict[str, Json]:
    return {
        "street": city.street.format(n=dice.randrange(3, 480)),
        "city": city.name,
        "region": city.region,
        "postal": city.postal,
        "country": city.country,
        "lat": round(city.lat + dice.uniform(-0.06, 0.06), 5),
        "lng": round(city.lng + dice.uniform(-0.08, 0.08), 5),
    }


def _human(dice: Dice, company: Company, index: int, taken: set[str]) -> Human:
    titles = words.ENGLISH_TITLES if company.country else words.CHINESE_TITLES
    seniority, choices = dice.choices(titles, words.SENIORITY_WEIGHTS)[0]
    name, local = _name(dice, company, taken)
    family, given = split_name(name)
    values: dict[str, Json] = {
        "name": name,
        "family_name": family,
        "given_name": given,
        "title": dice.choice(choices),
        "seniority": seniority,
        "email": f"{local}@{company.domain}",
        "mobile": _mobile(dice, company.country),
        "languages": _languages(dice, company.country),
        "source": company.values["source"],
    }
    if dice.chance(0.35):  # a third of the people have told us their birthday
        values["birthday"] = dt.date(
            dice.randrange(1964, 2000), dice.randrange(1, 13), dice.randrange(1, 29)
        ).isoformat()
    if not company.country:
        values["wechat"] = f"{local.replace('.', '_')}{dice.randrange(10, 99)}"
    if dice.chance(0.22):
        hints = words.ENGLISH_HINTS if company.country else words.CHINESE_HINTS
        values["description"] = dice.choice(hints)
    return Human(values, company.days_ago * dice.uniform(0.3, 1.0), index)


def _name(dice: Dice, company: Company, taken: set[str]) -> tuple[str, str]:
    country = company.country
    while True:
        woman = dice.chance(0.5)
        if country:
            given = dice.choice(country.women if woman else country.men)
            family = dice.choice(country.families)
            local = f"{_latin(given)}.{_latin(family)}"
        else:
            given = dice.choice(words.CHINESE_WOMEN if woman else words.CHINESE_MEN)
            family = dice.choice(words.CHINESE_FAMILIES)
            local = f"{''.join(pinyin(given))}.{''.join(pinyin(family))}"
        if f"{local}@{company.domain}" not in taken:
            taken.add(f"{local}@{company.domain}")
            return join_name(family, given), local


def _latin(word: str) -> str:
    return "".join(c for c in fold(word.replace("ø", "o").replace("ß", "ss")) if c.isascii())


def _number(dice: Dice, prefix: str) -> str:
    """Return a number from a range that is kept free for stories, such as 555-01xx."""
    if prefix.startswith("+1"):
        return f"{prefix}{dice.randrange(100, 200):04d}"
    return f"{prefix}{dice.randrange(100):03d}"


def _mobile(dice: Dice, country: words.Country | None) -> str:
    if country:
        return _number(dice, country.prefix)
    return f"+861300000{dice.randrange(10_000):04d}"


def _languages(dice: Dice, country: words.Country | None) -> list[str]:
    own = country.language if country else "zh"
    more = ["en"] if own != "en" and dice.chance(0.6) else []
    return [own, *more]
