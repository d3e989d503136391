import type { Promised, Staying } from '../messages.ts';
import { type Pen, promiseLines, rowLines, type Wording } from '../wording.ts';

const next = (what: string, by: string) => `接下来：${what}，最晚 ${by} 前。`;
/** What would follow, one line a promise. */
const whenFiled = (promises: readonly Promised[], pen: Pen) =>
  promiseLines(promises, pen, (what, by) => `${what}，最晚 ${by} 前。`);

/** 还保留什么、到什么时候。 */
const stayLines = ({ open, closed, bookings, chatDays, caseDays }: Staying, pen: Pen) =>
  [
    '\n暂时保留的：',
    ...open.map(
      (number) => `· 在办工单 ${number} 的内容和联系方式：办结后删除联系方式，其余内容再保留 ${caseDays} 天后销毁`,
    ),
    ...closed.map(
      ({ number, until }) => `· 已办结工单 ${number} 的经过（不含称呼、电话、地址）：到 ${pen.date(until)}，到期销毁`,
    ),
    ...bookings.map(({ number, until }) => `· 预约 ${number} 的联系方式：到 ${pen.date(until)} 服务结束，随后删除`),
    `· 您的聊天记录：每段对话最后一条消息之后 ${chatDays} 天，到期销毁`,
  ].join('\n');

/** 简体中文。客气、平实、简短，一次只问一件事（OSM 3.2）。 */
export const wording: Wording = {
  welcome: ({ operator }, pen) =>
    `您好，我是${pen.of(operator)}的智能客服。报修、预约、投诉、查进度，都可以直接用您自己的话告诉我。需要人工时，随时说“转人工”。`,
  greeting: ({ aside }) => (aside ? '您好！' : '您好，请问有什么可以帮您？'),
  youAreWelcome: () => '不客气，很高兴能帮到您。',
  goodbyeForNow: ({ form }, pen) => `好的，再见。您的${pen.of(form)}我先保留着，随时可以回来接着办。`,
  goodbye: () => '再见，祝您生活愉快。有需要随时找我。',
  help: () =>
    '我是智能客服，可以帮您：报修、预约上门或到店、投诉和建议、办理业务、查询或催办进度、管理您的个人信息。直接说就行；说“转人工”可以找人工客服。',
  anythingElse: () => '好的。请问还有什么可以帮您？',
  outOfScope: () => '抱歉，这件事不在我的服务范围内。电信业务方面的事，我很乐意帮忙。',
  openingHours: ({ open, hours, hotline }, pen) =>
    `人工服务时间：${pen.of(hours)}。${open ? '现在有人工客服在岗。' : '现在不在服务时间内。'}客服热线 ${hotline}。`,
  branchHours: ({ hours }, pen) => `营业厅时间：${pen.of(hours)}。`,
  cannotAnswer: ({ aside }) =>
    `抱歉，这个问题我手头没有可靠的资料，不想给您错误的答案。${aside ? '需要的话，说“转人工”就可以。' : '要不要请人工客服答复您？'}`,
  cannotSeeAccount: ({ hotline }) =>
    `抱歉，我在这里看不到您的账户明细。您可以拨打 ${hotline} 查询，也可以请人工客服帮您。`,
  nothingToConfirm: () => '好的。请问您想办什么？',
  privateOnly: () => '为了保护您的个人信息，群聊里不办理业务。请单独给我发消息。',
  languageSet: () => '好的，之后我用简体中文和您交流。',
  filesTaken: ({ count }) => `收到您的 ${count} 个文件，会和您的记录放在一起。`,
  filesNotUsed: ({ count }) => `收到您的 ${count} 个文件。我暂时看不懂图片内容，请用文字告诉我需要什么帮助。`,
  apology: () => '抱歉，刚才出了点问题，您说的内容都还在。请再发一次，或者说“转人工”。',

  notUnderstood: () => '抱歉，我没有听懂。您可以换个说法，或者选一项：',
  didYouMean: () => '请问您是想：',
  notUnderstoodTwice: ({ aside }) =>
    aside ? '抱歉，我还是没有听懂。需要人工帮忙，说“转人工”就可以。' : '抱歉，我还是没有听懂。要不要请人工客服帮您？',
  answerNotUnderstood: () => '抱歉，我没有听明白这个回答。',
  stillHere: ({ aside }) => (aside ? '我在，您慢慢来。' : '我在，您慢慢说。请问需要什么帮助？'),

  resumed: ({ form }, pen) => `我们接着上次的${pen.of(form)}，您之前说的都还在。`,
  backTo: ({ form }, pen) => `好，我们回到刚才的${pen.of(form)}。`,
  dropped: ({ form, more }, pen) =>
    `好的，已放弃${pen.of(form)}，没有提交任何内容。${more ? '' : '请问还有什么可以帮您？'}`,
  nothingToDrop: () => '现在没有正在办理的事项。请问需要什么帮助？',
  startedOver: () => '好的，我们重新开始。请问需要什么帮助？',
  recap: ({ form, rows }, pen) => `${pen.of(form)}，您目前告诉我的是：\n${rowLines(rows, pen)}`,
  recapEmpty: () => '您目前还没有告诉我具体内容。',
  noted: ({ what }, pen) => `好的，${what.map(pen.of).join('、')}我记下了。`,
  changed: ({ what, value }, pen) => `好的，${pen.of(what)}改为：${pen.of(value)}。`,
  nothingToGoBackTo: () => '前面没有可以修改的内容了。',
  leftOpen: ({ what }, pen) => `没关系，“${pen.of(what)}”先空着。`,
  leftRest: () => '好的，不多问了，只问必需的。',
  notYetFiled: ({ form, promises }, pen) =>
    `您的${pen.of(form)}还没有提交${promises.length > 0 ? '，现在提交的话：' : '。'}${whenFiled(promises, pen)}`,
  alsoLater: ({ intent }, pen) => `“${pen.of(intent)}”我也记下了，眼前这件办完就接着办。`,
  summary: ({ form, rows }, pen) => `请核对${pen.of(form)}的内容：\n${rowLines(rows, pen)}\n确认无误就提交吗？`,
  whatToChange: () => '请问要修改哪一项？',
  alsoWanted: ({ intent }, pen) => `您刚才还提到“${pen.of(intent)}”，现在一起办吗？`,

  askConsent: ({ purpose, days, again }, pen) =>
    again
      ? `为了${pen.of(purpose)}，请问您同意登记姓名和电话吗？`
      : `为了${pen.of(purpose)}，需要登记您的姓名和电话，只用于这件事，随时可以要求删除。您同意吗？\n（选“同意，也帮助改进”，是另外允许我们把您的说法去掉姓名、号码和地址后保留 ${days} 天；不选也不影响办理。）`,
  whyContact: ({ purpose, needed }, pen) =>
    `登记姓名和电话，是为了${pen.of(purpose)}，不作他用，也不会给别人。${needed ? '没有联系方式就无法安排。' : '不同意也可以继续，结果会在这个对话里告诉您。'}`,
  consentNeeded: ({ hotline }) => `好的，我不会登记您的信息。没有联系方式就无法安排，您可以拨打 ${hotline} 办理。`,
  consentRefused: () => '好的，不登记您的联系方式，处理结果会在这个对话里告诉您。',
  askContact: () => '请留下您的称呼和联系电话，例如：王先生 13800138000。',
  askPhone: () => '请再留一个联系电话。',
  phoneUnclear: () => '这个号码好像不完整。',

  askKind: () => '请问您要预约哪一种？',
  askService: () => '请问是哪项业务？',
  askAddress: () => '请问上门地址是哪里？请写到门牌号。',
  askBranch: () => '请问您想去哪家营业厅？',
  askSlot: ({ near }) =>
    near === 'nearest'
      ? '您说的时间没有空档了。离它最近的有这些，您选哪个？'
      : near === 'wished'
        ? '您说的时间有这些空档，您选哪个？'
        : near === 'only'
          ? '您说的时间还有这一个空档，可以吗？'
          : '请问您希望什么时间？可以点选，也可以直接说，比如“明天下午三点”。',
  slotTaken: () => '抱歉，这个时间刚刚约满了。',
  slotPast: () => '这个时间已经过去了。',
  slotTooFar: ({ until }, pen) => `目前最远可以预约到 ${pen.day(until)}。`,
  booked: ({ number, kind, from, to, place, remindAt }, pen) =>
    `预约成功！编号 ${number}\n${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。${remindAt === null ? '' : `\n我们会在 ${pen.dateTime(remindAt)} 提醒您。`}\n需要改期或取消，告诉我就行。`,
  bookingMoved: ({ number, from, to }, pen) => `已改好：预约 ${number} 改到 ${pen.stretch(from, to)}。`,
  bookingCancelled: ({ number }) => `预约 ${number} 已取消。`,
  bookingIs: ({ number, kind, from, to, place }, pen) =>
    `预约 ${number}：${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。`,
  noBookings: () => '没有查到您的预约。需要现在约一个吗？',
  whichBooking: () => '您有几个预约，请问是哪一个？',
  sureToCancel: ({ number, from, to }, pen) => `确定取消预约 ${number}（${pen.stretch(from, to)}）吗？`,
  kept: () => '好的，保持不变。',
  reminder: ({ number, kind, from, to, place }, pen) =>
    `提醒您：${pen.of(kind)}预约 ${number}，时间 ${pen.stretch(from, to)}，${pen.of(place)}。要改期或取消，告诉我就行。`,

  tellFault: () => '请说说出了什么问题，比如“宽带上不了网，光猫红灯闪”。',
  sorryForFault: () => '给您带来不便，非常抱歉，我马上帮您处理。',
  safetyFirst: ({ emergency }) =>
    `请先注意安全：远离掉落的线缆和冒烟的设备，不要触碰，提醒旁人绕行；有人受伤或有火情，请马上拨打 ${emergency}。我同时为您登记抢修。`,
  securityFirst: ({ hotline, emergency }) =>
    `请先保护好自己：不要再转账，不要告诉任何人验证码。钱已经转出的，请马上联系银行止付，并拨打 ${emergency} 报警；SIM 卡或账号可能被盗用的，请马上拨打 ${hotline} 挂失停机。`,
  majorFault: () => '影响到您，非常抱歉。这属于重大故障，登记后我们会优先抢修，并立即通知值班人员。',
  selfCheck: ({ steps }, pen) => `先试一个小办法，常常能马上恢复：\n${pen.of(steps)}\n试过之后怎么样？`,
  selfCheckWorked: () => '太好了，恢复了就好！如果再出现，随时告诉我，我直接为您登记。',
  selfCheckAgain: () => '刚才的小办法，试过之后怎么样？',
  takeYourTime: () => '好的，您慢慢试，不着急。',
  askSince: () => '请问是什么时候开始的？',
  sinceFuture: () => '这个时间还没到，请说一下是从什么时候开始出问题的。',
  askPattern: () => '是一直这样，还是时好时坏？',
  askPlace: () => '请问故障在什么地址？宽带请写到门牌号，手机信号请写大致位置。',
  whyPlace: () => '地址只用来查线路、安排人员，不作他用。不方便说门牌的话，先说小区或路名也可以。',
  askExtent: () => '请问影响到哪些？',
  askImpact: () => '现在还能用吗？',
  askBefore: () => '故障前有没有什么变化？',
  knownOutage: ({ area, since, expected }, pen) =>
    `${pen.of(area)}有一个已知故障，从 ${pen.dateTime(since)} 开始，正在抢修${expected === null ? '，恢复时间一确定就通知' : `，预计 ${pen.dateTime(expected)} 恢复`}。要为您登记吗？不登记，恢复时也会通知您。`,
  faultTaken: ({ number, promises }, pen) =>
    `已登记报修，编号 ${number}。${promiseLines(promises, pen, next)}\n进度有变化，我会在这里告诉您。`,
  offerVisit: () => '要不要现在约师傅上门检修？',

  tellMe: () => '很抱歉让您不满意。请把事情的经过告诉我，我会完整记录下来。',
  heardYou: ({ category, also }, pen) =>
    `谢谢您告诉我们，发生这样的事，换谁都会着急，非常抱歉。\n我记为：${pen.of(category)}${also.length > 0 ? `，同时涉及${also.map(pen.of).join('、')}` : ''}。如果不对，随时可以改。`,
  askRemedy: () => '请问您希望我们怎么处理？',
  complaintTaken: ({ number, promises, major }, pen) =>
    `您的投诉已登记，编号 ${number}。${major ? '这件事很严重，已直接转给值班经理。' : ''}${promiseLines(promises, pen, next)}\n每一步进展，我都会在这里告诉您。`,
  askCategory: () => '请问这件事属于哪一类？',
  askSeverity: () => '请问这件事有多严重？',
  nextInstance: ({ regulator, contact }, pen) => `如果对处理结果不满意：${pen.of(contact)}（${pen.of(regulator)}）`,

  askWhatToApply: () => '请说说您想办什么，比如套餐名称、号码或新地址。',
  materials: ({ list }, pen) => `办理时请准备：\n${list.map((m) => `· ${pen.of(m)}`).join('\n')}`,
  applicationTaken: ({ number, promises }, pen) => `申请已登记，编号 ${number}。${promiseLines(promises, pen, next)}`,
  tellFeedback: () => '请说吧，我会原话转达。',
  feedbackTaken: ({ number, promises }, pen) => `谢谢您！已记录，编号 ${number}。${promiseLines(promises, pen, next)}`,
  askPrivacy: () => '关于您的个人信息，您想做什么？',
  askCorrection: () => '请问哪一项需要更正？',
  sureToDelete: () =>
    '确定要删除您的个人信息吗？确认后马上删除称呼、电话、地址等能删的内容，不能马上删的会告诉您保留到什么时候。',
  sureToWithdrawConsent: () => '确定撤回同意吗？撤回后会删除您的称呼、电话和地址；还在办的事办完才删。',
  privacyShown: ({ rows }, pen) => `我们登记的有（部分内容已遮盖）：\n${rowLines(rows, pen)}`,
  askNewValue: ({ what }, pen) => `请告诉我正确的${pen.of(what)}。`,
  sureToCorrect: ({ phone }) => `新号码是 ${phone}，对吗？`,
  corrected: ({ what, value, cases, bookings }, pen) =>
    `已把${pen.of(what)}更正为：${value}，原来的内容已删除。${cases + bookings > 0 ? `在办工单 ${cases} 个、预约 ${bookings} 个也一起改好了。` : ''}`,
  nothingToCorrect: ({ what }, pen) => `我们没有登记您的${pen.of(what)}，没有需要更正的。`,
  exported: ({ until }, pen) => `这是我们保存的您的全部信息。文件可在 ${pen.dateTime(until)} 前下载，请妥善保管。`,
  exportPart: ({ rows, part, parts, more }, pen) =>
    `我们保存的您的信息（${part}/${parts}）：\n${rowLines(rows, pen)}${more ? '\n内容较多，完整的一份请在网页聊天里导出。' : ''}`,
  dataDeleted: (stays, pen) => `已删除您的称呼、电话和地址，以及评价留言和留作改进的说法。${stayLines(stays, pen)}`,
  privacyTaken: ({ number, promises }, pen) => `您的请求已登记，编号 ${number}。${promiseLines(promises, pen, next)}`,
  consentWithdrawn: (stays, pen) =>
    `已撤回同意，并删除了您的称呼、电话和地址，以及评价留言和留作改进的说法。${stayLines(stays, pen)}`,
  tellSecurity: () => '请告诉我发生了什么，我马上记录。',
  securityTaken: ({ number, promises }, pen) =>
    `安全事件已登记，编号 ${number}，安全值班台已收到。${promiseLines(promises, pen, next)}`,
  callbackOpen: () => '好的，请人工同事给您回电。为了联系到您，需要登记您的姓名和电话，只用于这件事。您同意吗？',
  callbackNoData: ({ hotline }) => `好的，不登记您的信息。您可以直接拨打人工热线 ${hotline}。`,
  callbackTaken: ({ number, promises }, pen) =>
    `已请人工同事联系您，编号 ${number}。您说过的内容同事都能看到，不用重复。${promiseLines(promises, pen, next)}`,

  callbackPending: ({ number, added, promises }, pen) =>
    `您的回电已经登记好了，编号 ${number}${added ? '，您刚才说的也补充进去了' : ''}。${promiseLines(promises, pen, next)}`,

  upset: () => '我理解您现在的心情。想直接和人工同事说，说“转人工”就可以。',
  handoffSought: ({ team }, pen) =>
    `${team === null ? '好的，正在为您找人工同事' : `正在为您接通${pen.of(team)}`}，找到了马上告诉您。您说过的内容同事都能看到，不用重复；等待时可以继续说。不想等了，说“返回机器人”就行。`,
  reassure: () => '我理解您很着急，别慌，我们一步一步来。',
  deskNotice: ({ notice }, pen) => pen.of(notice),
  deskClosed: ({ back }, pen) =>
    back === null ? '抱歉，人工客服现在不在岗。' : `抱歉，人工客服现在不在岗，${pen.dateTime(back)} 上班。`,
  handoffPlace: ({ position, minutes, long }) =>
    minutes === null
      ? `您排在第 ${position} 位。目前没有空闲的人工同事，等待时间说不准。您可以继续等，也可以改为回电。`
      : `您排在第 ${position} 位，预计等待约 ${minutes} 分钟。${long ? '等待时间较长，您可以继续等，也可以改为回电。' : ''}`,
  stillSought: () => '还在为您找人工同事，有了确切的等待时间马上告诉您。',
  passedOn: () => '已转给同事，他们会看到。',
  agentJoined: ({ name }) => `人工客服${name}已接入，接下来由${name}为您服务。`,
  agentChanged: ({ name }) => `接下来由人工客服${name}继续为您服务，之前的内容${name}都能看到。`,
  agentGone: ({ name }) =>
    `抱歉，${name}暂时离开了。已把您排到最前面，马上为您找另一位同事，您说过的内容都还在，不用重复。`,
  agentTransfers: ({ name }) => `${name}正在为您转接更合适的同事，您排在最前面。您说过的内容同事都能看到，不用重复。`,
  handoffLeft: ({ more }) => `好的，已退出人工服务，由我继续为您服务。${more ? '' : '请问还有什么可以帮您？'}`,
  botBack: () => '人工服务已结束，接下来由我继续为您服务。',
  nobodyCame: ({ number, promises }, pen) =>
    `非常抱歉，让您久等了，现在还是没有空闲的同事。已登记请同事联系您，编号 ${number}。${promiseLines(promises, pen, next)}`,
  askReach: () => '同事会在这个对话里回复您。想接到电话的话，需要登记您的姓名和电话，只用于这件事。您同意吗？',
  filedByAgent: ({ number, promises }, pen) => `同事已为您登记，编号 ${number}。${promiseLines(promises, pen, next)}`,
  bookedByAgent: ({ number, kind, from, to, place }, pen) =>
    `同事已为您预约，编号 ${number}：${pen.of(kind)}，${pen.stretch(from, to)}，${pen.of(place)}。需要改期或取消，告诉我就行。`,

  offerSurvey: () => '如果还没好，说“还没好”，我马上请同事接着处理。方便的话，请为这次处理打个分，只要半分钟，好吗？',
  askSolved: ({ number }) => `请问${number === null ? '您的问题' : ` ${number} 这件事`}解决了吗？`,
  askRating: ({ what }, pen) => `请为“${pen.of(what)}”打分，1 分最低，5 分最高。`,
  ratingOut: () => '这个分数不在范围内。',
  askRecommend: () => '您有多大可能把我们推荐给亲友？0 分最低，10 分最高。',
  askSurveyWords: () => '还有什么想对我们说的吗？',
  surveyThanks: () => '谢谢您的评价，我们会认真看。',
  surveyEnded: ({ some }) => (some ? '好的，就到这里，谢谢您的评价。' : '好的，不打扰您了。'),
  surveySorry: ({ reopened }) =>
    `谢谢您如实告诉我们，没能让您满意，非常抱歉。${reopened === null ? '' : `${reopened} 已重新受理。`}要不要请人工同事继续帮您？`,

  askLinkCode: () =>
    '请在您之前用过的渠道（比如微信）对我说“绑定账号”，我会给您一个 8 位验证码，请发到这里。请只填您本人取得的验证码。',
  linkCode: ({ code }) =>
    `您的验证码是 ${code}，10 分钟内有效，只能用一次。请在另一个渠道的对话里发给我们：绑定 ${code}\n请不要告诉任何人。`,
  linkCodeShape: ({ digits }) => `验证码是 ${digits} 位数字，请再核对一下。`,
  linkWrong: ({ left }) => `这个验证码不对，还可以再试 ${left} 次。`,
  linkExpired: () => '这个验证码已经过期，或者已经用过了，请在原来的渠道重新取一个。',
  linkLocked: ({ hotline }) => `为了您的安全，这里暂时不能绑定了，请一小时后再试，或拨打 ${hotline}。`,
  linkSame: () => '这个验证码就是给您的，您的渠道已经在一起。要绑定别的渠道，请把它发到那边的对话里。',
  sureToLink: ({ cases, bookings }) =>
    `这个对话里的工单（${cases} 个）和预约（${bookings} 个）会和另一个渠道的合在一起，两边都能看到。只有验证码是您本人取得的，才请继续。确定绑定吗？`,
  linked: ({ cases, bookings }) =>
    `绑定好了。现在这里也能查到：处理中的工单 ${cases} 个，预约 ${bookings} 个。说“查询进度”就可以看。以后有新进展，会发到您最近使用的渠道。`,
  sureToUnlink: () =>
    '解除后，这个对话就看不到之前登记的内容，也不再收到有关的通知；已登记的事项照常处理。确定解除吗？',
  unlinked: () => '已解除绑定。这个对话不再显示之前登记的内容。',
  othersUnlinked: ({ count }) => `您的另外 ${count} 个渠道已解除绑定。`,

  whichCase: () => '请问是哪一个工单？',
  askCaseNumber: () =>
    '没有查到您名下正在处理的工单。如果您有工单编号，请发给我，例如 TS20261121-7KQ4M-X。如果是在别的渠道登记的，说“绑定账号”就能在这里查。',
  caseNumberMistyped: () => '这个编号好像有一个字不对，请再核对一下。',
  caseNotFound: () => '没有查到对应的工单。您可以核对编号后再查，也可以请人工客服帮您查。',
  askProof: () => '为了保护您的信息，请告诉我登记电话的后四位。',
  proofWrong: () => '后四位对不上。',
  proofLocked: ({ hotline }) => `核对次数过多，为了安全，这里暂时不能查询了。请拨打 ${hotline}。`,
  caseIs: ({ number, kind, stage, team, openedAt, promises }, pen) =>
    `${pen.of(kind)} ${number}：${pen.of(stage)}，由${pen.of(team)}负责，${pen.dateTime(openedAt)} 登记。${promiseLines(promises, pen, next)}`,
  urged: ({ number, promises }, pen) => `已帮您催办 ${number}，负责的同事会看到。${promiseLines(promises, pen, next)}`,
  askAmendment: () => '请说要补充的内容。',
  amended: ({ number }) => `已补充到 ${number}。`,
  sureToWithdraw: ({ number }) => `确定撤销 ${number} 吗？撤销后不再处理。`,
  withdrawn: ({ number }) => `${number} 已撤销。以后需要，随时告诉我。`,
  cannotWithdraw: ({ number, stage }, pen) => `${number} 目前是“${pen.of(stage)}”，不能撤销了。`,
  branches: ({ list }, pen) =>
    `我们的营业厅：\n${list.map((each) => `· ${pen.of(each)}`).join('\n')}\n要去的话，说“预约营业厅”就能先约好时间。`,
  cannotLocate: () => '我看不到您在哪里。告诉我城市或区，或者直接选一家。',
  noEarlierSlot: () => '没有更早的空档了，这些就是最早的。',
  caseConfirmed: ({ number }) =>
    `太好了，${number} 已按您的确认办结。如果又不行了，七天内说“还没好”，我马上请同事重新处理。`,
  caseReopened: ({ number, promises }, pen) =>
    `没能让您满意，非常抱歉。${number} 已重新受理，现在请人工同事接着帮您。${promiseLines(promises, pen, next)}`,
  stageChanged: ({ number, stage, note }, pen) =>
    `${number} 有新进展：${pen.of(stage)}。${note === null ? '' : `\n${note}`}`,
};
