import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import {
  type DeliveryMethod,
  type PickupPointDraft,
  readCarrierTables,
  readMethods,
  readPickupPoints,
  readShippingRulebook,
  removeCarrierTable,
  removeMethod,
  removePickupPoints,
  removeZone,
  saveCarrierTable,
  saveMethod,
  savePickupPoints,
  saveZone,
  type Zone,
} from './index.ts';

const EUR = currencyOf('EUR');
const { db } = await testDatabase();
const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field}`;
const events = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox where topic = 'shipping.changed'`.execute(db);
  return rows[0]?.count;
};

const PLACE = { name: 'Germany', countries: ['DE'], regions: [], postalCodes: [], position: 1 };
const { id: zoneId } = expectOk(await write((tx) => saveZone(tx, PLACE)));
const STEPS = [
  { upTo: 2_000n, priceMinor: 490n },
  { upTo: undefined, priceMinor: 690n },
];
const { id: tableId } = expectOk(
  await write((tx) =>
    saveCarrierTable(tx, {
      ...{ name: 'World', carrier: 'dhl', currency: EUR },
      zones: [{ code: '1', countries: [], regions: [], postalCodes: [], steps: STEPS }],
    }),
  ),
);
const METHOD: Omit<DeliveryMethod, 'id'> = {
  ...{ code: 'standard', name: 'Standard', translations: { de: 'Standardversand' }, kind: 'delivery' },
  ...{ carrier: 'dhl', service: 'Paket', taxClass: '', minDays: 1, maxDays: 2, cutOff: '14:00' },
  ...{ maxWeightGrams: 31_500, maxDimensions: { lengthMm: 1_200, widthMm: 600, heightMm: 600 } },
  ...{ isActive: true, position: 0 },
  rates: [
    { zoneId, currency: EUR, basis: 'weight', steps: STEPS, freeFromMinor: 5_000n },
    {
      ...{ zoneId, currency: currencyOf('JPY'), basis: 'value', freeFromMinor: undefined },
      steps: [{ upTo: undefined, priceMinor: 0n }],
    },
  ],
};

test('a method is read as it was saved, and the same again writes and tells nothing', async () => {
  const saved = expectOk(await write((tx) => saveMethod(tx, METHOD)));
  assert.deepEqual(await readMethods(db), [saved]);
  assert.deepEqual(saved.rates, METHOD.rates);
  const [{ version }, told] = [await readShippingRulebook(db), await events()];
  const shuffled = { ...saved, rates: saved.rates.toReversed() };
  assert.deepEqual(expectOk(await write((tx) => saveMethod(tx, shuffled))), saved);
  expectOk(await write((tx) => saveZone(tx, { ...PLACE, id: zoneId })));
  const [table] = await readCarrierTables(db);
  assert.ok(table);
  expectOk(await write((tx) => saveCarrierTable(tx, table)));
  assert.deepEqual([(await readShippingRulebook(db)).version, await events()], [version, told]);
});

test('a rulebook that still holds comes back itself, and has what is active only', async () => {
  const first = await readShippingRulebook(db);
  assert.equal(await readShippingRulebook(db, first), first);
  const [method] = first.methods;
  assert.ok(method && first.zones.length === 1 && first.tables.length === 1);
  await write(async (tx) => expectOk(await saveMethod(tx, { ...method, isActive: false })));
  const second = await readShippingRulebook(db, first);
  assert.ok(second.version > first.version);
  assert.deepEqual(second.methods, []);
  await write(async (tx) => expectOk(await saveMethod(tx, method)));
});

test('what a zone cannot be', async () => {
  const table: [change: Partial<Omit<Zone, 'id'>>, expected: string][] = [
    [{ name: ' ' }, 'missing name'],
    [{ countries: ['de'] }, 'unknown_country countries[0]'],
    [{ countries: ['DE', 'DE'] }, 'invalid countries[1]'],
    [{ regions: ['US-CA'] }, 'invalid regions[0]'],
    [{ postalCodes: ['20457', '?'] }, 'invalid postalCodes[1]'],
    [{ postalCodes: ['300..200'] }, 'invalid postalCodes[0]'],
    [{ countries: [], postalCodes: ['2*'] }, 'invalid postalCodes'],
    [{ postalCodes: ['20457', '2*', '18500..18599', 'SW1A 2AA'] }, 'ok'],
  ];
  for (const [change, expected] of table) {
    assert.equal(codeOf(await write((tx) => saveZone(tx, { ...PLACE, ...change }))), expected);
  }
  assert.equal(codeOf(await write((tx) => saveZone(tx, { ...PLACE, id: newId() }))), 'not_found id');
});

test('what a method cannot be', async () => {
  const rate = METHOD.rates[0];
  assert.ok(rate !== undefined && rate.basis !== 'carrier');
  const steps = (...list: [upTo: bigint | undefined, price: bigint][]) => ({
    rates: [{ ...rate, steps: list.map(([upTo, priceMinor]) => ({ upTo, priceMinor })) }],
  });
  const carrier = { ...{ zoneId, freeFromMinor: undefined, surchargeMinor: 0n }, basis: 'carrier' as const };
  const table: [change: Partial<DeliveryMethod>, expected: string][] = [
    [{ code: 'A B' }, 'invalid code'],
    [{ code: 'standard' }, 'code_taken code'],
    [{ name: '' }, 'missing name'],
    [{ translations: { de_DE: 'x' } }, 'invalid translations.de_DE'],
    [{ minDays: -1 }, 'invalid minDays'],
    [{ minDays: 3, maxDays: 2 }, 'invalid maxDays'],
    [{ cutOff: '25:00' }, 'invalid cutOff'],
    [{ maxWeightGrams: 0 }, 'invalid maxWeightGrams'],
    [{ maxDimensions: { lengthMm: 1.5, widthMm: 1, heightMm: 1 } }, 'invalid maxDimensions'],
    [{ position: Number.NaN }, 'invalid position'],
    [{ rates: [rate, rate] }, 'invalid rates[1]'],
    [{ rates: [{ ...rate, zoneId: newId() }] }, 'unknown_zone rates[0].zoneId'],
    [{ rates: [{ ...rate, freeFromMinor: -1n }] }, 'invalid rates[0].freeFromMinor'],
    [steps(), 'missing rates[0].steps'],
    [steps([5n, -1n]), 'invalid rates[0].steps[0].priceMinor'],
    [steps([5n, 2n ** 63n]), 'invalid rates[0].steps[0].priceMinor'],
    [steps([5n, 1n], [5n, 2n]), 'invalid rates[0].steps[1].upTo'],
    [steps([undefined, 1n], [5n, 2n]), 'invalid rates[0].steps[0].upTo'],
    [{ rates: [{ ...carrier, currency: EUR, tableId: newId() }] }, 'unknown_table rates[0].tableId'],
    [{ rates: [{ ...carrier, currency: currencyOf('USD'), tableId }] }, 'invalid rates[0].currency'],
    [{ rates: [{ ...carrier, currency: EUR, tableId }] }, 'ok'],
  ];
  for (const [change, expected] of table) {
    const draft = { ...METHOD, code: 'other', ...change };
    assert.equal(codeOf(await write((tx) => saveMethod(tx, draft))), expected);
  }
});

test('zones and tables that a method uses stay, and go without it', async () => {
  assert.equal(codeOf(await write((tx) => removeZone(tx, zoneId))), 'in_use id');
  assert.equal(codeOf(await write((tx) => removeCarrierTable(tx, tableId))), 'in_use id');
  for (const method of await readMethods(db)) await write((tx) => removeMethod(tx, method.id));
  assert.equal(codeOf(await write((tx) => removeZone(tx, zoneId))), 'ok');
  assert.equal(codeOf(await write((tx) => removeCarrierTable(tx, tableId))), 'ok');
});

test('pick-up points are known by carrier and code; a bad one keeps all out', async () => {
  const point: PickupPointDraft = {
    ...{ carrier: 'dhl', code: '42', name: 'Kiosk', isActive: true },
    address: { name: 'Kiosk', line1: 'Weg 1', city: 'Hamburg', postalCode: '20457', country: 'DE' },
    openingHours: [{ day: 1, opens: '09:00', closes: '18:30' }],
  };
  const save = (...points: PickupPointDraft[]) => write((tx) => savePickupPoints(tx, points));
  assert.equal(codeOf(await save(point, { ...point, code: '43', carrier: undefined })), 'ok');
  const [first] = await readPickupPoints(db, { country: 'DE', carrier: 'dhl' });
  const { version } = await readShippingRulebook(db);
  assert.equal(codeOf(await save(point)), 'ok');
  assert.equal((await readShippingRulebook(db)).version, version);
  assert.equal(codeOf(await save({ ...point, name: 'Kiosk am Kai' })), 'ok');
  const [renamed] = await readPickupPoints(db, { country: 'DE', carrier: 'dhl' });
  assert.deepEqual(renamed, { ...first, name: 'Kiosk am Kai' });
  const bad: [change: Partial<PickupPointDraft>, expected: string][] = [
    [{ name: '' }, 'missing points[1].name'],
    [{ address: { ...point.address, postalCode: '1' } }, 'invalid points[1].address.postalCode'],
    [{ openingHours: [{ day: 8, opens: '09:00', closes: '18:00' }] }, 'invalid points[1].openingHours[0]'],
    [{ openingHours: [{ day: 1, opens: '18:00', closes: '09:00' }] }, 'invalid points[1].openingHours[0]'],
  ];
  for (const [change, expected] of bad) {
    assert.equal(codeOf(await save({ ...point, code: '99' }, { ...point, code: '98', ...change })), expected);
  }
  const all = await readPickupPoints(db);
  assert.deepEqual(all.map(({ code }) => code).toSorted(), ['42', '43']);
  await write((tx) =>
    removePickupPoints(
      tx,
      all.map(({ id }) => id),
    ),
  );
  assert.deepEqual((await readShippingRulebook(db)).pickupPoints, []);
});
