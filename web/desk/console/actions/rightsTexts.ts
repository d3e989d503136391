import type { Texts } from '../../lib/language.tsx';

export type Deed = 'phone' | 'name' | 'address' | 'contact' | 'records' | 'export';

interface RightsTexts {
  readonly rights: string;
  readonly asked: (wish: string | null, words: string) => string;
  readonly wishes: Readonly<Record<string, string>>;
  readonly deed: string;
  readonly deeds: Readonly<Record<Deed, string>>;
  readonly value: string;
  readonly phoneAbout: string;
  readonly forGood: string;
  readonly carryOut: string;
  readonly corrected: (also: number) => string;
  readonly deleted: (staying: number) => string;
  readonly handedOut: string;
  readonly notARequest: string;
}

/** Words for carrying out what a customer asked for about personal data. */
export const rightsTexts: Texts<RightsTexts> = {
  'zh-Hans': {
    rights: '处理个人信息请求',
    asked: (wish, words) => `客户要求${wish === null ? '' : `【${wish}】`}：${words}`,
    wishes: { see: '查看', correct: '更正', export: '导出', delete: '删除', withdraw: '撤回同意' },
    deed: '要做什么',
    deeds: {
      ...{ phone: '更正电话', name: '更正姓名', address: '更正地址', export: '导出一份给客户' },
      ...{ contact: '删除姓名、电话和地址', records: '删除联系方式和已结工单的内容' },
    },
    value: '正确的内容',
    phoneAbout: '11 位手机号，或带国家码，如 +85291234567。',
    forGood: '删除后不能恢复。在办工单和未完成的预约办完才删。',
    carryOut: '执行并记入审计',
    corrected: (also) => `已更正，同时改了 ${also} 个在办工单和预约。`,
    deleted: (staying) => (staying === 0 ? '已删除。' : `已删除，${staying} 项到期再删。`),
    handedOut: '已生成文件，请交给客户本人。',
    notARequest: '这不是个人信息请求的工单。',
  },
  'zh-Hant': {
    rights: '處理個人資料請求',
    asked: (wish, words) => `客戶要求${wish === null ? '' : `【${wish}】`}：${words}`,
    wishes: { see: '檢視', correct: '更正', export: '匯出', delete: '刪除', withdraw: '撤回同意' },
    deed: '要做什麼',
    deeds: {
      ...{ phone: '更正電話', name: '更正姓名', address: '更正地址', export: '匯出一份給客戶' },
      ...{ contact: '刪除姓名、電話和地址', records: '刪除聯絡方式和已結案件的內容' },
    },
    value: '正確的內容',
    phoneAbout: '11 位手機號碼，或含國碼，如 +886912345678。',
    forGood: '刪除後無法復原。處理中案件和未完成的預約辦完才刪。',
    carryOut: '執行並記入稽核',
    corrected: (also) => `已更正，同時改了 ${also} 個處理中案件和預約。`,
    deleted: (staying) => (staying === 0 ? '已刪除。' : `已刪除，${staying} 項到期再刪。`),
    handedOut: '已產生檔案，請交給客戶本人。',
    notARequest: '這不是個人資料請求的案件。',
  },
  en: {
    rights: 'Carry out the personal-data request',
    asked: (wish, words) => `The customer asks${wish === null ? '' : ` (${wish})`}: ${words}`,
    wishes: { see: 'see', correct: 'correct', export: 'copy', delete: 'delete', withdraw: 'withdraw consent' },
    deed: 'What to do',
    deeds: {
      ...{ phone: 'Correct the phone number', name: 'Correct the name', address: 'Correct the address' },
      ...{ contact: 'Delete name, phone and address', records: 'Delete them and what closed cases hold' },
      export: 'Make a copy for the customer',
    },
    value: 'What is right',
    phoneAbout: 'Eleven digits, or with the country code, as +85291234567.',
    forGood: 'Deleted for good. Open cases and visits to come keep theirs until they are over.',
    carryOut: 'Do it, and write it to the audit',
    corrected: (also) => `Corrected, also in ${also} open cases and bookings.`,
    deleted: (staying) => (staying === 0 ? 'Deleted.' : `Deleted; ${staying} go when they are due.`),
    handedOut: 'The file is made. Give it to the customer only.',
    notARequest: 'This case is not a request about personal data.',
  },
};
