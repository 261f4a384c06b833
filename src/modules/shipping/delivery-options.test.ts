import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import {
  byWeight,
  CALIFORNIA,
  EUR,
  GERMANY,
  HAMBURG,
  ISLANDS,
  id,
  input,
  method,
  NORTH,
  prices,
  rulebook,
  step,
  USA,
  WORLD,
  ZONES,
  zone,
} from './a-rulebook.ts';
import {
  type CarrierTable,
  type DeliveryInput,
  deliveryOptions,
  explainDelivery,
  type Rate,
  type Zone,
} from './index.ts';

test('a destination is in the most specific zone', () => {
  const everyZone = method(
    10,
    ZONES.map((one) => byWeight(one.id, [step(undefined, one.position)])),
  );
  const table: [country: string, postalCode: string, region: string | undefined, expected: Zone][] = [
    ['DE', '80331', undefined, GERMANY],
    ['DE', '27498', undefined, ISLANDS],
    ['DE', '24103', undefined, NORTH],
    ['DE', '20457', undefined, HAMBURG],
    ['DE', '21149', undefined, HAMBURG],
    ['DE', '21150', undefined, NORTH],
    ['DE', '', undefined, GERMANY],
    ['US', '95014', 'CA', CALIFORNIA],
    ['US', '10001', 'NY', USA],
    ['US', '10001', undefined, USA],
    ['JP', '154-0023', '13', WORLD],
  ];
  for (const [country, postalCode, region, expected] of table) {
    const destination = { country, postalCode, ...(region === undefined ? {} : { region }) };
    for (const zones of [ZONES, ZONES.toReversed()]) {
      assert.deepEqual(
        prices(rulebook([everyZone], { zones }), { destination }),
        [expected.position],
        postalCode,
      );
    }
  }
});

test('of two zones that name a place as exactly the first counts', () => {
  const twin = zone(8, { countries: ['DE'], postalCodes: ['27498'] });
  const both = method(10, [
    byWeight(ISLANDS.id, [step(undefined, 3)]),
    byWeight(twin.id, [step(undefined, 8)]),
  ]);
  const destination = { country: 'DE', postalCode: '27498' };
  assert.deepEqual(prices(rulebook([both], { zones: [ISLANDS, twin] }), { destination }), [3]);
  assert.deepEqual(prices(rulebook([both], { zones: [twin, ISLANDS] }), { destination }), [8]);
});

test('a method without a price in the zone or the currency is not offered', () => {
  const german = method(10, [byWeight(GERMANY.id, [step(undefined, 490)])]);
  const book = rulebook([german]);
  assert.deepEqual(prices(book), [490]);
  assert.deepEqual(prices(book, { destination: { country: 'DE', postalCode: '27498' } }), []);
  assert.deepEqual(prices(book, { destination: { country: 'FR' } }), []);
  assert.deepEqual(prices(book, { currency: currencyOf('USD') }), []);
  assert.deepEqual(prices(book, { goods: { requiresShipping: false } }), []);
  assert.deepEqual(prices(rulebook([german], { zones: [ISLANDS] })), []);
});

test('what is exactly as heavy, dear or many as a step allows is in that step', () => {
  const steps = [step(2_000, 490), step(5_000, 690), step(10_000, 990)];
  const rate = (basis: 'weight' | 'value' | 'quantity'): Rate => ({
    ...{ zoneId: GERMANY.id, currency: EUR, basis, steps, freeFromMinor: undefined },
  });
  const table: [measure: number, expected: number[]][] = [
    [0, [490]],
    [2_000, [490]],
    [2_001, [690]],
    [5_000, [690]],
    [10_000, [990]],
    [10_001, []],
  ];
  for (const [measure, expected] of table) {
    const of = (basis: 'weight' | 'value' | 'quantity') => rulebook([method(10, [rate(basis)])]);
    assert.deepEqual(prices(of('weight'), { goods: { weightGrams: measure } }), expected);
    assert.deepEqual(prices(of('value'), { goods: { valueMinor: BigInt(measure) } }), expected);
    assert.deepEqual(prices(of('quantity'), { goods: { quantity: measure } }), expected);
  }
});

test('free from a value, to the cent; too heavy stays too heavy', () => {
  const book = rulebook([method(10, [byWeight(GERMANY.id, [step(5_000, 490)], 5_000)])]);
  assert.deepEqual(prices(book, { goods: { valueMinor: 4_999n } }), [490]);
  assert.deepEqual(prices(book, { goods: { valueMinor: 5_000n } }), [0]);
  assert.deepEqual(prices(book, { goods: { valueMinor: 5_000n, weightGrams: 5_001 } }), []);
});

test('limits of weight and size, however the parcel is turned', () => {
  const maxDimensions = { lengthMm: 600, widthMm: 300, heightMm: 150 };
  const limited = method(10, [byWeight(GERMANY.id, [step(undefined, 490)])], {
    maxWeightGrams: 31_500,
    maxDimensions,
  });
  const dims = (lengthMm: number, widthMm: number, heightMm: number) => ({ lengthMm, widthMm, heightMm });
  const table: [DeliveryInput['goods']['maxDims'] | undefined, weight: number, isOffered: boolean][] = [
    [undefined, 31_500, true],
    [undefined, 31_501, false],
    [dims(600, 300, 150), 1, true],
    [dims(150, 600, 300), 1, true],
    [dims(601, 10, 10), 1, false],
    [dims(600, 301, 10), 1, false],
    [dims(160, 160, 160), 1, false],
  ];
  for (const [maxDims, weightGrams, isOffered] of table) {
    const goods = maxDims === undefined ? { weightGrams } : { weightGrams, maxDims };
    assert.equal(prices(rulebook([limited]), { goods }).length === 1, isOffered);
  }
});

const TABLE: CarrierTable = {
  ...{ id: id(50), name: 'World parcels', carrier: 'dhl', currency: EUR },
  zones: [
    {
      code: '1',
      countries: ['FR', 'AT'],
      regions: [],
      postalCodes: [],
      steps: [step(2_000, 1_390), step(5_000, 1_590)],
    },
    { code: '1s', countries: ['FR'], regions: [], postalCodes: ['20*'], steps: [step(2_000, 1_990)] },
    { code: '9', countries: [], regions: [], postalCodes: [], steps: [step(2_000, 4_690)] },
  ],
};

test("a carrier's table prices by its own zone and weight, plus what the shop adds", () => {
  const rate: Rate = {
    ...{ zoneId: WORLD.id, currency: EUR, basis: 'carrier', tableId: TABLE.id },
    ...{ surchargeMinor: 100n, freeFromMinor: undefined },
  };
  const book = rulebook([method(10, [rate])], { tables: [TABLE] });
  const table: [country: string, postalCode: string, weightGrams: number, expected: number[]][] = [
    ['FR', '75001', 2_000, [1_490]],
    ['FR', '75001', 2_001, [1_690]],
    ['FR', '20000', 2_000, [2_090]],
    ['FR', '20000', 2_001, []],
    ['JP', '1540023', 100, [4_790]],
  ];
  for (const [country, postalCode, weightGrams, expected] of table) {
    const change = { destination: { country, postalCode }, goods: { weightGrams } };
    assert.deepEqual(prices(book, change), expected, `${country} ${postalCode}`);
  }
  assert.deepEqual(prices(rulebook([method(10, [rate])]), { destination: { country: 'FR' } }), []);
});

test("options are cheapest first, then in the manager's order, and named in the shopper's language", () => {
  const rates = (price: number) => [byWeight(GERMANY.id, [step(undefined, price)])];
  const methods = [
    method(10, rates(990), { name: 'Express', translations: { de: 'Eilversand' } }),
    method(11, rates(490), { name: 'Standard', translations: { de: 'Standardversand', 'de-AT': 'Paket' } }),
    method(12, rates(490), { name: 'Green' }),
  ];
  const names = (locale: string) =>
    deliveryOptions(rulebook(methods), input({ locale: localeOf(locale) })).map(({ name }) => name);
  assert.deepEqual(names('en'), ['Standard', 'Green', 'Express']);
  assert.deepEqual(names('de-CH'), ['Standardversand', 'Green', 'Eilversand']);
  assert.deepEqual(names('de-AT'), ['Paket', 'Green', 'Eilversand']);
});

const anySteps = fc
  .uniqueArray(fc.record({ upTo: fc.nat(50_000), price: fc.nat(10_000) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ upTo }) => upTo,
  })
  .map((steps) => steps.toSorted((a, b) => a.upTo - b.upTo));

test('a price is never below zero, and a table that only rises never charges less for more weight', () => {
  const anyRate = fc.record({
    steps: anySteps,
    isRising: fc.boolean(),
    weight: fc.nat(60_000),
    more: fc.nat(60_000),
    free: fc.option(fc.nat(10_000), { nil: undefined }),
    value: fc.nat(10_000),
  });
  fc.assert(
    fc.property(anyRate, ({ steps, isRising, weight, more, free, value }) => {
      const sorted = steps.map(({ price }) => price).toSorted((a, b) => a - b);
      const used = steps.map(({ upTo, price }, index) => step(upTo, isRising ? (sorted[index] ?? 0) : price));
      const book = rulebook([method(10, [byWeight(GERMANY.id, used, free)])]);
      const priceOf = (weightGrams: number) =>
        prices(book, { goods: { weightGrams, valueMinor: BigInt(value) } })[0];
      const [light, heavy] = [priceOf(weight), priceOf(weight + more)];
      for (const price of [light, heavy]) assert.ok(price === undefined || price >= 0);
      if (light === undefined) return assert.equal(heavy, undefined);
      if (isRising && heavy !== undefined) assert.ok(heavy >= light);
    }),
  );
});

test('the order in which zones and methods are kept changes nothing but ties', () => {
  const methods = ZONES.map((one, index) => method(20 + index, [byWeight(one.id, [step(undefined, index)])]));
  const anyPlace = fc.constantFrom('DE 20457', 'DE 27498', 'DE 24103', 'DE 80331', 'US 95014', 'JP 1');
  fc.assert(
    fc.property(anyPlace, fc.shuffledSubarray(ZONES, { minLength: ZONES.length }), (place, zones) => {
      const [country = '', postalCode = ''] = place.split(' ');
      const change = { destination: { country, postalCode } };
      assert.deepEqual(prices(rulebook(methods, { zones }), change), prices(rulebook(methods), change));
    }),
  );
});

test('of every method it is said what becomes of it, and the offered ones are those that are chosen from', () => {
  const light = byWeight(GERMANY.id, [step(2_000, 490)]);
  const methods = [
    method(1, [light]),
    method(2, [light], { maxWeightGrams: 500 }),
    method(3, [light], { maxDimensions: { lengthMm: 100, widthMm: 100, heightMm: 100 } }),
    method(4, []),
    method(5, [byWeight(GERMANY.id, [step(900, 390)])]),
    method(6, [light], { kind: 'pickup', carrier: 'dhl' }),
  ];
  const rulebook = { version: 1n, zones: [GERMANY], methods, tables: [], pickupPoints: [] };
  const goods = {
    ...{ weightGrams: 1_000, valueMinor: 5_000n, quantity: 1, requiresShipping: true },
    maxDims: { lengthMm: 300, widthMm: 50, heightMm: 50 },
  };
  const input = { destination: { country: 'DE' }, currency: EUR, goods, locale: localeOf('en') };
  const outcomes = (change: object) =>
    explainDelivery(rulebook, { ...input, ...change }).items.map(({ outcome }) => outcome);
  assert.deepEqual(outcomes({}), [
    ...['offered', 'too_heavy', 'too_large', 'no_rate', 'beyond_steps', 'no_pickup_point'],
  ]);
  assert.deepEqual(new Set(outcomes({ destination: { country: 'FR' } })), new Set(['no_zone']));
  const letter = { goods: { ...goods, requiresShipping: false } };
  assert.deepEqual(new Set(outcomes(letter)), new Set(['nothing_to_ship']));
  const [option] = deliveryOptions(rulebook, input);
  assert.deepEqual(explainDelivery(rulebook, input).items[0]?.options, [option]);
});
