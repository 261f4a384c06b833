import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf } from '../../kernel/index.ts';
import { saveProducts, type VariantId } from '../catalog/index.ts';
import { readPlannedPriceDays, readPriceDays, removePrices, schedulePrices, setPrices } from './index.ts';

const EUR = currencyOf('EUR');
const { db } = await testDatabase();
const at = (text: string) => Temporal.Instant.from(text);
const span = { from: at('2026-03-01T00:00:00Z'), to: at('2026-04-01T00:00:00Z'), zone: 'Europe/Berlin' };

const drafts = Array.from({ length: 5 }, (_, index) => ({ handle: `p${index}`, title: `P ${index}` }));
const saved = await db
  .transaction()
  .execute((tx) => saveProducts(tx, { drafts, now: at('2026-01-01T00:00:00Z'), cause: 'test' }));
const variants = saved.flatMap((one): VariantId[] =>
  'refusal' in one ? [] : one.variants.map(({ id }) => id),
);
const cost = (now: string, amounts: readonly bigint[]) =>
  db.transaction().execute((tx) => {
    const prices = variants.flatMap((variantId, index) => {
      const amountMinor = amounts[index];
      return amountMinor === undefined
        ? []
        : [{ variantId, currency: EUR, amountMinor, compareAtMinor: undefined }];
    });
    return setPrices(tx, { prices, now: at(now), reason: 'test' });
  });

test('days on which prices changed, by the shop’s clock: dearer and cheaper ones, and no first price', async () => {
  await cost('2026-01-02T10:00:00Z', [100n, 100n, 100n]);
  // Late in the evening of the first of March in Berlin; the fourth has its first price.
  await cost('2026-03-01T22:59:00Z', [120n, 90n, 100n, 50n]);
  // Up and down again on the same day.
  await cost('2026-03-10T08:00:00Z', [130n]);
  await cost('2026-03-10T09:00:00Z', [120n, 80n]);
  await db
    .transaction()
    .execute((tx) =>
      removePrices(tx, { variantIds: variants.slice(0, 1), now: at('2026-03-20T09:00:00Z'), reason: 'test' }),
    );
  const days = await readPriceDays(db, span);
  assert.deepEqual(
    days.map(({ day, variants: count, up, down }) => `${day} ${count} ${up} ${down}`),
    ['2026-03-01 2 1 1', '2026-03-10 1 0 1'],
  );
});

test('prices that wait for their day', async () => {
  const prices = variants.slice(0, 2).map((variantId) => {
    return { variantId, currency: EUR, amountMinor: 70n, compareAtMinor: undefined };
  });
  await db
    .transaction()
    .execute((tx) => schedulePrices(tx, { prices, startsAt: at('2026-03-30T22:30:00Z'), reason: 'sale' }));
  const planned = await readPlannedPriceDays(db, span);
  assert.deepEqual(
    planned.map(({ day, variants: count }) => `${day} ${count}`),
    ['2026-03-31 2'],
  );
});
