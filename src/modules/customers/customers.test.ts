import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { NOW, signIn } from '../../../test/sign-in.ts';
import { expectOk, localeOf, type Result } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import {
  addWish,
  type CustomerId,
  eraseCustomer,
  findOrCreateByEmail,
  giveConsent,
  listCustomers,
  mergeCustomers,
  readAddresses,
  readConsents,
  readCustomer,
  readCustomerByEmail,
  readSession,
  readWishlist,
  removeAddress,
  removeWish,
  saveAddress,
  saveCustomer,
  withdrawConsent,
} from './index.ts';

const EN = localeOf('en');
const ADDRESS = {
  name: 'Ada Byron',
  line1: 'Lotsenkai 7',
  city: 'Hamburg',
  postalCode: '20457',
  country: 'DE',
};
const { db } = await testDatabase(16);
const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : [result.refusal.code, result.refusal.field].filter(Boolean).join(' ');
const make = async (email: string) =>
  (await write((tx) => findOrCreateByEmail(tx, { email, locale: EN, now: NOW }))).id;
const save = (customerId: CustomerId, change: object = {}) =>
  write((tx) => saveAddress(tx, { customerId, address: ADDRESS, now: NOW, ...change }));

test('fifty orders at once of one new address make one customer', async () => {
  const emails = Array.from({ length: 50 }, (_, index) =>
    index % 2 === 0 ? 'Busy@example.com' : 'busy@EXAMPLE.com',
  );
  const made = await Promise.all(
    emails.map((email) => write((tx) => findOrCreateByEmail(tx, { email, locale: EN, now: NOW }))),
  );
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  assert.equal(made.filter(({ isNew }) => isNew).length, 1);
  const insert = (email: string) =>
    sql`
    insert into customers.customer (id, email, locale, created_at, updated_at)
    values (gen_random_uuid(), ${email}, 'en', now(), now())`.execute(db);
  await assert.rejects(insert('BUSY@example.com'), /customer_email_taken/);
});

test('a customer is changed as a whole, against the version that was read', async () => {
  const id = await make('change@example.com');
  const before = await readCustomer(db, id);
  const change = { name: 'Ada', segments: ['wholesale'], isTaxExempt: true, vatId: 'FR12345678901' };
  const edit = (part: object, version?: bigint) =>
    write((tx) =>
      saveCustomer(tx, { id, change: part, now: NOW, ...(version === undefined ? {} : { version }) }),
    );
  const after = expectOk(await edit(change, before?.version));
  assert.deepEqual(after, await readCustomer(db, id));
  assert.deepEqual([after.name, after.segments, after.version], ['Ada', ['wholesale'], 2n]);
  assert.equal(codeOf(await edit({ name: 'Bob' }, before?.version)), 'changed_meanwhile version');
  assert.equal(expectOk(await edit(change)).version, 2n);
  const table: [part: object, expected: string][] = [
    [{ name: 'x'.repeat(101) }, 'too_long name'],
    [{ name: 'a\nb' }, 'invalid name'],
    [{ phone: 'x'.repeat(31) }, 'too_long phone'],
    [{ locale: 'de_DE' }, 'invalid locale'],
    [{ segments: Array.from({ length: 51 }, (_, index) => `s${index}`) }, 'too_many segments'],
    [{ tags: ['<b>'] }, 'invalid tags'],
  ];
  for (const [part, expected] of table) assert.equal(codeOf(await edit(part)), expected);
  const nobody = await write((tx) => saveCustomer(tx, { id: newId(), change: {}, now: NOW }));
  assert.equal(codeOf(nobody), 'not_found id');
});

test('customers are listed newest first, a page at a time, and found by how they begin', async () => {
  const made: CustomerId[] = [];
  for (let index = 0; index < 7; index += 1) made.push(await make(`list${index}@list.example`));
  const page = (more: Partial<Parameters<typeof listCustomers>[1]>) =>
    listCustomers(db, { limit: 100, sort: '-created', ...more });
  const first = await page({ limit: 3, q: 'LIST' });
  const after = first.at(-1)?.position;
  assert.ok(after);
  const rest = await page({ q: 'list', after });
  assert.deepEqual(
    [...first, ...rest].map(({ id }) => id),
    made.toReversed(),
  );
  assert.deepEqual(await page({ q: '%' }), []);
});

test('the first address is the default, and a new default takes over', async () => {
  const customerId = await make('address@example.com');
  const first = expectOk(await save(customerId));
  const second = expectOk(await save(customerId, { isDefaultShipping: true }));
  const flags = async () =>
    (await readAddresses(db, customerId)).map((one) => [one.isDefaultShipping, one.isDefaultBilling]);
  assert.deepEqual(await flags(), [
    [false, true],
    [true, false],
  ]);
  expectOk(
    await save(customerId, { id: first.id, address: { ...ADDRESS, city: 'Kiel' }, isDefaultShipping: true }),
  );
  assert.deepEqual(await flags(), [
    [true, true],
    [false, false],
  ]);
  assert.equal((await readAddresses(db, customerId))[0]?.address.city, 'Kiel');
  assert.equal(
    codeOf(await save(customerId, { address: { ...ADDRESS, postalCode: '1' } })),
    'invalid_address',
  );
  const stranger = await make('stranger@example.com');
  assert.equal(codeOf(await save(stranger, { id: second.id })), 'not_found id');
  await write((tx) => removeAddress(tx, { customerId: stranger, id: second.id }));
  assert.equal((await readAddresses(db, customerId)).length, 2);
  await write((tx) => removeAddress(tx, { customerId, id: second.id }));
  assert.deepEqual(await flags(), [[true, true]]);
});

test('fifty addresses are kept, however many are saved at once', async () => {
  const customerId = await make('many@example.com');
  for (let kept = 0; kept < 45; kept += 1) expectOk(await save(customerId));
  const results = await Promise.all(Array.from({ length: 12 }, () => save(customerId)));
  assert.deepEqual(results.map(codeOf).toSorted(), [
    ...Array.from({ length: 5 }, () => 'ok'),
    ...Array.from({ length: 7 }, () => 'too_many address'),
  ]);
});

test('consents are kept with the words that were read, and never change', async () => {
  const customerId = await make('consent@example.com');
  const text = 'Send me news, at most twice a month.';
  const input = {
    customerId,
    ...({ purpose: 'marketing_email', textVersion: '2026-11', text, method: 'checkout' } as const),
    ...{ locale: EN, now: NOW },
  };
  await write((tx) => giveConsent(tx, input));
  assert.equal((await readCustomer(db, customerId))?.acceptsMarketing, true);
  await write((tx) => withdrawConsent(tx, { ...input, method: 'unsubscribe_link' }));
  assert.equal((await readCustomer(db, customerId))?.acceptsMarketing, false);
  const consents = await readConsents(db, customerId);
  assert.deepEqual(
    consents.map(({ isGiven, method }) => [isGiven, method]),
    [
      [true, 'checkout'],
      [false, 'unsubscribe_link'],
    ],
  );
  assert.equal(consents[0]?.textHash, createHash('sha256').update(text).digest('hex'));
  await assert.rejects(sql`update customers.consent set is_given = true`.execute(db), /append-only/);
  await assert.rejects(sql`delete from customers.consent`.execute(db), /append-only/);
  await assert.rejects(sql`truncate customers.consent`.execute(db), /append-only/);
});

test('a wish is kept once, the latest first, at most five hundred', async () => {
  const customerId = await make('wish@example.com');
  const wish = (variantId: string, seconds = 0) =>
    write((tx) => addWish(tx, { customerId, variantId, now: NOW.add({ seconds }) }));
  const [mug, bowl] = [newId<'variant'>(), newId<'variant'>()];
  for (const [seconds, variantId] of [mug, bowl, mug].entries()) expectOk(await wish(variantId, seconds));
  assert.deepEqual(await readWishlist(db, customerId), [bowl, mug]);
  await write((tx) => removeWish(tx, { customerId, variantId: bowl }));
  assert.deepEqual(await readWishlist(db, customerId), [mug]);
  await sql`
    insert into customers.wish (customer_id, variant_id, added_at)
    select ${customerId}, gen_random_uuid(), now() from generate_series(1, 498)`.execute(db);
  const results = await Promise.all([wish(newId()), wish(newId())]);
  assert.deepEqual(results.map(codeOf).toSorted(), ['ok', 'too_many variantId']);
  assert.equal(codeOf(await wish(mug)), 'ok');
});

test('two customers who are one person become one, with what both had', async () => {
  const { customer, token } = await signIn(db, 'old@merge.example');
  const [fromId, intoId] = [customer.id, await make('new@merge.example')];
  const variantId = newId<'variant'>();
  expectOk(await save(fromId));
  expectOk(await save(intoId, { address: { ...ADDRESS, city: 'Kiel' } }));
  for (const customerId of [fromId, intoId]) {
    expectOk(await write((tx) => addWish(tx, { customerId, variantId, now: NOW })));
  }
  const consent = {
    purpose: 'terms',
    textVersion: '1',
    text: 'x',
    method: 'checkout',
    locale: EN,
    now: NOW,
  } as const;
  await write((tx) => giveConsent(tx, { ...consent, customerId: fromId }));
  expectOk(await write((tx) => saveCustomer(tx, { id: fromId, change: { name: 'Ada' }, now: NOW })));
  const merge = () => write((tx) => mergeCustomers(tx, { fromId, intoId, now: NOW }));
  const results = await Promise.all([merge(), merge()]);
  assert.deepEqual(results.map(codeOf).toSorted(), ['not_found fromId', 'ok']);
  assert.equal(await readCustomer(db, fromId), undefined);
  assert.equal(await readCustomerByEmail(db, 'old@merge.example'), undefined);
  assert.equal(await readSession(db, { token, now: NOW }), undefined);
  assert.equal((await readCustomer(db, intoId))?.name, 'Ada');
  const cities = (await readAddresses(db, intoId)).map((one) => [one.address.city, one.isDefaultShipping]);
  assert.deepEqual(cities.toSorted(), [
    ['Hamburg', false],
    ['Kiel', true],
  ]);
  assert.deepEqual(await readWishlist(db, intoId), [variantId]);
  assert.equal((await readConsents(db, intoId)).length, 1);
  assert.equal(
    codeOf(await write((tx) => mergeCustomers(tx, { fromId: intoId, intoId, now: NOW }))),
    'same_customer fromId',
  );
});

test('after an erasure no row has a word of the person, of whom was merged into them neither', async () => {
  const marker = 'zzmarkerzz';
  const { customer } = await signIn(db, `${marker}1@example.com`, { ip: '10.77.0.1' });
  const intoId = (await signIn(db, `${marker}2@example.com`, { ip: '10.77.0.2' })).customer.id;
  for (const customerId of [customer.id, intoId]) {
    const change = { name: marker, phone: marker, vatId: marker, tags: [marker], segments: [marker] };
    expectOk(await write((tx) => saveCustomer(tx, { id: customerId, change, now: NOW })));
    expectOk(await save(customerId, { address: { ...ADDRESS, name: marker } }));
  }
  expectOk(await write((tx) => mergeCustomers(tx, { fromId: customer.id, intoId, now: NOW })));
  const rowsWith = async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'customers'`.execute(db);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql`
        select from ${sql.table(`customers.${name}`)} as kept
        where kept::text ilike ${`%${marker}%`} or kept::text like '%10.77.0.%'`.execute(db);
      if (rows.length > 0) found.push(name);
    }
    return found.toSorted();
  };
  assert.deepEqual(await rowsWith(), ['address', 'customer', 'session', 'sign_in_code']);
  expectOk(await write((tx) => eraseCustomer(tx, { id: intoId, now: NOW })));
  assert.deepEqual(await rowsWith(), []);
  assert.equal(codeOf(await write((tx) => eraseCustomer(tx, { id: intoId, now: NOW }))), 'not_found id');
  assert.notEqual(await make(`${marker}2@example.com`), intoId);
});
