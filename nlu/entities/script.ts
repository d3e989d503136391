/** Pairs of a traditional character and its mainland form: those that the finders' words are written with. A new word needs its own here. */
const PAIRS =
  '亞亚來来侷局係系倆俩倉仓個个們们備备傢家價价儲储兒儿內内兩两別别剛刚劉刘動动務务勞劳區区厤历叢丛吳吴呂吕員员問问喬乔單单嗎吗嚮向嚴严囌苏國国園园圓圆報报場场塊块塗涂墻墙壞坏婁娄婦妇孫孙學学宮宫寧宁寫写' +
  '寬宽專专尋寻對对層层峯峰島岛崑昆嵗岁嶽岳師师帳帐帶带幣币幫帮幾几庫库廈厦廣广廳厅張张彆别彿佛後后從从慶庆慼戚應应懞蒙戶户捨舍捱挨掛挂換换摺折撥拨據据攜携攝摄數数斷断於于時时晝昼曆历曏向會会東东査查條条' +
  '棟栋楊杨業业榮荣樑梁樓楼機机檯台櫃柜欒栾歐欧歲岁歷历沒没淩凌湯汤溫温滿满漢汉濛蒙濟济濰潍濱滨瀋沈灣湾為为烏乌無无煙烟熱热燈灯營营爲为爾尔牀床牆墙現现產产産产畢毕發发監监盤盘盧卢矇蒙硃朱碼码禮礼穀谷竇窦' +
  '箇个節节範范簡简紀纪約约紅红紙纸紹绍組组絡络給给綠绿綫线網网綿绵緑绿線线編编縣县縴纤繆缪繫系續续纔才纖纤纜缆羅罗羣群聖圣聯联聶聂聽听肅肃脩修腦脑臺台興兴舊旧舘馆莊庄華华菸烟萬万葉叶蓆席蔔卜蔣蒋薑姜薩萨' +
  '藍蓝蘆芦蘇苏蘭兰處处號号衕同衚胡衛卫裏里裝装裡里製制見见視视親亲計计訊讯記记設设許许訴诉証证話话該该誕诞說说説说調调請请諸诸講讲謝谢證证譚谭議议讓让貓猫貴贵費费賀贺賈贾賬账趕赶趙赵車车軟软輕轻輩辈轄辖' +
  '辦办農农這这連连週周遊游過过遲迟遷迁選选遼辽還还邊边鄉乡鄒邹鄔邬鄧邓鄭郑鄺邝鈡钟銀银銷销錢钱錫锡錯错鍵键鍾钟鎭镇鎮镇鏈链鐘钟鐵铁長长門门閆闫開开間间閔闵閣阁閤合關关陝陕陣阵陳陈陸陆陽阳隊队雙双雞鸡離离' +
  '雲云電电靚靓鞏巩鞦秋韆千韋韦韓韩頂顶頭头頻频題题顏颜顔颜顧顾颱台飯饭餘余館馆饒饶馬马馮冯駱骆驗验體体髮发鬍胡魯鲁鮑鲍鷄鸡麥麦麪面麫面麯曲麴曲麵面麼么麽么黃黄點点黨党齊齐齡龄齣出龍龙龐庞龔龚龜龟衞卫著着';

const TO_SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) TO_SIMPLIFIED.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** Mainland form of one character, unit for unit; text without a pair comes back as it is. */
export const simplified = (text: string): string => TO_SIMPLIFIED.get(text) ?? text;
