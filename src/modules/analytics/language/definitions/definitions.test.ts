import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIMENSIONS } from '../../explore/dimensions.ts';
import { MEASURES } from '../../explore/measures.ts';
import { REPORTS } from '../../reports/list.ts';
import { WORKED_OUT } from '../../reports/worked-out-list.ts';
import { DEFINITIONS as GERMAN } from './de.ts';
import { definitionIn } from './definitions.ts';
import { DEFINITIONS as SPANISH } from './es.ts';
import { DEFINITIONS as FRENCH } from './fr.ts';

const measures = [...MEASURES, ...[...REPORTS, ...WORKED_OUT].flatMap((report) => report.measures)];
const said = new Set([
  ...measures.flatMap(({ about, timeRule }) => [about, timeRule]),
  ...DIMENSIONS.map(({ about }) => about),
]);

for (const [language, definitions] of Object.entries({ de: GERMAN, fr: FRENCH, es: SPANISH })) {
  test(`what every number is, and of which time it speaks, is said as it is in English: ${language}`, () => {
    assert.deepEqual(
      [...said].filter((text) => !Object.hasOwn(definitions, text)),
      [],
      'not said',
    );
    assert.deepEqual(
      Object.keys(definitions).filter((text) => !said.has(text)),
      [],
      'said of nothing',
    );
    const same = Object.entries(definitions).filter(([english, text]) => english === text || text === '');
    assert.deepEqual(same, [], 'not translated');
  });
}

test('what is newer than the translations is told in English', () => {
  assert.equal(definitionIn(GERMAN, 'Ad spend ÷ clicks.'), 'Werbekosten ÷ Klicks.');
  assert.equal(definitionIn(GERMAN, 'toString'), 'toString');
});
