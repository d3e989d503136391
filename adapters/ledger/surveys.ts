import type { Survey, Surveys } from '../../domain/desk/survey.ts';
import { surveyWords } from './personal.ts';
import type { Tables } from './schema.ts';
import { inTransaction, type Store } from './store.ts';

/** The port `Surveys` in SQL. A key is used once: the first survey stays. */
export function surveys(store: Store): Surveys {
  return {
    async record({ subject, customer, conversation, agent, answers, at }, key) {
      const { solved, quality, efficiency, attitude, response, recommend } = answers;
      const row: Tables['surveys'] = {
        ...{ key, subject, customer, conversation, agent, at },
        ...{ quality, efficiency, attitude, response, recommend },
        solved: solved === null ? null : Number(solved),
        words: surveyWords.seal(store.sealer, key, answers.words),
      };
      await inTransaction(store, (tx) =>
        tx
          .insertInto('surveys')
          .values(row)
          .onConflict((conflict) => conflict.column('key').doNothing())
          .execute(),
      );
    },
    async between(from, to) {
      const rows = await store.db
        .selectFrom('surveys')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .orderBy('key')
        .execute();
      return rows.map((row) => readSurvey(store, row));
    },
  };
}

function readSurvey(store: Store, row: Tables['surveys']): Survey {
  const { key, subject, customer, conversation, agent, at } = row;
  const { quality, efficiency, attitude, response, recommend } = row;
  const solved = row.solved === null ? null : row.solved === 1;
  const words = surveyWords.open(store.sealer, key, row.words);
  const answers = { solved, quality, efficiency, attitude, response, recommend, words };
  return { subject, customer, conversation, agent, answers, at };
}
