import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listExplorationWords } from '../../explore/list-words.ts';
import { REPORTS } from '../../reports/list.ts';
import { WORKED_OUT } from '../../reports/worked-out-list.ts';
import { namesOf, SPOKEN } from './names-of.ts';

const ALL = [...REPORTS, ...WORKED_OUT];

// A new one gets a name in every language: until then it is read from its id.
const { measures, dimensions } = listExplorationWords();
const IDS = {
  reports: ALL.map(({ id }) => id),
  measures: [...measures, ...ALL.flatMap((report) => report.measures)].map(({ id }) => id),
  dimensions: [...dimensions, ...ALL.flatMap((report) => report.dimensions)].map(({ id }) => id),
};

for (const language of SPOKEN) {
  test(`every report, number and dimension has a name: ${language}`, () => {
    const names = namesOf(language);
    for (const kind of ['reports', 'measures', 'dimensions'] as const) {
      const missing = [...new Set(IDS[kind])].filter((id) => names[kind][id] === undefined);
      assert.deepEqual(missing, [], kind);
    }
  });
}
