import type { Promised, Staying } from '../messages.ts';
import { type Pen, promiseLines, rowLines, type Wording } from '../wording.ts';

const next = (what: string, by: string) => `接下來：${what}，最晚 ${by} 前。`;
/** What would follow, one line a promise. */
const whenFiled = (promises: readonly Promised[], pen: Pen) =>
  promiseLines(promises, pen, (what, by) => `${what}，最晚 ${by} 前。`);

/** 還保留什麼、到什麼時候。 */
const stayLines = ({ open, closed, bookings, chatDays, caseDays }: Staying, pen: Pen) =>
  [
    '\n暫時保留的：',
    ...open.map(
      (number) => `· 處理中案件 ${number} 的內容和聯絡方式：結案後刪除聯絡方式，其餘內容再保留 ${caseDays} 天後銷毀`,
    ),
    ...closed.map(
      ({ number, until }) => `· 已結案件 ${number} 的經過（不含稱呼、電話、地址）：到 ${pen.date(until)}，到期銷毀`,
    ),
    ...bookings.map(({ number, until }) => `· 預約 ${number} 的聯絡方式：到 ${pen.date(until)} 服務結束，隨後刪除`),
    `· 您的聊天紀錄：每段對話最後一則訊息之後 ${chatDays} 天，到期銷毀`,
  ].join('\n');

/** 繁體中文（臺灣、香港都讀得順的書面用語）。 */
export const wording: Wording = {
  welcome: ({ operator }, pen) =>
    `您好，我是${pen.of(operator)}的智慧客服。報修、預約、投訴、查進度，都可以直接用您自己的話告訴我。想找真人客服，隨時說「轉真人」就可以。`,
  greeting: ({ aside }) => (aside ? '您好！' : '您好，請問需要什麼協助？'),
  youAreWelcome: () => '不客氣，很高興能幫上忙。',
  goodbyeForNow: ({ form }, pen) => `好的，再見。您的${pen.of(form)}我先保留著，隨時可以回來接著辦。`,
  goodbye: () => '再見，祝您順心。有需要隨時找我。',
  help: () =>
    '我是智慧客服，可以幫您：報修、預約到府或臨櫃、投訴和建議、申辦服務、查詢或催辦進度、管理您的個人資料。直接說就可以；說「轉真人」可以找真人客服。',
  anythingElse: () => '好的。請問還需要什麼協助？',
  outOfScope: () => '抱歉，這件事不在我的服務範圍。電信方面的事，我很樂意幫忙。',
  openingHours: ({ open, hours, hotline }, pen) =>
    `真人客服時間：${pen.of(hours)}。${open ? '現在有客服人員值班。' : '現在不在服務時間。'}客服專線 ${hotline}。`,
  branchHours: ({ hours }, pen) => `門市營業時間：${pen.of(hours)}。`,
  cannotAnswer: ({ aside }) =>
    `抱歉，這個問題我手邊沒有可靠的資料，不想給您錯誤的答案。${aside ? '需要的話，說「轉真人」就可以。' : '要請真人客服回覆您嗎？'}`,
  cannotSeeAccount: ({ hotline }) =>
    `抱歉，我在這裡看不到您的帳戶明細。您可以撥打 ${hotline} 查詢，也可以請真人客服協助。`,
  nothingToConfirm: () => '好的。請問您想辦理什麼？',
  privateOnly: () => '為了保護您的個人資料，群組裡不受理業務。請私訊我。',
  languageSet: () => '好的，之後我用繁體中文和您交談。',
  filesTaken: ({ count }) => `收到您的 ${count} 個檔案，會和您的紀錄放在一起。`,
  filesNotUsed: ({ count }) => `收到您的 ${count} 個檔案。我暫時看不懂圖片內容，請用文字告訴我需要什麼協助。`,
  apology: () => '抱歉，剛才出了點狀況，您說的內容都還在。請再傳一次，或說「轉真人」。',

  notUnderstood: () => '抱歉，我沒有聽懂。您可以換個說法，或選一項：',
  didYouMean: () => '請問您是想：',
  notUnderstoodTwice: ({ aside }) =>
    aside ? '抱歉，我還是沒有聽懂。需要真人協助，說「轉真人」就可以。' : '抱歉，我還是沒有聽懂。要請真人客服協助您嗎？',
  answerNotUnderstood: () => '抱歉，我沒有聽懂這個回答。',
  stillHere: ({ aside }) => (aside ? '我在，您慢慢來。' : '我在，您慢慢說。請問需要什麼協助？'),

  resumed: ({ form }, pen) => `我們接著上次的${pen.of(form)}，您之前說的都還在。`,
  backTo: ({ form }, pen) => `好，我們回到剛才的${pen.of(form)}。`,
  dropped: ({ form, more }, pen) =>
    `好的，已放棄${pen.of(form)}，沒有送出任何內容。${more ? '' : '請問還需要什麼協助？'}`,
  nothingToDrop: () => '目前沒有進行中的事項。請問需要什麼協助？',
  startedOver: () => '好的，我們重新開始。請問需要什麼協助？',
  recap: ({ form, rows }, pen) => `${pen.of(form)}，您目前告訴我的是：\n${rowLines(rows, pen)}`,
  recapEmpty: () => '您目前還沒有告訴我具體內容。',
  noted: ({ what }, pen) => `好的，${what.map(pen.of).join('、')}我記下了。`,
  changed: ({ what, value }, pen) => `好的，${pen.of(what)}改為：${pen.of(value)}。`,
  nothingToGoBackTo: () => '前面沒有可以修改的內容了。',
  leftOpen: ({ what }, pen) => `沒關係，「${pen.of(what)}」先空著。`,
  leftRest: () => '好的，不多問了，只問必要的。',
  notYetFiled: ({ form, promises }, pen) =>
    `您的${pen.of(form)}還沒有送出${promises.length > 0 ? '，現在送出的話：' : '。'}${whenFiled(promises, pen)}`,
  alsoLater: ({ intent }, pen) => `「${pen.of(intent)}」我也記下了，眼前這件辦好就接著辦。`,
  summary: ({ form, rows }, pen) => `請核對${pen.of(form)}的內容：\n${rowLines(rows, pen)}\n確認無誤就送出嗎？`,
  whatToChange: () => '請問要修改哪一項？',
  alsoWanted: ({ intent }, pen) => `您剛才還提到「${pen.of(intent)}」，現在一起辦嗎？`,

  askConsent: ({ purpose, days, again }, pen) =>
    again
      ? `為了${pen.of(purpose)}，請問您同意登記姓名和電話嗎？`
      : `為了${pen.of(purpose)}，需要登記您的姓名和電話，只用於這件事，隨時可以要求刪除。您同意嗎？\n（選「同意，也幫助改進」，是另外允許我們把您的說法去掉姓名、號碼和地址後保留 ${days} 天；不選也不影響辦理。）`,
  whyContact: ({ purpose, needed }, pen) =>
    `登記姓名和電話，是為了${pen.of(purpose)}，不作其他用途，也不會提供給別人。${needed ? '沒有聯絡方式就無法安排。' : '不同意也可以繼續辦，結果會在這個對話裡告訴您。'}`,
  consentNeeded: ({ hotline }) => `好的，我不會登記您的資料。沒有聯絡方式就無法安排，您可以撥打 ${hotline} 辦理。`,
  consentRefused: () => '好的，不登記您的聯絡方式，處理結果會在這個對話裡告訴您。',
  askContact: () => '請留下您的稱呼和聯絡電話，例如：王先生 0912345678。',
  askPhone: () => '請再留一個聯絡電話。',
  phoneUnclear: () => '這個號碼好像不完整。',

  askKind: () => '請問您要預約哪一種？',
  askService: () => '請問是哪一項服務？',
  askAddress: () => '請問到府地址在哪裡？請寫到門牌號碼。',
  askBranch: () => '請問您想到哪一家門市？',
  askSlot: ({ near }) =>
    near === 'nearest'
      ? '您說的時間沒有空檔了。最接近的有這些，您選哪一個？'
      : near === 'wished'
        ? '您說的時間有這些空檔，您選哪一個？'
        : near === 'only'
          ? '您說的時間還有這一個空檔，可以嗎？'
          : '請問您希望什麼時間？可以點選，也可以直接說，例如「明天下午三點」。',
  slotTaken: () => '抱歉，這個時段剛剛約滿了。',
  slotPast: () => '這個時間已經過了。',
  slotTooFar: ({ until }, pen) => `目前最遠可以預約到 ${pen.day(until)}。`,
  booked: ({ number, kind, from, to, place, remindAt }, pen) =>
    `預約成功！編號 ${number}\n${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。${remindAt === null ? '' : `\n我們會在 ${pen.dateTime(remindAt)} 提醒您。`}\n要改期或取消，告訴我就可以。`,
  bookingMoved: ({ number, from, to }, pen) => `已改好：預約 ${number} 改到 ${pen.stretch(from, to)}。`,
  bookingCancelled: ({ number }) => `預約 ${number} 已取消。`,
  bookingIs: ({ number, kind, from, to, place }, pen) =>
    `預約 ${number}：${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。`,
  noBookings: () => '沒有查到您的預約。要現在約一個嗎？',
  whichBooking: () => '您有幾個預約，請問是哪一個？',
  sureToCancel: ({ number, from, to }, pen) => `確定取消預約 ${number}（${pen.stretch(from, to)}）嗎？`,
  kept: () => '好的，維持不變。',
  reminder: ({ number, kind, from, to, place }, pen) =>
    `提醒您：${pen.of(kind)}預約 ${number}，時間 ${pen.stretch(from, to)}，${pen.of(place)}。要改期或取消，告訴我就可以。`,

  tellFault: () => '請說說出了什麼問題，例如「寬頻無法上網，數據機亮紅燈」。',
  sorryForFault: () => '造成您的不便，非常抱歉，我馬上為您處理。',
  safetyFirst: ({ emergency }) =>
    `請先注意安全：遠離掉落的線纜和冒煙的設備，不要觸碰，提醒旁人繞行；有人受傷或有火情，請立刻撥打 ${emergency}。我同時為您登記搶修。`,
  securityFirst: ({ hotline, emergency }) =>
    `請先保護自己：不要再轉帳，不要告訴任何人驗證碼。錢已經匯出時，請立刻聯絡銀行止付，並撥打 ${emergency} 報警；SIM 卡或帳號可能被盜用時，請立刻撥打 ${hotline} 掛失停用。`,
  majorFault: () => '影響到您，非常抱歉。這屬於重大障礙，登記後我們會優先搶修，並立即通知值班人員。',
  selfCheck: ({ steps }, pen) => `先試一個小方法，常常能馬上恢復：\n${pen.of(steps)}\n試過之後怎麼樣？`,
  selfCheckWorked: () => '太好了，恢復了就好！如果再發生，隨時告訴我，我直接為您登記。',
  selfCheckAgain: () => '剛才的小方法，試過之後怎麼樣？',
  takeYourTime: () => '好的，您慢慢試，不急。',
  askSince: () => '請問是什麼時候開始的？',
  sinceFuture: () => '這個時間還沒到，請說一下是從什麼時候開始出問題的。',
  askPattern: () => '是一直這樣，還是時好時壞？',
  askPlace: () => '請問障礙在什麼地址？寬頻請寫到門牌號碼，手機訊號請寫大概位置。',
  whyPlace: () => '地址只用來查線路、安排人員，不作其他用途。不方便說門牌的話，先說社區或路名也可以。',
  askExtent: () => '請問影響到哪些？',
  askImpact: () => '現在還能用嗎？',
  askBefore: () => '發生前有沒有什麼變動？',
  knownOutage: ({ area, since, expected }, pen) =>
    `${pen.of(area)}有一個已知障礙，從 ${pen.dateTime(since)} 開始，正在搶修${expected === null ? '，恢復時間一確定就通知' : `，預計 ${pen.dateTime(expected)} 恢復`}。要為您登記嗎？不登記，恢復時也會通知您。`,
  faultTaken: ({ number, promises }, pen) =>
    `已登記報修，編號 ${number}。${promiseLines(promises, pen, next)}\n進度有變化，我會在這裡告訴您。`,
  offerVisit: () => '要現在預約師傅到府檢修嗎？',

  tellMe: () => '很抱歉讓您不滿意。請把事情的經過告訴我，我會完整記錄下來。',
  heardYou: ({ category, also }, pen) =>
    `謝謝您告訴我們，遇到這樣的事，換誰都會著急，非常抱歉。\n我記為：${pen.of(category)}${also.length > 0 ? `，同時涉及${also.map(pen.of).join('、')}` : ''}。如果不對，隨時可以改。`,
  askRemedy: () => '請問您希望我們怎麼處理？',
  complaintTaken: ({ number, promises, major }, pen) =>
    `您的投訴已登記，編號 ${number}。${major ? '這件事很嚴重，已直接轉給值班經理。' : ''}${promiseLines(promises, pen, next)}\n每一步進展，我都會在這裡告訴您。`,
  askCategory: () => '請問這件事屬於哪一類？',
  askSeverity: () => '請問這件事有多嚴重？',
  nextInstance: ({ regulator, contact }, pen) => `如果對處理結果不滿意：${pen.of(contact)}（${pen.of(regulator)}）`,

  askWhatToApply: () => '請說說您想辦什麼，例如方案名稱、門號或新地址。',
  materials: ({ list }, pen) => `辦理時請準備：\n${list.map((m) => `· ${pen.of(m)}`).join('\n')}`,
  applicationTaken: ({ number, promises }, pen) => `申請已登記，編號 ${number}。${promiseLines(promises, pen, next)}`,
  tellFeedback: () => '請說，我會原話轉達。',
  feedbackTaken: ({ number, promises }, pen) => `謝謝您！已記錄，編號 ${number}。${promiseLines(promises, pen, next)}`,
  askPrivacy: () => '關於您的個人資料，您想做什麼？',
  askCorrection: () => '請問哪一項需要更正？',
  sureToDelete: () =>
    '確定要刪除您的個人資料嗎？確認後馬上刪除稱呼、電話、地址等能刪的內容，不能馬上刪的會告訴您保留到什麼時候。',
  sureToWithdrawConsent: () => '確定撤回同意嗎？撤回後會刪除您的稱呼、電話和地址；還在辦的事辦完才刪。',
  privacyShown: ({ rows }, pen) => `我們登記的有（部分內容已遮蓋）：\n${rowLines(rows, pen)}`,
  askNewValue: ({ what }, pen) => `請告訴我正確的${pen.of(what)}。`,
  sureToCorrect: ({ phone }) => `新號碼是 ${phone}，對嗎？`,
  corrected: ({ what, value, cases, bookings }, pen) =>
    `已把${pen.of(what)}更正為：${value}，原來的內容已刪除。${cases + bookings > 0 ? `處理中案件 ${cases} 件、預約 ${bookings} 個也一起改好了。` : ''}`,
  nothingToCorrect: ({ what }, pen) => `我們沒有登記您的${pen.of(what)}，沒有需要更正的。`,
  exported: ({ until }, pen) => `這是我們保存的您的全部資料。檔案可在 ${pen.dateTime(until)} 前下載，請妥善保管。`,
  exportPart: ({ rows, part, parts, more }, pen) =>
    `我們保存的您的資料（${part}/${parts}）：\n${rowLines(rows, pen)}${more ? '\n內容較多，完整的一份請在網頁聊天裡匯出。' : ''}`,
  dataDeleted: (stays, pen) => `已刪除您的稱呼、電話和地址，以及評價留言和留作改善的說法。${stayLines(stays, pen)}`,
  privacyTaken: ({ number, promises }, pen) => `您的請求已登記，編號 ${number}。${promiseLines(promises, pen, next)}`,
  consentWithdrawn: (stays, pen) =>
    `已撤回同意，並刪除了您的稱呼、電話和地址，以及評價留言和留作改善的說法。${stayLines(stays, pen)}`,
  tellSecurity: () => '請告訴我發生了什麼事，我馬上記錄。',
  securityTaken: ({ number, promises }, pen) =>
    `資安事件已登記，編號 ${number}，資安值班台已收到。${promiseLines(promises, pen, next)}`,
  callbackOpen: () => '好的，請真人同事回電給您。為了聯絡到您，需要登記您的姓名和電話，只用於這件事。您同意嗎？',
  callbackNoData: ({ hotline }) => `好的，不登記您的資料。您可以直接撥打客服專線 ${hotline}。`,
  callbackTaken: ({ number, promises }, pen) =>
    `已請真人同事聯絡您，編號 ${number}。您說過的內容同事都看得到，不用重複。${promiseLines(promises, pen, next)}`,

  callbackPending: ({ number, added, promises }, pen) =>
    `您的回電已經登記好了，編號 ${number}${added ? '，您剛才說的也補充進去了' : ''}。${promiseLines(promises, pen, next)}`,

  upset: () => '我理解您現在的心情。想直接和真人同事說，說「轉真人」就可以。',
  handoffSought: ({ team }, pen) =>
    `${team === null ? '好的，正在為您找真人同事' : `正在為您接通${pen.of(team)}`}，找到了馬上告訴您。您說過的內容同事都看得到，不用重複；等候時可以繼續說。不想等了，說「返回機器人」就行。`,
  reassure: () => '我理解您很著急，別慌，我們一步一步來。',
  deskNotice: ({ notice }, pen) => pen.of(notice),
  deskClosed: ({ back }, pen) =>
    back === null ? '抱歉，真人客服現在不在線上。' : `抱歉，真人客服現在不在線上，${pen.dateTime(back)} 開始服務。`,
  handoffPlace: ({ position, minutes, long }) =>
    minutes === null
      ? `您排在第 ${position} 位。目前沒有空的真人同事，等候時間說不準。您可以繼續等，也可以改為回電。`
      : `您排在第 ${position} 位，預計等候約 ${minutes} 分鐘。${long ? '等候時間較長，您可以繼續等，也可以改為回電。' : ''}`,
  stillSought: () => '還在為您找真人同事，有了確切的等候時間馬上告訴您。',
  passedOn: () => '已轉給同事，他們會看到。',
  agentJoined: ({ name }) => `真人客服${name}已加入，接下來由${name}為您服務。`,
  agentChanged: ({ name }) => `接下來由真人客服${name}繼續為您服務，之前的內容${name}都看得到。`,
  agentGone: ({ name }) =>
    `抱歉，${name}暫時離開了。已把您排到最前面，馬上為您找另一位同事，您說過的內容都還在，不用重複。`,
  agentTransfers: ({ name }) => `${name}正在為您轉接更合適的同事，您排在最前面。您說過的內容同事都看得到，不用重複。`,
  handoffLeft: ({ more }) => `好的，已離開真人客服，由我繼續為您服務。${more ? '' : '請問還有什麼可以幫您？'}`,
  botBack: () => '真人服務已結束，接下來由我繼續為您服務。',
  nobodyCame: ({ number, promises }, pen) =>
    `非常抱歉，讓您久等了，現在還是沒有空的同事。已登記請同事聯絡您，編號 ${number}。${promiseLines(promises, pen, next)}`,
  askReach: () => '同事會在這個對話裡回覆您。想接電話的話，需要登記您的姓名和電話，只用於這件事。您同意嗎？',
  filedByAgent: ({ number, promises }, pen) => `同事已為您登記，編號 ${number}。${promiseLines(promises, pen, next)}`,
  bookedByAgent: ({ number, kind, from, to, place }, pen) =>
    `同事已為您預約，編號 ${number}：${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。要改期或取消，告訴我就行。`,

  offerSurvey: () =>
    '如果還沒好，說「還沒好」，我馬上請同事接著處理。方便的話，請為這次處理打個分數，只要半分鐘，好嗎？',
  askSolved: ({ number }) => `請問${number === null ? '您的狀況' : ` ${number} 這件事`}解決了嗎？`,
  askRating: ({ what }, pen) => `請為「${pen.of(what)}」打分數，1 分最低，5 分最高。`,
  ratingOut: () => '這個分數不在範圍內。',
  askRecommend: () => '您有多大可能把我們推薦給親友？0 分最低，10 分最高。',
  askSurveyWords: () => '還有什麼想對我們說的嗎？',
  surveyThanks: () => '謝謝您的評價，我們會認真看。',
  surveyEnded: ({ some }) => (some ? '好的，就到這裡，謝謝您的評價。' : '好的，不打擾您了。'),
  surveySorry: ({ reopened }) =>
    `謝謝您如實告訴我們，沒能讓您滿意，非常抱歉。${reopened === null ? '' : `${reopened} 已重新受理。`}要請真人同事繼續幫您嗎？`,

  askLinkCode: () =>
    '請在您之前用過的管道（例如 LINE 或微信）對我說「綁定帳號」，我會給您一組 8 位數驗證碼，請傳到這裡。請只輸入您本人取得的驗證碼。',
  linkCode: ({ code }) =>
    `您的驗證碼是 ${code}，10 分鐘內有效，限用一次。請在另一個管道的對話中傳給我們：綁定 ${code}\n請不要告訴任何人。`,
  linkCodeShape: ({ digits }) => `驗證碼是 ${digits} 位數字，請再核對一下。`,
  linkWrong: ({ left }) => `這組驗證碼不正確，還可以再試 ${left} 次。`,
  linkExpired: () => '這組驗證碼已經過期，或已經用過了，請在原來的管道重新取得。',
  linkLocked: ({ hotline }) => `為了您的安全，這裡暫時無法綁定，請一小時後再試，或撥打 ${hotline}。`,
  linkSame: () => '這組驗證碼就是給您的，您的管道已經連在一起。要綁定其他管道，請把它傳到那邊的對話。',
  sureToLink: ({ cases, bookings }) =>
    `這個對話裡的案件（${cases} 件）和預約（${bookings} 筆）會和另一個管道的合在一起，兩邊都看得到。只有驗證碼是您本人取得的，才請繼續。確定要綁定嗎？`,
  linked: ({ cases, bookings }) =>
    `綁定完成。現在這裡也查得到：處理中的案件 ${cases} 件，預約 ${bookings} 筆。說「查詢進度」就可以看。之後有新進展，會傳到您最近使用的管道。`,
  sureToUnlink: () =>
    '解除後，這個對話就看不到先前登記的內容，也不會再收到相關通知；已登記的事項照常處理。確定要解除嗎？',
  unlinked: () => '已解除綁定。這個對話不再顯示先前登記的內容。',
  othersUnlinked: ({ count }) => `您的另外 ${count} 個管道已解除綁定。`,

  whichCase: () => '請問是哪一個案件？',
  askCaseNumber: () =>
    '沒有查到您名下處理中的案件。如果您有案件編號，請傳給我，例如 TS20261121-7KQ4M-X。如果是在其他管道登記的，說「綁定帳號」就能在這裡查。',
  caseNumberMistyped: () => '這個編號好像有一個字不對，請再核對一下。',
  caseNotFound: () => '沒有查到對應的案件。您可以核對編號後再查，也可以請真人客服幫您查。',
  askProof: () => '為了保護您的資料，請告訴我登記電話的末四碼。',
  proofWrong: () => '末四碼不符。',
  proofLocked: ({ hotline }) => `核對次數過多，為了安全，這裡暫時不能查詢了。請撥打 ${hotline}。`,
  caseIs: ({ number, kind, stage, team, openedAt, promises }, pen) =>
    `${pen.of(kind)} ${number}：${pen.of(stage)}，由${pen.of(team)}負責，${pen.dateTime(openedAt)} 登記。${promiseLines(promises, pen, next)}`,
  urged: ({ number, promises }, pen) => `已幫您催辦 ${number}，負責的同事會看到。${promiseLines(promises, pen, next)}`,
  askAmendment: () => '請說要補充的內容。',
  amended: ({ number }) => `已補充到 ${number}。`,
  sureToWithdraw: ({ number }) => `確定撤銷 ${number} 嗎？撤銷後不再處理。`,
  withdrawn: ({ number }) => `${number} 已撤銷。以後需要，隨時告訴我。`,
  cannotWithdraw: ({ number, stage }, pen) => `${number} 目前是「${pen.of(stage)}」，不能撤銷了。`,
  branches: ({ list }, pen) =>
    `我們的門市：\n${list.map((each) => `· ${pen.of(each)}`).join('\n')}\n要過去的話，說「預約門市」就能先約好時間。`,
  cannotLocate: () => '我看不到您在哪裡。告訴我城市或區，或直接選一家。',
  noEarlierSlot: () => '沒有更早的空檔了，這些就是最早的。',
  caseConfirmed: ({ number }) =>
    `太好了，${number} 已依您的確認結案。如果又不行了，七天內說「還沒好」，我馬上請同事重新處理。`,
  caseReopened: ({ number, promises }, pen) =>
    `沒能讓您滿意，非常抱歉。${number} 已重新受理，現在請真人同事接著幫您。${promiseLines(promises, pen, next)}`,
  stageChanged: ({ number, stage, note }, pen) =>
    `${number} 有新進展：${pen.of(stage)}。${note === null ? '' : `\n${note}`}`,
};
