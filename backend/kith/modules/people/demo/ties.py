"""Makes up who is tied to whom, and whom of them we know."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kith.lib.dice import Dice
from kith.lib.json import Json
from kith.modules.people.demo.companies import Company, Human

Values = dict[str, Json]
STRENGTHS = (("met", 20), ("knows", 38), ("good", 28), ("close", 14))
OUTSIDE = (("studied_with", 40), ("worked_with", 40), ("friend_of", 20))
BUSINESS = (("supplier_of", 50), ("partner_of", 30), ("subsidiary_of", 20))
NOTES = {
    "studied_with": ("同届同学，住过一个宿舍。", "Same year at university; still meet for dinner."),
    "worked_with": ("在上一家公司共事三年。", "Shared an office for three years."),
    "friend_of": ("两家孩子在一个学校。", "Sailing friends."),
}
MEETINGS = (
    ("上海展会上认识的", "Met at the building tech fair"),
    ("老同事介绍", "Introduced by a former colleague"),
    ("一起做过试点项目", "Ran the pilot together"),
    ("同乡，常在微信聊", "Grew up in the same town"),
    ("校友会", "Alumni evening"),
)


def inside(dice: Dice, humans: Sequence[Human], ids: Sequence[str]) -> list[Values]:
    """Return who reports to, influences and decides with whom within a company."""
    teams: defaultdict[int, list[int]] = defaultdict(list)
    for i, human in enumerate(humans):
        teams[human.company].append(i)
    rank = {"executive": 0, "director": 1, "manager": 2, "specialist": 3, "assistant": 4}
    found: list[Values] = []
    for team in teams.values():
        by_rank = sorted(team, key=lambda i: rank[str(humans[i].values["seniority"])])
        for boss, other in pairwise(by_rank):
            if dice.chance(0.45):
                kind = "reports_to" if dice.chance(0.7) else "influences"
                found.append(_contacts(ids[other], kind, ids[boss], "good"))
    return found


def across(dice: Dice, humans: Sequence[Human], ids: Sequence[str], count: int) -> list[Values]:
    """Return ties between people of different companies of the same half of the world."""
    found: list[Values] = []
    while len(found) < count:
        one, other = dice.sample(range(len(humans)), 2)
        chinese = "wechat" in humans[one].values
        if humans[one].company == humans[other].company or chinese != (
            "wechat" in humans[other].values
        ):
            continue
        kind = dice.weighted(OUTSIDE)
        tie = _contacts(ids[one], kind, ids[other], dice.weighted(STRENGTHS))
        found.append({**tie, "note": NOTES[kind][0 if chinese else 1]})
    return found


def between(dice: Dice, made: Sequence[Company], ids: Sequence[str], count: int) -> list[Values]:
    """Return ties between companies of the same half of the world."""
    found: list[Values] = []
    while len(found) < count:
        one, other = dice.sample(range(len(made)), 2)
        if made[one].home == made[other].home:
            kind = dice.weighted(BUSINESS)
            if "competitor" in (made[one].values["kind"], made[other].values["kind"]):
                kind = "competitor_of"
            ends = {"account": ids[one], "kind": kind, "to_account": ids[other]}
            found.append({**ends, "strength": dice.weighted(STRENGTHS)})
    return found


def known(
    dice: Dice,
    humans: Sequence[Human],
    ids: Sequence[str],
    ours: dict[str, list[str]],
    count: int,
) -> list[Values]:
    """Return which of our people know which contacts, and from where."""
    found: dict[tuple[str, str], Values] = {}
    while len(found) < count:
        i = dice.randrange(len(humans))
        chinese = "wechat" in humans[i].values
        user = dice.choice(ours["cn" if chinese else "abroad"])
        values: Values = {"user": user, "contact": ids[i], "strength": dice.weighted(STRENGTHS)}
        if dice.chance(0.6):
            values["note"] = dice.choice(MEETINGS)[0 if chinese else 1]
        found[user, ids[i]] = values
    return list(found.values())


def _contacts(one: str, kind: str, other: str, strength: str) -> Values:
    return {"contact": one, "kind": kind, "to_contact": other, "strength": strength}
