import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup, pot] = selling.variants;
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const five = { amount: '5.00', currency: 'EUR' };

test('tax rates are written all or none, read page by page, and taken away', async () => {
  const rate = { name: 'VAT', country: 'AT', levy: 'vat', rateMillionths: 200_000 };
  const books = { ...rate, taxClass: 'books', rateMillionths: 100_000, validFrom: '2026-01-01' };
  const save = () => admin.saveTaxRates({ body: { rates: [rate, books] } });
  const listed = async () =>
    (await got(admin.listTaxRates({}))).items
      .filter(({ country }) => country === 'AT')
      .toSorted((one, other) => one.rateMillionths - other.rateMillionths);
  assert.equal(await refusedAs(save()), 'not_found');
  assert.deepEqual(await listed(), []);
  await got(admin.saveTaxClass({ params: { code: 'books' }, body: { name: 'Books' } }));
  await got(save());
  await got(save());
  assert.deepEqual(
    (await listed()).map(({ taxClass, rateMillionths, validFrom }) => [taxClass, rateMillionths, validFrom]),
    [
      ['books', 100_000, '2026-01-01'],
      ['', 200_000, undefined],
    ],
  );
  assert.equal(await refusedAs(admin.removeTaxClass({ params: { code: 'books' } })), 'in_use');
  const first = await got(admin.listTaxRates({ query: { limit: '2' } }));
  const rest = await got(admin.listTaxRates({ query: { limit: '2', cursor: first.nextCursor } }));
  assert.deepEqual([first.items.length, rest.items.length, rest.nextCursor], [2, 1, undefined]);
  for (const { id } of await listed()) await got(admin.removeTaxRate({ params: { id } }));
  assert.deepEqual(await listed(), []);
  await got(admin.removeTaxClass({ params: { code: 'books' } }));
  assert.deepEqual(
    (await got(admin.listTaxClasses({}))).items.filter(({ code }) => code === 'books'),
    [],
  );
});

test('where the seller is registered is read as it was said', async () => {
  const seller = { ...(await got(admin.readTaxSeller({}))), registrations: ['CH', 'GB'], usesOss: true };
  assert.deepEqual(await got(admin.saveTaxSeller({ body: seller })), seller);
  assert.deepEqual(await got(admin.readTaxSeller({})), seller);
  const nowhere = { ...seller, registrations: ['XX'] };
  assert.equal(await refusedAs(admin.saveTaxSeller({ body: nowhere })), 'invalid');
});

test('zones, ways of delivery and carriers’ price lists hang together, in one currency each', async () => {
  const place = { countries: ['AT'], postalCodes: ['1000..1999'] };
  const zone = await got(admin.createShippingZone({ body: { name: 'Vienna', ...place }, ...once() }));
  assert.deepEqual([zone.countries, zone.postalCodes, zone.regions], [['AT'], ['1000..1999'], []]);
  const zones = [{ code: '1', countries: ['AT'], steps: [{ upTo: 1_000, price: five }, { price: five }] }];
  const table = await got(
    admin.createCarrierTable({
      ...{ body: { name: 'Post 2026', carrier: 'post', currency: 'EUR', zones }, ...once() },
    }),
  );
  assert.deepEqual(table.zones[0]?.steps, [{ upTo: 1_000, price: five }, { price: five }]);
  const rates = [
    { zoneId: zone.id, currency: 'EUR', basis: 'carrier', tableId: table.id, surcharge: five } as const,
  ];
  const body = { code: 'post', name: 'Post', kind: 'delivery', rates } as const;
  const method = await got(admin.createDeliveryMethod({ body, ...once() }));
  assert.deepEqual(method.rates, [{ ...rates[0] }]);
  const dollars = [{ ...rates[0], surcharge: { amount: '1.00', currency: 'USD' } }] as const;
  const changed = (change: object) =>
    admin.changeDeliveryMethod({ params: { id: method.id }, body: { ...body, ...change } });
  assert.equal(await refusedAs(changed({ rates: dollars })), 'other_currency');
  const steps = [{ upTo: 500, price: five }, { price: { amount: '9.00', currency: 'EUR' } }];
  const byWeight = [{ zoneId: zone.id, currency: 'EUR', basis: 'weight', freeFrom: five, steps }];
  assert.deepEqual((await got(changed({ rates: [...rates] }))).id, method.id);
  assert.equal(await refusedAs(admin.removeShippingZone({ params: { id: zone.id } })), 'in_use');
  assert.equal(await refusedAs(admin.removeCarrierTable({ params: { id: table.id } })), 'in_use');
  assert.deepEqual((await got(changed({ rates: byWeight }))).rates, byWeight);
  await got(admin.removeCarrierTable({ params: { id: table.id } }));
  await got(admin.removeDeliveryMethod({ params: { id: method.id } }));
  await got(admin.removeShippingZone({ params: { id: zone.id } }));
  assert.ok((await got(admin.listDeliveryMethods({}))).items.every(({ code }) => code !== 'post'));
});

test('pick-up points are known by their carrier’s code', async () => {
  const openingHours = [{ day: 1, opens: '09:00', closes: '18:30' }];
  const point = { carrier: 'dhl', code: '145', name: 'Station', address: ADDRESS, openingHours };
  const save = (name: string) => admin.savePickupPoints({ body: { points: [{ ...point, name }] } });
  await got(save('Station'));
  await got(save('Packstation 145'));
  const listed = async () => (await got(admin.listPickupPoints({ query: { carrier: 'dhl' } }))).items;
  const [kept, ...others] = await listed();
  assert.deepEqual([kept?.name, kept?.openingHours, others], ['Packstation 145', openingHours, []]);
  await got(admin.removePickupPoint({ params: { id: kept?.id ?? '' } }));
  assert.deepEqual(await listed(), []);
});

test('a market with its storefront is made, shown, and only taken away when nothing shows it', async () => {
  const body = { name: 'Alps', countries: ['CH'], currency: 'CHF', pricesIncludeTax: true };
  const save = (change: object = {}) =>
    admin.saveMarket({ params: { code: 'ch' }, body: { ...body, ...change } });
  assert.equal(await refusedAs(save({ countries: ['DE'] })), 'country_taken');
  assert.deepEqual(await got(save()), { ...body, code: 'ch', position: 0 });
  await got(admin.saveStorefront({ body: { prefix: 'ch', market: 'ch', locale: 'de' } }));
  assert.deepEqual(
    (await got(admin.listStorefronts({}))).items.map(({ prefix, market }) => [prefix, market]),
    [
      ['', 'eu'],
      ['ch', 'ch'],
    ],
  );
  assert.equal(await refusedAs(admin.removeMarket({ params: { code: 'ch' } })), 'in_use');
  await got(admin.removeStorefront({ query: { prefix: 'ch' } }));
  await got(admin.removeMarket({ params: { code: 'ch' } }));
  assert.deepEqual(
    (await got(admin.listMarkets({}))).items.map(({ code }) => code),
    ['eu'],
  );
});

test('how far a variant is sold without stock, and what is on its way, is read as it was said', async () => {
  const query = { variantIds: `${cup},${pot}` };
  const policy = { variantId: cup, isTracked: true, mayBackorder: true, lowStockAt: 2 };
  const set = (variantId: string) =>
    admin.setStockPolicies({ body: { policies: [{ ...policy, variantId }] } });
  assert.equal(await refusedAs(set(randomUUID())), 'unknown_variant');
  assert.deepEqual((await got(set(cup))).changed, [cup]);
  assert.deepEqual((await got(admin.readStockPolicies({ query }))).items, [policy]);
  const preorder = { availableFrom: '2027-01-01T00:00:00Z', limit: 5 };
  const terms = { variantId: cup, backorderLimit: 10, preorder };
  await got(admin.setBackorderTerms({ body: { terms: [terms] } }));
  assert.deepEqual((await got(admin.readBackorderTerms({ query }))).items, [terms]);
  const [place] = (await got(admin.listLocations({}))).items;
  const incoming = { variantId: cup, locationId: place?.id ?? '', expectedOn: '2026-12-24', quantity: 7 };
  await got(admin.labelUnavailable({ body: { labels: [{ variantId: pot, isLabelled: true }] } }));
  assert.deepEqual((await got(admin.readReturnLabels({ query }))).items, [
    { variantId: cup, isLabelled: false, isBuyable: true },
    { variantId: pot, isLabelled: true, isBuyable: true },
  ]);
  const expect = (change: object) => admin.setIncoming({ body: { incoming: [{ ...incoming, ...change }] } });
  assert.equal(await refusedAs(expect({ locationId: randomUUID() })), 'unknown_location');
  await got(expect({}));
  assert.deepEqual((await got(admin.readIncoming({ query }))).items, [incoming]);
  await got(expect({ quantity: 0 }));
  assert.deepEqual((await got(admin.readIncoming({ query }))).items, []);
  await got(admin.saveAllocationRule({ body: { rule: 'most_stock' } }));
  assert.equal((await got(admin.readAllocationRule({}))).rule, 'most_stock');
});

test('locations go on by their code, and none is made by changing one that is not there', async () => {
  const body = { code: 'north', name: 'North', country: 'DE' };
  const north = await got(admin.createLocation({ body, ...once() }));
  assert.equal(await refusedAs(admin.createLocation({ body, ...once() })), 'code_taken');
  const change = (id: string) =>
    admin.changeLocation({ params: { id }, body: { ...body, code: 'south', isActive: false } });
  assert.equal(await refusedAs(change(randomUUID())), 'not_found');
  assert.deepEqual(await got(change(north.id)), { ...north, code: 'south', isActive: false });
  const first = await got(admin.listLocations({ query: { limit: '1' } }));
  const next = await got(admin.listLocations({ query: { limit: '1', cursor: first.nextCursor } }));
  assert.deepEqual(
    [first, next].flatMap(({ items }) => items.map(({ code }) => code)),
    ['main', 'south'],
  );
});

test('prices are scheduled, the wrong ones named, and taken back', async () => {
  const startsAt = '2027-01-01T00:00:00Z';
  const prices = [
    { variantId: cup, price: five, compareAt: { amount: '6.00', currency: 'EUR' } },
    { variantId: randomUUID(), price: five },
  ];
  const { refused } = await got(admin.schedulePrices({ body: { startsAt, prices } }));
  assert.deepEqual(
    refused.map(({ index, code }) => [index, code]),
    [[1, 'unknown_variant']],
  );
  const query = { variantIds: cup };
  assert.deepEqual((await got(admin.readScheduledPrices({ query }))).items, [{ ...prices[0], startsAt }]);
  await got(admin.withdrawScheduledPrices({ params: { variantId: cup, currency: 'EUR' } }));
  assert.deepEqual((await got(admin.readScheduledPrices({ query }))).items, []);
});

test('a parcel is tried: what is offered at what price, and why not the others', async () => {
  const zone = await got(admin.createShippingZone({ body: { name: 'Tyrol', countries: ['AT'] }, ...once() }));
  const steps = [{ upTo: 2_000, price: five }];
  const rates = [{ zoneId: zone.id, currency: 'EUR', basis: 'weight' as const, freeFrom: five, steps }];
  const body = { code: 'tyrol', name: 'Tyrol', kind: 'delivery' as const, minDays: 1, maxDays: 2, rates };
  const method = await got(admin.createDeliveryMethod({ body, ...once() }));
  const tried = async (change: object) => {
    const goods = { currency: 'EUR', value: '4.99', weightGrams: '2000', quantity: '1', locale: 'de' };
    const { zone: found, items } = await got(
      admin.testDelivery({ query: { country: 'AT', ...goods, ...change } }),
    );
    const own = items.find(({ methodId }) => methodId === method.id);
    return [found?.name, own?.outcome, own?.price?.amount, own?.isFree];
  };
  assert.deepEqual(await tried({}), ['Tyrol', 'offered', '5.00', false]);
  assert.deepEqual(await tried({ value: '5.00' }), ['Tyrol', 'offered', '0.00', true]);
  assert.deepEqual(await tried({ weightGrams: '2001' }), ['Tyrol', 'beyond_steps', undefined, false]);
  const refused = admin.testDelivery({
    query: { country: 'AT', currency: 'JPY', value: '4.99', weightGrams: '1', quantity: '1', locale: 'de' },
  });
  assert.equal(await refusedAs(refused), 'invalid');
  await got(admin.changeDeliveryMethod({ params: { id: method.id }, body: { ...body, isActive: false } }));
  assert.deepEqual((await tried({}))[1], 'off');
  const { markets } = await got(admin.readDeliveryCoverage({}));
  assert.deepEqual(markets.find(({ code }) => code === 'eu')?.undeliverable, []);
  await got(admin.removeDeliveryMethod({ params: { id: method.id } }));
  await got(admin.removeShippingZone({ params: { id: zone.id } }));
});

test('a tax is tried at an address, with its reason; rates to begin with say what is there already', async () => {
  const seller = await got(admin.readTaxSeller({}));
  await got(admin.saveTaxSeller({ body: { ...seller, registrations: [], usesOss: true } }));
  const tried = async (query: { readonly country: string; readonly vatId?: string }) =>
    (await got(admin.testTax({ query }))).why;
  assert.equal(await tried({ country: 'DE' }), 'home');
  assert.equal(await tried({ country: 'FR' }), 'union');
  assert.equal(await tried({ country: 'FR', vatId: 'FR XX 123456789' }), 'reverse_charge');
  assert.equal(await tried({ country: 'CH' }), 'export');
  const wrong = admin.testTax({ query: { country: 'FR', vatId: 'FR1' } });
  assert.equal(await refusedAs(wrong), 'invalid');
  const france = async () =>
    (await got(admin.listStarterRates({}))).rates.find(
      ({ country, taxClass }) => country === 'FR' && taxClass === '',
    );
  const { standing, ...draft } = (await france()) ?? assert.fail();
  assert.equal(standing, 'missing');
  await got(admin.saveTaxRates({ body: { rates: [draft] } }));
  assert.equal((await france())?.standing, 'same');
  await got(admin.saveTaxRates({ body: { rates: [{ ...draft, rateMillionths: 1 }] } }));
  assert.equal((await france())?.standing, 'other');
});
