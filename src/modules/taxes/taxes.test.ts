import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  NEW_SELLER,
  readTaxClasses,
  readTaxRates,
  readTaxRulebook,
  recordVatIdCheck,
  removeTaxClass,
  removeTaxRates,
  STARTER_CLASSES,
  STARTER_RATES,
  saveTaxClass,
  saveTaxRates,
  saveTaxSeller,
  type TaxRateDraft,
  taxContext,
} from './index.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
const { db } = await testDatabase();
const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field}`;
const version = async () => (await readTaxRulebook(db)).version;
const events = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.outbox where topic = 'taxes.changed'`.execute(db);
  return rows[0]?.count;
};

test('a new shop taxes nothing that nobody gave a rate for', async () => {
  const context = await taxContext(db, { destination: { country: 'DE' }, sellerCountry: 'DE', now: NOW });
  assert.deepEqual([context.isExempt, context.rateFor('')], [false, []]);
});

test('the starter rates go in once: the same again writes nothing and tells nothing', async () => {
  const seed = () =>
    write(async (tx) => {
      for (const one of STARTER_CLASSES) expectOk(await saveTaxClass(tx, one));
      expectOk(await saveTaxRates(tx, STARTER_RATES));
    });
  await seed();
  const before = [await version(), await events(), await readTaxRates(db)];
  assert.equal((await readTaxRates(db)).length, STARTER_RATES.length);
  await seed();
  assert.deepEqual([await version(), await events(), await readTaxRates(db)], before);
});

test('a rulebook that still holds comes back itself, and a change makes another', async () => {
  const first = await readTaxRulebook(db);
  assert.equal(await readTaxRulebook(db, first), first);
  await write(async (tx) => expectOk(await saveTaxSeller(tx, { ...NEW_SELLER, usesOss: true })));
  const second = await readTaxRulebook(db, first);
  assert.notEqual(second, first);
  assert.ok(second.version > first.version && second.seller.usesOss);
  await write(async (tx) => expectOk(await saveTaxSeller(tx, { ...NEW_SELLER, usesOss: true })));
  assert.equal(await readTaxRulebook(db, second), second);
});

test('what was found out about a VAT id decides, and is kept for good', async () => {
  const vatId = 'FR12345678901';
  const input = {
    ...{ destination: { country: 'FR' }, sellerCountry: 'DE', now: NOW },
    customer: { vatId: 'fr 12345678901' },
  };
  const reason = async () => (await taxContext(db, input)).exemptReason;
  const check = { vatId, checkedAt: NOW, source: 'vies', consultationNumber: 'W1', name: 'A', address: 'B' };
  assert.equal(await reason(), 'reverse_charge');
  await write((tx) => recordVatIdCheck(tx, { ...check, isValid: false }));
  assert.equal(await reason(), undefined);
  await write((tx) => recordVatIdCheck(tx, { ...check, isValid: true, checkedAt: NOW.add({ seconds: 1 }) }));
  assert.equal(await reason(), 'reverse_charge');
  await assert.rejects(sql`delete from taxes.vat_id_check`.execute(db), /append-only/);
  await assert.rejects(sql`update taxes.vat_id_check set is_valid = true`.execute(db), /append-only/);
});

test('a rate that cannot be is refused, and then none of the list is kept', async () => {
  const rate: TaxRateDraft = {
    ...{ name: 'VAT', country: 'IS', levy: 'vat', taxClass: '', postalPrefixes: [], rateMillionths: 240_000 },
    ...{ validFrom: undefined, validUntil: undefined, source: '' },
  };
  const day = Temporal.PlainDate.from('2026-01-01');
  const table: [change: Partial<TaxRateDraft>, expected: string][] = [
    [{ name: ' ' }, 'missing rates[1].name'],
    [{ name: 'x'.repeat(101) }, 'too_long rates[1].name'],
    [{ country: 'is' }, 'unknown_country rates[1].country'],
    [{ region: 'reykjavik' }, 'invalid rates[1].region'],
    [{ levy: 'V A T' }, 'invalid rates[1].levy'],
    [{ taxClass: 'nothing' }, 'not_found rates[1].taxClass'],
    [{ rateMillionths: -1 }, 'invalid rates[1].rateMillionths'],
    [{ rateMillionths: 0.5 }, 'invalid rates[1].rateMillionths'],
    [{ rateMillionths: 1_000_001 }, 'invalid rates[1].rateMillionths'],
    [{ rateMillionths: Number.NaN }, 'invalid rates[1].rateMillionths'],
    [{ postalPrefixes: ['1-0'] }, 'invalid rates[1].postalPrefixes'],
    [{ validFrom: day, validUntil: day }, 'invalid rates[1].validUntil'],
  ];
  for (const [change, expected] of table) {
    assert.equal(codeOf(await write((tx) => saveTaxRates(tx, [rate, { ...rate, ...change }]))), expected);
  }
  assert.ok((await readTaxRates(db)).every(({ country }) => country !== 'IS'));
});

test('the database itself holds what a rate may be', async () => {
  const insert = (rateMillionths: number) =>
    sql`
    insert into taxes.rate (id, name, levy, country, rate_millionths)
    values (gen_random_uuid(), 'x', 'vat', 'IS', ${rateMillionths})`.execute(db);
  await assert.rejects(insert(1_000_001), /rate_between_zero_and_all/);
  await assert.rejects(insert(-1), /rate_between_zero_and_all/);
});

test('a class that rates are for stays; without them it goes', async () => {
  assert.equal(codeOf(await write((tx) => saveTaxClass(tx, { code: 'A B', name: 'x' }))), 'invalid code');
  assert.equal(codeOf(await write((tx) => removeTaxClass(tx, 'books'))), 'in_use code');
  const books = (await readTaxRates(db)).filter(({ taxClass }) => taxClass === 'books');
  await write((tx) =>
    removeTaxRates(
      tx,
      books.map(({ id }) => id),
    ),
  );
  assert.equal(codeOf(await write((tx) => removeTaxClass(tx, 'books'))), 'ok');
  assert.deepEqual(
    (await readTaxClasses(db)).map(({ code }) => code),
    ['food'],
  );
});

test('a registration is a country or a region, and a zone is one', async () => {
  const save = (change: object) => write((tx) => saveTaxSeller(tx, { ...NEW_SELLER, ...change }));
  assert.equal(codeOf(await save({ registrations: ['GB', 'US-NY'] })), 'ok');
  assert.equal(codeOf(await save({ registrations: ['GB', 'New York'] })), 'invalid registrations[1]');
  assert.equal(codeOf(await save({ timeZone: 'Hamburg' })), 'invalid timeZone');
});
