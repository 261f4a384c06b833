import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIMENSIONS } from '../../explore/dimensions.ts';
import { MEASURES } from '../../explore/measures.ts';
import { REPORTS } from '../../reports/list.ts';
import { WORKED_OUT } from '../../reports/worked-out-list.ts';
import { definedIn } from '../names/names-of.ts';
import { DEFINITIONS as GERMAN } from './de.ts';
import { definitionIn } from './definitions.ts';
import { DEFINITIONS as SPANISH } from './es.ts';
import { DEFINITIONS as FRENCH } from './fr.ts';

const reports = [...REPORTS, ...WORKED_OUT];
const measures = [...MEASURES, ...reports.flatMap((report) => report.measures)];
const dimensions = [...DIMENSIONS, ...reports.flatMap((report) => report.dimensions)];
const said = new Set([
  ...measures.flatMap(({ about, timeRule }) => [about, timeRule]),
  ...dimensions.map(({ about }) => about),
  ...reports.map(({ about }) => about),
]);

for (const [language, definitions] of Object.entries({ de: GERMAN, fr: FRENCH, es: SPANISH })) {
  test(`what reports, numbers and what tells them apart are is said as it is in English: ${language}`, () => {
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
  assert.equal(definedIn('de', 'Ad spend ÷ clicks.'), 'Werbekosten ÷ Klicks.');
  assert.equal(definedIn('en', 'Ad spend ÷ clicks.'), 'Ad spend ÷ clicks.');
});
