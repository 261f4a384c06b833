import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { countOf, moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import type { WholeDecision } from '../decision.ts';
import { decisionWords, named } from '../words.ts';
import { GoodsChart } from './goods-chart.tsx';

type Evidence = NonNullable<WholeDecision['evidence']['chart']>;
type Words = ReturnType<typeof decisionWords>;

/** What a picture of evidence is drawn with: whose money, and from which moment on. */
type About = { readonly currency: string; readonly from: string };

/**
 * What happens as it is and as proposed, side by side, from the day of the proposal on; what will be wanted; what each price
 * brings, or each of some goods.
 */
export function EvidenceChart({ of: chart, currency, from }: { readonly of: Evidence } & About) {
  return chart.kind === 'goods' ? (
    <GoodsChart of={chart} currency={currency} />
  ) : (
    <Drawn of={chart} currency={currency} from={from} />
  );
}

function Drawn({ of: chart, currency, from }: { readonly of: Evidence } & About) {
  const t = decisionWords();
  const options = useMemo(
    () => (chart.kind === 'prices' ? priceOptions(chart, currency) : lineOptions(chart, { from, t })),
    [chart, currency, from, t],
  );
  return (
    <figure style={{ margin: 0 }}>
      <Chart label={labelOf(chart, { currency, t })} height={160} options={options} />
      <figcaption style={{ fontSize: 12, color: DIM }}>{t.charts[chart.kind]}</figcaption>
    </figure>
  );
}

const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const ACCENT = 'var(--mantine-primary-color-filled)';
const TOOLTIP = {
  ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE, confine: true },
  textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
};
const GRID = { left: 4, right: 12, top: 30, bottom: 4, containLabel: true };

function axesOf(data: readonly string[], formatter: (value: number) => string) {
  return {
    xAxis: {
      ...{ type: 'category', data: [...data], boundaryGap: false, axisTick: { show: false } },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: LINE } } },
      axisLabel: { color: DIM, fontSize: 11, formatter },
    },
  };
}

function lineOptions(
  { series, grain }: Evidence,
  { from, t }: Pick<About, 'from'> & { readonly t: Words },
): ChartOptions {
  const points = series[0]?.values.length ?? 0;
  const days = daysFrom(from, { points, step: grain === 'week' ? 7 : 1 });
  const rounded = (value: number) => countOf(Math.round(value));
  return {
    ...{ grid: GRID, ...axesOf(days, rounded) },
    legend: {
      ...{ top: 0, left: 0, itemWidth: 14, itemHeight: 2, textStyle: { color: DIM } },
      data: series.map(({ key }) => named(t.series, key)),
    },
    tooltip: { ...TOOLTIP, valueFormatter: (value: unknown) => rounded(Number(value)) },
    series: [
      ...series.flatMap(bandOf),
      ...series.map(({ key, values }, index) => {
        const isBase = index === 0 && series.length > 1;
        const color = isBase ? DIM : ACCENT;
        return {
          ...{ type: 'line', name: named(t.series, key), data: [...values], showSymbol: false, z: 2 },
          lineStyle: { width: isBase ? 1.5 : 2, type: isBase ? 'dashed' : 'solid', color },
          ...{ itemStyle: { color }, emphasis: { disabled: true } },
        };
      }),
    ],
  };
}

/** What each price is expected to bring against today's, which is the first; the proposed one stands out. */
function priceOptions({ series, prices = [], chosen }: Evidence, currency: string): ChartOptions {
  const [first] = series;
  const amount = (value: number) => moneyOf({ amount: String(value), currency });
  const data = (first?.values ?? []).map((value, index) => ({
    value,
    symbolSize: index === chosen ? 11 : 5,
    itemStyle: { color: index === chosen ? ACCENT : DIM },
  }));
  return {
    ...{ grid: { ...GRID, top: 12 }, ...axesOf(prices.map(amount), amount) },
    tooltip: { ...TOOLTIP, valueFormatter: (value: unknown) => amount(Number(value)) },
    series: [
      ...(first === undefined ? [] : bandOf(first)),
      {
        ...{ type: 'line', data, symbol: 'circle', showSymbol: true, z: 2 },
        ...{ lineStyle: { width: 2, color: ACCENT }, emphasis: { disabled: true } },
      },
    ],
  };
}

/** An area between two lines that are not drawn. */
function bandOf({ key, low, high }: Evidence['series'][number]) {
  if (low === undefined || high === undefined) return [];
  const hidden = {
    ...{ type: 'line', stack: `band ${key}`, stackStrategy: 'all', showSymbol: false, silent: true, z: 0 },
    ...{ lineStyle: { opacity: 0 }, emphasis: { disabled: true }, tooltip: { show: false } },
  };
  return [
    { ...hidden, data: [...low] },
    {
      ...hidden,
      data: high.map((value, index) => value - (low[index] ?? 0)),
      areaStyle: { color: ACCENT, opacity: 0.14 },
    },
  ];
}

function daysFrom(
  from: string,
  { points, step }: { readonly points: number; readonly step: number },
): string[] {
  const { region, timeZone } = writtenIn();
  const format = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', timeZone });
  const begin = new Date(from).getTime();
  return Array.from({ length: points }, (_, at) => format.format(begin + at * step * 86_400_000));
}

/** The same in words: where each line ends, or what the proposed price brings. */
function labelOf(
  { kind, series, prices = [], chosen = -1 }: Evidence,
  { currency, t }: Pick<About, 'currency'> & { readonly t: Words },
): string {
  if (kind === 'prices') {
    const amount = (value: number | undefined) => moneyOf({ amount: String(value ?? 0), currency });
    return `${t.charts.prices}: ${amount(prices[chosen])}, ${amount(series[0]?.values[chosen])}`;
  }
  const ends = series.map(({ key, values }) => {
    return `${named(t.series, key)}: ${countOf(Math.round(values.at(-1) ?? 0))}`;
  });
  return `${t.charts[kind]}: ${ends.join(', ')}`;
}
