import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { ChartMarks } from '../annotations/chart-marks.tsx';
import { PLOT } from '../plot.ts';
import { rowTitle } from '../report/row-name.ts';
import { boundsText, type Row, sizeOf, valueText } from '../report.ts';
import { daysText, timeText, wholeTimeText } from '../span/day-text.ts';
import type { Grain } from '../span/days.ts';
import styles from './explore.module.css';
import type { Pictured } from './pictured.ts';

const MOST = 6;
const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
// Told apart also by those who see few colours (Okabe and Ito, "Color Universal Design", 2008), in light and in dark.
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9'];

type Grouped = Pictured & {
  readonly groups: readonly string[];
  readonly title: string;
  readonly grain: Grain;
  /** The hour that it is in the shop: what comes after it is no zero. */
  readonly hour: string;
};

/** A line for each group over time, or columns; the six largest, each with its name. */
export function GroupsChart(shown: Grouped) {
  const { report, measure, currency, title, query, grain, hour } = shown;
  const series = seriesOf(shown);
  // Names and rows follow from the report.
  const options = useMemo(
    () => optionsOf(shown, series),
    [report, measure, currency, query.chart, grain, hour],
  );
  const names = series.map(({ name }) => name).filter((name) => name !== '');
  return (
    <>
      <ChartMarks span={report.span} times={timesOf(series)} isColumns={query.chart === 'bar'}>
        <Chart
          label={`${title}, ${daysText(report.span)}: ${names.join(', ')}`}
          height={280}
          options={options}
        />
      </ChartMarks>
      {names.length > 1 && <Legend names={names} />}
    </>
  );
}

function Legend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={styles.legend}>
      {names.map((name, at) => (
        <li key={name}>
          <span aria-hidden style={{ background: COLORS[at] }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function timesOf([first]: readonly Series[]): readonly string[] {
  return (first?.rows ?? []).map(({ of: { time = '' } }) => time);
}

type Series = { readonly name: string; readonly rows: readonly Row[] };

function seriesOf({ rows, groups, nameOf }: Pick<Grouped, 'rows' | 'groups' | 'nameOf'>): readonly Series[] {
  const found = Map.groupBy(rows, (row) => rowTitle(row, groups, nameOf));
  return [...found].slice(0, MOST).map(([name, of]) => ({ name, rows: of }));
}

function optionsOf(
  { measure, currency, query, grain, hour }: Grouped,
  series: readonly Series[],
): ChartOptions {
  const now = hour.slice(0, grain === 'hour' ? 16 : 10);
  const times = timesOf(series);
  const isBar = query.chart === 'bar';
  const isStacked = isBar && (measure.kind === 'money' || measure.kind === 'count');
  return {
    grid: { ...PLOT, top: 12, bottom: 24, containLabel: false },
    xAxis: {
      ...{ type: 'category', data: times.map((time) => timeText(time, grain)), boundaryGap: isBar },
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', splitNumber: 3, minInterval: measure.kind === 'count' ? 1 : 0 },
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: {
        color: DIM,
        fontSize: 11,
        formatter: (value: number) => shortText(value, measure.kind, currency),
      },
    },
    tooltip: {
      ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE },
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) => {
        const at = pointed[0]?.dataIndex ?? 0;
        const surely = (row: Row | undefined) => {
          const bounds = row?.bounds?.[measure.id];
          return bounds ? ` (${boundsText(bounds, measure.kind, currency)})` : '';
        };
        const lines = series.map(
          ({ name, rows }) =>
            `${escaped(name)} <strong>${valueText(rows[at]?.values[measure.id], measure.kind, currency)}</strong>${surely(rows[at])}`,
        );
        return [wholeTimeText(times[at] ?? '', grain), ...lines].join('<br>');
      },
    },
    series: series.map(({ name, rows }, at) => ({
      ...{ name, type: isBar ? 'bar' : 'line', stack: isStacked ? 'all' : undefined, barMaxWidth: 40 },
      data: rows.map(({ of: { time = '' }, values }) => (time <= now ? sizeOf(values[measure.id]) : null)),
      ...{ showSymbol: times.length <= 45, symbolSize: 4, symbol: 'circle' },
      lineStyle: { width: 2, color: COLORS[at] },
      itemStyle: { color: COLORS[at] },
      emphasis: { disabled: true },
    })),
  };
}

/** Names come from visitors too: nothing in them is a tag. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function shortText(value: number, kind: string, currency: string | undefined): string {
  const style =
    kind === 'money' && currency !== undefined
      ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
      : kind === 'share'
        ? ({ style: 'percent' } as const)
        : {};
  const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(writtenIn().region, { ...style, ...short }).format(value);
}
