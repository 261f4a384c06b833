import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { percentOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { amountText, type Pace, UNITS } from '../kpis.ts';
import { dayText } from '../period-text.ts';
import { targetWords } from '../words.ts';
import { filled } from './filled.ts';

type Course = Told<'readTargetCourse'>['days'];

const ACCENT = 'var(--mantine-primary-color-filled)';
const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';

/** The plan, what came until today, and what is expected after it, cumulated. */
export function CourseChart({
  of: pace,
  course,
  title,
}: {
  readonly of: Pace;
  readonly course: Course;
  readonly title: string;
}) {
  const options = useMemo(() => optionsOf(pace, course), [pace, course]);
  return <Chart label={title} height={240} options={options} />;
}

function optionsOf(pace: Pace, course: Course): ChartOptions {
  const number = (amount: string | undefined) => (amount === undefined ? null : Number(amount));
  const bands = filled(course);
  const hidden = { type: 'line', stack: 'band', showSymbol: false, silent: true, z: 0 };
  const bare = { lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
  const line = { type: 'line', showSymbol: false, emphasis: { disabled: true } };
  return {
    grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      ...{ type: 'category', data: course.map(({ day }) => dayText(day)), boundaryGap: false },
      ...{ axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false } },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: LINE } } },
      axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => shortText(pace, value) },
    },
    tooltip: {
      ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE },
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(pace, course[pointed[0]?.dataIndex ?? 0]),
    },
    series: [
      { ...hidden, ...bare, data: bands.map((band) => band?.low ?? null) },
      {
        ...{ ...hidden, ...bare, areaStyle: { color: ACCENT, opacity: 0.22 } },
        data: bands.map((band) => (band ? band.high - band.low : null)),
      },
      {
        ...{ ...line, data: course.map(({ plan }) => Number(plan)), z: 1 },
        lineStyle: { width: 1.25, type: 'dashed', color: DIM },
      },
      {
        ...{ ...line, data: bands.map((band) => band?.estimate ?? null), z: 2 },
        lineStyle: { width: 1.5, type: 'dotted', color: ACCENT },
      },
      {
        ...{ ...line, data: course.map(({ actual }) => number(actual)), z: 3 },
        lineStyle: { width: 2, color: ACCENT },
      },
    ],
  };
}

/** Dates and numbers only, so that nothing has to be escaped. */
function pointedText(pace: Pace, day: Course[number] | undefined): string {
  if (day === undefined) return '';
  const t = targetWords().course;
  const lines = [
    dayText(day.day),
    ...(day.actual === undefined ? [] : [`<strong>${amountText(pace, day.actual)}</strong>`]),
    `${t.plan} ${amountText(pace, day.plan)}`,
    ...(day.forecast === undefined
      ? []
      : [`${amountText(pace, day.forecast.low)} – ${amountText(pace, day.forecast.high)}`]),
  ];
  return lines.join('<br>');
}

function shortText({ kpi, currency }: Pace, value: number): string {
  if (UNITS[kpi] === 'share') return percentOf(value, 1);
  const money =
    UNITS[kpi] === 'money' && currency !== undefined
      ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
      : {};
  const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(writtenIn().region, { ...money, ...short }).format(value);
}
