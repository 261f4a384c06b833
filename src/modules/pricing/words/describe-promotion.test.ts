import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localeOf } from '../../../kernel/index.ts';
import { parsePromotion } from '../promotions/parse-promotion.ts';
import { anyRulebook } from '../testing/any-quote.ts';
import { describePromotion, type NamesOf } from './describe-promotion.ts';

const NAMES: Readonly<Record<string, string>> = {
  'collection c1': 'Summer',
  'brand b1': 'Halden',
  'market eu': 'Europe',
};
const nameOf: NamesOf = (kind, id) => NAMES[`${kind} ${id}`];
const TOTE = '0198f5b2-7c1d-7aaa-8bbb-000000000001';

function say(locale: string, sent: object, codes: readonly string[] = []): string {
  const parsed = parsePromotion({ name: 'P', trigger: 'automatic', lane: 2, ...sent });
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return describePromotion(parsed.value, { locale: localeOf(locale), nameOf, codes }).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );
}

const SUMMER = {
  trigger: 'code',
  benefits: [
    {
      ...{ kind: 'percent_off', per: 'order', rateMillionths: 200_000 },
      goods: { anyOf: [{ collections: ['c1'] }], noneOf: [{ brands: ['b1'] }] },
    },
  ],
  conditions: { minimum: { value: { EUR: '50.00' } }, markets: ['eu'], isFirstOrder: true },
  limits: { usesPerCustomer: 1 },
};

test('a promotion is told in a sentence, in each language', () => {
  const rows: readonly (readonly [locale: string, sentence: string])[] = [
    [
      'en',
      '20% off products in Summer except products by Halden, when the cart has everything worth €50.00 or more, ' +
        'in Europe, on a first order, with the code SUMMER, once per customer.',
    ],
    [
      'de',
      '20 % Rabatt auf Produkte in Summer außer Produkte von Halden, wenn der Warenkorb alles für mindestens 50,00 € ' +
        'enthält, in Europe, bei der ersten Bestellung, mit dem Code SUMMER, einmal je Kunde.',
    ],
    [
      'fr',
      '20 % de remise sur les produits de Summer sauf les produits de la marque Halden, si le panier contient au moins ' +
        '50,00 € d’achats (tout), sur le marché Europe, pour une première commande, avec le code SUMMER, 1 fois par client.',
    ],
    [
      'es',
      '20 % de descuento en los productos de Summer excepto los productos de la marca Halden, si el carrito contiene al ' +
        'menos 50,00 € (todo), en Europe, en el primer pedido, con el código SUMMER, una vez por cliente.',
    ],
  ];
  for (const [locale, sentence] of rows) assert.equal(say(locale, SUMMER, ['SUMMER']), sentence);
});

test('every kind of benefit has its words', () => {
  const half = { rateMillionths: 500_000 };
  const rows: readonly (readonly [benefit: object, words: string])[] = [
    [
      { kind: 'percent_off', per: 'item', rateMillionths: 100_000, most: { EUR: '9.00' } },
      '10% off each piece of everything (at most €9.00).',
    ],
    [{ kind: 'amount_off_order', amount: { EUR: '5.00' } }, '€5.00 off everything.'],
    [
      { kind: 'amount_off_item', amount: { EUR: '1.00' }, goods: { isFullPriceOnly: true } },
      '€1.00 off each piece of everything that is not reduced already.',
    ],
    [{ kind: 'fixed_price', price: { EUR: '3.00' } }, 'Everything for €3.00 each.'],
    [
      { kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, rateMillionths: 1_000_000, mostTimes: 1 },
      'Buy 2 of everything, get 1 of everything for free (once an order).',
    ],
    [
      { kind: 'buy_x_get_y', buyQuantity: 2, getQuantity: 1, ...half },
      'Buy 2 of everything, get 1 of everything at 50% off.',
    ],
    [
      {
        kind: 'tiers',
        by: 'quantity',
        tiers: [
          { from: 3, off: half },
          { from: 5, off: { amount: { EUR: '9.00' } } },
        ],
      },
      '50% off from 3 pieces and €9.00 off from 5 pieces on everything.',
    ],
    [{ kind: 'free_delivery' }, 'Free delivery.'],
    [{ kind: 'free_delivery', upTo: { EUR: '4.90' } }, 'Up to €4.90 off delivery.'],
    [{ kind: 'gift', variantId: TOTE, quantity: 1 }, `1 × ${TOTE} as a gift.`],
  ];
  for (const [benefit, words] of rows) assert.equal(say('en', { benefits: [benefit] }), words);
});

test('a schedule is told by the clocks of the shop', () => {
  const schedule = {
    startsAt: '2026-12-01T00:00',
    endsAt: '2026-12-24T18:00',
    weekdays: [1, 7],
    hours: { from: '17:00', to: '19:00' },
  };
  const sentence = say('en', { benefits: [{ kind: 'free_delivery' }], conditions: { schedule } });
  assert.equal(
    sentence,
    'Free delivery, from Dec 1, 2026, 12:00 AM, until Dec 24, 2026, 6:00 PM, on Monday and Sunday, between 5:00 PM and 7:00 PM.',
  );
});

test('whatever a promotion is, it is one sentence in every language', () => {
  fc.assert(
    fc.property(anyRulebook(), fc.constantFrom('en', 'de', 'fr', 'es', 'ja'), ({ promotions }, locale) => {
      for (const promotion of promotions) {
        const sentence = describePromotion(promotion, { locale: localeOf(locale), nameOf });
        assert.match(sentence, /^\P{Ll}.*\.$/su);
        assert.doesNotMatch(sentence, /undefined|\[object|NaN|, ,/);
      }
    }),
  );
});
