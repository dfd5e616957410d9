"""Subjects, notes and agendas as people write them; Chinese first, English second."""

Pair = tuple[str, str]

TASKS: tuple[Pair, ...] = (
    ("发报价单第二版", "Send the second version of the quote"),
    ("约现场勘查时间", "Arrange the site survey"),
    ("补交资质文件", "Send the missing certificates"),
    ("问清楚预算什么时候批", "Ask when the budget gets approved"),
    ("准备同行案例两页纸", "Two pages about a similar customer"),
    ("跟法务核对付款条款", "Check payment terms with legal"),
    ("确认接口协议，BACnet 还是 Modbus", "Confirm the protocol: BACnet or Modbus"),
    ("回访试用效果", "Ask how the trial feels"),
    ("节前问候，顺便问进度", "Say hello before the holidays, and ask where it stands"),
    ("更新预计签约时间", "Put in an honest closing date"),
    ("把会议纪要发给大家", "Send the minutes to everyone"),
    ("催合同盖章", "Chase the stamped contract"),
)
FOLLOW_UPS: tuple[Pair, ...] = (
    ("电话跟进", "Call back"),
    ("下周再联系一次", "Try again next week"),
    ("带工程师再去一趟", "Go back with an engineer"),
    ("整理一份对比表", "Put together the comparison"),
)
MEETINGS: tuple[tuple[str, Pair, Pair], ...] = (
    (
        "visit",
        ("现场勘查", "Site survey"),
        (
            "机房 → 楼层 → 配电间，带热像仪。",
            "Plant room, floors, switch room. Bring the thermal camera.",
        ),
    ),
    (
        "meeting",
        ("需求沟通会", "Needs workshop"),
        ("先听他们讲，再谈方案。", "Let them talk first, the solution comes later."),
    ),
    (
        "online",
        ("方案讲解（线上）", "Walk through the proposal"),
        ("重点讲回本周期。", "Spend the time on the payback."),
    ),
    (
        "demo",
        ("平台演示", "Demonstration of Insight"),
        ("用他们自己上月的数据演示。", "Use their own data from last month."),
    ),
    (
        "meeting",
        ("商务谈判", "Negotiation"),
        ("底线：预付三成，质保两年。", "Our line: 30 % up front, two years of warranty."),
    ),
    ("online", ("项目例会", "Weekly project call"), ("", "")),
)
RESULTS: tuple[Pair, ...] = (
    ("对方很满意，要求下周给正式报价。", "They liked it and want a formal quote next week."),
    ("技术上没问题，卡在预算。", "Technically fine, stuck at the budget."),
    ("来了七个人，真正拍板的没到。", "Seven people came, the one who decides did not."),
    (
        "机房比图纸小，网关要换位置。",
        "The plant room is smaller than on the plan; the gateway has to move.",
    ),
    ("答应月底前给答复。", "Promised an answer before the end of the month."),
)
CALLS: tuple[Pair, ...] = (
    ("问候并约时间", "Say hello and find a date"),
    ("确认收到报价", "Did the quote arrive?"),
    ("解答安装周期", "How long the installation takes"),
    ("了解内部审批到哪一步", "Where approval stands"),
    ("对方来电问质保", "They asked about the warranty"),
    ("催款", "About the open invoice"),
)
TALKS: tuple[Pair, ...] = (
    ("态度不错，但要等董事会。", "Friendly, but the board has to meet first."),
    (
        "他说竞品报价低一成，让我们想想办法。",
        "Says the other bid is ten per cent lower and hopes we find a way.",
    ),
    ("要一份英文版资料给总部。", "Needs the documents in English for headquarters."),
    ("下个月搬新办公室，之后再装。", "They move offices next month; installation after that."),
    (
        "新来的设备经理，之前在甲方做过类似项目。",
        "New facility manager, did the same thing at the last job.",
    ),
    ("希望先付三成，验收后付清。", "Would like to pay a third now, the rest on acceptance."),
)
NOTES: tuple[Pair, ...] = (
    (
        "今天跟设备部聊了一个小时。他们最怕的不是贵，是停工。方案里一定要写清楚每层只停两小时。",
        "An hour with facilities. They fear downtime, not the price. The proposal must say two hours per floor.",
    ),
    (
        "真正拍板的是副总，采购只是走流程。下次直接约副总，带上回本测算。",
        "Purchasing runs the process, but the deputy decides. Next time go straight there, with the payback sheet.",
    ),
    (
        "去年装的那家售后电话没人接，所以他们问了三遍维保。把小何介绍给他们会有帮助。",
        "Their last supplier never picked up the phone, hence three questions about service. Introduce Wenbo early.",
    ),
    (
        "对方工程师很专业，问到了采样频率和断网补传。已请技术同事书面回复。",
        "Their engineer knows her trade: sampling rate, buffering offline. Asked our tech team for a written answer.",
    ),
    (
        "竞品把网关送了。我们不跟，强调三年总成本。",
        "The competitor gives the gateway away. We do not follow; talk about cost over three years.",
    ),
    (
        "食堂聊天得知明年二期要扩建，面积翻倍。现在的布线要留余量。",
        "Heard over lunch: phase two doubles the area next year. Leave room in the cabling now.",
    ),
    (
        "王总喜欢看图，不爱看表。下次报告一页一图。",
        "The boss looks at pictures, not tables. One chart per page next time.",
    ),
    (
        "这家付款慢但从不赖账，合同里把节点写细就好。",
        "Pays late but always pays. Put the milestones into the contract.",
    ),
    (
        "试点数据很好看：空调用电降了 14%。可以拿去给另外两家看。",
        "The pilot looks great: 14 % less power for cooling. Worth showing to the other two.",
    ),
    (
        "今天没见到人，前台说在开会。留了资料和名片，周四再来。",
        "Nobody had time today. Left the papers at the desk, back on Thursday.",
    ),
)
PLACES: tuple[Pair, ...] = (
    ("客户现场", "On site"),
    ("对方会议室", "Their meeting room"),
    ("我司展厅", "Our showroom"),
    ("楼下咖啡馆", "The café downstairs"),
)
OUTCOMES = (("reached", 62), ("no_answer", 18), ("voicemail", 8), ("busy", 4), ("call_back", 8))
