import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../test/database.ts';
import { defaultLocation, labelUnavailable, setIncoming, setOnHand } from '../../modules/inventory/index.ts';
import { transact } from '../../platform/database/index.ts';
import { aSearch, documentsOf } from './testing/a-search.ts';
import { aServer } from './testing/a-server.ts';
import { type AShop, aShop, idIn } from './testing/a-shop.ts';
import { plainRenderer } from './testing/plain-renderer.ts';

const connection = await testDatabase();
const { db } = connection;
let now = Temporal.Instant.from('2026-11-27T12:00:00Z');
let shop: AShop;
let server: FastifyInstance;
before(async () => {
  shop = await aShop(db, now);
  const documents = documentsOf(shop).map((one) =>
    one.handle === 'blue-mug' ? { ...one, isBuyable: false } : one,
  );
  const { renderView } = await import('./view/index.ts');
  const renderer = { ...plainRenderer, renderView };
  server = await aServer(connection, aSearch(documents), { now: () => now, renderer });
  await count('MUG', 0);
});
after(() => server.close());

/** What a page says of stock: beside the button, or else on its cards. */
async function saidAt(url: string): Promise<string> {
  const html = (await server.inject(url)).body;
  const words = html.matchAll(/(?:data-offer="stock"[^>]*|class="badge badge-sold-out")>([^<]*)</g);
  return [...words][0]?.[1] ?? '';
}

/** A change is on the page within a moment of its commit: see follow-changes.ts. */
async function says(url: string, expected: string): Promise<void> {
  const until = performance.now() + 10_000;
  while ((await saidAt(url)) !== expected && performance.now() < until) await pause(5);
  assert.equal(await saidAt(url), expected);
}

const count = (sku: string, onHand: number) =>
  transact(db, async (tx) => {
    const { id: locationId } = await defaultLocation(db);
    const counts = [{ variantId: idIn(shop.variants, sku), locationId, onHand }];
    await setOnHand(tx, { counts, now, reason: 'count', reference: 'test' });
  });
const expect = (sku: string, day: string, quantity = 4) =>
  transact(db, async (tx) => {
    const { id: locationId } = await defaultLocation(db);
    const expectedOn = Temporal.PlainDate.from(day);
    await setIncoming(tx, [{ variantId: idIn(shop.variants, sku), locationId, expectedOn, quantity }]);
  });
const label = (sku: string, isLabelled: boolean) =>
  transact(db, (tx) => labelUnavailable(tx, [{ variantId: idIn(shop.variants, sku), isLabelled }]));

const SOLD_OUT = '/products/linen-shirt?Size=S&Color=Red';
const GERMAN = '/de/products/linen-shirt?Gr%C3%B6%C3%9Fe=S&Farbe=Red';
const offersIn = (html: string): { sku: string; offers: Record<string, string> }[] => {
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json).hasVariant;
};

test('what is sold out says when it is back once the shop says so, without scripts, and machines read it', async () => {
  await expect('SHIRT-S-RED', '2026-12-12');
  assert.equal(await saidAt(SOLD_OUT), 'Sold out');
  await label('SHIRT-S-RED', true);
  await says(SOLD_OUT, 'Sold out. Back about December 12.');
  await says(GERMAN, 'Ausverkauft. Voraussichtlich ab 12. Dezember wieder da.');
  const { body: html } = await server.inject(SOLD_OUT);
  assert.match(html, /<button[^>]*disabled[^>]*data-buy-button/);
  const offers = offersIn(html).map(({ sku, offers: { availability, availabilityStarts } }) => [
    ...[sku, availability?.split('/').at(-1), availabilityStarts],
  ]);
  assert.deepEqual(offers.slice(0, 2), [
    ['SHIRT-S-RED', 'OutOfStock', '2026-12-12'],
    ['SHIRT-S-BLUE', 'InStock', undefined],
  ]);
});

test('a new day, a cancelled order and what came in are on the kept page', async () => {
  await expect('SHIRT-S-RED', '2026-12-12', 0);
  await expect('SHIRT-S-RED', '2026-12-20');
  await says(SOLD_OUT, 'Sold out. Back about December 20.');
  await expect('SHIRT-S-RED', '2026-12-20', 0);
  await says(SOLD_OUT, 'Sold out');
  await count('SHIRT-S-RED', 1);
  await says(SOLD_OUT, 'Only 1 left');
  await count('SHIRT-S-RED', 0);
  await expect('SHIRT-S-RED', '2026-12-12');
  await says(SOLD_OUT, 'Sold out. Back about December 12.');
});

test('cards in lists and on other products’ pages say it too', async () => {
  await expect('MUG', '2026-12-03');
  await says('/search?q=mug', 'Sold out');
  await label('MUG', true);
  await says('/search?q=mug', 'Back about Dec 3');
  const page = await server.inject('/products/linen-shirt');
  assert.match(page.body, /class="badge badge-sold-out">Back about Dec 3</);
  await says('/de/search?q=mug', 'Ab ca. 3. Dez.');
});

test('a day that has passed is shown no more from the shop’s midnight on, though the page was kept', async () => {
  now = Temporal.Instant.from('2026-12-12T22:59:00Z');
  await says(SOLD_OUT, 'Sold out. Back about December 12.');
  now = now.add({ minutes: 2 });
  assert.equal(await saidAt(SOLD_OUT), 'Sold out');
  assert.equal(await saidAt('/search?q=mug'), 'Sold out');
});
