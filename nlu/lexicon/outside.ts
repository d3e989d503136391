import type { Concepts } from './concept.ts';

/** What other trades do and people talk about: the signs that a request belongs to somebody else's desk. */
const topics: Concepts = {
  lender: {
    zh: '招行 工行 建行 农行 中行 花呗 借呗 白条 房贷 车贷 贷款 信用卡 储蓄卡 借记卡 网银 理财 基金 股票 股价 炒股 证券 保单 保险 理赔 汇款 存折 利息 首付 公积金 社保 薪水 报税 退税 个税 税务 比特币 虚拟币 汇率 换汇 强积金 蝦皮 支票 储蓄 存钱 亏钱 债券 外汇 彩票 双色球 六合彩 遗产 医保 养老金 低保 余额宝 零钱通 银联 户口本 按揭',
    en: 'overdraft, savings, mortgage, credit card, debit card, credit score, bank statement, atm, cashpoint, payday, salary, payslip, wages, shares, stocks, invest*, dividend*, bitcoin, ethereum, crypto, nft, forex, insurance, premium bond, pension*, council tax, income tax, tax return, hmrc, irs, visa card, mastercard, paypal, venmo, gcash, payoneer, zelle, revolut, monzo, hsbc, barclays, santander, lloyds, interest rate, interest rates, exchange rate, loan*, lender*, lottery, scratch card, inheritance, 401k, cpf, epf, sss, philhealth, pag-ibig, aadhaar, pan card, upi, neft, ifsc, cheque*, iban, swift code, routing number',
  },
  shops: {
    zh: '淘宝 天猫 京东 拼多多 唯品会 闲鱼 美团 饿了么 外卖 快递 包裹 顺丰 圆通 中通 韵达 菜鸟 驿站 超市 沃尔玛 盒马 商城 虾皮 亚马逊 网购 买家 卖家 店家 优衣库 宜家 星巴克 麦当劳 肯德基 奶茶 海底捞 点餐 外送 骑手 下单的衣服 退货 尺码 运费 代购 直播带货 充电宝 抢购 秒杀 二手',
    en: 'amazon, ebay, etsy, shopee, lazada, shein, temu, aliexpress, flipkart, walmart, tesco, sainsbury*, aldi, lidl, asda, ikea, argos, costco, starbucks, mcdonald*, kfc, nando*, greggs, deliveroo, doordash, foodpanda, swiggy, zomato, just eat, ubereats, grubhub, dhl, fedex, ups, royal mail, evri, hermes, parcel*, courier*, grocer*, supermarket*, checkout, size guide, trainers, jumia, konga, takealot, zalando',
  },
  food: {
    zh: '红烧 糖醋 炒 煮 炖 蒸 煎 烤 饺子 包子 面条 火锅 烧烤 米饭 蛋糕 咖啡 茶叶 啤酒 白酒 鸡蛋 鸡腿 鸡翅 牛肉 排骨 猪肉 蔬菜 水果 苹果派 豆腐 菜谱 食谱 食材 做菜 做饭 好吃 好喝 吃什么 口渴 餐厅 饭店 饭馆 外食 早餐 午饭 晚饭 宵夜 甜品 零食 调料 酱油 泡菜 咖喱 寿司 披萨 汉堡 走甜 少甜 食咩 好食 饮茶',
    en: 'recipe*, cook*, bake*, baking, cake*, bread, pizza*, burger*, sushi, curry, pasta, noodle*, rice, chicken, beef, lamb, roast, egg, eggs, soup, salad, vegan, vegetarian, sandwich*, coffee, tea, beer, wine, whisky, cocktail*, restaurant*, cafe, diner, dinner, lunch, breakfast, supper, snack*, hungry, thirsty, takeaway, takeout, ingredients, oven, microwave, fridge, chef, jollof, adobo, dosa, biryani, tofu, butter, cheese, chocolate, fruit, banana*, tomato*, potato*, onion*, sourdough, calorie*',
  },
  health: {
    zh: '医生 医院挂号 挂号 看病 感冒 咳嗽 发烧 发热 头疼 头痛 牙疼 牙医 胃疼 肚子疼 拉肚子 失眠 心慌 血压 血糖 糖尿病 怀孕 孕妇 产检 疫苗 体检 吃药 药店 手术 骨科 皮肤 过敏 近视 眼镜 膝盖 腰疼 减肥 健身 瑜伽 跑步 肌肉 跑步机 心理咨询 抑郁 焦虑 月经 脱发 痘 感冒药 睡不着 核酸 中医 针灸',
    en: 'doctor*, nurse, dentist*, tooth*, teeth, headache*, migraine, fever, flu, cough*, cold sore, knee, back pain, stomach, rash, allerg*, medicine*, medication, prescription, pharmac*, chemist, paracetamol, ibuprofen, antibiotic*, vaccine*, pregnan*, blood, cancer, diabet*, asthma, surgery, physio*, therapy, therapist, depress*, anxiety, diet*, weight, workout*, gym, yoga, muscle*, jogging, marathon, insomnia, sleep, optician, glasses, nhs',
  },
  study: {
    zh: '考研 高考 中考 期末 复习 考点 论文 老师 学生会 学费 选课 课程表 数学题 英语单词 背单词 语文 化学 物理 历史 地理 方程 几何 证明题 大学 录取 分数线 奖学金 补习 家教 辅导 留学 雅思 托福 毕业 实习 简历 面试 招聘 应聘 求职 找工作 辞职 加薪 跳槽 加班费 劳动仲裁 兼职 请假 课文 编程 代码 算法 word文档',
    en: 'homework, essay*, exam*, gcse, jamb, waec, ielts, toefl, university, college, school project, teacher*, tutor*, lecture*, thesis, dissertation, degree, scholarship, tuition, math*, algebra, geometry, equation*, calculus, physics, chemistry, biology, history lesson, grammar, vocabulary, spelling, resume, cover letter, vacancy, vacancies, recruit*, hiring, career*, resign*, redundan*, javascript, python, java, coding, programming, compile, npm, github, stack overflow, excel, powerpoint, spreadsheet, jira, macro, sql, algorithm, regex',
  },
  state: {
    zh: '护照 身份证丢 驾照 驾驶证 年检 违章 罚款 罚单 居住证 户口 结婚证 离婚 律师费 房东 租房 押金不退 房租 物业 停水 水费 电费 燃气 煤气 天然气 自来水 电表 水表 垃圾分类 居委会 公证 法院在哪 起诉邻居 城管 红绿灯 路灯 修路 市政 政府 选举 总统 股东 邻居吵 噪音 工伤 遗嘱 彩礼 公屋 差估 水电 电力公司 台电 房产证',
    en: "visa*, driving licence, driver's license, dvla, mot, parking fine, speeding ticket, landlord*, tenant*, tenancy, rent, deposit back, council, bins, bin collection, pothole*, street light*, planning permission, electricity, electric bill, gas bill, gas leak, meter reading, smart meter, water bill, water company, plumb*, boiler*, radiator*, heating, sewage, divorce*, custody, will and testament, solicitor fees, election*, vote, president, prime minister, immigration, citizenship, birth certificate, marriage licence, housing society, hdb, singpass, irctc, lpg, nin registration, police report",
  },
  travelling: {
    zh: '机票 航班 飞机 高铁 火车 火车票 动车 12306 地铁 公交 打车 滴滴 网约车 出租车 的士 酒店 民宿 宾馆 旅馆 景点 旅游 旅行团 行李 登机 候机 自驾 加油 油价 停车 车位 堵车 路线 轮胎 保养 洗车 洗車 汽车 电动车 摩托 驾校 船票 邮轮 八达通 悠游卡 港铁 游乐园 迪士尼 长城 故宫 海边 爬山 露营 门票 违停 换机油 车险',
    en: 'flight*, airline*, airport*, boarding, luggage, baggage, ryanair, easyjet, train*, railway, underground, tube, metro, bus, buses, ferry, cruise, taxi*, cab, uber, grab ride, lyft, hotel*, hostel, airbnb, booking.com, holiday*, vacation, beach, museum, sightsee*, itinerary, tour, car, cars, tyre*, tire, petrol, diesel, gasoline, mechanic, brake*, windscreen, motorbike, bicycle, bike, parking, traffic, sat nav, satnav, disney*, theme park, octopus card, oyster card, touch n go, ezlink, ticketmaster, concert tickets',
  },
  home: {
    zh: '冰箱 空调 洗衣机 微波炉 烤箱 热水器 马桶 下水道 水管 水龙头 漏水 冷气 暖气 油烟机 电饭煲 扫地机器人 吸尘器 沙发 床垫 窗帘 装修 油漆 地板 瓷砖 家具 门锁 换锁 开锁 保洁 家政 月嫂 保姆 搬家公司 灯泡 电灯 灭蚊 蟑螂 打印机 投影仪 耳机 音箱 相机 键盘 鼠标 笔记本电脑 电脑蓝屏 显卡 手机壳 贴膜 换电池 换屏 屏幕碎 碎屏 二维码 衣柜 洗碗机',
    en: 'washing machine, tumble dryer, dryer, dishwasher, kettle, toaster, vacuum*, hoover, lawn*, garden*, seeds, weeds, sofa, mattress, curtains, wallpaper, tile*, carpet, leak under, sink, toilet*, drain*, roof, gutter*, locksmith, furniture, shelf, bulb, light bulb, lights off, lamp, alexa, thermostat, doorbell, printer*, projector, keyboard, mouse, gpu, graphics card, headphones, earbuds, airpods, fitbit, kindle, cracked my screen, screen protector, phone case, cockroach*, nanny, gaming chair',
  },
  animals: {
    zh: '猫咪 小猫 小狗 宠物 猫粮 狗粮 兽医 绝育 遛狗 鹦鹉 金鱼 乌龟 兔子 仓鼠 养鸡 养猪 鱼饵 钓鱼 鲫鱼 种菜 种花 浇水 西红柿 庄稼 化肥 农药 蚊子',
    en: 'dog, dogs, puppy, cat, cats, kitten, vet, hamster, rabbit, goldfish, parrot, horse*, cow*, sheep, chickens, fishing, bait, bees, spider*, wildlife, pet, pets',
  },
  playing: {
    zh: '电影 影院 电视剧 追剧 综艺 动漫 漫画 小说 笑话 段子 谜语 歌词 歌曲 听歌 音乐 演唱会 明星 偶像 八卦 足球 篮球 nba 世界杯 欧冠 球赛 比分 奥运 乒乓 羽毛球 王者 原神 英雄联盟 吃鸡 和平精英 我的世界 steam 游戏攻略 上分 段位 皮肤 抽卡 出装 打野 打牌 斗地主 麻将 三缺一 象棋 围棋 星座 运势 算命 塔罗 属相 生肖 老黄历 看相 周公解梦 剧本杀 三国 红楼梦 西游 水浒 金庸',
    en: 'movie*, film, cinema, netflix, disney plus, hbo, anime, manga, novel, poem*, poetry, limerick, haiku, joke*, riddle*, song*, lyrics, playlist, spotify, album, concert, singer, celebrit*, gossip, kardashian, taylor swift, football, soccer, premier league, arsenal, chelsea, liverpool, man united, cricket, ipl, rugby, tennis, nba, nfl, golf, olympic*, world cup, fortnite, minecraft, roblox, valorant, steam, xbox, playstation, nintendo, pokemon, genshin, jinx, dota, chess, poker, horoscope*, zodiac, tarot, star sign, trivia, quiz, dance, guitar, piano, comic, sing, sings',
  },
  knowing: {
    zh: '首都 人口 面积 历史上 朝代 皇帝 秦始皇 诸葛亮 李白 宇宙 月亮 太阳 地球 火星 光速 恐龙 外星人 黑洞 量子 世界上 最高的山 多少岁死 谁发明 翻译 英文怎么说 成语 造句 作文 写一首 写一篇 写首 写个 画一 唱一 讲一 讲个 等于几 等于多少 平方 几加几 开根号 单位换算 天气 气温 下雨 台风 八号波 三号风球 风球 地震 黄历 几号星期几 今天星期几 今天几号 现在几点 农历 节气 什么意思啊这个词 人生 意义 哲学 上帝 信仰 战争 特朗普 马斯克 股市 油价',
    en: 'weather, rain, raining, snow, umbrella, temperature outside, forecast, typhoon, earthquake*, capital of, population, continent, planet*, mars, moon, universe, aliens, dinosaur*, black hole, quantum, who invented, who was, who wrote, history of, emperor, world war, politic*, trump, biden, elon musk, musk, translate*, in french, in spanish, meaning of life, synonym*, define, definition, square root, divided, multiply, percent of, convert, kilometres, miles to, fahrenheit, what day is it, time is it in, date today, write me a, write a, draw me, tell me a, sing me, philosophy, god, bible, pray*, church, mosque, religion, headline*, facts, riddle',
  },
  hearts: {
    zh: '女朋友 男朋友 老婆吵 前任 分手 失恋 暗恋 表白 相亲 找对象 介绍个对象 结婚 婚礼 份子钱 恋爱 喜欢我 爱你 爱我 单身 脱单 寂寞 孤独 心情 难过 伤心 想哭 陪我聊 聊聊天 聊会 说说话 你几岁 你多大 你是男 你是女 男的女的 你吃饭 你结婚 有女朋友 你喜欢 你爱 你好靓 漂亮 穿什么 衣服配 配什么裤子 发型 口红 化妆 护肤 香水 取名 起名 宝宝取名 孩子不听话 婆婆 娘家 丈母娘',
    en: 'girlfriend, boyfriend, my ex, crush, dating, tinder, date night, wedding, marry, marriage advice, breakup, broke up, lonely, bored, cheer me up, heartbroken, love you, love me, marry me, are you single, how old are you, are you male, are you a boy, are you a girl, your name, your favourite, your favorite, do you sleep, do you eat, do you dream, do you love, are you conscious, outfit, what to wear, dress, shoes, haircut, hairdresser, barber, lipstick, makeup, skincare, perfume, tattoo, baby name, names for, birthday present, gift ideas, mother in law, sister in law, toddler, nappy, bedtime, text him, text her',
  },
  apps: {
    zh: '抖音 快手 小红书 微博 b站 知乎 豆瓣 爱奇艺 优酷 腾讯视频 网易云 钉钉 飞书 支付宝花 苹果id icloud 安卓 特斯拉 比亚迪 谷歌 百度 必应 chatgpt gpt 文心 豆包 deepseek 越狱 刷机 ig fb line帐号 line账号 脸书 推特 电报群 小程序 公众号 直播间 涨粉 粉丝 主播 打赏 账号被封 号被封 域账号 企业邮箱 outlook wps 剪映',
    en: 'facebook, instagram, tiktok, snapchat, twitter, linkedin, reddit, youtube, twitch, discord, telegram, whatsapp group, icloud, apple id, siri, macos, windows update, outlook, gmail, chatgpt, gpt, openai, jailbreak, subscribers, followers, influencer, podcast, photoshop, canva, wordpress, their website, ignore all previous, previous instructions, system prompt, act as',
  },
};

const all = (script: 'zh' | 'en', separator: string): string =>
  Object.values(topics)
    .map((topic) => topic[script])
    .join(separator);

export const outside: Concepts = {
  ...topics,
  /** Any of them: what a complaint about a landlord and one about a courier have in common. */
  foreign: { zh: all('zh', ' '), en: all('en', ', ') },
};
