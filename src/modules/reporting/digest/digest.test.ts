import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { ReportAnswer, Value } from '../../analytics/index.ts';
import { asText } from '../picture/lettering.ts';
import { niceTicks } from '../picture/nice-ticks.ts';
import { asOutlines } from '../picture/outlined.ts';
import { toPng } from '../picture/to-png.ts';
import type { ReportBlock } from '../question/question.ts';
import { digestOf } from './digest.ts';
import { noiseOfCounts, noiseOfDays } from './noise.ts';

const [EUR, USD, JPY] = [currencyOf('EUR'), currencyOf('USD'), currencyOf('JPY')];
const day = (text: string) => Temporal.PlainDate.from(text);
const BLOCK: ReportBlock = { title: 'Numbers', question: { kind: 'query', text: '' }, measures: [] };
const KINDS = {
  net_sales: 'money',
  orders: 'count',
  average_order_value: 'money',
  conversion_rate: 'share',
} as const;

type Numbers = Readonly<Partial<Record<keyof typeof KINDS, Value>>>;
type Given = {
  readonly of: Record<string, string>;
  readonly now: Numbers;
  readonly before?: Numbers;
  readonly currency?: CurrencyCode;
};

function anAnswer(dimension: string, rows: readonly Given[], totals: readonly Given[]): ReportAnswer {
  const rowOf = ({ of, now, before, currency = EUR }: Given) => {
    return { of, currency, values: now, ...(before === undefined ? {} : { before }) };
  };
  const ids = Object.keys(totals[0]?.now ?? {}) as (keyof typeof KINDS)[];
  return {
    ...{
      report: { id: 'explore', titleKey: '', about: '' },
      zone: 'UTC',
      isCut: false,
      asOf: undefined as never,
    },
    span: { from: day('2026-11-16'), to: day('2026-11-22') },
    ...(totals[0]?.before === undefined
      ? {}
      : { comparedWith: { from: day('2026-11-09'), to: day('2026-11-15') } }),
    dimensions: dimension === '' ? [] : [{ id: dimension, about: '' }],
    measures: ids.map((id) => ({ id, kind: KINDS[id], about: '', timeRule: '' })),
    ...{ rows: rows.map(rowOf), totals: totals.map(rowOf) },
  };
}
const read = (answer: ReportAnswer, own: CurrencyCode = EUR) =>
  digestOf(BLOCK, answer, { language: 'en', currency: own });

describe('what a digest says', () => {
  const channels = [
    { of: { channel: 'Email' }, now: { net_sales: 9_000n }, before: { net_sales: 4_000n } },
    { of: { channel: '' }, now: { net_sales: 1_000n }, before: { net_sales: 3_000n } },
  ];

  test('is how much, and who made it, where rows add up', () => {
    const total = { of: {}, now: { net_sales: 10_000n }, before: { net_sales: 7_000n } };
    assert.deepEqual(read(anAnswer('channel', channels, [total])).sentences, [
      'Net sales rose by 42.9%, from €70.00 to €100.00.',
      'Pushed up by Email (+€50.00).',
      'Pulled down by Not known (−€20.00).',
    ]);
  });

  test('names nobody where they do not, as those of averages never do', () => {
    const total = { of: {}, now: { average_order_value: 5_000n }, before: { average_order_value: 3_500n } };
    const rows = channels.map(({ of, now, before }) => {
      return {
        of,
        now: { average_order_value: now.net_sales },
        before: { average_order_value: before.net_sales },
      };
    });
    assert.deepEqual(read(anAnswer('channel', rows, [total])).sentences, [
      'Average order rose by 42.9%, from €35.00 to €50.00.',
    ]);
  });

  test('is no percent of nothing, no change of what stayed, and nothing of nothing', () => {
    const said = (now: bigint, before: bigint) =>
      read(anAnswer('', [], [{ of: {}, now: { orders: now }, before: { orders: before } }])).sentences[0];
    assert.equal(said(3n, 0n), 'Orders came to 3; there was nothing to compare with.');
    assert.equal(said(3n, 3n), 'Orders stayed as before, at 3.');
    assert.deepEqual(read(anAnswer('', [], [])).sentences, ['Nothing in these days.']);
  });

  test('is exact to the smallest unit, whatever floating numbers hold, in the digits of the currency', () => {
    const total = { of: {}, now: { net_sales: 9_007_199_254_740_993n } };
    assert.equal(read(anAnswer('', [], [total])).figures[0]?.value, '€90,071,992,547,409.93');
    const yen = { ...total, now: { net_sales: 1_234n }, currency: JPY };
    assert.equal(read(anAnswer('', [], [yen])).figures[0]?.value, 'JP¥1,234');
  });

  test('is of the shop’s currency, with the others beside it and never added to it', () => {
    const totals = [USD, EUR].map((currency) => ({ of: {}, now: { net_sales: 500n }, currency }));
    const rows = totals.map((total) => ({ ...total, of: { channel: 'Email' } }));
    const { figures, sentences, table } = read(anAnswer('channel', rows, totals));
    assert.deepEqual(
      figures.map(({ value }) => value),
      ['€5.00', 'US$5.00'],
    );
    assert.match(sentences.at(-1) ?? '', /USD stands in the numbers/);
    assert.equal(table?.rows.filter(({ isTotal }) => isTotal).length, 2);
  });
});

describe('whether a change may be chance', () => {
  const week = [100, 90, 95, 100, 120, 150, 130];
  const moved = (by: readonly number[]) => week.map((value, index) => value + (by[index] ?? 0));

  test('is asked of each weekday against its own', () => {
    assert.equal(noiseOfDays(moved([12, 9, 11, 10, 9, 12, 11]), week), 'hardly_chance');
    assert.equal(noiseOfDays(moved([30, -20, 15, -25, 40, -10, 8]), week), 'maybe_chance');
    // As two samples the weekdays themselves would drown it.
    assert.equal(noiseOfDays([...moved([12, 9, 11, 10, 9, 12]), 141, 110], [...week, 100]), 'maybe_chance');
  });

  test('is not said of three days', () => {
    assert.equal(noiseOfDays([1, 2, 3], [9, 8, 7]), undefined);
  });

  test('of orders is that of two Poisson counts, by their days', () => {
    assert.equal(noiseOfCounts('orders', 60, 40, 0.5), 'maybe_chance');
    assert.equal(noiseOfCounts('orders', 65, 35, 0.5), 'hardly_chance');
    assert.equal(noiseOfCounts('orders', 65, 35, 0.65), 'maybe_chance');
    assert.equal(noiseOfCounts('units', 650, 35, 0.5), undefined);
    assert.equal(noiseOfCounts('orders', 0, 0, 0.5), undefined);
  });
});

describe('a picture', () => {
  const days = Array.from({ length: 7 }, (_, index) => ({
    of: { time: day('2026-11-16').add({ days: index }).toString() },
    now: { net_sales: BigInt(1_000 * (index + 1)) },
  }));
  const { chart } = read(anAnswer('time', days, [{ of: {}, now: { net_sales: 28_000n } }]));

  test('says what it shows to who does not see it', () => {
    assert.equal(chart?.alt, 'Net sales by Time. Highest on 22 Nov 2026, with €70.00.');
  });

  test('has letters as outlines in a mail, and as text on a page', async () => {
    assert.doesNotMatch(chart?.draw(asOutlines) ?? '<text', /<text/);
    assert.match(chart?.draw(asText) ?? '', /<text[^>]*>€80<\/text>/);
    assert.ok((await toPng(chart?.draw(asOutlines) ?? '')).length > 2_000);
  });

  test('shows what somebody called a channel as the text that it is', () => {
    const rows = ['<script>', 'Email'].map((channel) => ({ of: { channel }, now: { net_sales: 50n } }));
    const drawn = read(anAnswer('channel', rows, [{ of: {}, now: { net_sales: 100n } }])).chart?.draw(asText);
    assert.match(drawn ?? '', /&lt;script&gt;/);
    assert.doesNotMatch(drawn ?? '<script', /<script/);
  });

  test('has round numbers on its axis, around all there is', () => {
    assert.deepEqual(niceTicks(0, 8_720), [0, 5_000, 10_000]);
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 0, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        (low, high) => {
          const ticks = niceTicks(low, high);
          assert.ok(ticks.length >= 2 && ticks.length <= 8, `${ticks}`);
          const blur = (high - low) * 1e-6;
          assert.ok((ticks[0] ?? 0) <= low + blur && (ticks.at(-1) ?? 0) >= high - blur, `${ticks}`);
        },
      ),
    );
  });
});
