"""The cast of the demo: twelve people of Harbourpine, a maker of building sensors, on three levels."""

from dataclasses import dataclass

COMPANY = "Harbourpine 港松科技"
DOMAIN = "harbourpine.example"

UNITS = (
    ("Harbourpine 港松科技", None),
    ("China 中国区", "Harbourpine 港松科技"),
    ("International", "Harbourpine 港松科技"),
    ("Customer care 客户成功", "Harbourpine 港松科技"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. `home` says which customers this person looks after: cn, abroad, or none."""

    key: str
    name: str
    title: str
    profile: str
    manager: str | None
    unit: str
    locale: str
    timezone: str
    phone: str
    home: str = ""

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@{DOMAIN}"


CHINA, ABROAD = "China 中国区", "International"
CARE, ALL = "Customer care 客户成功", "Harbourpine 港松科技"
SHANGHAI, LONDON, NEW_YORK = "Asia/Shanghai", "Europe/London", "America/New_York"
CHINESE, ENGLISH = "zh-CN", "en"

CAST = (
    Person("yue", "林悦 Lin Yue", "Managing director 总经理", "manager", None, ALL, CHINESE, SHANGHAI,
           "+8613000000101"),
    Person("claire", "Claire Fontaine", "Sales operations", "admin", "yue", ALL, ENGLISH, LONDON,
           "+447700900102"),
    Person("zhiyuan", "陈志远 Chen Zhiyuan", "中国区销售总监", "manager", "yue", CHINA, CHINESE, SHANGHAI,
           "+8613000000103"),
    Person("dana", "Dana Whitfield", "Head of international sales", "manager", "yue", ABROAD, ENGLISH,
           NEW_YORK, "+12125550104"),
    Person("priya", "Priya Raman", "Head of customer care", "manager", "yue", CARE, ENGLISH, LONDON,
           "+447700900105"),
    Person("xiaotong", "周晓彤 Zhou Xiaotong", "高级客户经理", "seller", "zhiyuan", CHINA, CHINESE, SHANGHAI,
           "+8613000000106", "cn"),
    Person("junjie", "吴俊杰 Wu Junjie", "客户经理", "seller", "zhiyuan", CHINA, CHINESE, SHANGHAI,
           "+8613000000107", "cn"),
    Person("lina", "孙丽娜 Sun Lina", "客户经理", "seller", "zhiyuan", CHINA, CHINESE, SHANGHAI,
           "+8613000000108", "cn"),
    Person("tomas", "Tomás Herrera", "Account executive", "seller", "dana", ABROAD, ENGLISH,
           NEW_YORK, "+12125550109", "abroad"),
    Person("ingrid", "Ingrid Solberg", "Senior account executive", "seller", "dana", ABROAD, ENGLISH,
           "Europe/Oslo", "+447700900110", "abroad"),
    Person("marcus", "Marcus Adeyemi", "Account executive", "seller", "dana", ABROAD, ENGLISH, LONDON,
           "+447700900111", "abroad"),
    Person("wenbo", "何文博 He Wenbo", "客户成功经理", "viewer", "priya", CARE, CHINESE, SHANGHAI,
           "+8613000000112"),
)  # fmt: skip
