import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaxRate } from '../words.ts';
import { changedOn, draftOf, sentRate } from './rate-draft.ts';
import { standingOf } from './standing.ts';

const rate: TaxRate = {
  ...{ id: '0195', name: 'MwSt.', country: 'DE', postalPrefixes: [], levy: 'vat', taxClass: '' },
  ...{ rateMillionths: 190_000, validFrom: '2021-01-01', source: 'UStG 12' },
};

test('a rate that is opened and saved again is the same', () => {
  const { id: _, ...rest } = rate;
  assert.deepEqual(sentRate(draftOf(rate)), rest);
  assert.equal(sentRate({ ...draftOf(rate), percent: 'much' }), undefined);
});

test('a rate that changes on a day ends on it, and the next begins: no day has two or none', () => {
  const [ended, begun] = changedOn(rate, '2027-01-01', '20') ?? [];
  assert.deepEqual(
    [ended?.validFrom, ended?.validUntil, ended?.rateMillionths],
    [...['2021-01-01', '2027-01-01', 190_000]],
  );
  assert.deepEqual(
    [begun?.validFrom, begun?.validUntil, begun?.rateMillionths],
    [...['2027-01-01', undefined, 200_000]],
  );
  assert.equal(standingOf({ validUntil: '2027-01-01' }, '2026-12-31'), 'now');
  assert.equal(standingOf({ validUntil: '2027-01-01' }, '2027-01-01'), 'past');
  assert.equal(standingOf({ validFrom: '2027-01-01' }, '2027-01-01'), 'now');
  assert.equal(standingOf({ validFrom: '2027-01-01' }, '2026-12-31'), 'to_come');
});
