import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import {
  type CurrencyCode,
  currencyOf,
  expectOk,
  type Locale,
  localeOf,
  type Result,
} from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  keepFirstMarket,
  type Market,
  readMarkets,
  readShop,
  readStorefronts,
  removeMarket,
  removeStorefront,
  type Shop,
  saveMarket,
  saveShop,
  saveStorefront,
} from './index.ts';

const { db } = await testDatabase();
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const verdict = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field}`;

async function told(): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from platform.outbox where topic = 'markets.changed'`.execute(db);
  return rows[0]?.n ?? 0n;
}

const SHOP: Shop = {
  name: 'Halden & Co',
  tagline: 'Things for the home',
  legalName: 'Halden AS',
  email: 'hello@halden.example',
  phone: '',
  postalAddress: 'Storgata 1, Oslo',
  country: 'NO',
  vatId: '',
  baseUrl: 'https://halden.example',
  timeZone: 'Europe/Oslo',
  defaultCurrency: currencyOf('NOK'),
  defaultLocale: localeOf('nb'),
  template: 'depot',
};
const EU: Market = {
  ...{
    code: 'eu',
    name: 'Europe',
    countries: ['DE', 'FR'],
    currency: currencyOf('EUR'),
    pricesIncludeTax: true,
  },
  position: 1,
};

test('a shop that nobody has described has a front page in one market', async () => {
  const [storefront, ...others] = await readStorefronts(db);
  assert.deepEqual(others, []);
  assert.deepEqual([storefront?.prefix, storefront?.market.currency, storefront?.locale], ['', 'EUR', 'en']);
  assert.equal((await readShop(db)).name, 'New shop');
});

test('a shop is described once; the same again tells nothing', async () => {
  expectOk(await write((tx) => saveShop(tx, SHOP)));
  assert.deepEqual(await readShop(db), SHOP);
  expectOk(await write((tx) => saveShop(tx, SHOP)));
  assert.equal(await told(), 1n);
  assert.equal((await readMarkets(db))[0]?.currency, 'NOK');
});

test('a shop with a field that cannot be is refused by its name', async () => {
  const table: [Partial<Shop>, string][] = [
    [{ name: ' ' }, 'missing name'],
    [{ name: 'x'.repeat(201) }, 'too_long name'],
    [{ legalName: '' }, 'missing legalName'],
    [{ email: 'nobody' }, 'invalid email'],
    [{ timeZone: 'Europe/Olso' }, 'invalid timeZone'],
    [{ timeZone: '+02:00' }, 'invalid timeZone'],
    [{ baseUrl: 'halden.example' }, 'invalid baseUrl'],
    [{ baseUrl: 'https://halden.example/' }, 'invalid baseUrl'],
    [{ baseUrl: 'https://halden.example/shop' }, 'invalid baseUrl'],
    [{ baseUrl: '' }, 'ok'],
    [{ baseUrl: 'http://127.0.0.1:8080' }, 'ok'],
    [{ defaultCurrency: 'XXX1' as CurrencyCode }, 'invalid defaultCurrency'],
    [{ defaultLocale: 'EN' as Locale }, 'invalid defaultLocale'],
    [{ defaultLocale: 'de-u-co-phonebk' as Locale }, 'invalid defaultLocale'],
    [{ defaultLocale: 'zh-Hant-TW' as Locale }, 'ok'],
    [{ template: 'plain' as Shop['template'] }, 'invalid template'],
  ];
  for (const [change, expected] of table) {
    assert.equal(verdict(await write((tx) => saveShop(tx, { ...SHOP, ...change }))), expected);
  }
});

test('what a new shop is said to have stays when another market comes', async () => {
  const rollBack = new Error('only to see');
  const seen = db.transaction().execute(async (tx) => {
    await keepFirstMarket(tx);
    await keepFirstMarket(tx);
    expectOk(await saveMarket(tx, EU));
    const [markets, storefronts] = [await readMarkets(tx), await readStorefronts(tx)];
    assert.deepEqual(
      markets.map(({ code, currency }) => [code, currency]),
      [
        ['main', 'NOK'],
        ['eu', 'EUR'],
      ],
    );
    assert.deepEqual(
      storefronts.map(({ prefix, market }) => [prefix, market.code]),
      [['', 'main']],
    );
    throw rollBack;
  });
  await assert.rejects(seen, rollBack);
});

test('a market that cannot be is refused, and a country is in one market', async () => {
  const table: [Partial<Market>, string][] = [
    [{}, 'ok'],
    [{ code: 'EU' }, 'invalid code'],
    [{ name: '' }, 'missing name'],
    [{ countries: ['DE', 'fr'] }, 'invalid countries[1]'],
    [{ countries: ['DE', 'DE'] }, 'invalid countries[1]'],
    [{ position: 0.5 }, 'invalid position'],
    [{ code: 'dach' }, 'country_taken countries'],
    [{ code: 'us', countries: ['US'], currency: currencyOf('USD'), position: 2 }, 'ok'],
  ];
  for (const [change, expected] of table) {
    assert.equal(verdict(await write((tx) => saveMarket(tx, { ...EU, ...change }))), expected);
  }
  assert.deepEqual(
    (await readMarkets(db)).map(({ code }) => code),
    ['eu', 'us'],
  );
});

test('two markets that take one country at the same time: one gets it', async () => {
  const codes = ['ch-a', 'ch-b', 'ch-c', 'ch-d'];
  const saves = codes.map((code) => write((tx) => saveMarket(tx, { ...EU, code, countries: ['CH'] })));
  assert.equal((await Promise.all(saves)).filter((saved) => saved.ok).length, 1);
  for (const code of codes) expectOk(await write((tx) => removeMarket(tx, code)));
});

test('storefronts come with their market, the front page first', async () => {
  const save = (prefix: string, market: string, locale: string, position = 0) =>
    write((tx) => saveStorefront(tx, { prefix, market, locale, position }));
  for (const [prefix, market, locale] of [
    ['en-us', 'us', 'en-US'],
    ['de', 'eu', 'de'],
    ['', 'eu', 'en'],
  ] as const) {
    expectOk(await save(prefix, market, locale));
  }
  const found = (await readStorefronts(db)).map(({ prefix, market, locale }) => [
    prefix,
    market.code,
    locale,
  ]);
  assert.deepEqual(found, [
    ['', 'eu', 'en'],
    ['de', 'eu', 'de'],
    ['en-us', 'us', 'en-US'],
  ]);
  assert.equal(verdict(await save('Deutsch', 'eu', 'de')), 'invalid prefix');
  assert.equal(verdict(await save('fr', 'eu', 'french!')), 'invalid locale');
  // Well formed, and no name of a language: every page that lists the storefronts would fail.
  assert.equal(verdict(await save('fr', 'eu', 'fr-u-nu-latn')), 'invalid locale');
  assert.equal(verdict(await save('fr', 'mars', 'fr')), 'not_found market');
  assert.equal(verdict(await write((tx) => removeMarket(tx, 'us'))), 'in_use code');
  expectOk(await write((tx) => removeStorefront(tx, 'en-us')));
  assert.equal(verdict(await write((tx) => removeMarket(tx, 'us'))), 'ok');
});
