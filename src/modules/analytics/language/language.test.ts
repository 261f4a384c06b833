import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import type { Bound, Filter } from '../explore/ask.ts';
import { reportOfAsk } from '../explore/report-of-ask.ts';
import { dimensionsOf } from '../explore/together.ts';
import { askOf } from './ask-of.ts';
import { completionsAt } from './complete.ts';
import { daysOfSpan } from './days-of-span.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import type { Query } from './query.ts';
import { CHARTS, COMPARISONS, GRAINS, MEASURE_IDS, SPAN_NAMES } from './words.ts';

const EVERYTHING =
  "FROM sales SHOW net_sales, orders WHERE country IN ('DE', 'FR') AND title CONTAINS 'O''Neill' GROUP BY channel " +
  'TIMESERIES week DURING last_28_days COMPARE TO last_year HAVING orders >= 10 ORDER BY net_sales DESC LIMIT 50 IN EUR ' +
  'MARKET de VISUALIZE bar';

test('a query is read as it is written', () => {
  const text = EVERYTHING.replace(" AND title CONTAINS 'O''Neill'", " AND source CONTAINS 'O''Neill'");
  assert.deepEqual(parseQuery(text), {
    ok: true,
    value: {
      measures: ['net_sales', 'orders'],
      where: [
        { dimension: 'country', is: 'one_of', values: ['DE', 'FR'] },
        { dimension: 'source', is: 'contains', values: ["O'Neill"] },
      ],
      ...{ by: ['channel'], grain: 'week', span: 'last_28_days', compare: 'last_year' },
      having: [{ measure: 'orders', is: 'at_least', value: '10' }],
      sort: { by: 'net_sales', descending: true },
      ...{ limit: 50, currency: 'EUR', market: 'de', chart: 'bar' },
    },
  });
});

test('case, spaces and the order of clauses say nothing', () => {
  const short = expectOk(parseQuery('show net_sales\n  limit 5 during TODAY group by Channel'));
  assert.equal(printQuery(short), 'FROM sales SHOW net_sales GROUP BY channel DURING today LIMIT 5');
  assert.equal(
    printQuery(expectOk(parseQuery('SHOW sessions'))),
    'FROM sessions SHOW sessions DURING last_28_days',
  );
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !value.includes('\0')),
  fc.constantFrom('', "'", "''", "' OR '1'='1", 'DE', '\n', 'WHERE'),
);

const PLAIN = { noNullPrototype: true } as const;

const queries: fc.Arbitrary<Query> = fc
  .uniqueArray(fc.constantFrom(...MEASURE_IDS.filter((id) => !id.startsWith('product_'))), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((measures) => {
    const known = dimensionsOf(measures).filter((id) => id !== 'market');
    const values = fc.array(text, { minLength: 1, maxLength: 4 });
    const filters = fc.record<Filter>(
      {
        dimension: fc.constantFrom(...(known.length > 0 ? known : ['none'])),
        is: fc.constantFrom('one_of', 'none_of', 'contains'),
        values,
      },
      PLAIN,
    );
    const bounds = fc.record<Bound>(
      {
        measure: fc.constantFrom(...measures),
        is: fc.constantFrom('above', 'at_least', 'below', 'at_most'),
        value: fc.constantFrom('0', '-1', '12.5', '0.25', '100000'),
      },
      PLAIN,
    );
    const days = fc
      .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 400 }))
      .map(([from, more]) => {
        const first = Temporal.PlainDate.from('2020-01-01').add({ days: from });
        return { from: first.toString(), to: first.add({ days: more }).toString() };
      });
    return fc.subarray(known, { maxLength: Math.min(3, known.length) }).chain((by) =>
      fc.record<Query, 'measures' | 'by' | 'where' | 'having' | 'span'>(
        {
          ...{ measures: fc.constant(measures), by: fc.constant(by) },
          where: known.length > 0 ? fc.array(filters, { maxLength: 3 }) : fc.constant([]),
          having: by.length > 0 ? fc.array(bounds, { maxLength: 2 }) : fc.constant([]),
          span: fc.oneof(fc.constantFrom(...SPAN_NAMES), days),
          grain: fc.constantFrom(...GRAINS.filter((grain) => grain !== 'hour')),
          compare: fc.constantFrom(...COMPARISONS),
          currency: fc.constantFrom(currencyOf('EUR'), currencyOf('JPY')),
          sort: fc.record({ by: fc.constantFrom(...measures, ...by), descending: fc.boolean() }, PLAIN),
          limit: fc.integer({ min: 1, max: 1_000 }),
          chart: fc.constantFrom(...CHARTS),
          ...(dimensionsOf(measures).includes('market') ? { market: text } : {}),
        },
        { ...PLAIN, requiredKeys: ['measures', 'by', 'where', 'having', 'span'] },
      ),
    );
  });

test('what is printed is read as the same query again, and can be asked', () => {
  fc.assert(
    fc.property(queries, (query) => {
      assert.deepEqual(parseQuery(printQuery(query)), { ok: true, value: query });
      const today = Temporal.PlainDate.from('2026-11-27');
      const asked = { ...query, where: query.where.filter(({ values }) => !values.includes('')) };
      assert.equal(reportOfAsk(askOf(asked, today)).ok, true);
    }),
    { numRuns: 300 },
  );
});

test('no text is too strange to be refused', () => {
  const piece = fc.constantFrom(
    ...EVERYTHING.split(' '),
    "'",
    '(',
    ',',
    '%',
    '2026-02-31',
    '1.2.3',
    '\0',
    '🛒',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(200), (pieces, offset) => {
      const written = pieces.join(' ');
      const read = parseQuery(written);
      if (!read.ok) {
        const { at, length, found, message } = read.refusal;
        assert.equal(written.slice(at, at + length), found);
        assert.ok(message.length > 10);
      }
      const { from, to } = completionsAt(written, Math.min(offset, written.length));
      assert.ok(from <= to && to <= written.length);
    }),
    { numRuns: 500 },
  );
});

test('what can be written next', () => {
  // The cursor is at the bar.
  const cases: readonly [written: string, first: readonly string[], replaced: string][] = [
    ['|', ['FROM', 'SHOW'], ''],
    ['FROM |', ['sales', 'sessions', 'marketing', 'payments'], ''],
    ['SHOW net|', ['net_sales'], 'net'],
    ['FROM marketing SHOW |', ['ad_spend'], ''],
    ['SHOW rate|', ['discount_rate', 'unit_return_rate'], 'rate'],
    ['SHOW net_sales G|RO', ['GROUP BY'], 'GRO'],
    ['SHOW sessions GROUP BY ch|', ['channel'], 'ch'],
    ['SHOW sessions GROUP BY prod|', [], 'prod'],
    ['SHOW orders DURING last_2|', ['last_28_days'], 'last_2'],
    ['SHOW orders TIMESERIES |', ['hour', 'day', 'week', 'month'], ''],
    ['SHOW orders, net_sales GROUP BY device HAVING |', ['orders', 'net_sales'], ''],
    ['SHOW nonsense GROUP BY |', [], ''],
  ];
  for (const [written, first, replaced] of cases) {
    const offset = written.indexOf('|');
    const whole = written.replace('|', '');
    const { choices, from, to } = completionsAt(whole, offset);
    assert.deepEqual(
      choices.slice(0, first.length || 1).map(({ text: one }) => one),
      first,
      written,
    );
    assert.equal(whole.slice(from, to), replaced, written);
  }
  const measure = completionsAt('SHOW net_', 9).choices[0];
  assert.equal(measure?.about, 'Gross sales − discounts − returns made in the span.');
  const values = completionsAt("SHOW orders WHERE country IN ('DE', 'F", 38);
  assert.deepEqual(values.values, { dimension: 'country', typed: 'F' });
  assert.equal(values.from, 36);
});

test('days that have a name', () => {
  const cases = [
    ['today', '2026-11-27', '2026-11-27'],
    ['yesterday', '2026-11-26', '2026-11-26'],
    ['last_7_days', '2026-11-21', '2026-11-27'],
    ['last_365_days', '2025-11-28', '2026-11-27'],
    ['this_week', '2026-11-23', '2026-11-27'],
    ['last_week', '2026-11-16', '2026-11-22'],
    ['this_month', '2026-11-01', '2026-11-27'],
    ['last_month', '2026-10-01', '2026-10-31'],
    ['this_quarter', '2026-10-01', '2026-11-27'],
    ['last_quarter', '2026-07-01', '2026-09-30'],
    ['this_year', '2026-01-01', '2026-11-27'],
    ['last_year', '2025-01-01', '2025-12-31'],
  ] as const;
  for (const [name, from, to] of cases) assert.deepEqual(daysOfSpan(name, '2026-11-27'), { from, to }, name);
  assert.deepEqual(daysOfSpan('this_week', '2026-11-29'), { from: '2026-11-23', to: '2026-11-29' });
  assert.deepEqual(daysOfSpan('last_quarter', '2026-02-10'), { from: '2025-10-01', to: '2025-12-31' });
});

test('a quarter may be written as 25 %', () => {
  const cases = [
    ['25%', '0.25'],
    ['2.5%', '0.025'],
    ['100%', '1'],
    ['-3%', '-0.03'],
    ['1234.5%', '12.345'],
  ];
  for (const [written, value] of cases) {
    const read = expectOk(parseQuery(`SHOW margin_rate GROUP BY product HAVING margin_rate < ${written}`));
    assert.equal(read.having[0]?.value, value);
  }
});
