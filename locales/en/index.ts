import type { Staying } from '../messages.ts';
import { type Pen, promiseLines, rowLines, type Wording } from '../wording.ts';

const next = (what: string, by: string) => `Next: ${what}, by ${by} at the latest.`;
const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

/** What stays, and until when. */
const stayLines = ({ open, closed, bookings, chatDays, caseDays }: Staying, pen: Pen) =>
  [
    '\nKept for now:',
    ...open.map(
      (number) =>
        `· Open case ${number} with your contact: the contact is deleted when it is closed, the rest ${caseDays} days later`,
    ),
    ...closed.map(
      ({ number, until }) =>
        `· Closed case ${number} without name, phone and address: until ${pen.date(until)}, then destroyed`,
    ),
    ...bookings.map(
      ({ number, until }) =>
        `· Your contact for appointment ${number}: until it is over on ${pen.date(until)}, then deleted`,
    ),
    `· Your chats with us: each for ${chatDays} days after its last message, then destroyed`,
  ].join('\n');

/** Plain English: short sentences, one question at a time. */
export const wording: Wording = {
  welcome: ({ operator }, pen) =>
    `Hello, I am the assistant of ${pen.of(operator)}. Tell me in your own words about a fault, an appointment, a complaint or a case. Say "talk to a person" at any time.`,
  greeting: ({ aside }) => (aside ? 'Hello!' : 'Hello! How can I help you?'),
  youAreWelcome: () => 'You are welcome.',
  goodbyeForNow: ({ form }, pen) =>
    `All right, goodbye. I am keeping your ${pen.of(form).toLowerCase()}; come back any time to go on.`,
  goodbye: () => 'Goodbye, and all the best. I am here whenever you need me.',
  help: () =>
    'I am an automatic assistant. I can take fault reports, book visits and branch appointments, take complaints and suggestions, start a service request, check or hurry a case, and manage your personal data. Just tell me, or say "talk to a person".',
  anythingElse: () => 'All right. Is there anything else I can do for you?',
  outOfScope: () => 'Sorry, that is outside what I can do. I am glad to help with your telecom services.',
  openingHours: ({ open, hours, hotline }, pen) =>
    `Our people are here: ${pen.of(hours)}. ${open ? 'They are available now.' : 'They are not available right now.'} Hotline ${hotline}.`,
  branchHours: ({ hours }, pen) => `Our branches are open: ${pen.of(hours)}.`,
  cannotAnswer: ({ aside }) =>
    `Sorry, I have no reliable answer to that and do not want to give you a wrong one. ${aside ? 'Say "talk to a person" if you need one.' : 'Shall a colleague answer you?'}`,
  cannotSeeAccount: ({ hotline }) =>
    `Sorry, I cannot see your account details here. You can call ${hotline}, or a colleague can help you.`,
  nothingToConfirm: () => 'All right. What would you like to do?',
  privateOnly: () =>
    'To protect your personal data, I do not handle requests in a group. Please write to me privately.',
  languageSet: () => 'All right, I will write in English from now on.',
  filesTaken: ({ count: n }) => `I received ${count(n, 'file')} and keep them with your record.`,
  filesNotUsed: ({ count: n }) =>
    `I received ${count(n, 'file')}. I cannot read pictures yet, so please tell me in words what you need.`,
  apology: () =>
    'Sorry, something went wrong just now. Nothing you said is lost. Please send it again, or say "talk to a person".',

  notUnderstood: () => 'Sorry, I did not understand. Please put it differently, or choose one:',
  didYouMean: () => 'Did you mean:',
  notUnderstoodTwice: ({ aside }) =>
    aside
      ? 'Sorry, I still do not understand. If you would like a person to help, say "talk to a person".'
      : 'Sorry, I still do not understand. Would you like a person to help you?',
  answerNotUnderstood: () => 'Sorry, I did not understand that answer.',
  stillHere: ({ aside }) => (aside ? 'I am here, take your time.' : 'I am here, take your time. How can I help you?'),

  resumed: ({ form }, pen) =>
    `Let us go on where we stopped: ${pen.of(form).toLowerCase()}. Everything you told me is still here.`,
  backTo: ({ form }, pen) => `Now back to your ${pen.of(form).toLowerCase()}.`,
  dropped: ({ form, more }, pen) =>
    `All right, I dropped this (${pen.of(form).toLowerCase()}). Nothing was submitted.${more ? '' : ' Is there anything else I can do for you?'}`,
  nothingToDrop: () => 'Nothing is under way at the moment. How can I help you?',
  startedOver: () => 'All right, let us start over. How can I help you?',
  recap: ({ form, rows }, pen) => `${pen.of(form)}: so far you told me\n${rowLines(rows, pen)}`,
  recapEmpty: () => 'You have not told me any details yet.',
  noted: ({ what }, pen) => `Thank you, I noted: ${what.map((w) => pen.of(w).toLowerCase()).join(', ')}.`,
  changed: ({ what, value }, pen) => `All right, ${pen.of(what).toLowerCase()} is now: ${pen.of(value)}.`,
  nothingToGoBackTo: () => 'There is nothing before this to change.',
  leftOpen: ({ what }, pen) => `Never mind, we leave "${pen.of(what).toLowerCase()}" open.`,
  leftRest: () => 'All right, I will only ask what is needed.',
  notYetFiled: ({ form, promises }, pen) =>
    `Your ${pen.of(form).toLowerCase()} is not submitted yet.${promises.length > 0 ? ' If you submit it now:' : ''}${promiseLines(promises, pen, (what, by) => `${what}, by ${by} at the latest.`)}`,
  alsoLater: ({ intent }, pen) =>
    `I noted that as well ("${pen.of(intent).toLowerCase()}"); it comes right after this one.`,
  summary: ({ form, rows }, pen) =>
    `Please check (${pen.of(form).toLowerCase()}):\n${rowLines(rows, pen)}\nShall I submit it?`,
  whatToChange: () => 'What would you like to change?',
  alsoWanted: ({ intent }, pen) => `You also mentioned "${pen.of(intent).toLowerCase()}". Shall we do that now?`,

  askConsent: ({ purpose, days, again }, pen) =>
    again
      ? `To ${pen.of(purpose)}: do you agree that I record your name and phone number?`
      : `To ${pen.of(purpose)}, I need to record your name and phone number. They are used for this only, and you can have them deleted at any time. Do you agree?\n("I agree, and to help improve" also lets us keep how you put things for ${days} days, without names, numbers or addresses. It makes no difference to your request.)`,
  whyContact: ({ purpose, needed }, pen) =>
    `Your name and number are only used to ${pen.of(purpose)}, and nobody else gets them. ${needed ? 'Without a contact it cannot be arranged.' : 'We can also go on without them: you then hear the result in this chat.'}`,
  consentNeeded: ({ hotline }) =>
    `All right, I will not record your details. Without a contact I cannot arrange it here; you can call ${hotline}.`,
  consentRefused: () => 'All right, I will not record your contact. You will hear the result in this chat.',
  askContact: () => 'Please leave your name and phone number, for example: Ms Lee 13800138000.',
  askPhone: () => 'Which phone number can we reach you on?',
  phoneUnclear: () => 'That number does not look complete.',

  askKind: () => 'What kind of appointment would you like?',
  askService: () => 'Which service is it about?',
  askAddress: () => 'What is the address for the visit? Please include the door number.',
  askBranch: () => 'Which branch would you like to visit?',
  askSlot: ({ near }) =>
    near === 'nearest'
      ? 'Nothing is free then. These are the nearest free times; which would you like?'
      : near === 'wished'
        ? 'These times are free then; which would you like?'
        : near === 'only'
          ? 'One time is free then. Does it suit you?'
          : 'When would suit you? Choose one, or just say it, for example "tomorrow at 3 pm".',
  slotTaken: () => 'Sorry, that time has just been taken.',
  slotPast: () => 'That time has already passed.',
  slotTooFar: ({ until }, pen) => `I can only book up to ${pen.day(until)}.`,
  booked: ({ number, kind, from, to, place, remindAt }, pen) =>
    `Booked! Your number is ${number}.\n${pen.of(kind)}, ${pen.stretch(from, to)}, ${pen.of(place)}.${remindAt === null ? '' : `\nWe will remind you on ${pen.dateTime(remindAt)}.`}\nTell me any time to move or cancel it.`,
  bookingMoved: ({ number, from, to }, pen) => `Done: appointment ${number} is now ${pen.stretch(from, to)}.`,
  bookingCancelled: ({ number }) => `Appointment ${number} is cancelled.`,
  bookingIs: ({ number, kind, from, to, place }, pen) =>
    `Appointment ${number}: ${pen.of(kind)}, ${pen.stretch(from, to)}, ${pen.of(place)}.`,
  noBookings: () => 'I found no appointment of yours. Would you like to book one?',
  whichBooking: () => 'You have several appointments. Which one is it?',
  sureToCancel: ({ number, from, to }, pen) => `Shall I cancel appointment ${number} (${pen.stretch(from, to)})?`,
  kept: () => 'All right, nothing was changed.',
  reminder: ({ number, kind, from, to, place }, pen) =>
    `A reminder: ${pen.of(kind).toLowerCase()}, appointment ${number}, ${pen.stretch(from, to)}, ${pen.of(place)}. Tell me if you want to move or cancel it.`,

  tellFault: () => 'What is wrong? For example: "My broadband is down and a red light is blinking on the modem."',
  sorryForFault: () => 'I am sorry about the trouble. Let me take care of it.',
  safetyFirst: ({ emergency }) =>
    `Safety first: keep away from fallen cables and smoking equipment, do not touch them, and warn others. If anyone is hurt or there is a fire, call ${emergency} now. I am registering the repair meanwhile.`,
  securityFirst: ({ hotline, emergency }) =>
    `Please protect yourself first: transfer no more money and tell nobody a verification code. If money has gone, ask your bank at once to stop it, and call ${emergency}. If your SIM card or account may be in other hands, call ${hotline} at once to block it.`,
  majorFault: () =>
    'I am sorry that this affects you. This is a major fault. Once registered, it is repaired first and the people on duty are told at once.',
  selfCheck: ({ steps }, pen) =>
    `One small thing to try first; it often helps at once:\n${pen.of(steps)}\nHow is it now?`,
  selfCheckWorked: () =>
    'Great, I am glad it works again! If it comes back, tell me and I will register it right away.',
  selfCheckAgain: () => 'How is it after trying those steps?',
  takeYourTime: () => 'All right, take your time.',
  askSince: () => 'Since when has it been like this?',
  sinceFuture: () => 'That time is still to come. Please tell me when the trouble began.',
  askPattern: () => 'Is it like this all the time, or on and off?',
  askPlace: () => 'Where is it? For broadband please give the full address, for mobile the rough location.',
  whyPlace: () =>
    'The address is only used to check the line and send somebody, for nothing else. If you would rather not give the door number, the estate or street will do for now.',
  askExtent: () => 'Who or what is affected?',
  askImpact: () => 'Can you still use it?',
  askBefore: () => 'Did anything change just before it began?',
  knownOutage: ({ area, since, expected }, pen) =>
    `There is a known outage in ${pen.of(area)} since ${pen.dateTime(since)}. It is being repaired${expected === null ? '; the time is not known yet' : `, expected by ${pen.dateTime(expected)}`}. Shall I register your report? Either way you will hear when it is over.`,
  faultTaken: ({ number, promises }, pen) =>
    `Your fault is registered. Number: ${number}.${promiseLines(promises, pen, next)}\nI will tell you here when anything changes.`,
  offerVisit: () => 'Would you like to book a technician visit now?',

  tellMe: () => 'I am sorry that you are not satisfied. Please tell me what happened; I will record all of it.',
  heardYou: ({ category, also }, pen) =>
    `Thank you for telling us. I understand that this is upsetting, and I am sorry.\nI noted it as: ${pen.of(category)}${also.length > 0 ? `, also ${also.map(pen.of).join(', ')}` : ''}. Tell me if that is wrong.`,
  askRemedy: () => 'What would you like us to do?',
  complaintTaken: ({ number, promises, major }, pen) =>
    `Your complaint is registered. Number: ${number}.${major ? ' This is serious: it went straight to the duty manager.' : ''}${promiseLines(promises, pen, next)}\nI will tell you here about each step.`,
  askCategory: () => 'Which category fits best?',
  askSeverity: () => 'How serious is it?',
  nextInstance: ({ regulator, contact }, pen) =>
    `If you are not satisfied with the result: ${pen.of(contact)} (${pen.of(regulator)})`,

  askWhatToApply: () => 'What would you like, for example the plan, the number or the new address?',
  materials: ({ list }, pen) => `Please have ready:\n${list.map((m) => `· ${pen.of(m)}`).join('\n')}`,
  applicationTaken: ({ number, promises }, pen) =>
    `Your request is registered. Number: ${number}.${promiseLines(promises, pen, next)}`,
  tellFeedback: () => 'Please go ahead; I will pass it on in your words.',
  feedbackTaken: ({ number, promises }, pen) =>
    `Thank you! It is recorded. Number: ${number}.${promiseLines(promises, pen, next)}`,
  askPrivacy: () => 'What would you like to do about your personal data?',
  askCorrection: () => 'What should be corrected?',
  sureToDelete: () =>
    'Shall I delete your personal data? Your name, phone number, address and whatever else can go is deleted at once; I will tell you what must stay and until when.',
  sureToWithdrawConsent: () =>
    'Shall I withdraw your consent? Your name, phone number and address are deleted then; where work is under way, when it is done.',
  privacyShown: ({ rows }, pen) => `We hold (partly hidden):\n${rowLines(rows, pen)}`,
  askNewValue: ({ what }, pen) => `Please tell me what is right: ${pen.of(what).toLowerCase()}.`,
  sureToCorrect: ({ phone }) => `The new number is ${phone}. Is that right?`,
  corrected: ({ what, value, cases, bookings }, pen) =>
    `${pen.of(what)} corrected: ${value}. What stood there before is deleted.${cases + bookings > 0 ? ` Changed as well: ${count(cases, 'open case')}, ${count(bookings, 'appointment')}.` : ''}`,
  nothingToCorrect: ({ what }, pen) => `Nothing to correct: we hold no ${pen.of(what).toLowerCase()} of yours.`,
  exported: ({ until }, pen) =>
    `This is everything we hold about you. The file can be downloaded until ${pen.dateTime(until)}. Please keep it safe.`,
  exportPart: ({ rows, part, parts, more }, pen) =>
    `What we hold about you (${part}/${parts}):\n${rowLines(rows, pen)}${more ? '\nThere is more: please export the whole in our web chat.' : ''}`,
  dataDeleted: (stays, pen) =>
    `Your name, phone number and address are deleted, and so are your words in ratings and any wording kept to understand customers better.${stayLines(stays, pen)}`,
  privacyTaken: ({ number, promises }, pen) =>
    `Your request is registered. Number: ${number}.${promiseLines(promises, pen, next)}`,
  consentWithdrawn: (stays, pen) =>
    `Your consent is withdrawn. Your name, phone number and address are deleted, and so are your words in ratings and any wording kept to understand customers better.${stayLines(stays, pen)}`,
  tellSecurity: () => 'Please tell me what happened; I will record it right away.',
  securityTaken: ({ number, promises }, pen) =>
    `The incident is registered. Number: ${number}. The security desk has it.${promiseLines(promises, pen, next)}`,
  callbackOpen: () =>
    'Of course: a colleague will call you back. To reach you, I need to record your name and phone number, for this only. Do you agree?',
  callbackNoData: ({ hotline }) => `All right, I will not record your details. You can call our people on ${hotline}.`,
  callbackTaken: ({ number, promises }, pen) =>
    `A colleague will contact you. Number: ${number}. They see what you told me, so you need not repeat it.${promiseLines(promises, pen, next)}`,

  callbackPending: ({ number, added, promises }, pen) =>
    `Your call-back is registered already. Number: ${number}.${added ? ' I added what you just said.' : ''}${promiseLines(promises, pen, next)}`,

  upset: () => 'I understand how you feel. If you would rather talk to a person, just say "talk to a person".',
  handoffSought: ({ team }, pen) =>
    `${team === null ? 'Of course, I am finding a colleague for you' : `I am connecting you with the ${pen.of(team).toLowerCase()}`} and will tell you as soon as they are here. They see what you told me, so you need not repeat it, and you can go on writing meanwhile. To stop waiting, say "back to the bot".`,
  reassure: () => 'I understand that you are worried. Let us take it step by step.',
  deskNotice: ({ notice }, pen) => pen.of(notice),
  deskClosed: ({ back }, pen) =>
    back === null
      ? 'I am sorry, none of our people are here at the moment.'
      : `I am sorry, none of our people are here at the moment. They are back on ${pen.dateTime(back)}.`,
  handoffPlace: ({ position, minutes, long }) =>
    minutes === null
      ? `You are number ${position} in the queue. No colleague is free at the moment, so I cannot say how long it takes. You can go on waiting, or have a colleague call you back.`
      : `You are number ${position} in the queue; the wait is about ${count(minutes, 'minute')}.${long ? ' That is long: you can go on waiting, or have a colleague call you back.' : ''}`,
  stillSought: () => 'I am still finding a colleague, and will tell you as soon as I know how long it takes.',
  passedOn: () => 'Passed on: my colleagues will see it.',
  agentJoined: ({ name }) => `${name} from our team is here now and will help you.`,
  agentChanged: ({ name }) => `${name} from our team goes on from here, and sees everything said so far.`,
  agentGone: ({ name }) =>
    `I am sorry, ${name} had to leave. You are first in the queue now and I am finding another colleague; everything you said is kept.`,
  agentTransfers: ({ name }) =>
    `${name} is passing you on to a colleague who knows more about it. You are first in the queue, and need not repeat anything.`,
  handoffLeft: ({ more }) => `All right, you are back with me.${more ? '' : ' What else can I do for you?'}`,
  botBack: () => 'My colleague has left; I am here for you again.',
  nobodyCame: ({ number, promises }, pen) =>
    `I am very sorry for the long wait: there is still no colleague free. A colleague will contact you. Number: ${number}.${promiseLines(promises, pen, next)}`,
  askReach: () =>
    'My colleague will answer you in this chat. To be called instead, I need to record your name and phone number, for this only. Do you agree?',
  filedByAgent: ({ number, promises }, pen) =>
    `My colleague registered it for you. Number: ${number}.${promiseLines(promises, pen, next)}`,
  bookedByAgent: ({ number, kind, from, to, place }, pen) =>
    `My colleague booked it for you. Number: ${number}: ${pen.of(kind).toLowerCase()}, ${pen.stretch(from, to)}, ${pen.of(place)}. Tell me any time to move or cancel it.`,

  offerSurvey: () =>
    'If it is not solved, say "still not fixed" and a colleague goes on at once. Would you rate how it was handled? It takes half a minute.',
  askSolved: ({ number }) => `Is ${number === null ? 'your problem' : `the matter of ${number}`} solved?`,
  askRating: ({ what }, pen) => `How do you rate this, from 1 (lowest) to 5 (highest): ${pen.of(what).toLowerCase()}?`,
  ratingOut: () => 'That number is outside the range.',
  askRecommend: () => 'How likely are you to recommend us, from 0 (not at all) to 10 (certainly)?',
  askSurveyWords: () => 'Is there anything else you would like to tell us?',
  surveyThanks: () => 'Thank you for your rating; we read every one.',
  surveyEnded: ({ some }) =>
    some ? 'All right, that is all. Thank you for your rating.' : 'All right, I will not bother you.',
  surveySorry: ({ reopened }) =>
    `Thank you for telling us plainly; I am sorry that we did not do better.${reopened === null ? '' : ` ${reopened} is being worked on again.`} Shall a colleague go on helping you?`,

  askLinkCode: () =>
    'In the chat that you used before (WeChat, for example), say "link my account". You will get a code of 8 digits there; please send it here. Use only a code that you got yourself.',
  linkCode: ({ code }) =>
    `Your code is ${code}. It is good for 10 minutes and for one use. In your other chat with us, send: link ${code}\nPlease give it to nobody.`,
  linkCodeShape: ({ digits }) => `The code has ${digits} digits. Please check it.`,
  linkWrong: ({ left }) => `That code is not right. You have ${left} ${left === 1 ? 'try' : 'tries'} left.`,
  linkExpired: () => 'That code is too old or was used already. Please get a new one in your other chat.',
  linkLocked: ({ hotline }) =>
    `To keep you safe, chats cannot be linked here for now. Please try again in an hour, or call ${hotline}.`,
  linkSame: () =>
    'That code is your own, and your chats are together already. To link another one, please send it there.',
  sureToLink: ({ cases, bookings }) =>
    `What stands in this chat (open cases: ${cases}, appointments: ${bookings}) will be joined with your other chat, and both will show it. Go on only if you got the code yourself. Shall I link them?`,
  linked: ({ cases, bookings }) =>
    `Your chats are linked. Found here as well now: open cases ${cases}, appointments ${bookings}. Say "check progress" to see them. News will come to the chat you used last.`,
  sureToUnlink: () =>
    'This chat will no longer show what was registered before, nor get news of it; everything goes on being worked on. Shall I unlink it?',
  unlinked: () => 'Unlinked. This chat no longer shows what was registered before.',
  othersUnlinked: ({ count }) => `Your other chats were unlinked: ${count}.`,

  whichCase: () => 'Which case is it?',
  askCaseNumber: () =>
    'I found no open case of yours. If you have a case number, please send it, for example TS20261121-7KQ4M-X. If you used another chat with us, say "link my account" to find it here.',
  caseNumberMistyped: () => 'That number seems to have a wrong character. Please check it.',
  caseNotFound: () => 'I found no such case. Please check the number, or let a colleague look for it.',
  askProof: () => 'To protect your data, please tell me the last four digits of the phone number on record.',
  proofWrong: () => 'Those digits do not match.',
  proofLocked: ({ hotline }) =>
    `There were too many tries, so I cannot look it up here for now. Please call ${hotline}.`,
  caseIs: ({ number, kind, stage, team, openedAt, promises }, pen) =>
    `${pen.of(kind)} ${number}: ${pen.of(stage).toLowerCase()}, with ${pen.of(team)}, registered ${pen.dateTime(openedAt)}.${promiseLines(promises, pen, next)}`,
  urged: ({ number, promises }, pen) =>
    `I asked for more speed on ${number}; the people responsible will see it.${promiseLines(promises, pen, next)}`,
  askAmendment: () => 'What would you like to add?',
  amended: ({ number }) => `Added to ${number}.`,
  sureToWithdraw: ({ number }) => `Shall I withdraw ${number}? It will not be worked on any more.`,
  withdrawn: ({ number }) => `${number} is withdrawn. Tell me any time if you need it again.`,
  cannotWithdraw: ({ number, stage }, pen) =>
    `${number} is "${pen.of(stage).toLowerCase()}" and cannot be withdrawn any more.`,
  branches: ({ list }, pen) =>
    `Our branches:\n${list.map((each) => `· ${pen.of(each)}`).join('\n')}\nSay "book a branch visit" to choose a time before you come.`,
  cannotLocate: () => 'I cannot see where you are. Tell me your city or district, or choose one.',
  noEarlierSlot: () => 'There is nothing free any earlier; these are the soonest.',
  caseConfirmed: ({ number }) =>
    `Good to hear. ${number} is closed, as you confirmed. If it fails again within seven days, say "it is still not fixed" and it will be taken up again at once.`,
  caseReopened: ({ number, promises }, pen) =>
    `I am sorry that we did not do better. ${number} is open again, and a colleague will go on from here.${promiseLines(promises, pen, next)}`,
  stageChanged: ({ number, stage, note }, pen) =>
    `News about ${number}: ${pen.of(stage).toLowerCase()}.${note === null ? '' : `\n${note}`}`,
};
