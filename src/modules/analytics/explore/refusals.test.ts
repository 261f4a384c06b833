import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { aTrade, ODD_SOURCE } from '../testing/a-trade.ts';
import { aWarehouse, span } from '../testing/a-warehouse.ts';
import type { Ask, Filter } from './ask.ts';
import { drillAsk, runAsk } from './run-ask.ts';

const shop = await aWarehouse(aTrade);

function asking(more: Partial<Ask>): Ask {
  return { measures: ['net_sales'], by: [], span: span('2026-03-01', '2026-04-30'), where: [], ...more };
}

async function answered(more: Partial<Ask>) {
  return expectOk(await runAsk(shop, asking(more)));
}

test('what cannot be asked is refused by the word that is wrong', async () => {
  const cases: readonly [wrong: Partial<Ask>, code: string, field: string | undefined][] = [
    [{ measures: ['weather'] }, 'unknown_measure', 'weather'],
    [{ measures: [] }, 'invalid_ask', 'measures'],
    [{ by: ['moon'] }, 'unknown_dimension', 'moon'],
    [{ by: ['time'] }, 'unknown_dimension', 'time'],
    [{ by: ['channel', 'device', 'country', 'market'] }, 'invalid_ask', 'by'],
    [{ measures: ['sessions'], by: ['product'] }, 'not_together', 'product'],
    [{ measures: ['net_sales', 'conversion_rate'], by: ['brand'] }, 'not_together', 'brand'],
    [
      { measures: ['payment_fees'], grain: 'hour', span: span('2026-03-01', '2026-03-01') },
      'not_together',
      'hour',
    ],
    [{ measures: ['ad_spend'], market: 'eu' }, 'not_together', 'market'],
    [{ measures: ['product_views', 'net_sales'], by: ['product'] }, 'not_together', 'currency'],
    [{ measures: ['product_views'], currency: currencyOf('EUR') }, 'not_together', 'currency'],
    [{ where: [{ dimension: 'mood', is: 'one_of', values: ['x'] }] }, 'unknown_dimension', 'mood'],
    [{ where: [{ dimension: 'country', is: 'one_of', values: [] }] }, 'invalid_filter', 'country'],
    [{ where: [{ dimension: 'country', is: 'one_of', values: ['D\0E'] }] }, 'invalid_filter', 'country'],
    [
      { where: [{ dimension: 'country', is: 'one_of', values: ['x'.repeat(10_000)] }] },
      'invalid_filter',
      'country',
    ],
    [{ where: [{ dimension: 'country', is: 'contains', values: [''] }] }, 'invalid_filter', 'country'],
    [{ sort: { by: '1; drop table sale', descending: true } }, 'invalid_ask', '1; drop table sale'],
    [
      { by: ['country'], having: [{ measure: 'orders', is: 'above', value: '1 or 1' }] },
      'invalid_filter',
      'orders',
    ],
    [{ having: [{ measure: 'orders', is: 'above', value: '1' }] }, 'invalid_filter', 'orders'],
    [{ span: span('2026-03-02', '2026-03-01') }, 'invalid_span', 'to'],
    [{ grain: 'hour' }, 'invalid_span', 'from'],
  ];
  for (const [wrong, code, field] of cases) {
    const answer = await runAsk(shop, asking(wrong));
    assert.deepEqual(answer.ok ? 'ok' : [answer.refusal.code, answer.refusal.field], [code, field]);
  }
});

test('a text is only ever a text', async () => {
  const orders = async (is: Filter['is'], values: readonly string[]) =>
    (await answered({ measures: ['orders'], where: [{ dimension: 'source', is, values }] })).totals[0]
      ?.values['orders'];
  const odd = await orders('one_of', [ODD_SOURCE]);
  assert.ok(Number(odd) > 0);
  assert.equal(await orders('contains', ["O'NEILL; DROP"]), odd);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !text.includes('\0')),
      async (text) => {
        assert.equal(await orders('one_of', [text, "' or '1' = '1"]), 0n);
        assert.equal(await orders('contains', ['%', `${text}'`]), 0n);
      },
    ),
    { numRuns: 30 },
  );
  const row = { of: { source: "x' or true or '" }, currency: currencyOf('EUR') };
  const ask = asking({ by: ['source'] });
  assert.deepEqual(await drillAsk(shop, ask, { row, limit: 10 }), { ok: true, value: [] });
});
