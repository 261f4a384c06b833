import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { reportingWords } from '../words.ts';
import type { Preview } from './draft.ts';
import { numberText, whenText } from './number-text.ts';

const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const ACCENT = 'var(--mantine-primary-color-filled)';
const BAD = 'var(--bad)';

/** The number over 90 days, the range that is usual, and where it would have fired. */
export function AlertChart({ of: preview }: { readonly of: Preview }) {
  const t = reportingWords();
  const options = useMemo(() => optionsOf(preview), [preview]);
  return <Chart label={t.alerts.chart(preview.episodes.length)} height={300} options={options} />;
}

function optionsOf(preview: Preview): ChartOptions {
  const { points } = preview;
  const hasBand = points.some(({ low, high }) => low !== undefined && high !== undefined);
  const out = points.map(({ value, isOut }) => (isOut ? value : null));
  const hidden = { type: 'line', showSymbol: false, silent: true, z: 0, emphasis: { disabled: true } };
  const bound = (pick: 'low' | 'high') => ({
    ...{ ...hidden, data: points.map((point) => point[pick] ?? null) },
    lineStyle: { width: 1.25, type: 'dashed', color: DIM },
  });
  return {
    grid: { left: 4, right: 12, top: 12, bottom: 10, containLabel: true },
    xAxis: {
      type: 'category',
      data: points.map(({ time }) => axisTime(time)),
      boundaryGap: false,
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => axisNumber(value, preview) },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: 'var(--surface)',
      borderColor: LINE,
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(preview, pointed[0]?.dataIndex ?? 0),
    },
    series: [
      ...(hasBand ? bandOf(preview, hidden) : [bound('low'), bound('high')]),
      {
        ...{ type: 'line', data: points.map(({ value }) => value), showSymbol: false, z: 2 },
        lineStyle: { width: 1.75, color: ACCENT },
        itemStyle: { color: ACCENT },
        emphasis: { disabled: true },
      },
      {
        ...{ type: 'line', data: out, showSymbol: true, symbol: 'circle', symbolSize: 9, z: 3 },
        lineStyle: { opacity: 0 },
        itemStyle: { color: BAD },
        emphasis: { disabled: true },
      },
    ],
  };
}

/** Between two lines that are not drawn. */
function bandOf({ points }: Preview, hidden: object) {
  const edge = { ...hidden, stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 } };
  return [
    { ...edge, data: points.map(({ low }) => low ?? null) },
    {
      ...{ ...edge, areaStyle: { color: ACCENT, opacity: 0.13 } },
      data: points.map(({ low, high }) => (low === undefined || high === undefined ? null : high - low)),
    },
  ];
}

/** Dates and numbers only, so that nothing has to be escaped. */
function pointedText(preview: Preview, index: number): string {
  const t = reportingWords();
  const point = preview.points[index];
  if (point === undefined) return '';
  const text = (value: number | undefined) => numberText(value, preview);
  const { low, high } = point;
  return [
    whenText(point.time),
    `<strong>${text(point.value)}</strong>`,
    ...(low !== undefined && high !== undefined ? [t.alerts.usual(text(low), text(high))] : []),
    ...(low !== undefined && high === undefined ? [t.alerts.least(text(low))] : []),
    ...(high !== undefined && low === undefined ? [t.alerts.most(text(high))] : []),
    ...(point.isOut ? [`<strong>${t.alerts.fires}</strong>`] : []),
  ].join('<br>');
}

function axisTime(time: string): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(writtenIn().region, options).format(
    new Date(`${time.slice(0, 10)}T00:00:00Z`),
  );
}

function axisNumber(value: number, { kind, currency }: Preview): string {
  const style =
    kind === 'money' && currency !== undefined
      ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
      : kind === 'share'
        ? ({ style: 'percent' } as const)
        : {};
  const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(writtenIn().region, { ...style, ...short }).format(value);
}
