import type { PartialExample } from '../examples.ts';
import type { Heard } from '../heard.ts';
import { confusions, countBy, macroF1, type Pair, perLabel, round, type Share, shareOf } from './statistics.ts';

/** A labelled text and what was heard. */
export interface Judged {
  readonly row: PartialExample;
  readonly heard: Heard;
}

/** No answer is given: the band is `unknown`. The customer is asked to say it differently. */
export const abstained = (heard: Heard): boolean => heard.band === 'unknown';

/** Scores a set. Rows without a field are left out of that field's figures. */
export const evaluate = (judged: readonly Judged[]) => {
  const intents = judged.filter((j) => j.row.intent !== undefined);
  const pairs = intents.map((j): Pair => ({ wanted: j.row.intent ?? '', said: j.heard.intent }));
  const labels = perLabel(pairs);
  return {
    rows: judged.length,
    intent: {
      accuracy: shareOf(right(pairs), pairs.length),
      macroF1: macroF1(labels),
      amongTopThree: shareOf(intents.filter(amongTopThree).length, intents.length),
      perLanguage: perLanguage(intents),
      perLabel: labels,
      confusions: confusions(pairs),
    },
    answers: answers(intents),
    language: share(
      judged,
      (j) => j.row.language,
      (j) => j.heard.language,
    ),
    also: second(judged),
    complaintCategory: head(
      judged,
      (j) => j.row.complaintCategory,
      (j) => j.heard.complaint.category,
    ),
    severity: head(
      judged,
      (j) => j.row.severity,
      (j) => j.heard.complaint.severity,
    ),
    faultCategory: head(
      judged,
      (j) => j.row.faultCategory,
      (j) => j.heard.fault.category,
    ),
    faultLevel: head(
      judged,
      (j) => j.row.faultLevel,
      (j) => j.heard.fault.level,
    ),
  };
};

const right = (pairs: readonly Pair[]): number => pairs.filter((p) => p.wanted === p.said).length;

const amongTopThree = ({ row, heard }: Judged): boolean =>
  heard.intent === row.intent || heard.ranked.some((r) => r.intent === row.intent);

const perLanguage = (judged: readonly Judged[]): Record<string, Share | null> =>
  Object.fromEntries(
    [...countBy(judged, (j) => j.row.language ?? 'unlabelled')].sort().map(([language, of]) => {
      const hits = judged.filter(
        (j) => (j.row.language ?? 'unlabelled') === language && j.heard.intent === j.row.intent,
      );
      return [language, shareOf(hits.length, of)];
    }),
  );

/** How often an answer is given and wrong. Abstaining on a text that is out of scope is no answer and no loss. */
const answers = (judged: readonly Judged[]) => {
  const inScope = judged.filter((j) => j.row.intent !== 'out-of-scope');
  const outside = judged.filter((j) => j.row.intent === 'out-of-scope');
  const wrong = (j: Judged): boolean => j.heard.intent !== j.row.intent;
  const acted = judged.filter((j) => j.heard.band === 'act');
  return {
    abstention: shareOf(judged.filter((j) => abstained(j.heard)).length, judged.length),
    abstentionInScope: shareOf(inScope.filter((j) => abstained(j.heard)).length, inScope.length),
    wrongAnswers: shareOf(judged.filter((j) => !abstained(j.heard) && wrong(j)).length, judged.length),
    actedOn: shareOf(acted.length, judged.length),
    actedOnWrongly: shareOf(acted.filter(wrong).length, judged.length),
    outOfScopeRecall: shareOf(outside.filter((j) => abstained(j.heard) || !wrong(j)).length, outside.length),
  };
};

const share = (
  judged: readonly Judged[],
  wanted: (j: Judged) => string | null | undefined,
  said: (j: Judged) => string,
): Share | null => {
  const rows = judged.filter((j) => wanted(j) !== undefined && wanted(j) !== null);
  return shareOf(rows.filter((j) => wanted(j) === said(j)).length, rows.length);
};

/** Read where the row is labelled, whatever the intent heard. */
const head = (
  judged: readonly Judged[],
  wanted: (j: Judged) => string | null | undefined,
  said: (j: Judged) => string,
) => {
  const rows = judged.filter((j) => wanted(j) !== undefined && wanted(j) !== null);
  const pairs = rows.map((j): Pair => ({ wanted: wanted(j) ?? '', said: said(j) }));
  const labels = perLabel(pairs);
  return { accuracy: shareOf(right(pairs), pairs.length), macroF1: macroF1(labels), perLabel: labels };
};

/** Second wishes: precision and recall over all of them. */
const second = (judged: readonly Judged[]) => {
  let wanted = 0;
  let said = 0;
  let hits = 0;
  for (const { row, heard } of judged) {
    if (row.also === undefined) continue;
    wanted += row.also.length;
    said += heard.also.length;
    hits += heard.also.filter((intent) => row.also?.includes(intent)).length;
  }
  return { precision: said ? round(hits / said) : null, recall: wanted ? round(hits / wanted) : null, of: wanted };
};
