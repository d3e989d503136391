/** Names that stand without their suffix: provinces, and the cities customers say bare. */
export const PROVINCES = new Set(
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门'.split(
    ' ',
  ),
);
export const CITIES = new Set(
  (
    '北京 上海 天津 重庆 石家庄 太原 沈阳 大连 长春 哈尔滨 南京 苏州 无锡 常州 徐州 南通 杭州 宁波 温州 嘉兴 绍兴 金华 合肥 福州 厦门 泉州 南昌 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 长沙 ' +
    '广州 深圳 珠海 佛山 东莞 中山 惠州 汕头 南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 台北 新北 桃园 台中 台南 高雄 基隆 新竹'
  ).split(' '),
);

/** Role of a named part by its suffix; `numbered` suffixes stand behind a number. */
export type Role = 'province' | 'city' | 'district' | 'street' | 'detail';

export const NAMED: readonly (readonly [Role, string])[] = [
  ['province', '省 自治区 特别行政区'],
  ['city', '市 自治州 地区'],
  ['district', '区 县 镇 乡 新区 开发区 高新区 街道 街道办'],
  ['street', '路 街 道 大道 大街 巷 胡同 东路 西路 南路 北路 中路'],
  [
    'detail',
    '小区 大厦 花园 广场 公寓 宿舍 家园 新村 村 苑 城 山庄 大楼 工业园 科技园 软件园 产业园 园 中心 公馆 府 湾 庄 屯 写字楼 邨 阁',
  ],
];
export const NUMBERED: readonly (readonly [Role, string])[] = [
  ['street', '号 段'],
  ['detail', '号楼 号院 号门 号室 栋 幢 座 单元 楼 层 室 房 期 组 队 户 门 号房 楼层 弄'],
];
/** Words that hold a suffix and are no part of an address. */
export const OTHERWISE =
  '路由 路由器 线路 网路 电路 短路 思路 套路 铁路局 路上 半路 一路 信号 账号 帐号 号码 单号 型号 拨号 几号 编号 卡号 门号 挂号 靓号 副号 主号 证号 选号 销号 携号 知道 频道 通道 渠道 报道 道歉 街坊 ' +
  '市场价 城市 本市 全市 市区 地区 区域 区别 片区 社区 本区 专区 辖区 村里 省钱 省事 省得 全省 外省 本省 楼上 楼下 楼道 楼里 楼层 室内 室外 办公室 机房 房子 房东 房间 房租 客服中心 服务中心 呼叫中心 数据中心 ' +
  '中心 营业厅 哪里 这里 那里 家里 手里 城里 里面 公里 门口 上门 部门 专门 出门 用户 客户 户口 账户 帐户 道理 条款 一条 几条 这条 那条 小区里 小区的 大队 排队 期间 到期 长期 星期 上期 本期 分期 市话 政府 一组 群组 ' +
  '郊区 农村 隔壁小区 新小区 院区 新公寓 幼儿园 公园 校园 菜市场 新市场 出街 逛街 马路 门面 热门 户主 开户 销户 过户 入户 大门 层面 座机 讲座 街上 市民 超市 房产 楼盘 整层 整栋 整个小区 全小区 我们小区 这小区 你们小区 那边小区';
/** Characters of which names of places are not made: what stands before them is not part of the name. */
export const NOT_IN_NAMES =
  '我你您他她它们的了是有没不就也很吗呢吧啊呀要想能会跟和把被给从由对为让请帮办装换查修坏断报约改写错刚才在到去于来住搬送位址家说问这那哪个些什么怎几每各整全都还又再已着过得地号室层，。';
/** Parts of names that hold 和 all the same. */
export const AND_IN_NAMES = '和平 和谐 和睦 和顺 和兴 太和 永和 中和 泰和 祥和 仁和 义和 协和 颐和 安和 协和 三和 同和';
/** Words an address begins after: behind these one name is enough. */
export const CUES =
  '地址是 地址 地址在 住址 住址是 住在 我住 住 家在 家住 位于 装机地址 新地址 送到 寄到 搬到 搬去 迁到 移到 装在 安装在 地址系 地址改成 换成 改到 公司在 住喺 address_is address';
/** Words before a place that need not name it: behind these a district is enough. */
export const WEAK_CUES = '我在 在 到 去 系 喺 改成 应该是';
