import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listExplorationWords, REPORTS } from '../../analytics/index.ts';
import { LANGUAGES, spokenIn } from './words.ts';

// A new one gets a name here too: until then it is read from its id.
const { measures, dimensions } = listExplorationWords();
const IDS = {
  reports: REPORTS.map(({ id }) => id),
  measures: [...measures, ...REPORTS.flatMap((report) => report.measures)].map(({ id }) => id),
  dimensions: [...dimensions, ...REPORTS.flatMap((report) => report.dimensions)].map(({ id }) => id),
};

for (const language of LANGUAGES) {
  test(`every report, number and dimension has a name: ${language}`, () => {
    const { names } = spokenIn(language);
    for (const kind of ['reports', 'measures', 'dimensions'] as const) {
      const missing = [...new Set(IDS[kind])].filter((id) => names[kind][id] === undefined);
      assert.deepEqual(missing, [], kind);
    }
  });
}
