import type { Entity } from '../heard.ts';
import { isDigit, isLetter, skipBlank } from './characters.ts';
import { dictionary, listed } from './dictionary.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';

/** Words that announce an account. */
const cue = dictionary(
  listed([
    [
      true,
      '宽带账号 宽带帐号 宽频账号 宽频帐号 宽频账户 上网账号 账号 帐号 户号 用户号 客户号 客户编号 宽带号 账户 帐户 账户号 帐户号 用户编号 网络号 设备号 ' +
        'account account_no account_no. account_number account_id account_# account_num broadband_account customer_number customer_no customer_no. customer_id',
    ],
  ]),
);
/** Words that may stand between the announcement and the account. */
const filler = dictionary(listed([[true, '是 为 : # , 系 号码 号 就是 叫 is no no. number id - =']]));
const SHORTEST = 5;
const LONGEST = 32;

/** Accounts: announced ones, and two letters with eight digits (`ad12345678`), the form of a broadband account. */
export const findAccounts = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let at = 0;
  while (at < text.length) {
    const cued = cue(text, at);
    const start = cued === null ? at : skipFillers(text, cued.end);
    const end = tokenEnd(text, start);
    const fits = cued === null ? isPlain(text, start, end) : isAccount(text.slice(start, end));
    if (fits) {
      const said = span(folded, start, end);
      found.push({ ...said, type: 'account', value: text.slice(start, end).toUpperCase() });
      at = end;
    } else at = cued === null ? at + 1 : cued.end;
  }
  return found;
};

const skipFillers = (text: string, from: number): number => {
  let at = skipBlank(text, from);
  for (let i = 0; i < 4; i++) {
    const word = filler(text, at);
    if (word === null) break;
    at = skipBlank(text, word.end);
  }
  return at;
};

const isToken = (c: string | undefined): boolean =>
  isDigit(c) || isLetter(c) || c === '_' || c === '@' || c === '-' || c === '.';

/** End of the run of account characters at `start`, at most one beyond the longest account; dots and dashes at its end left out. */
const tokenEnd = (text: string, start: number): number => {
  let end = start;
  while (end - start <= LONGEST && isToken(text[end])) end++;
  while (end > start && !isDigit(text[end - 1]) && !isLetter(text[end - 1])) end--;
  return end;
};

const isAccount = (token: string): boolean => {
  if (token.length < SHORTEST || token.length > LONGEST) return false;
  let digits = 0;
  for (const c of token) if (isDigit(c)) digits++;
  return digits >= 4;
};

const isPlain = (text: string, start: number, end: number): boolean => {
  if (end - start !== 10 || isToken(text[start - 1]) || isToken(text[end])) return false;
  for (let i = start; i < end; i++) if (!(i < start + 2 ? isLetter(text[i]) : isDigit(text[i]))) return false;
  return true;
};
