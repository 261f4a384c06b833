import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseQuery } from './parse-query.ts';

describe('what is wrong, where, and what was meant', () => {
  // The piece that is pointed at is between the brackets.
  const cases: readonly [written: string, code: string, message: string, suggestion?: string][] = [
    ['[]', 'unexpected', 'the query ends where FROM or SHOW is expected'],
    ['[SELECT] net_sales', 'unexpected', '"SELECT" stands where FROM or SHOW is expected'],
    [
      '[SHWO] net_sales',
      'unexpected',
      '"SHWO" stands where FROM or SHOW is expected; did you mean SHOW?',
      'SHOW',
    ],
    ['SHOW []', 'unexpected', 'the query ends where a measure is expected'],
    [
      'SHOW [net_slaes]',
      ...([
        'unknown_measure',
        '"net_slaes" stands where a measure is expected; did you mean net_sales?',
        'net_sales',
      ] as const),
    ],
    [
      'SHOW [revenue]',
      ...([
        'unknown_measure',
        '"revenue" stands where a measure is expected; did you mean net_sales?',
        'net_sales',
      ] as const),
    ],
    ['SHOW orders, [orders]', 'said_twice', 'orders is there twice'],
    ['SHOW orders [sessions]', 'unexpected', /^"sessions" stands where ,, WHERE, GROUP BY/.source],
    [
      'FROM [shop] SHOW orders',
      'unexpected',
      '"shop" stands where sales, sessions, marketing or payments is expected',
    ],
    [
      'FROM sales SHOW orders, [sessions]',
      'wrong_source',
      'sessions is of sessions: write FROM sales, sessions',
    ],
    [
      'SHOW orders GROUP BY [chanel]',
      ...([
        'unknown_dimension',
        '"chanel" stands where a dimension is expected; did you mean channel?',
        'channel',
      ] as const),
    ],
    [
      'SHOW sessions GROUP BY [product]',
      'not_together',
      'sessions and product do not go together: visits have no product',
    ],
    ['SHOW orders GROUP [channel]', 'unexpected', '"channel" stands where BY is expected'],
    ['SHOW orders GROUP BY channel, device, market, [country]', 'too_many', 'at most 3 may stand here'],
    [
      "SHOW orders WHERE country ['DE']",
      'unexpected',
      '"\'DE\'" stands where =, !=, <>, IN, NOT IN or CONTAINS is expected',
    ],
    ['SHOW orders WHERE country = [DE]', 'unexpected', '"DE" stands where a text of country is expected'],
    [
      "SHOW orders WHERE country IN ('DE', ['FR)]",
      'unclosed_text',
      'a text begins here and does not end: a quotation mark is missing',
    ],
    ["SHOW orders WHERE country IN ('DE'[]", 'unexpected', 'the query ends where , or ) is expected'],
    [
      'SHOW orders TIMESERIES [fortnight]',
      'unexpected',
      '"fortnight" stands where hour, day, week or month is expected',
    ],
    [
      'SHOW payment_fees TIMESERIES [hour]',
      'not_together',
      'payment_fees and hour do not go together: payment fees have no hour',
    ],
    ['SHOW orders DURING [last_27_days]', 'unexpected', /did you mean last_7_days\?$/.source, 'last_7_days'],
    ['SHOW orders SINCE [2026-02-30] UNTIL 2026-03-01', 'invalid_span', 'there is no 2026-02-30'],
    ['SHOW orders SINCE 2026-03-02 UNTIL [2026-03-01]', 'invalid_span', 'the span ends before it begins'],
    [
      'SHOW orders SINCE 2026-03-02 [2026-03-03]',
      'unexpected',
      '"2026-03-03" stands where UNTIL is expected',
    ],
    [
      'SHOW orders DURING today [SINCE] 2026-03-02 UNTIL 2026-03-03',
      'said_twice',
      /the days are given twice/.source,
    ],
    ['SHOW orders LIMIT 5 [LIMIT] 6', 'said_twice', 'LIMIT is there twice'],
    ['SHOW orders LIMIT [0]', 'invalid_number', 'a limit is 1 to 1000'],
    ['SHOW orders LIMIT [1.5]', 'invalid_number', 'a limit is 1 to 1000'],
    ['SHOW orders HAVING [orders] > 5', 'not_together', /HAVING needs GROUP BY/.source],
    [
      'SHOW orders GROUP BY device HAVING orders > [many]',
      'unexpected',
      '"many" stands where a number is expected',
    ],
    [
      'SHOW orders GROUP BY device HAVING orders > [1.1234567]',
      'invalid_number',
      '1.1234567 has too many digits',
    ],
    ['SHOW orders ORDER BY [channel]', 'not_together', 'rows are not of channel: write GROUP BY channel'],
    ['SHOW orders IN [XQQ]', 'unexpected', 'XQQ is no currency; one is EUR'],
    [
      'SHOW ad_spend MARKET [de]',
      'not_together',
      'ad_spend and market do not go together: ad spend have no market',
    ],
    ['SHOW orders VISUALIZE [pie]', 'unexpected', '"pie" stands where line, bar or table is expected'],
    ['SHOW orders COMPARE [previous]', 'unexpected', '"previous" stands where TO is expected'],
    ['SHOW orders [;] DROP TABLE sale', 'unexpected', /^";" stands where/.source],
    [
      'SHOW net_sales, [product_views] GROUP BY product',
      'not_together',
      'product_views and currency do not go together: looks at products have no currency',
    ],
  ];
  for (const [written, code, message, suggestion] of cases) {
    test(written, () => {
      const at = written.indexOf('[');
      const read = parseQuery(written.replace('[', '').replace(']', ''));
      assert.ok(!read.ok);
      const { refusal } = read;
      assert.deepEqual([refusal.code, refusal.at, refusal.length], [code, at, written.indexOf(']') - at - 1]);
      assert.match(refusal.message, new RegExp(message === refusal.message ? '' : message));
      assert.equal(refusal.suggestion, suggestion);
    });
  }
});
