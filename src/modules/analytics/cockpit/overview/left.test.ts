import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, Value } from '../report.ts';
import { costKnownIn, linesLeft } from './left.ts';

const MONEY = [
  ...['net_sales', 'cost_of_goods', 'contribution_margin_1', 'payment_fees', 'contribution_margin_2'],
  ...['ad_spend', 'contribution_margin_3'],
];
const CHOICE = { currency: 'EUR', until: '2026-11-02' };

function contribution(values: Readonly<Record<string, Value>>): Report {
  const span = { from: '2026-11-01', to: '2026-11-02' };
  const measure = (id: string) => ({ id, kind: 'money' as const, about: '', timeRule: '' });
  return {
    ...{ id: 'contribution', titleKey: '', about: '', zone: 'UTC', span, dimensions: [], isCut: false },
    measures: [...MONEY.map(measure), { ...measure('mer'), kind: 'number' }],
    rows: [],
    totals: [{ of: {}, currency: 'EUR', values: values as Report['totals'][number]['values'] }],
  };
}

const KNOWN = {
  ...{ net_sales: '100.00', cost_of_goods: '40.00', contribution_margin_1: '60.00', payment_fees: '2.00' },
  ...{ contribution_margin_2: '58.00', ad_spend: '8.00', contribution_margin_3: '50.00', mer: 15.2 },
  cost_known_share: 0.9,
};

test('each line is told with its part of net sales, down to what is left after advertising', () => {
  const lines = linesLeft(contribution(KNOWN), CHOICE);
  assert.deepEqual(
    lines.map(({ line, id, share, value }) => [line, id, share, value]),
    [
      ['sold', 'net_sales', 1, '€100.00'],
      ['goods', 'cost_of_goods', 0.4, '€40.00'],
      ['gross', 'contribution_margin_1', 0.6, '€60.00'],
      ['fees', 'payment_fees', 0.02, '€2.00'],
      ['ads', 'ad_spend', 0.08, '€8.00'],
      ['contribution', 'contribution_margin_3', 0.5, '€50.00'],
      ['mer', 'mer', undefined, '15.2'],
    ],
  );
  assert.equal(costKnownIn(contribution(KNOWN), 'EUR'), 0.9);
});

test('where nobody knows what advertising cost, it ends before advertising', () => {
  const lines = linesLeft(
    contribution({ ...KNOWN, ad_spend: null, contribution_margin_3: null, mer: null }),
    CHOICE,
  );
  const [ads, left, mer] = lines.slice(-3);
  assert.deepEqual([ads?.value, ads?.share], ['–', undefined]);
  assert.deepEqual([left?.id, left?.value, left?.share], ['contribution_margin_2', '€58.00', 0.58]);
  assert.equal(mer?.value, '–');
});

test('of no sales there is no part', () => {
  const shares = linesLeft(contribution({ ...KNOWN, net_sales: '0.00' }), CHOICE).map(({ share }) => share);
  assert.ok(shares.every((share) => share === undefined));
});
