import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCardNumbers } from './card-numbers.ts';
import { idFrom } from './id.ts';

// Made here and not written down, so that no file of the shop holds a card number.
const visa = `4242${'4242'.repeat(3)}`;
const amex = `3782${'822463'}${'10005'}`;
const grouped = (separator: string) => (visa.match(/.{4}/g) ?? []).join(separator);

const TABLE: readonly (readonly [what: string, text: string, found: number])[] = [
  ['a card number alone', visa, 1],
  ['with spaces', grouped(' '), 1],
  ['with hyphens', grouped('-'), 1],
  ['with no-break spaces', grouped('\u00a0'), 1],
  ['in JSON', JSON.stringify({ number: visa }), 1],
  ['in a sentence, after another number', `order 12 ${grouped(' ')} please`, 1],
  ['15 digits in groups of 4, 6 and 5', `${amex.slice(0, 4)} ${amex.slice(4, 10)} ${amex.slice(10)}`, 1],
  ['two of them', `${visa}, ${amex}`, 2],
  ['a wrong last digit', `${visa.slice(0, -1)}3`, 0],
  ['part of a longer run of digits', `99999${visa}`, 0],
  ['milliseconds since 1970', '1764153600000', 0],
  ['a UUID', '019ab8e4-42f0-7c3d-9a10-4f2d35c6e7a1', 0],
  // One in sixteen of the ids made in that millisecond has digits in groups as a card's.
  ['a UUID with digits as a card has them', '01a22490-3910-7741-8477-923ec5c44bb4', 0],
  ['such a UUID in a sentence', 'method 01a22490-3910-7606-98d5-2af100524792, please', 0],
  ['a card number beside such a UUID', `01a22490-3910-7744-baec-9ac8230dffb3 ${visa}`, 1],
  ['a token', 'tok_visa', 0],
  ['an amount, a date, a phone', '1999.00 2026-11-26 +49 30 901820', 0],
];

for (const [what, text, found] of TABLE) {
  test(`${what}: ${found}`, () => assert.equal(findCardNumbers(text).length, found));
}

test('where it is found is where it stands', () => {
  const text = `card ${grouped(' ')}.`;
  const [found] = findCardNumbers(text);
  assert.equal(text.slice(found?.index, (found?.index ?? 0) + (found?.length ?? 0)), grouped(' '));
});

test('no id is taken for a card number, in whatever millisecond it was made', () => {
  const unlucky = Temporal.Instant.from('2026-11-28T23:49:21.296Z').epochMilliseconds;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.nat({ max: 0x7ff }), (random, count) => {
      random.set([count >> 8, count & 0xff]);
      assert.deepEqual(findCardNumbers(idFrom(unlucky, random)), []);
    }),
    { numRuns: 1_000 },
  );
});
