import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import type { IncidentGrade as Grade, IncidentStepName as Step } from '../../../../domain/cases/incident.ts';
import type { Texts } from '../../lib/language.tsx';

export type Incident = NonNullable<ConversationView['cases'][number]['incident']>;

interface IncidentTexts {
  readonly incident: string;
  readonly section: (number: string) => string;
  readonly grade: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly gradeIs: (grade: string) => string;
  readonly ungraded: string;
  readonly step: string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly notYet: string;
  readonly nobody: string;
  readonly record: string;
  readonly recordStep: (number: string) => string;
  readonly what: Readonly<Record<Step, string>>;
  readonly nobodyAffected: string;
  readonly whyNobody: string;
  readonly callsDuty: string;
  readonly recorded: (step: string) => string;
  readonly ownWork: string;
  readonly outOfTurn: string;
  readonly missing: string;
}

/** Words for handling security incidents. */
export const incidentTexts: Texts<IncidentTexts> = {
  'zh-Hans': {
    incident: '安全事件处置',
    section: (number) => `${number} 的安全事件处置`,
    grade: '等级',
    grades: { general: '一般', larger: '较大', major: '重大', gravest: '特别重大' },
    gradeIs: (grade) => `${grade}事件`,
    ungraded: '未定级',
    step: '步骤',
    steps: {
      ...{ graded: '定级', investigated: '调查', contained: '控制', restored: '恢复', told: '告知受影响的人' },
      reviewed: '复盘',
    },
    notYet: '还没有记录',
    nobody: '无人受影响',
    record: '记录步骤…',
    recordStep: (number) => `${number} · 记录处置步骤`,
    what: {
      ...{ graded: '定级依据', investigated: '查到了什么', contained: '怎样控制', restored: '怎样恢复' },
      ...{ told: '告知了谁、怎样告知', reviewed: '复盘结论和改进' },
    },
    nobodyAffected: '无人受影响，不用告知',
    whyNobody: '怎么确定无人受影响',
    callsDuty: '重大和特别重大会立即呼叫所有值班人员。',
    recorded: (step) => `已记录：${step}。`,
    ownWork: '双人确认：参与控制或恢复的人不能复盘，请另一位同事来做。',
    outOfTurn: '现在不能记这一步：前面的步骤还没有记录，或事件已复盘、已结束。',
    missing: '安全事件的处置步骤还没有记全，请先记录缺少的步骤。',
  },
  'zh-Hant': {
    incident: '資安事件處置',
    section: (number) => `${number} 的資安事件處置`,
    grade: '等級',
    grades: { general: '一般', larger: '較大', major: '重大', gravest: '特別重大' },
    gradeIs: (grade) => `${grade}事件`,
    ungraded: '尚未分級',
    step: '步驟',
    steps: {
      ...{ graded: '分級', investigated: '調查', contained: '控制', restored: '復原', told: '通知受影響的人' },
      reviewed: '檢討',
    },
    notYet: '尚未記錄',
    nobody: '無人受影響',
    record: '記錄步驟…',
    recordStep: (number) => `${number} · 記錄處置步驟`,
    what: {
      ...{ graded: '分級依據', investigated: '查到了什麼', contained: '如何控制', restored: '如何復原' },
      ...{ told: '通知了誰、如何通知', reviewed: '檢討結論與改善' },
    },
    nobodyAffected: '無人受影響，不必通知',
    whyNobody: '如何確定無人受影響',
    callsDuty: '重大和特別重大會立即呼叫所有值班人員。',
    recorded: (step) => `已記錄：${step}。`,
    ownWork: '雙人確認：參與控制或復原的人不能檢討，請由另一位同事進行。',
    outOfTurn: '現在不能記錄這一步：前面的步驟尚未記錄，或事件已檢討、已結束。',
    missing: '資安事件的處置步驟尚未記錄完整，請先補上缺少的步驟。',
  },
  en: {
    incident: 'Security incident',
    section: (number) => `Security incident ${number}`,
    grade: 'Grade',
    grades: { general: 'General', larger: 'Larger', major: 'Major', gravest: 'Gravest' },
    gradeIs: (grade) => `Grade: ${grade.toLowerCase()}`,
    ungraded: 'Not graded yet',
    step: 'Step',
    steps: {
      ...{ graded: 'Graded', investigated: 'Investigated', contained: 'Contained', restored: 'Restored' },
      ...{ told: 'Those affected told', reviewed: 'Reviewed' },
    },
    notYet: 'Not recorded yet',
    nobody: 'Nobody affected',
    record: 'Record a step…',
    recordStep: (number) => `${number} · Record a step`,
    what: {
      ...{ graded: 'Why this grade', investigated: 'What was found', contained: 'How it was contained' },
      ...{ restored: 'How it was restored', told: 'Who was told, and how', reviewed: 'Findings and improvements' },
    },
    nobodyAffected: 'Nobody is affected, so nobody is told',
    whyNobody: 'How that is known',
    callsDuty: 'Major and gravest call everybody on duty at once.',
    recorded: (step) => `Recorded: ${step.toLowerCase()}.`,
    ownWork: 'Two people confirm an incident: whoever contained or restored it cannot review it.',
    outOfTurn: 'This step cannot be recorded now: one before it is missing, or the incident is reviewed or over.',
    missing: 'Steps of the incident are not recorded yet. Please record them first.',
  },
};
