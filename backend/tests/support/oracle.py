"""The rules of who sees what, in plain words and without SQL: the judge of every road to the data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
LINKS = {"line": "visit", "visit": "shop"}
WIDTH = ("none", "mine", "team", "all")


@dataclass
class Oracle:
    """People, units, profiles, sharing and rows as dictionaries; keys are names."""

    bosses: Mapping[str, str | None]
    rights: Mapping[str, Mapping[str, Any]]
    rows: Mapping[str, Mapping[str, Row]]
    units: Mapping[str, Row] = field(default_factory=dict)
    places: Mapping[str, str | None] = field(default_factory=dict)
    positions: list[tuple[str, str, str]] = field(default_factory=list)
    deputies: list[tuple[str, str]] = field(default_factory=list)
    groups: Mapping[str, list[str]] = field(default_factory=dict)
    baselines: Mapping[str, Row] = field(default_factory=dict)
    rules: list[Row] = field(default_factory=list)
    shares: list[tuple[str, str, str, str]] = field(default_factory=list)
    lenses: Mapping[str, Mapping[str, tuple[str, list[Any]]]] = field(default_factory=dict)

    def principals(self, who: str) -> set[str]:
        return {who} | {boss for boss, deputy in self.deputies if deputy == who}

    def above(self, unit: str | None) -> Iterator[str]:
        while unit is not None:
            yield unit
            unit = self.units[unit]["parent"]

    def standing(self, who: str) -> set[str]:
        """The units where somebody is, by birth or by position."""
        place = self.places.get(who)
        held = {u for p, u, _ in self.positions if p == who}
        return held | {place} if place else held

    def members(self, unit: str) -> set[str]:
        """Everybody in a unit or below it."""
        return {p for p in self.bosses if any(unit in self.above(u) for u in self.standing(p))}

    def team(self, who: str) -> set[str]:
        """Whom somebody leads: reports at any depth, and the people of units that they head, for the absent too."""
        found, seeds = set(), set(self.principals(who))
        for p in self.principals(who):
            heads = {u for u, unit in self.units.items() if unit["head"] == p}
            heads |= {u for person, u, role in self.positions if person == p and role == "head"}
            seeds |= {member for unit in heads for member in self.members(unit)}
        while seeds:
            found |= seeds
            seeds = {p for p, boss in self.bosses.items() if boss in found} - found
        return found

    def keys(self, who: str) -> set[str]:
        """Under which names something may be shared with somebody."""
        all_of = self.principals(who)
        headed = {u for u, unit in self.units.items() if unit["head"] in all_of}
        units = {u for p in all_of for place in self.standing(p) for u in self.above(place)}
        units |= {u for unit in headed for u in self.above(unit)}
        return all_of | units | {g for g, some in self.groups.items() if all_of & set(some)}

    def zone(self, unit: str | None) -> str | None:
        return next((u for u in self.above(unit) if self.units[u]["apart"]), None)

    def beside(self, who: str, owner: str) -> bool:
        """Whether no unit that is set apart stands between the two."""
        if not any(unit["apart"] for unit in self.units.values()):
            return True
        all_of = self.principals(who)
        stands = {u for p in all_of for u in self.standing(p)}
        stands |= {u for u, unit in self.units.items() if unit["head"] in all_of}
        mine = {self.zone(u) for u in stands} or {None}
        return self.zone(self.places.get(owner)) in mine

    def reads(self, who: str, kind: str, row: Row | None) -> bool:
        """Whether somebody sees a record in lists, figures, search and on its own."""
        return self.may(who, kind, row) and self.in_lens(who, kind, row)

    def in_lens(self, who: str, kind: str, row: Row | None) -> bool:
        for target, (name, values) in self.lenses.get(who, {}).items():
            found, at = row, kind
            while at != target and at in LINKS:
                link = LINKS[at]
                found = (
                    self.rows[link].get(found[link])
                    if found and self.knows(who, at, link)
                    else None
                )
                at = link
                found = found if self.may(who, at, found) else None
            if at == target and not (found and self.knows(who, at, name) and found[name] in values):
                return False
        return True

    def may(self, who: str, kind: str, row: Row | None, action: str = "read") -> bool:
        """Whether somebody may know of a record, or change it, whatever they wear."""
        rights = self.rights[who][kind]
        reach = min(rights[action], rights["read"], key=WIDTH.index)
        if row is None or reach == "none":
            return False
        anchor, top = ("visit", self.rows["visit"][row["visit"]]) if kind == "line" else (kind, row)
        return self.beside(who, top["owner"]) and self.opens(who, anchor, top, action, reach)

    def opens(self, who: str, kind: str, row: Row, action: str, reach: str) -> bool:
        base = self.baselines.get(kind, {"opens": "private", "hierarchy": True})
        floor = {"team": "team", "read_all": "all", "edit_all": "all"}.get(base["opens"], "mine")
        if action == "read" or base["opens"] == "edit_all":
            reach = max(reach, floor, key=WIDTH.index)
        if reach == "team" and not base["hierarchy"]:
            reach = "mine"
        own = self.team(who) if reach == "team" else self.principals(who)
        enough = ("edit",) if action == "update" else ("read", "edit")
        return (
            reach == "all"
            or row["owner"] in own
            or any(
                self.rule_opens(who, rule, kind, row)
                for rule in self.rules
                if rule["level"] in enough
            )
            or any(
                (kind, row["name"]) == (k, name) and holder in self.keys(who) and level in enough
                for k, name, holder, level in self.shares
            )
        )

    def rule_opens(self, who: str, rule: Row, kind: str, row: Row) -> bool:
        if rule["object"] != kind or not (
            set(rule["to"]) & self.keys(who) or f"p_{who}" in rule["profiles"]
        ):
            return False
        owners = rule["owners"]
        if owners is not None and row["owner"] not in self.named(owners):
            return False
        return rule["word"] is None or rule["word"] in row["name"]

    def named(self, owners: list[str]) -> set[str]:
        found = {p for p in self.bosses if p in owners}
        found |= {p for u in owners if u in self.units for p in self.members(u)}
        return found | {p for g in owners if g in self.groups for p in self.groups[g]}

    def knows(self, who: str, kind: str, field: str) -> bool:
        rights = self.rights[who][kind]
        return bool(rights["read"] != "none" and rights["fields"].get(field) != "hidden")
