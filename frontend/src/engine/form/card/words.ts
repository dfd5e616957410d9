/** The words by which a line of a signature or a business card shows what it is, in English, German, French, Chinese. Data. */

export type Label =
  | 'name'
  | 'title'
  | 'department'
  | 'company'
  | 'mobile'
  | 'phone'
  | 'fax'
  | 'email'
  | 'url'
  | 'address'
  | 'wechat'

/** What stands before a colon, or alone before a number; longest first so that "mobile phone" is not a "phone". */
const LABELS: Readonly<Record<Label, string>> = {
  name: 'name|姓名|联系人|名字',
  title: 'title|job title|position|role|职位|职务|职称',
  department: 'department|dept|abteilung|部门',
  company: 'company|organi[sz]ation|firma|公司名称|公司|单位名称|单位|企业',
  mobile: 'mobile phone|mobile|mobil|cell phone|cell|handy|mob|m|移动电话|手机号码|手机号|手机|电话/微信|手机/微信',
  phone:
    'telephone|telefon|téléphone|tel|tél|phone|office|direct line|direct|main|ph|fon|p|t|d|o|联系电话|办公电话|固定电话|座机|总机|电话',
  fax: 'telefax|fax|f|传真',
  email: 'e-?mail address|e-?mail|mail|e|电子邮箱|电子邮件|邮箱|邮件',
  url: 'website|web site|web|internet|homepage|url|www|w|网址|官网|网站|主页',
  address: 'address|adresse|addr|add|a|公司地址|办公地址|联系地址|通讯地址|地址',
  wechat: 'we ?chat id|we ?chat|wx|vx|微信号|微信',
}

/** A label at the start of a piece, with its colon; one letter needs the colon or a number after it. */
export const LABEL_SHAPES: readonly (readonly [Label, RegExp])[] = Object.entries(LABELS).map(
  ([label, words]) =>
    [
      label as Label,
      new RegExp(
        `^(?:${words})\\.?\\s*(?:[:：]\\s*|(?=[+(]?\\d{2,})|\\s+(?=[+(]\\s?\\d|\\d{3}|\\S+@|www\\.|https?:))`,
        'i',
      ),
    ] as const,
)

/** Lines of courtesy, and everything that mail programs add. */
export const COURTESY =
  /^(?:--+|__+|\*+|=+|~+)$|^(?:best|kind|warm|many|with)?\s*(?:best |kind |warm )?(?:regards|wishes|thanks|greetings)\b.{0,12}$|^(?:thanks|thank you|cheers|sincerely|yours|br|cordialement|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|viele gr(?:ü|ue)(?:ß|ss)e|freundliche gr(?:ü|ue)sse|saludos|cordiali saluti)\b.{0,16}$|^sent from my\b|^(?:祝好|祝商祺|顺祝商祺|此致|敬礼|谢谢|多谢|商祺|发自我的.*)[!！。,，]?$|^(?:dear|hi|hello)\b.{0,30},?$|confidential|disclaimer|think before you print|before printing|保密|打印/i

/** How companies call themselves. */
export const COMPANY =
  /(?:^|[\s,.&])(?:gmbh(?:\s*&\s*co\.?\s*kg)?|ag|se|kg|ohg|e\.?v\.?|inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|s\.?a\.?r\.?l|s\.?a\.?s?|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|oy|ab|a\/s|aps|pty|pte|k\.?k|group|holding|holdings|partners|industries|technologies|solutions|systems|labs|bank|university|hospital|institute|foundation|logistics|consulting|works|trust)\.?(?=$|[\s,.)])|(?:公司|集团|企业|工厂|厂|银行|大学|学院|医院|研究院|研究所|事务所|工作室|中心|协会|基金会|商行|酒店|股份|科技)(?:[（(].{1,12}[)）])?$/i

/** What people do. */
export const TITLE =
  /\b(?:ceo|cto|cfo|coo|cmo|cio|cpo|vp|svp|evp|md|founder|co-?founder|owner|president|chair(?:man|woman|person)?|director|manager|head of|head|lead|leader|chief|officer|executive|engineer|developer|architect|designer|consultant|advis[eo]r|analyst|specialist|assistant|associate|representative|coordinator|buyer|purchas(?:er|ing)|procurement|sales|account manager|product owner|secretary|partner|professor|dr\.-ing|lawyer|attorney|accountant|editor|scientist|technician|administrator|supervisor|principal|geschäftsführer(?:in)?|leiter(?:in)?|vertrieb|einkauf|prokurist(?:in)?|berater(?:in)?|directeur|directrice|gérant|responsable|ingénieur|commercial)\b|(?:经理|总监|总裁|董事长|董事|主席|主任|主管|专员|工程师|顾问|助理|代表|厂长|校长|院长|部长|处长|科长|店长|组长|设计师|分析师|会计|律师|教授|医生|创始人|合伙人|负责人|秘书|采购|总经理|首席.{1,6}官|总工)$/i

/** Part of a company. */
export const DEPARTMENT =
  /^(?:(?:department|dept\.?|division|team|abteilung|office) (?:of |for )?\S.*|\S.* (?:department|dept\.?|division|team|abteilung))$|^[\p{Script=Han}]{2,10}(?:部|部门|事业部|处|科|室)$/iu

/** Families by the signs that their names begin with; the common ones cover nearly everybody. */
export const FAMILIES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝林闻',
)
export const DOUBLE_FAMILIES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '长孙',
  '宇文',
  '南宫',
]
