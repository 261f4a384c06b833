import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import {
  type ListPriceDraft,
  type PriceList,
  readListPrices,
  readListReductions,
  readPriceLists,
  removePriceList,
  savePriceList,
  setListPrices,
  setPrices,
} from '../index.ts';
import { EUR } from '../testing/a-quote.ts';
import { aShop, day } from '../testing/a-shop.ts';

const { db } = await testDatabase();
const { write, variant } = await aShop(db);
const about = { name: 'Trade', kind: 'override', priority: 0, isActive: true } as const;
const save = (change: Partial<PriceList> & { code: string }, now = day(0)) =>
  write((tx) => savePriceList(tx, { ...about, ...change, now }));
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();
const list = expectOk(await save({ code: 'trade', segment: 'trade' }));

const draft = (amountMinor: bigint | undefined, change: Partial<ListPriceDraft> = {}): ListPriceDraft => ({
  ...{ priceListId: list.id, variantId: variant(0), currency: EUR, fromQuantity: 1, amountMinor },
  ...change,
});
const set = (prices: readonly ListPriceDraft[], now = day(0)) =>
  write((tx) => setListPrices(tx, { prices, now, reason: 'test' }));

async function told(): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from platform.outbox where topic = 'pricing.prices_changed'`.execute(db);
  return Number(rows[0]?.n ?? 0n);
}

test('prices of a list are kept with their history; the same again writes and tells nothing', async () => {
  const prices = [
    draft(900n),
    draft(800n, { fromQuantity: 10 }),
    draft(9_000n, { currency: currencyOf('JPY') }),
  ];
  assert.deepEqual((await set(prices)).changed, [variant(0)]);
  const before = await told();
  assert.deepEqual((await set(prices, day(1))).changed, []);
  assert.equal(await told(), before);
  const read = (await readListPrices(db, [variant(0), variant(1)], EUR)).get(variant(0));
  assert.deepEqual(
    read?.map(({ name, segment, fromQuantity, amountMinor }) => [name, segment, fromQuantity, amountMinor]),
    [
      ['Trade', 'trade', 1, 900n],
      ['Trade', 'trade', 10, 800n],
    ],
  );
  assert.deepEqual((await set([draft(undefined, { fromQuantity: 10 })], day(2))).changed, [variant(0)]);
  assert.deepEqual((await set([draft(undefined, { fromQuantity: 10 })], day(2))).changed, []);
  const { rows } = await sql<{ amount_minor: bigint | null }>`
    select amount_minor from pricing.list_price_change where from_quantity = 10 order by id`.execute(db);
  assert.deepEqual(
    rows.map((row) => row.amount_minor),
    [800n, null],
  );
  await assert.rejects(sql`update pricing.list_price_change set amount_minor = 1`.execute(db), /append-only/);
  await assert.rejects(sql`delete from pricing.price_list_change`.execute(db), /append-only/);
});

test('a list price that cannot be is refused and the others go in', async () => {
  const table: [ListPriceDraft, string][] = [
    [draft(1n, { priceListId: newId<'price_list'>() }), 'unknown_price_list'],
    [draft(1n, { variantId: newId<'variant'>() }), 'unknown_variant'],
    [draft(-1n), 'amount_below_zero'],
    [draft(2n ** 63n), 'amount_too_large'],
    [draft(1n, { fromQuantity: 0 }), 'not_a_quantity'],
    [draft(1n, { fromQuantity: 1.5 }), 'not_a_quantity'],
  ];
  const { changed, refused } = await set([
    ...table.map(([price]) => price),
    draft(0n, { variantId: variant(2) }),
  ]);
  assert.deepEqual(
    refused.map(({ refusal }) => refusal.code),
    table.map(([, code]) => code),
  );
  assert.deepEqual(changed, [variant(2)]);
});

test('a list that cannot be is refused by its field', async () => {
  const table: [Partial<PriceList> & { code: string }, string][] = [
    [{ code: 'Trade' }, 'invalid code'],
    [{ code: 'trade' }, 'code_taken code'],
    [{ code: 'x', name: ' ' }, 'invalid name'],
    [{ code: 'x', priority: 0.5 }, 'invalid priority'],
    [{ code: 'x', segment: '' }, 'invalid segment'],
    [{ code: 'x', startsAt: day(2), endsAt: day(2) }, 'invalid endsAt'],
    [{ code: 'x', id: newId<'price_list'>() }, 'not_found id'],
    [{ code: 'trade', id: list.id, segment: 'trade' }, 'ok'],
  ];
  for (const [change, expected] of table) assert.equal(codeOf(await save(change)), expected);
});

test('a list that is not active has no prices, and a removed one leaves its history', async () => {
  const sale = expectOk(await save({ code: 'gone' }));
  await set([draft(500n, { priceListId: sale.id, variantId: variant(3) })]);
  const read = async () => (await readListPrices(db, [variant(3)], EUR)).size;
  assert.equal(await read(), 1);
  expectOk(await save({ ...sale, isActive: false }));
  assert.equal(await read(), 0);
  await write((tx) => removePriceList(tx, { id: sale.id, now: day(5), reason: 'test' }));
  assert.deepEqual(
    (await readPriceLists(db)).map(({ code }) => code),
    ['trade'],
  );
  const { rows } = await sql<{ amount_minor: bigint | null }>`
    select amount_minor from pricing.list_price_change where price_list_id = ${sale.id} order by id`.execute(
    db,
  );
  assert.deepEqual(
    rows.map((row) => row.amount_minor),
    [500n, null],
  );
});

test('what a list may announce is from the lowest that its buyers paid in the 30 days before', async () => {
  const base = (amountMinor: bigint, now: Temporal.Instant) =>
    write((tx) =>
      setPrices(tx, {
        ...{ now, reason: 'test' },
        prices: [{ variantId: variant(5), currency: EUR, amountMinor, compareAtMinor: undefined }],
      }),
    );
  const club = expectOk(await save({ code: 'club', kind: 'sale', startsAt: day(40), endsAt: day(60) }));
  const own = { priceListId: club.id, variantId: variant(5) };
  await base(10_000n, day(0));
  await set([draft(8_000n, own)], day(30));
  const at = async (now: Temporal.Instant) => {
    const input = { variantIds: [variant(5)], currency: EUR, priceListId: club.id, now };
    const reduction = (await readListReductions(db, input)).get(variant(5));
    return reduction && [reduction.priorMinor, reduction.percent, reduction.since.toString()];
  };
  assert.equal(await at(day(39)), undefined, 'the list does not apply yet');
  assert.deepEqual(await at(day(41)), [10_000n, 20, day(40).toString()]);
  await set([draft(7_000n, own)], day(50));
  assert.deepEqual(
    await at(day(51)),
    [8_000n, 12, day(50).toString()],
    'the first cut is a price before the second',
  );
  assert.equal(await at(day(61)), undefined, 'the list has ended');
  expectOk(await save({ ...club, endsAt: undefined, startsAt: undefined }, day(70)));
  assert.equal(await at(day(71)), undefined, '7,000 again, which was paid 20 days before');
});
