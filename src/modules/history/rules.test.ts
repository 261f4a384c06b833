import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, toDecimal } from '../../kernel/index.ts';
import { headerOf } from '../exchange/index.ts';
import { type ClassRule, classifier } from './classes/class-of.ts';
import { exactText, millionthsOf, roundedMoney } from './exact.ts';
import { mappingProblem, parseMapping, suggestMapping } from './formats/mapping.ts';
import { countryOf } from './read/country.ts';
import { customerKeyOf } from './read/customer-key.ts';
import { momentReader } from './read/moment.ts';
import { type Candidate, matchRefunds } from './refunds/match-refunds.ts';

test('amounts keep six places, more are refused, and a sum is rounded once', () => {
  const table = [
    ['2.55', 2_550_000n],
    ['-0.001', -1_000n],
    ['7', 7_000_000n],
    ['1.2345670000', 1_234_567n],
    ['1.2345671', undefined],
    ['1234567890123', undefined],
    ['1e-5', undefined],
    ['', undefined],
  ] as const;
  for (const [text, expected] of table) assert.equal(millionthsOf(text), expected, text);
  const [GBP, JPY, KWD] = ['GBP', 'JPY', 'KWD'].map(currencyOf);
  assert.ok(GBP && JPY && KWD);
  assert.equal(toDecimal(roundedMoney(9_747_747_934_000n, GBP)), '9747747.93');
  assert.equal(toDecimal(roundedMoney(-5_000n, GBP)), '-0.01');
  assert.equal(toDecimal(roundedMoney(499_999n, JPY)), '0');
  assert.equal(toDecimal(roundedMoney(1_234_500n, KWD)), '1.235');
});

test('an amount’s exact text is read as the same amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (amount) => {
      assert.equal(millionthsOf(exactText(amount)), amount);
    }),
  );
});

test('moments are read as they stand in the zone, and a day that may be two is refused', () => {
  const table = [
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00Z', '2010-12-01'],
    ['2011-07-01T08:26', '2011-07-01T07:26:00Z', '2011-07-01'],
    ['2011-07-01', '2011-06-30T23:00:00Z', '2011-07-01'],
    ['2024-01-15 23:30:00 -0500', '2024-01-16T04:30:00Z', '2024-01-16'],
    ['2024-01-15 23:30:00+00', '2024-01-15T23:30:00Z', '2024-01-15'],
    ['2024-07-15T23:30:00Z', '2024-07-15T23:30:00Z', '2024-07-16'],
    ['1.12.2010 8:26', '2010-12-01T08:26:00Z', '2010-12-01'],
    ['12/13/2010 1:05 PM', '2010-12-13T13:05:00Z', '2010-12-13'],
    ['13/12/2010', '2010-12-13T00:00:00Z', '2010-12-13'],
    ['12/12/2010', '2010-12-12T00:00:00Z', '2010-12-12'],
    // Clocks went from 1:00 to 2:00 on that night.
    ['2011-03-27 01:30', '2011-03-27T01:30:00Z', '2011-03-27'],
    ['12/1/2010 8:26', 'ambiguous_date', ''],
    ['2010-02-30', 'not_a_date', ''],
    ['0010-12-01', 'not_a_date', ''],
    ['soon', 'not_a_date', ''],
  ] as const;
  const read = momentReader('Europe/London');
  for (const [text, at, day] of table) {
    for (const reading of [read(text), read(text)]) {
      const found = reading.ok ? [`${reading.moment.at}`, `${reading.moment.day}`] : [reading.code, ''];
      assert.deepEqual(found, [at, day], text);
    }
  }
  const day = (order: 'dmy' | 'mdy') => {
    const reading = momentReader('UTC', order)('12/1/2010');
    return reading.ok && reading.moment.day.toString();
  };
  assert.deepEqual([day('dmy'), day('mdy')], ['2010-01-12', '2010-12-01']);
});

test('a rule for the whole SKU comes before a pattern, the longer pattern before the shorter', () => {
  const rules: ClassRule[] = [
    { pattern: 'post', class: 'delivery' },
    { pattern: 'gift*', class: 'adjustment' },
    { pattern: 'gift_0001*', class: 'discount' },
    { pattern: 'a.b*', class: 'fee' },
  ];
  const classOf = classifier(rules);
  const sold = { quantity: 1, hasPrice: true, hasCustomer: true };
  const table = [
    [{ ...sold, sku: 'POST' }, 'delivery'],
    [{ ...sold, sku: 'POSTER' }, 'goods'],
    [{ ...sold, sku: 'GIFT_0001_20' }, 'discount'],
    [{ ...sold, sku: 'gift_9' }, 'adjustment'],
    [{ ...sold, sku: 'A.Bc' }, 'fee'],
    [{ ...sold, sku: 'AxBc' }, 'goods'],
    [{ ...sold, sku: '85123A', quantity: -1 }, 'goods'],
    [{ ...sold, sku: '85123A', hasPrice: false }, 'goods'],
    [{ ...sold, sku: '85123A', hasPrice: false, hasCustomer: false }, 'adjustment'],
    [{ ...sold, sku: '85123A', hasPrice: false, quantity: -1 }, 'adjustment'],
    [{ ...sold, sku: 'POST', hasPrice: false, hasCustomer: false }, 'delivery'],
  ] as const;
  for (const [line, expected] of table) assert.equal(classOf(line), expected, JSON.stringify(line));
});

test('countries become codes where they are some, and e-mail addresses are not kept', () => {
  const table = [
    ['United Kingdom', 'GB'],
    ['EIRE', 'IE'],
    [' deutschland ', 'DE'],
    ['fr', 'FR'],
    ['Channel Islands', 'Channel Islands'],
    ['XQ', 'XQ'],
    ['', undefined],
  ] as const;
  for (const [text, expected] of table) assert.equal(countryOf(text), expected, text);
  assert.equal(customerKeyOf(' 17850 '), '17850');
  assert.equal(customerKeyOf('  '), undefined);
  assert.match(customerKeyOf('Ada@Example.com') ?? '', /^[0-9a-f]{64}$/);
  assert.equal(customerKeyOf('Ada@Example.com'), customerKeyOf(' ada@example.COM '));
});

test('a mapping names fields and columns that are there, each once', () => {
  const header = headerOf(['InvoiceNo', 'Unit Price, net', 'Quantity', 'Invoice Date']);
  assert.deepEqual(parseMapping('date=Invoice Date,price=Unit Price, net,order=InvoiceNo'), {
    ...{ date: 'Invoice Date', price: 'Unit Price, net', order: 'InvoiceNo' },
  });
  for (const [text, problem] of [
    ['when=Date', /"when" is no field; there are date, order/],
    ['date=', /Which column is date\?/],
    ['date=A,date=B', /date is mapped twice/],
  ] as const) {
    assert.match(String(parseMapping(text)), problem);
  }
  assert.match(mappingProblem({ date: 'Day' }, header) ?? '', /no column "Day", which date is mapped to/);
  assert.match(mappingProblem({ order: 'invoiceno' }, header) ?? '', /needs date and quantity and price/);
  assert.deepEqual(suggestMapping(header), {
    ...{ date: 'Invoice Date', order: 'InvoiceNo', quantity: 'Quantity' },
  });
});

const hour = (hours: number) => Temporal.Instant.fromEpochMilliseconds(hours * 3_600_000);
const candidate = (id: number, kind: Candidate['kind'], hours: number, pieces: number): Candidate => ({
  ...{ id: BigInt(id), kind, happenedAt: hour(hours), pieces },
});

test('a refund takes back the latest sale before it that has enough pieces left', () => {
  const of = (...candidates: Candidate[]) =>
    matchRefunds(candidates).map(({ refund, sale }) => [Number(refund), Number(sale)]);
  const [small, large] = [candidate(1, 'sale', 1, 5), candidate(2, 'sale', 2, 12)];
  assert.deepEqual(of(small, large, candidate(3, 'refund', 3, 4)), [[3, 2]]);
  assert.deepEqual(of(large, candidate(3, 'refund', 3, 10), candidate(4, 'refund', 4, 3)), [[3, 2]]);
  assert.deepEqual(of(small, large, candidate(3, 'refund', 3, 10), candidate(4, 'refund', 4, 3)), [
    [3, 2],
    [4, 1],
  ]);
  assert.deepEqual(of(small, candidate(3, 'refund', 1, 1)), [], 'of the same moment');
  assert.deepEqual(of(candidate(3, 'refund', 0, 1), small), [], 'before the sale');
  assert.deepEqual(of(small, large, candidate(3, 'refund', 3, 17)), [], 'of two sales together');
});

test('no sale gives back more than it had, and no refund takes two sales', () => {
  const some = fc.array(
    fc.record({ isSale: fc.boolean(), hours: fc.nat(20), pieces: fc.integer({ min: 1, max: 9 }) }),
  );
  fc.assert(
    fc.property(some, (drawn) => {
      const candidates = drawn
        .toSorted((a, b) => a.hours - b.hours)
        .map(({ isSale, hours, pieces }, id) => candidate(id, isSale ? 'sale' : 'refund', hours, pieces));
      const matches = matchRefunds(candidates);
      assert.equal(new Set(matches.map(({ refund }) => refund)).size, matches.length);
      for (const { id, kind, pieces } of candidates) {
        const back = matches
          .filter(({ sale }) => sale === id)
          .reduce((sum, { refund }) => sum + (candidates[Number(refund)]?.pieces ?? 0), 0);
        assert.ok(back === 0 || (kind === 'sale' && back <= pieces));
      }
    }),
  );
});
