import type { CannedReply } from '../../domain/desk/staff.ts';

const reply = (shortcut: string, zhHans: string, zhHant: string, en: string): CannedReply => ({
  id: `shipped-${shortcut}`,
  shortcut,
  text: { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en },
});

/** What a new desk starts with; supervisors change and remove them as they like. */
export const CANNED_REPLIES: readonly CannedReply[] = [
  reply(
    'hello',
    '您好，我是客服{agent}，接下来由我为您服务。之前的对话我已经看过了，您不用再说一遍。',
    '您好，我是客服專員{agent}，接下來由我為您服務。先前的對話我都看過了，不用再重述一次。',
    'Hello, this is {agent}. I will help you from here. I have read what you told us so far, so there is no need to repeat it.',
  ),
  reply(
    'number',
    '请把出问题的手机号码或宽带账号发给我，我马上查。请不要发送密码。',
    '麻煩提供有問題的門號或寬頻帳號，我馬上幫您查。請不要傳送密碼。',
    'Please send me the phone number or broadband account concerned and I will look it up. Please do not send any password.',
  ),
  reply(
    'wait',
    '我正在为您查询，请稍等一两分钟，查到马上告诉您。',
    '我正在為您查詢，請稍候一兩分鐘，有結果馬上跟您說。',
    'I am looking into it. Please give me a minute or two; I will write as soon as I know.',
  ),
  reply(
    'still',
    '让您久等了，我还在处理，有进展马上告诉您。',
    '讓您久等了，我還在處理，一有進度就跟您說。',
    'Thank you for waiting. I am still working on it and will tell you as soon as there is news.',
  ),
  reply(
    'sorry',
    '给您带来不便，非常抱歉。我会跟到问题解决为止。',
    '造成您的不便，非常抱歉。我會持續跟進，直到問題解決。',
    'I am sorry for the trouble this has caused. I will follow it up until it is solved.',
  ),
  reply(
    'outage',
    '您所在的区域目前有网络故障，抢修人员已经在处理。恢复后我们会第一时间通知您，您不用重启设备，也不用重复报修。',
    '您所在的區域目前發生網路障礙，維修人員已在搶修。恢復後會立即通知您，不需要重開設備，也不需要再次報修。',
    'There is a network outage in your area and engineers are working on it. We will tell you as soon as it is restored; there is no need to restart anything or to report it again.',
  ),
  reply(
    'restart',
    '请先关掉光猫和路由器的电源，等一分钟再打开。指示灯稳定后，请告诉我能不能上网。',
    '請先關閉數據機和路由器的電源，等一分鐘再開啟。燈號穩定後，請告訴我能不能上網。',
    'Please switch off the modem and the router, wait a minute and switch them on again. When the lights are steady, please tell me whether it works.',
  ),
  reply(
    'photo',
    '方便的话，请拍一张设备指示灯或报错画面的照片发给我，这样判断更快。请避开身份证件和密码。',
    '方便的話，請拍一張設備燈號或錯誤畫面的照片傳給我，能更快判斷。請避免拍到身分證件和密碼。',
    'If you can, please send a photo of the lights or of the error message; it helps us to find the cause. Please leave out identity papers and passwords.',
  ),
  reply(
    'case',
    '已经为您登记，受理编号是{case}。凭编号随时可以查进度，有变化我们也会主动告诉您。',
    '已經為您立案，案件編號是{case}。憑編號隨時可以查詢進度，有變動我們也會主動通知您。',
    'It is registered as {case}. You can ask for its state at any time with this number, and we will tell you when something changes.',
  ),
  reply(
    'hotline',
    '如果上网不方便，也可以拨打{hotline}，报受理编号就能继续办理。',
    '若不方便上網，也可以撥打{hotline}，提供案件編號就能接續處理。',
    'If writing is not convenient, you can also call {hotline}; with your case number they can carry on from here.',
  ),
  reply(
    'more',
    '请问还有其他需要帮忙的吗？',
    '請問還有其他需要協助的地方嗎？',
    'Is there anything else I can do for you?',
  ),
  reply(
    'quiet',
    '暂时没有收到您的回复。如果没有别的问题，我先结束这次服务；之后随时可以再来找我们。',
    '一段時間沒有收到您的回覆。若沒有其他問題，我先結束這次服務；之後隨時歡迎再與我們聯絡。',
    'I have not heard from you for a while. If there is nothing else, I will close this conversation; you are welcome to write again at any time.',
  ),
  reply(
    'bye',
    '感谢您的联系，祝您生活愉快。稍后的满意度调查，期待您的评价。',
    '感謝您的聯絡，祝您順心愉快。稍後的滿意度調查，期待您的意見。',
    'Thank you for contacting us. We would be glad if you answered the short survey that follows. Have a good day.',
  ),
];
