/** 中文签名和名片，以及其中的内容。 */

import type { Sample } from './sample'

export const CHINESE: readonly Sample[] = [
  {
    case: '一张普通名片',
    text: '王小明\n销售经理\n华星科技有限公司\n手机：13800138000\n邮箱：wang@huaxing.example\n地址：上海市浦东新区世纪大道100号',
    card: {
      name: '王小明',
      title: '销售经理',
      company: '华星科技有限公司',
      mobile: '13800138000',
      email: 'wang@huaxing.example',
      address: { street: '浦东新区世纪大道100号', city: '上海市', country: 'CN' },
    },
  },
  {
    case: '姓名和职位在一行',
    text: '李娜 采购总监\n北京远山商贸有限公司\n电话：010-88886666',
    card: { name: '李娜', title: '采购总监', company: '北京远山商贸有限公司', phone: '010-88886666' },
  },
  {
    case: '姓名和职位连写',
    text: '张伟总经理\n139 1234 5678',
    card: { name: '张伟', title: '总经理', mobile: '139 1234 5678' },
  },
  {
    case: '三字姓名和职位连写',
    text: '王小明经理\n138 0013 8000',
    card: { name: '王小明', title: '经理', mobile: '138 0013 8000' },
  },
  {
    case: '全角字符',
    text: '姓名：陈静\n手机：＋８６　１３９００１３９０００\n微信：chenjing88',
    card: { name: '陈静', mobile: '+86 13900139000', wechat: 'chenjing88' },
  },
  {
    case: '复姓',
    text: '欧阳修远\n首席技术官\n庐陵软件股份有限公司',
    card: { name: '欧阳修远', title: '首席技术官', company: '庐陵软件股份有限公司' },
  },
  {
    case: '中英文名字',
    text: '林悦 Lin Yue\n客户经理\nlin.yue@harbour.example',
    card: { name: '林悦', alias: 'Lin Yue', title: '客户经理', email: 'lin.yue@harbour.example' },
  },
  {
    case: '英文名在前',
    text: 'David Wang (王大卫)\nSales Director\nHuaxing Technologies',
    card: { name: '王大卫', alias: 'David Wang', title: 'Sales Director', company: 'Huaxing Technologies' },
  },
  {
    case: '带省份和邮编的地址',
    text: '地址：广东省深圳市南山区科技园路8号 邮编：518057',
    card: {
      address: { street: '南山区科技园路8号', city: '深圳市', region: '广东省', postal: '518057', country: 'CN' },
    },
  },
  {
    case: '部门',
    text: '赵敏\n国际业务部\n汇丰源集团',
    card: { name: '赵敏', department: '国际业务部', company: '汇丰源集团' },
  },
  {
    case: '先生',
    text: '周杰 先生\n工程师',
    card: { name: '周杰', title: '工程师' },
  },
  {
    case: '聊天里的一行',
    text: '刘洋 | 市场总监 | 蓝海集团 | 13700137000 | liuyang@lanhai.example',
    card: {
      name: '刘洋',
      title: '市场总监',
      company: '蓝海集团',
      mobile: '13700137000',
      email: 'liuyang@lanhai.example',
    },
  },
  {
    case: '传真不要',
    text: '电话：021-55556666 传真：021-55556667',
    card: { phone: '021-55556666' },
  },
  {
    case: '结尾客套',
    text: '谢谢！\n祝好\n孙丽\n13600136000',
    card: { name: '孙丽', mobile: '13600136000' },
  },
  {
    case: '网址',
    text: '公司：晨光文具有限公司\n网址：www.chenguang.example',
    card: { company: '晨光文具有限公司', url: 'https://www.chenguang.example' },
  },
  {
    case: '手机即微信',
    text: '吴磊\n微信：13500135000',
    card: { name: '吴磊', wechat: '13500135000', mobile: '13500135000' },
  },
  {
    case: '银行和分支',
    text: '联系人：郑浩\n单位：东湖银行\n职务：客户经理',
    card: { name: '郑浩', company: '东湖银行', title: '客户经理' },
  },
  {
    case: '直辖市不带市字',
    text: '胡月\n北京朝阳区建国路88号',
    card: { name: '胡月', address: { street: '朝阳区建国路88号', city: '北京市', country: 'CN' } },
  },
  {
    case: '分机',
    text: '高翔\n座机：0755-26001234转808',
    card: { name: '高翔', phone: '0755-26001234转808' },
  },
  {
    case: '自治区',
    text: '地址：新疆维吾尔自治区乌鲁木齐市天山区解放路1号',
    card: {
      address: { street: '天山区解放路1号', city: '乌鲁木齐市', region: '新疆维吾尔自治区', country: 'CN' },
    },
  },
  {
    case: '英文标签',
    text: '马超\nMobile: +86 186 0000 1111\nE: ma@xiliang.example\nW: xiliang.cn',
    card: { name: '马超', mobile: '+86 186 0000 1111', email: 'ma@xiliang.example', url: 'https://xiliang.cn' },
  },
  { case: '一句话不是名片', text: '明天上午我们再聊一下合同的事情', card: {} },
]
