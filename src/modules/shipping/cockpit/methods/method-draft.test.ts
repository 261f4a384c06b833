import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Method } from '../words.ts';
import { draftOf, newMethod, newRate, sentMethod } from './method-draft.ts';

const five = { amount: '5.00', currency: 'EUR' };
const method: Method = {
  ...{ id: '0195', code: 'parcel', name: 'Parcel', kind: 'delivery', translations: { de: 'Paket' } },
  ...{ carrier: 'dhl', taxClass: '', isTaxedLikeGoods: true, minDays: 1, maxDays: 2, cutOff: '14:00' },
  ...{ maxWeightGrams: 31_500, maxDimensions: { lengthMm: 1200, widthMm: 600, heightMm: 600 } },
  ...{ isActive: true, position: 3 },
  rates: [
    {
      ...{ zoneId: 'z1', currency: 'EUR', basis: 'value', freeFrom: five },
      steps: [{ upTo: 4_999, price: five }, { price: five }],
    },
    { zoneId: 'z2', currency: 'EUR', basis: 'carrier', tableId: 't1', surcharge: five },
  ],
};

test('a method that is opened and saved again is the same', () => {
  const { id: _, translations, ...rest } = method;
  const sent = { ...rest, translations: [{ locale: 'de', name: translations['de'] }] };
  assert.deepEqual(sentMethod(draftOf(method)), sent);
});

test('a value is typed as an amount and sent as the API counts it', () => {
  const [first] = draftOf(method).rates;
  assert.deepEqual(first?.steps[0], { upTo: '49.99', price: '5.00' });
});

test('what is left empty is left out, and a step without an end is one', () => {
  const rate = { ...newRate('z1', 'JPY'), steps: [{ upTo: '', price: '500' }] };
  const body = sentMethod({ ...newMethod(1), code: 'a', name: 'A', rates: [rate] });
  assert.deepEqual(Object.keys(body).toSorted(), [
    ...[
      'code',
      'isActive',
      'isTaxedLikeGoods',
      'kind',
      'name',
      'position',
      'rates',
      'taxClass',
      'translations',
    ],
  ]);
  assert.deepEqual(body.rates, [
    {
      ...{ zoneId: 'z1', currency: 'JPY', basis: 'weight' },
      steps: [{ price: { amount: '500', currency: 'JPY' } }],
    },
  ]);
});
