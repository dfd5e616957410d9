"""Words from which the demo's companies and people are made up; none of them is meant to exist."""

from dataclasses import dataclass


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Trade:
    """An industry as company names speak of it."""

    industry: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]


TRADES = (
    Trade(
        "technology", ("智能科技", "软件技术", "数据科技"), ("Systems", "Software", "Data Works")
    ),
    Trade(
        "manufacturing",
        ("精密制造", "机械装备", "智造"),
        ("Precision", "Machine Works", "Castings"),
    ),
    Trade("retail", ("商贸", "生活百货", "连锁超市"), ("Stores", "Home & Garden", "Outfitters")),
    Trade("healthcare", ("医疗器械", "康养", "生物医药"), ("Clinics", "Medical", "Care Homes")),
    Trade("education", ("教育科技", "国际学校", "培训"), ("Academy", "Learning", "College")),
    Trade("energy", ("新能源", "电力工程", "储能科技"), ("Power", "Renewables", "Grid Services")),
    Trade("logistics", ("物流", "冷链", "供应链管理"), ("Freight", "Cold Chain", "Logistics")),
    Trade(
        "construction", ("建筑工程", "装饰设计", "置业"), ("Builders", "Facilities", "Properties")
    ),
    Trade("hospitality", ("酒店管理", "餐饮管理", "文旅"), ("Hotels", "Resorts", "Catering")),
    Trade("agriculture", ("农业科技", "食品", "粮油"), ("Farms", "Foods", "Orchards")),
    Trade("finance", ("融资租赁", "资产管理", "保险经纪"), ("Leasing", "Mutual", "Capital")),
    Trade(
        "services", ("咨询", "物业服务", "检测技术"), ("Consulting", "Facility Services", "Testing")
    ),
)

CHINESE_BRANDS = _words(
    "华星 远景 明穗 瑞桐 天禾 金岫 云岫 青禾 北辰 南溪 东篱 西岭 锦程 宏泽 安澜 启明 凌云 "
    "望舒 长风 鼎新 润泽 新月 晨曦 白鹭 赤松 丹枫 沧浪 紫荆 海棠 星野 澄江 竹里 千帆 朗月 "
    "嘉木 素问 观澜 知行 泓源 霁云 林溪 禾信 拓川 卓然 景和 恒屿 松涛 麦田 木棉 听雨"
)
CHINESE_SUFFIXES = ("有限公司", "有限公司", "有限公司", "股份有限公司", "集团")


@dataclass(frozen=True, slots=True)
class City:
    """A place with its country, a point on the map, and a street that any town could have."""

    name: str
    region: str
    country: str
    lat: float
    lng: float
    street: str
    postal: str


CHINESE_CITIES = (
    City("上海", "上海", "CN", 31.23, 121.47, "世纪路 {n} 号", "200120"),
    City("北京", "北京", "CN", 39.91, 116.40, "科学园南路 {n} 号", "100080"),
    City("深圳", "广东", "CN", 22.54, 114.06, "创新大道 {n} 号", "518000"),
    City("广州", "广东", "CN", 23.13, 113.26, "珠江东路 {n} 号", "510600"),
    City("杭州", "浙江", "CN", 30.27, 120.16, "文溪路 {n} 号", "310012"),
    City("苏州", "江苏", "CN", 31.30, 120.59, "金鸡湖大道 {n} 号", "215021"),
    City("南京", "江苏", "CN", 32.06, 118.80, "软件大道 {n} 号", "210012"),
    City("成都", "四川", "CN", 30.57, 104.07, "天府大道 {n} 号", "610041"),
    City("武汉", "湖北", "CN", 30.59, 114.31, "光谷大道 {n} 号", "430074"),
    City("西安", "陕西", "CN", 34.34, 108.94, "高新路 {n} 号", "710075"),
    City("青岛", "山东", "CN", 36.07, 120.38, "滨海路 {n} 号", "266061"),
    City("厦门", "福建", "CN", 24.48, 118.09, "环岛东路 {n} 号", "361008"),
)


@dataclass(frozen=True, slots=True)
class Country:
    """How companies and people are called in a country."""

    code: str
    currency: str
    language: str
    prefix: str
    suffixes: tuple[str, ...]
    cities: tuple[City, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


def _cities(
    country: str, street: str, *rows: tuple[str, str, float, float, str]
) -> tuple[City, ...]:
    return tuple(
        City(n, region, country, lat, lng, street, post) for n, region, lat, lng, post in rows
    )


COUNTRIES = (
    Country(
        "US", "USD", "en", "+1212555", ("Inc", "LLC", "Corp"),
        _cities("US", "{n} Mill Street", ("Portland", "OR", 45.52, -122.68, "97204"),
                ("Columbus", "OH", 39.96, -83.00, "43215"), ("Raleigh", "NC", 35.78, -78.64, "27601"),
                ("Denver", "CO", 39.74, -104.99, "80202")),
        _words("Abigail Renee Paula Monica Joyce Heather Tamara Denise"),
        _words("Grant Derek Wesley Curtis Leonard Trevor Nolan Elliott"),
        _words("Harlow Bexley Trask Winslow Pomeroy Ashby Kendrick Lockhart Merrill Sutter"),
    ),
    Country(
        "GB", "GBP", "en", "+447700900", ("Ltd", "plc", "Group"),
        _cities("GB", "{n} Station Road", ("Leeds", "England", 53.80, -1.55, "LS1 4AP"),
                ("Bristol", "England", 51.45, -2.59, "BS1 5TR"), ("Glasgow", "Scotland", 55.86, -4.25, "G2 1AL")),
        _words("Imogen Harriet Nasreen Bethan Fiona Rosalind"),
        _words("Callum Rupert Desmond Alistair Owen Idris"),
        _words("Thackeray Penrose Lindqvist Okonjo Birtwell Carrow Hawksley Mundy"),
    ),
    Country(
        "DE", "EUR", "de", "+493023125", ("GmbH", "AG", "KG"),
        _cities("DE", "Lindenallee {n}", ("Hamburg", "Hamburg", 53.55, 9.99, "20095"),
                ("Stuttgart", "Baden-Württemberg", 48.78, 9.18, "70173"),
                ("Leipzig", "Sachsen", 51.34, 12.37, "04109")),
        _words("Annegret Svenja Friederike Katrin Ulrike Jördis"),
        _words("Holger Rüdiger Torsten Eckhart Matthias Jannis"),
        _words("Brinkhoff Auerswald Sommerfeld Kühnel Lohmann Weidner Harms Vossberg"),
    ),
    Country(
        "FR", "EUR", "fr", "+33639980", ("SA", "SAS", "SARL"),
        _cities("FR", "{n} rue des Tilleuls", ("Lyon", "Auvergne-Rhône-Alpes", 45.76, 4.84, "69002"),
                ("Nantes", "Pays de la Loire", 47.22, -1.55, "44000"),
                ("Lille", "Hauts-de-France", 50.63, 3.06, "59000")),
        _words("Solène Maëlle Delphine Aurore Clotilde Inès"),
        _words("Thibault Gaspard Rémi Loïc Étienne Yannick"),
        _words("Delacourt Marchenoir Vauclair Besnardin Rochebrune Tellier Gaumont Ferrand"),
    ),
    Country(
        "ES", "EUR", "es", "+34910000", ("S.L.", "S.A."),
        _cities("ES", "Calle del Olmo {n}", ("Valencia", "Valencia", 39.47, -0.38, "46002"),
                ("Bilbao", "País Vasco", 43.26, -2.93, "48001"), ("Sevilla", "Andalucía", 37.39, -5.98, "41001")),
        _words("Nuria Rocío Maite Leire Pilar"),
        _words("Íñigo Raúl Gonzalo Unai Ramiro"),
        _words("Arrizabal Montilla Carranza Fuentes Belmonte Iturralde"),
    ),
    Country(
        "SE", "EUR", "en", "+46701740", ("AB", "Group AB"),
        _cities("SE", "Björkvägen {n}", ("Göteborg", "Västra Götaland", 57.71, 11.97, "411 03"),
                ("Uppsala", "Uppsala", 59.86, 17.64, "753 10")),
        _words("Linnéa Agneta Saga Ebba Tuva"),
        _words("Anders Rasmus Viggo Henrik Oskar"),
        _words("Ekdahl Nyström Bergqvist Lundvall Åkesson"),
    ),
)  # fmt: skip

ENGLISH_BRANDS = _words(
    "Alder Bramble Calder Dunmore Eastlake Fenwick Glenrock Hollis Ivermoor Kestrel "
    "Larkspur Marlowe Nettlefold Oakhurst Pemberly Quillon Ravensgate Silverbrook "
    "Thornbury Umberland Verdane Westmere Yarrow Zephyrine Birchall Copperfield Dovetail "
    "Elmsworth Foxglove Greywater Hartwell Inverness Jasperton Kingsley Longmeadow "
    "Millbrook Northgate Orchardson Pinecrest Rosslyn Stonebridge Tidewater Upland "
    "Vanterra Wrenfield Ashgrove Blackwell Clearwater Driftwood Everhart"
)

CHINESE_FAMILIES = _words(
    "王 李 张 刘 杨 黄 赵 徐 马 朱 胡 郭 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 "
    "曾 萧 田 董 潘 袁 蔡 蒋 余 杜 叶 程 苏 魏 吕 丁 沈 姜 欧阳 上官 司马"
)
CHINESE_WOMEN = _words(
    "婉清 雨桐 思琪 慧敏 静怡 梦洁 雪梅 佳颖 晓燕 若兰 诗涵 文静 海燕 秀英 美琳 嘉怡 芷若 可欣"
)
CHINESE_MEN = _words(
    "建国 志强 浩然 子轩 伟明 俊峰 天宇 文涛 国栋 立新 晓东 鹏飞 宇航 明哲 家豪 永康 学军 振华"
)

CHINESE_TITLES = (
    ("executive", ("总经理", "副总经理", "首席信息官")),
    ("director", ("采购总监", "运营总监", "工程总监", "信息部总监")),
    ("manager", ("设备经理", "采购经理", "能源经理", "项目经理", "行政经理")),
    ("specialist", ("暖通工程师", "信息主管", "采购专员", "设施工程师")),
    ("assistant", ("总经理助理", "采购助理")),
)
ENGLISH_TITLES = (
    ("executive", ("Managing Director", "Chief Operating Officer", "Chief Information Officer")),
    ("director", ("Director of Facilities", "Purchasing Director", "Head of Engineering")),
    ("manager", ("Facility Manager", "Procurement Manager", "Energy Manager", "Project Manager")),
    ("specialist", ("HVAC Engineer", "IT Specialist", "Sustainability Analyst", "Buyer")),
    ("assistant", ("Executive Assistant", "Office Coordinator")),
)
SENIORITY_WEIGHTS = (12, 20, 36, 24, 8)

CHINESE_HINTS = (
    "喜欢先看数据再谈价格。",
    "每周三上午开例会，别打电话。",
    "微信回得最快，邮件基本不看。",
    "爱喝普洱，办公室里有一整面茶墙。",
    "以前在设计院工作，懂暖通。",
    "女儿明年高考，六月少打扰。",
    "说话直，不用绕弯子。",
    "对售后特别在意，上一家供应商让他吃过亏。",
    "报告要两页以内，图比字多。",
)
ENGLISH_HINTS = (
    "Wants numbers before coffee.",
    "Answers texts in minutes, e-mails in weeks.",
    "Runs the site walk himself; wear proper shoes.",
    "Was burned by a failed rollout in 2019, hence the many questions.",
    "Likes short documents. Two pages, no slides.",
    "On parental leave in spring; ask for the deputy.",
    "Keeps bees, and is happy to talk about it.",
    "Needs the energy report before every board meeting.",
    "Friendly, but the signature is upstairs.",
)
ACCOUNT_TAGS = (
    "key account",
    "multi-site",
    "public tender",
    "green building",
    "framework contract",
    "pilot",
)
