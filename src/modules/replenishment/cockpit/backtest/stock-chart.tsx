import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { dateOf, moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { replenishmentWords } from '../words.ts';

type Backtest = Told<'readBacktest'>;

const [LINE, DIM] = ['var(--line)', 'var(--mantine-color-dimmed)'];
const ACCENT = 'var(--mantine-primary-color-filled)';
const LOOKS = {
  yours: { width: 2.25, color: ACCENT, type: 'solid' },
  min_max: { width: 1.5, color: DIM, type: 'dashed' },
  average_30: { width: 1.5, color: DIM, type: 'dotted' },
} as const;

/** The money that lies in stock, week by week, under each policy. */
export function StockChart({ of }: { readonly of: Backtest }) {
  const t = replenishmentWords().backtest;
  const options = useMemo(() => optionsOf(of, t.policies), [of, t]);
  return <Chart label={t.chart} height={260} options={options} />;
}

function optionsOf(
  { policies, from }: Backtest,
  names: Readonly<Record<Backtest['policies'][number]['id'], string>>,
): ChartOptions {
  const currency = policies[0]?.outcome.cost.currency ?? 'EUR';
  const first = Temporal.PlainDate.from(from);
  const weeks =
    policies[0]?.stockByWeek.map((_, week) => dateOf(first.add({ days: 7 * week + 6 }).toString())) ?? [];
  const short = new Intl.NumberFormat(writtenIn().region, {
    ...({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' } as const),
    ...{ maximumFractionDigits: 1, minimumFractionDigits: 0 },
  });
  return {
    // On a phone the legend takes two lines.
    grid: { left: 4, right: 12, top: 52, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: DIM, fontSize: 12 }, itemWidth: 22 },
    xAxis: {
      ...{ type: 'category', data: weeks, boundaryGap: false, axisTick: { show: false } },
      ...{
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
      },
    },
    yAxis: {
      ...{ type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: LINE } } },
      axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => short.format(value) },
    },
    tooltip: {
      ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE },
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      valueFormatter: (value: unknown) => moneyOf({ amount: String(value), currency }),
    },
    series: policies.map(({ id, stockByWeek }) => ({
      ...{ type: 'line', name: names[id], data: stockByWeek.map(Number), showSymbol: false },
      ...{ lineStyle: LOOKS[id], itemStyle: { color: LOOKS[id].color }, emphasis: { disabled: true } },
    })),
  };
}
