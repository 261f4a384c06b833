import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { byAnalogy, COMPARED_WEEKS, peerOf } from './by-analogy.ts';
import type { OwnWeeks } from './forecast-item.ts';

const ofWeeks = (pieces: number): OwnWeeks => ({
  ...{ demandClass: 'smooth', method: 'pool', price: 1_000, reasons: [] },
  weeks: new Float64Array(WEEKS_AHEAD).fill(pieces),
  variances: new Float64Array(WEEKS_AHEAD).map((_, week) => pieces * (week + 1)),
  history: new Float64Array(COMPARED_WEEKS).fill(pieces),
});

const fresh: OwnWeeks = {
  ...{ ...ofWeeks(0), demandClass: 'new', method: 'none' },
  history: new Float64Array(COMPARED_WEEKS).fill(Number.NaN),
};

test('something new sells as that which has its attributes, more than as that which has others', () => {
  const [category, brand] = ['home/cups', undefined];
  const peers = ['clay', 'glass'].flatMap((material, index) =>
    Array.from({ length: 4 }, () => {
      const peer = peerOf({ category, brand, attributes: { material } }, ofWeeks(index === 0 ? 10 : 2));
      return peer ?? [];
    }).flat(),
  );
  const ahead = (attributes: Readonly<Record<string, string>>) =>
    byAnalogy(fresh, { category, brand, attributes }, peers).weeks[0] ?? 0;
  const [clay, glass, unknown] = [ahead({ material: 'clay' }), ahead({ material: 'glass' }), ahead({})];
  assert.ok(clay > 6.5 && glass < 5.5, `${clay} of clay, ${glass} of glass`);
  assert.ok(Math.abs(unknown - 6) < 1e-9, `${unknown} where nothing is said`);
});

test('an attribute that is called as the brand is does not stand for it', () => {
  const of = (brand: string | undefined, attributes: Readonly<Record<string, string>>) =>
    peerOf({ category: 'home', brand, attributes }, ofWeeks(1))?.traits.attributes;
  assert.equal(Object.keys(of('b1', { brand: 'Kiln' }) ?? {}).length, 2);
});
