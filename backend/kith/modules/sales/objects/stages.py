"""Pipelines and their stages: options of two choice fields, so an admin changes them as any other choice.

The config of a stage says: `pipeline` it belongs to, `probability` in percent, `won` or `lost` when it ends a deal, and
`needs`: the gate, fields that must be filled before a deal may enter. Stages stand in the order of their pipeline.
"""

from kith.kernel.schema import Option

PIPELINES = (
    Option("new_business", "New business", "blue"),
    Option("renewal", "Renewals", "teal"),
    Option("partner", "Through partners", "violet"),
)


def _stage(
    key: str, label: str, color: str, pipeline: str, probability: int, *needs: str
) -> Option:
    config = {"pipeline": pipeline, "probability": probability, "needs": list(needs)}
    return Option(key, label, color, config=config)


def _won(key: str, label: str, pipeline: str, *needs: str) -> Option:
    config = {"pipeline": pipeline, "probability": 100, "won": True, "needs": list(needs)}
    return Option(key, label, "green", config=config)


def _lost(key: str, label: str, pipeline: str) -> Option:
    config = {"pipeline": pipeline, "probability": 0, "lost": True, "needs": ["lost_reason"]}
    return Option(key, label, "red", config=config)


STAGES = (
    _stage("qualify", "Qualify", "gray", "new_business", 10),
    _stage("discover", "Understand needs", "teal", "new_business", 25),
    _stage("propose", "Proposal", "blue", "new_business", 50, "amount"),
    _stage("negotiate", "Negotiation", "violet", "new_business", 75, "amount", "expected_close"),
    _won("won", "Won", "new_business", "amount"),
    _lost("lost", "Lost", "new_business"),
    _stage("renewal_due", "Coming up", "gray", "renewal", 60),
    _stage("renewal_talk", "In talks", "blue", "renewal", 75),
    _stage("renewal_agreed", "Agreed", "violet", "renewal", 90, "amount"),
    _won("renewed", "Renewed", "renewal", "amount"),
    _lost("not_renewed", "Not renewed", "renewal"),
    _stage("partner_registered", "Registered", "gray", "partner", 15),
    _stage("partner_accepted", "Accepted", "teal", "partner", 30),
    _stage("partner_proposal", "Joint proposal", "blue", "partner", 55, "amount"),
    _won("partner_won", "Won together", "partner", "amount"),
    _lost("partner_lost", "Lost", "partner"),
)

OUTCOMES = (
    Option("open", "Open", "blue"),
    Option("won", "Won", "green"),
    Option("lost", "Lost", "red"),
)

LOST_REASONS = (
    Option("price", "Price", "orange"),
    Option("competitor", "A competitor was better", "red"),
    Option("no_budget", "No budget", "amber"),
    Option("no_decision", "They decided to do nothing", "gray"),
    Option("timing", "Wrong time", "teal"),
    Option("fit", "Our product does not fit", "violet"),
    Option("no_contact", "We lost touch", "blue"),
    Option("other", "Other", "gray"),
)
