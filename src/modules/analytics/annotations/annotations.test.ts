import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { EUR, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk, refuse } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { savePromotion, setPrices } from '../../pricing/index.ts';
import { aWarehouse } from '../testing/a-warehouse.ts';
import { anEntry, anOrder } from '../testing/planted.ts';
import { noteAlive, readOutages } from './alive.ts';
import type { Annotation, AnnotationId } from './annotation.ts';
import { holidaysOf } from './holidays.ts';
import { readKnownDays } from './known-days.ts';
import { readChartNotes } from './read-chart-notes.ts';
import { removeAnnotation, saveAnnotation } from './save-annotation.ts';
import { readStockOuts } from './stock-outs.ts';
import { readAnnotations } from './store.ts';

const connection = await testDatabase();
const { db } = connection;
const { variants } = await openSellingShop(connection);
const now = Temporal.Instant.from('2026-12-01T10:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const days = (from: string, to = from) => ({ from: day(from), to: day(to) });

const save = (note: Partial<Annotation> & { readonly id?: AnnotationId }) =>
  transact(db, (tx) => {
    const whole = { ...days('2026-11-27'), market: undefined, text: 'Newsletter', author: 'staff:ada' };
    return saveAnnotation(tx, { ...whole, ...note, now });
  });

test('a note is put on days, changed by anybody, and keeps its author', async () => {
  const note = expectOk(await save({ text: '  Black Friday ', ...days('2026-11-27', '2026-11-30') }));
  expectOk(await save({ market: 'eu', text: 'Only Europe' }));
  const textsOf = async (market?: string, on = days('2026-11-28', '2026-12-24')) =>
    (await readAnnotations(db, { ...on, market })).map(({ text }) => text);
  assert.deepEqual(await textsOf(), ['Black Friday']);
  assert.deepEqual(await textsOf('eu', days('2026-11-01', '2026-11-27')), ['Black Friday', 'Only Europe']);
  assert.deepEqual(await textsOf('us', days('2026-11-01', '2026-11-27')), ['Black Friday']);
  const changed = expectOk(await save({ id: note.id, text: 'Black Week', author: 'staff:bob' }));
  assert.deepEqual([changed.text, changed.author], ['Black Week', 'staff:ada']);
  expectOk(await transact(db, (tx) => removeAnnotation(tx, note.id)));
  const again = await transact(db, (tx) => removeAnnotation(tx, note.id));
  assert.equal(again.ok ? '' : again.refusal.code, 'not_found');
});

test('what is no note is refused by its field', async () => {
  const refusedAs = async (note: Parameters<typeof save>[0]) => {
    const saved = await save(note);
    return saved.ok ? 'ok' : `${saved.refusal.code} ${saved.refusal.field}`;
  };
  assert.equal(await refusedAs({ text: ' ' }), 'invalid_text text');
  assert.equal(await refusedAs({ text: 'x'.repeat(501) }), 'invalid_text text');
  assert.equal(await refusedAs(days('2026-11-27', '2026-11-26')), 'invalid_span to');
  assert.equal(await refusedAs({ market: 'mars' }), 'unknown_market market');
});

test('an outage is a time in which nothing noted that it ran, and a late minute is none', async () => {
  const start = Temporal.Instant.from('2026-11-20T22:00:00Z');
  const ran = async (...minutes: readonly number[]) => {
    for (const minute of minutes) await noteAlive(db, start.add({ minutes: minute }));
  };
  await ran(0, 1, 2, 6, 7, 100, 101, 101, 100);
  const found = await readOutages(db, { ...days('2026-11-20', '2026-11-21'), zone: 'Europe/Berlin' });
  assert.deepEqual(
    found.map(({ from, to, minutes }) => `${from} ${to} ${minutes}`),
    ['2026-11-20 2026-11-21 93'],
  );
  // In Berlin it ended after midnight; before the first note nobody knows.
  const later = await readOutages(db, { ...days('2026-11-21'), zone: 'Europe/Berlin' });
  assert.equal(later.length, 1);
  assert.deepEqual(await readOutages(db, { ...days('2026-11-22'), zone: 'Europe/Berlin' }), []);
});

test('days that nobody expects to be like others: holidays, campaigns and notes, but not a note of fifteen days', async () => {
  const ids: AnnotationId[] = [];
  for (const note of [
    { text: 'Fair in Cologne', ...days('2026-09-10', '2026-09-12') },
    { text: 'New logo', ...days('2026-06-01', '2026-12-31') },
    { text: 'Cups out of stock', ...days('2026-09-14', '2026-09-28') },
    { text: 'Only Europe', market: 'eu', ...days('2026-09-20') },
  ])
    ids.push(expectOk(await save(note)).id);
  const known = await readKnownDays(db, { ...days('2026-09-11', '2026-12-31'), language: 'en' });
  assert.deepEqual(
    [...known].filter(([time]) => time < '2026-10-01' || time > '2026-12-20'),
    [
      ['2026-09-11', 'Fair in Cologne'],
      ['2026-09-12', 'Fair in Cologne'],
      ['2026-12-24', 'Christmas Eve'],
      ['2026-12-25', 'Christmas Day'],
      ['2026-12-26', 'Boxing Day'],
      ['2026-12-31', 'New Year’s Eve'],
    ].map(([time, why]) => [time, why?.replace('’', "'")]),
  );
  for (const id of ids) expectOk(await transact(db, (tx) => removeAnnotation(tx, id)));
});

test('public holidays of whole countries, in the language of whoever looks, each day once', async () => {
  const asked = { countries: ['DE', 'FR'], home: 'DE', language: 'fr' };
  const found = await holidaysOf(days('2026-12-20', '2027-01-02'), asked);
  assert.deepEqual(
    found.map(({ from, name, countries }) => `${from} ${name} ${countries}`),
    ['2026-12-25 Noël DE,FR', '2026-12-26 Lendemain de Noël DE', '2027-01-01 Nouvel An DE,FR'],
  );
  const many = { countries: ['DE', 'FR', 'AT', 'IT', 'ES', 'PT', 'NL'], home: 'DE', language: 'en' };
  const own = await holidaysOf(days('2026-10-01', '2026-10-31'), many);
  assert.deepEqual(
    own.map(({ from, countries }) => `${from} ${countries}`),
    ['2026-10-03 DE'],
  );
});

test('stock-outs of what sells best, cut to the days, and of nothing else', async () => {
  const shop = await aWarehouse(({ orders, entries, stock }) => {
    for (let number = 0; number < 25; number += 1) {
      const orderId = `o${String(number).padStart(2, '0')}`;
      const line = { lineId: `${orderId}/1`, productId: orderId, variantId: orderId, sku: orderId };
      orders.set(orderId, anOrder({ orderId, lines: [{ ...line, title: `Cup ${number}`, options: '' }] }));
      entries.push(anEntry({ orderId, at: '2026-11-01T12:00:00Z', grossMinor: BigInt(1_000 - number) }));
      const outs = [{ from: day('2026-11-10'), to: number === 0 ? undefined : day('2026-11-12') }];
      if (number === 0 || number === 24) stock.push({ variantId: orderId, onHand: 0, available: 0, outs });
    }
  });
  const found = await readStockOuts(shop, days('2026-11-11', '2026-11-20'));
  assert.deepEqual(
    found.map(({ title, from, to }) => `${title} ${from} ${to}`),
    ['Cup 0 2026-11-11 2026-11-20'],
  );
  assert.deepEqual(await readStockOuts(shop, days('2026-11-01', '2026-11-09')), []);
});

test('what happened is read together, and without the warehouse all but the stock', async () => {
  const prices = [{ variantId: variants[0], currency: EUR, amountMinor: 999n, compareAtMinor: undefined }];
  await transact(db, async (tx) => ({
    ok: true,
    value: await setPrices(tx, { prices, now, reason: 'test' }),
  }));
  const schedule = { startsAt: '2026-11-28T00:00', endsAt: '2026-12-03T00:00' };
  const benefits = [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }];
  const promotion = { name: 'Advent', trigger: 'automatic', lane: 2, benefits, conditions: { schedule } };
  expectOk(await transact(db, (tx) => savePromotion(tx, { promotion, now })));
  const asked = { ...days('2026-12-01', '2026-12-26'), language: 'en' };
  const away = { readStockOuts: async () => refuse('analytics_away', 'away') };
  const { happenings, isStockKnown } = await readChartNotes({ db, analytics: away }, asked);
  const told = happenings.map(({ kind, from, to }) => `${kind} ${from} ${to}`);
  assert.ok(told.includes('price 2026-12-01 2026-12-01'), told.join());
  // It ends when the third begins.
  assert.ok(told.includes('promotion 2026-12-01 2026-12-02'), told.join());
  assert.ok(told.includes('holiday 2026-12-25 2026-12-25'), told.join());
  assert.equal(isStockKnown, false);
});
