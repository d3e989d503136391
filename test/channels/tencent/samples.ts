import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Payloads of another project's tests, beside this one where they were fetched. */
const SAMPLES = fileURLToPath(new URL('../../../../shared/data/wechat/', import.meta.url));
const KF = 'Work/ModelSamples/CgibinKf/';
const CUSTOM = 'Api/ModelSamples/CgibinMessageCustom/';

const folderOf = (name: string): string => {
  if (name.startsWith('CgibinKfServiceState')) return `${KF}ServiceState/`;
  return name.startsWith('CgibinKf') ? KF : CUSTOM;
};
const read = (file: string): string => readFileSync(SAMPLES + file, 'utf8').replace(/^\uFEFF/, '');

export const callbackSample = (): string => read('Work/EventSamples/KfMessage/KfMessageEvent.xml');
export const jsonSample = (name: string): unknown => JSON.parse(read(`${folderOf(name)}${name}.json`));

/** Whether they are there; says so where not, for the test that skips. */
export function hasSamples(): boolean {
  const there = existsSync(SAMPLES);
  if (!there) console.log('      skipped: the samples are not beside this project');
  return there;
}

/** Where a body has something that the sample has not, or of another type. */
export function differences(body: unknown, known: unknown, at = ''): string[] {
  if (typeof body !== typeof known || Array.isArray(body) !== Array.isArray(known)) return [at];
  if (Array.isArray(body) && Array.isArray(known)) {
    return body.flatMap((each) => differences(each, known[0], `${at}[]`));
  }
  if (typeof body !== 'object' || body === null || typeof known !== 'object' || known === null) return [];
  const all: Readonly<Record<string, unknown>> = { ...known };
  return Object.entries(body).flatMap(([key, value]) =>
    key in all ? differences(value, all[key], `${at}.${key}`) : [`${at}.${key}`],
  );
}
