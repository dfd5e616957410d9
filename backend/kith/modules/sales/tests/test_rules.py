"""Deals move by rules: stage and pipeline agree, closing dates follow, gates name what is missing."""

import datetime as dt

import pytest

from kith.kernel.schema import Option
from kith.modules.sales.errors import DealClosed, NoSuchStage, StageUnknown
from kith.modules.sales.objects.deal import DEAL
from kith.modules.sales.rules import (
    Stage,
    Stages,
    check_can_leave,
    days_between,
    line_total,
    missing,
    moved,
    placed,
)

NOW = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
DEFAULTS = {"pipeline": "new_business", "stage": "qualify"}
FIELD = DEAL.find("stage")
assert FIELD is not None
STAGES = Stages(FIELD.options)


def test_a_stage_that_somebody_chose_brings_its_pipeline() -> None:
    values = placed(None, {"pipeline": "new_business", "stage": "renewal_talk"}, STAGES, DEFAULTS)
    assert values["pipeline"] == "renewal"


def test_a_pipeline_that_somebody_chose_brings_its_first_stage() -> None:
    assert (
        placed(None, {"pipeline": "partner", "stage": "qualify"}, STAGES, DEFAULTS)["stage"]
        == "partner_registered"
    )
    before = {"pipeline": "new_business", "stage": "propose"}
    assert placed(before, {"pipeline": "renewal"}, STAGES, DEFAULTS)["stage"] == "renewal_due"


def test_a_stage_of_another_pipeline_is_refused() -> None:
    values = placed(None, {"pipeline": "renewal", "stage": "propose"}, STAGES, DEFAULTS)
    with pytest.raises(StageUnknown):
        STAGES.get(str(values["stage"]), str(values["pipeline"]))


def test_winning_sets_the_day_and_certainty() -> None:
    values = moved(
        {"outcome": "open"}, {"stage": "won"}, STAGES.get("won", "new_business"), NOW, TODAY
    )
    assert values["outcome"] == "won"
    assert values["closed_on"] == "2026-05-04"
    assert values["probability"] == 100


def test_a_given_day_and_probability_are_kept() -> None:
    given = {"stage": "won", "closed_on": "2026-04-30", "probability": 90}
    values = moved(None, given, STAGES.get("won", "new_business"), NOW, TODAY)
    assert (values["closed_on"], values["probability"]) == ("2026-04-30", 90)


def test_a_deal_that_ended_on_an_earlier_day_is_in_its_last_stage_since_then() -> None:
    given = {"stage": "won", "closed_on": "2026-04-30"}
    values = moved(None, given, STAGES.get("won", "new_business"), NOW, TODAY)
    assert values["stage_since"] == "2026-04-30T12:00:00+00:00"
    today = {"stage": "won", "closed_on": TODAY.isoformat()}
    values = moved(None, today, STAGES.get("won", "new_business"), NOW, TODAY)
    assert values["stage_since"] == NOW.isoformat()


def test_reopening_forgets_how_it_ended() -> None:
    values = moved(
        {"outcome": "lost"}, {"stage": "qualify"}, STAGES.get("qualify", "new_business"), NOW, TODAY
    )
    assert values["closed_on"] is None
    assert values["lost_reason"] is None


def test_a_closed_deal_moves_only_by_reopening() -> None:
    stage = STAGES.get("qualify", "new_business")
    with pytest.raises(DealClosed):
        check_can_leave({"outcome": "won"}, stage, reopening=False)
    check_can_leave({"outcome": "won"}, stage, reopening=True)
    check_can_leave(None, stage, reopening=False)


def test_a_gate_names_what_is_missing() -> None:
    negotiate = STAGES.get("negotiate", "new_business")
    assert missing({"amount": None}, negotiate) == ("amount", "expected_close")
    assert missing({"amount": {"amount": 0}, "expected_close": "2026-06-01"}, negotiate) == ()


def test_what_an_admin_left_out_of_a_stage_has_a_sensible_meaning() -> None:
    stage = Stage.of(Option("odd", "Odd", config={"needs": "amount"}))
    assert (stage.pipeline, stage.probability, stage.outcome, stage.needs) == ("", 50, "open", ())


def test_a_retired_stage_is_no_first_stage() -> None:
    stages = Stages(
        (
            Option("a", "A", retired=True, config={"pipeline": "p"}),
            Option("b", "B", config={"pipeline": "p"}),
        )
    )
    assert stages.first("p").key == "b"
    with pytest.raises(NoSuchStage):
        stages.first("p", "won")


def test_every_pipeline_begins_and_ends() -> None:
    pipeline = DEAL.find("pipeline")
    assert pipeline is not None
    for option in pipeline.options:
        for outcome in ("open", "won", "lost"):
            assert STAGES.first(option.key, outcome).pipeline == option.key


def test_a_line_is_rounded_as_its_currency_is_paid() -> None:
    assert line_total(3, {"amount": 9.99, "currency": "EUR"}, 10) == {
        "amount": 26.97,
        "currency": "EUR",
    }
    assert line_total(3, {"amount": 333, "currency": "JPY"}, 5) == {
        "amount": 949.0,
        "currency": "JPY",
    }


def test_time_in_a_stage_is_in_days() -> None:
    assert days_between(NOW, NOW + dt.timedelta(days=2, hours=6)) == 2.25
