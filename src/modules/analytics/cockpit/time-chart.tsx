import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../platform/cockpit/chart/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';
import { ChartMarks } from './annotations/chart-marks.tsx';
import { PLOT } from './plot.ts';
import { type Bounds, type Measure, type Report, type Row, sizeOf, type Value, valueText } from './report.ts';
import { daysText, timeText, wholeTimeText } from './span/day-text.ts';
import type { Grain } from './span/days.ts';
import { analyticsWords } from './words.ts';

type Shown = {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly measure: Measure;
  readonly title: string;
  readonly currency: string | undefined;
  readonly grain: Grain;
  /** The hour that it is in the shop: what comes after it is no zero. */
  readonly hour: string;
};

// Read by SVG as the page's own: they follow light and dark.
const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';

/** A number over time, with the span that it is compared with as a thin line behind it. */
export function TimeChart({ height = 260, ...shown }: Shown & { readonly height?: number }) {
  const { report, rows, measure, title, currency, grain, hour } = shown;
  // Rows follow from the report and the currency, and are made anew with each drawing.
  const options = useMemo(
    () => optionsOf({ report, rows, measure, title, currency, grain, hour }),
    [report, measure, title, currency, grain, hour],
  );
  const total = report.totals.find((row) => row.currency === undefined || row.currency === currency);
  const sum = valueText(total?.values[measure.id], measure.kind, currency);
  return (
    <ChartMarks span={report.span} times={rows.map(({ of: { time = '' } }) => time)}>
      <Chart label={`${title}, ${daysText(report.span)}: ${sum}`} height={height} options={options} />
    </ChartMarks>
  );
}

function optionsOf(shown: Shown): ChartOptions {
  const { rows, measure, grain, hour } = shown;
  const now = hour.slice(0, grain === 'hour' ? 16 : 10);
  const isCome = ({ of: { time = '' } }: Row) => time <= now;
  const points = rows.map((row) => (isCome(row) ? sizeOf(row.values[measure.id]) : null));
  const before = rows.map(({ before: was }) => (was === undefined ? null : sizeOf(was[measure.id])));
  const isThin = rows.length > 45;
  const isEstimated = rows.some(({ bounds }) => bounds?.[measure.id] !== undefined);
  return {
    grid: { ...PLOT, top: 12, bottom: 24, containLabel: false },
    xAxis: {
      type: 'category',
      data: rows.map(({ of: { time = '' } }) => timeText(time, grain)),
      boundaryGap: points.length < 2,
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      minInterval: measure.kind === 'count' ? 1 : 0,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => shortText(value, shown) },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: 'var(--surface)',
      borderColor: LINE,
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(shown, pointed[0]?.dataIndex ?? 0),
    },
    series: [
      ...(isEstimated ? bandOf(rows.map((row) => (isCome(row) ? row.bounds?.[measure.id] : undefined))) : []),
      {
        ...{ type: 'line', data: before, showSymbol: false, z: 1, silent: true },
        lineStyle: { width: 1.25, type: 'dashed', color: DIM },
        itemStyle: { color: DIM },
        emphasis: { disabled: true },
      },
      {
        ...{ type: 'line', data: points, showSymbol: !isThin, symbolSize: 4, z: 2, symbol: 'circle' },
        lineStyle: { width: 2, color: ACCENT },
        itemStyle: { color: ACCENT },
        areaStyle: { color: ACCENT, opacity: isEstimated ? 0 : 0.07 },
        // It would be drawn in a lighter colour, which nobody can make of a name.
        emphasis: { disabled: true },
      },
    ],
  };
}

const ACCENT = 'var(--mantine-primary-color-filled)';

/** Where an estimate lies 95 times of 100: an area between two lines that are not drawn. */
function bandOf(bounds: readonly (Bounds | undefined)[]) {
  const hidden = { type: 'line', stack: 'band', showSymbol: false, silent: true, z: 0 };
  const line = { lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
  return [
    { ...hidden, ...line, data: bounds.map((one) => one?.low ?? null) },
    {
      ...{ ...hidden, ...line, data: bounds.map((one) => (one === undefined ? null : one.high - one.low)) },
      areaStyle: { color: ACCENT, opacity: 0.14 },
    },
  ];
}

/** What stands at a place of both lines: dates and numbers only, so that nothing has to be escaped. */
function pointedText({ rows, measure, currency, grain }: Shown, index: number): string {
  const row = rows[index];
  if (row === undefined) return '';
  const text = (value: Value) => valueText(value, measure.kind, currency);
  const lines = [
    wholeTimeText(row.of['time'] ?? '', grain),
    `<strong>${text(row.values[measure.id])}</strong>`,
    ...surelyText(row.bounds?.[measure.id], text),
    ...(row.before === undefined ? [] : [`${analyticsWords().before} ${text(row.before[measure.id])}`]),
  ];
  return lines.join('<br>');
}

function surelyText(bounds: Bounds | undefined, text: (value: Value) => string): string[] {
  return bounds ? [analyticsWords().surely(text(bounds.low), text(bounds.high))] : [];
}

/** `€1.2K`, for an axis. */
function shortText(value: number, { measure: { kind }, currency }: Shown): string {
  const style =
    kind === 'money' && currency !== undefined
      ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
      : kind === 'share'
        ? ({ style: 'percent' } as const)
        : {};
  const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(writtenIn().region, { ...style, ...short }).format(value);
}
