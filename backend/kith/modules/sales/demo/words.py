"""What Harbourpine sells, and the words in which its deals are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """A product of the catalogue; the price is in the base currency of the workspace."""

    code: str
    name: str
    family: str
    unit: str
    price: float
    description: str
    on_sale: bool = True


ARTICLES = (
    Article(
        "S1",
        "Sense S1 室内传感器",
        "hardware",
        "piece",
        89,
        "Temperature, humidity, CO₂. 温度、湿度、二氧化碳。",
    ),
    Article(
        "S2",
        "Sense S2 Pro 多参数传感器",
        "hardware",
        "piece",
        169,
        "Adds particles and noise. 增加颗粒物与噪声。",
    ),
    Article(
        "G4",
        "Gateway G4 网关",
        "hardware",
        "piece",
        420,
        "Collects up to 200 sensors. 最多接入 200 个传感器。",
    ),
    Article("M3", "Meter M3 电能表", "hardware", "piece", 210, "Three-phase metering. 三相计量。"),
    Article(
        "INS",
        "Insight 楼宇能耗平台",
        "software",
        "year",
        3600,
        "Dashboards and alarms for one site. 单个场所的看板与告警。",
    ),
    Article(
        "INP",
        "Insight Plus 预测版",
        "software",
        "year",
        7800,
        "Adds forecasts and reports. 增加预测与报告。",
    ),
    Article(
        "INST",
        "Installation 安装调试",
        "service",
        "day",
        980,
        "Two engineers on site. 两名工程师现场安装。",
    ),
    Article(
        "CARE",
        "Care 维保合同",
        "service",
        "year",
        2400,
        "Yearly check and spare parts. 年度巡检与备件。",
    ),
    Article(
        "AUD",
        "Energy audit 能耗诊断",
        "service",
        "piece",
        4500,
        "Four weeks of measuring, one report. 四周测量，一份报告。",
    ),
    Article(
        "TRN", "Training 操作培训", "training", "day", 1200, "For up to ten people. 最多十人。"
    ),
    Article(
        "S0",
        "Sense S0 一代传感器",
        "hardware",
        "piece",
        59,
        "Replaced by S1. 已由 S1 取代。",
        on_sale=False,
    ),
)

# Which articles a deal is made of: code, how many from, how many to.
BUNDLES: dict[str, tuple[tuple[str, int, int], ...]] = {
    "pilot": (("S1", 10, 40), ("G4", 1, 2), ("INST", 1, 2)),
    "rollout": (("S2", 60, 420), ("G4", 2, 9), ("INP", 1, 4), ("INST", 3, 14)),
    "metering": (("M3", 12, 90), ("G4", 1, 4), ("INS", 1, 3), ("INST", 2, 6)),
    "platform": (("INP", 1, 6), ("TRN", 1, 3)),
    "audit": (("AUD", 1, 3),),
    "care": (("CARE", 1, 8),),
    "retrofit": (("S1", 40, 260), ("G4", 1, 6), ("INS", 1, 4), ("INST", 2, 9)),
}
NEW_BUSINESS = (
    ("pilot", 24),
    ("rollout", 20),
    ("retrofit", 22),
    ("metering", 16),
    ("platform", 10),
    ("audit", 8),
)

CHINESE_NAMES = {
    "pilot": ("{place}一层试点", "样板间监测试点", "实验楼空气质量试点"),
    "rollout": ("{n} 个门店统一部署", "园区二期传感器部署", "{place}全楼部署"),
    "retrofit": ("{place}节能改造", "老厂房传感器改造", "暖通系统改造一期"),
    "metering": ("分项计量改造", "配电房电能监测", "{n} 栋楼电表更换"),
    "platform": ("能耗平台年度订阅", "集团看板上线", "Insight 升级预测版"),
    "audit": ("能耗诊断", "碳排放摸底诊断"),
    "care": ("年度维保续签", "维保合同 {year}"),
}
CHINESE_PLACES = ("总部大楼", "研发中心", "三号厂房", "物流中心", "门诊楼", "图书馆", "培训基地")
ENGLISH_NAMES = {
    "pilot": ("Pilot on one floor", "Air quality pilot, {place}", "Trial in the {place}"),
    "rollout": ("Rollout to {n} sites", "Sensors for the {place}", "Phase two: {place}"),
    "retrofit": ("Retrofit of the {place}", "Energy retrofit, {n} buildings", "Heating retrofit"),
    "metering": ("Sub-metering, {place}", "Meters for {n} buildings", "Tenant billing by meter"),
    "platform": ("Insight for the group", "Upgrade to Insight Plus", "Dashboards for facilities"),
    "audit": ("Energy audit", "Audit before the lease ends"),
    "care": ("Care contract {year}", "Maintenance renewal"),
}
ENGLISH_PLACES = (
    "head office",
    "north warehouse",
    "east campus",
    "cold store",
    "clinic wing",
    "main plant",
    "library",
)

CHINESE_NEEDS = (
    "去年夏天空调电费超了两成，老板要一个说得清的数。",
    "新园区要评绿色建筑，缺分项计量数据。",
    "现有系统三天两头掉线，想换一家能负责到底的。",
    "先做一层样板，效果好再推到全集团。",
    "冷库温度必须全程可追溯，审计年底来。",
)
ENGLISH_NEEDS = (
    "Rooms are too hot in the morning and nobody can say why.",
    "The auditor wants proof of the cold chain by year end.",
    "Three buildings, three systems, no common picture.",
    "Energy bills rose by a fifth; the board wants a plan with numbers.",
    "The lease asks for metering by tenant from next year.",
)
LOST_NOTES = {
    "price": (
        "对方报价低了三成，我们没跟。",
        "They went with the cheaper bid; we would have lost money at that price.",
    ),
    "competitor": (
        "竞争对手有现成的医院案例。",
        "The other side had a reference in the same building type.",
    ),
    "no_budget": ("集团冻结了今年的资本性支出。", "Capital spending is frozen until next year."),
    "no_decision": ("换了总经理，项目搁置。", "New managing director, project parked."),
    "timing": ("改到明年扩建时一起做。", "They will do it with the extension next year."),
    "fit": ("需要防爆型号，我们没有。", "They need explosion-proof sensors, which we do not make."),
    "no_contact": ("对接人离职，没人接手。", "Our contact left and nobody picked it up."),
}
LOST_WEIGHTS = (
    ("price", 24),
    ("competitor", 20),
    ("no_budget", 16),
    ("no_decision", 16),
    ("timing", 12),
    ("fit", 6),
    ("no_contact", 6),
)

PLAN = (
    (("现场勘查", "Site survey"), "us", 0.15),
    (("确认技术方案", "Agree on the technical design"), "both", 0.35),
    (("预算内部审批", "Budget approved internally"), "them", 0.55),
    (("法务审合同", "Contract through legal"), "them", 0.8),
    (("双方签字", "Signatures"), "both", 1.0),
)
GROUP_NOTES = (
    ("只要能按时交付就支持。", "Will support whoever delivers on time."),
    ("担心现场停工。", "Afraid of downtime on site."),
    ("要看到同行案例。", "Wants to see a reference in the same trade."),
    ("预算在他手里。", "Holds the budget."),
)  # fmt: skip

# What one unit of the base currency is worth in the money of our customers; also the exchange rates of the demo.
PER_UNIT = {"USD": 1.0, "EUR": 0.9, "GBP": 0.78, "CNY": 7.1}
