import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { valueText } from '../report.ts';
import { analyticsWords } from '../words.ts';

type Calibration = NonNullable<NonNullable<Told<'readCustomerValue'>['model']>['calibration']>;

const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const ACCENT = 'var(--mantine-primary-color-filled)';

/** Repeat orders that were foretold and that came, by how often customers had ordered before; a band where chance may be. */
export function CalibrationChart({ of }: { readonly of: Calibration }) {
  const words = analyticsWords().ofCustomers;
  const options = useMemo(() => optionsOf(of), [of]);
  const label = `${words.calibration} ${words.calibrationAbout(
    countOf(of.holdoutDays),
    countOf(Math.round(of.predicted)),
    countOf(of.actual),
  )}`;
  return <Chart label={label} height={210} options={options} />;
}

function optionsOf({ groups }: Calibration): ChartOptions {
  const words = analyticsWords().ofCustomers;
  const hidden = {
    type: 'line',
    stack: 'band',
    showSymbol: false,
    silent: true,
    z: 0,
    lineStyle: { opacity: 0 },
  };
  return {
    grid: { left: 4, right: 12, top: 34, bottom: 26, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      data: [words.foretold, words.came],
      textStyle: { color: DIM, fontSize: 12 },
      icon: 'circle',
      itemWidth: 8,
      itemHeight: 8,
    },
    xAxis: {
      type: 'category',
      data: groups.map(({ frequency, isMore }) => `${frequency}${isMore ? '+' : ''}`),
      name: words.repeats,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: DIM, fontSize: 11 },
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: DIM, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: {
        color: DIM,
        fontSize: 11,
        formatter: (value: number) => valueText(value, 'number', undefined),
      },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: 'var(--surface)',
      borderColor: LINE,
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(groups[pointed[0]?.dataIndex ?? 0]),
    },
    series: [
      { ...hidden, data: groups.map(({ actual }) => Math.max(0, actual.low)) },
      {
        ...{ ...hidden, data: groups.map(({ actual }) => actual.high - Math.max(0, actual.low)) },
        areaStyle: { color: DIM, opacity: 0.16 },
      },
      {
        ...{
          type: 'line',
          name: words.came,
          data: groups.map(({ actual }) => actual.estimate),
          symbol: 'circle',
          symbolSize: 6,
        },
        ...{
          lineStyle: { width: 1.5, type: 'dashed', color: DIM },
          itemStyle: { color: DIM },
          emphasis: { disabled: true },
        },
      },
      {
        ...{
          type: 'line',
          name: words.foretold,
          data: groups.map(({ predicted }) => predicted),
          symbol: 'circle',
          symbolSize: 6,
        },
        ...{
          lineStyle: { width: 2, color: ACCENT },
          itemStyle: { color: ACCENT },
          emphasis: { disabled: true },
        },
      },
    ],
  };
}

/** Numbers only, so that nothing has to be escaped. */
function pointedText(group: Calibration['groups'][number] | undefined): string {
  if (group === undefined) return '';
  const t = analyticsWords();
  const number = (value: number) => valueText(value, 'number', undefined);
  const { actual, predicted, customers } = group;
  return [
    `${countOf(customers)} ${t.measures.customers}`,
    `${t.ofCustomers.foretold} <strong>${number(predicted)}</strong>`,
    `${t.ofCustomers.came} <strong>${number(actual.estimate)}</strong>, ${t.surely(number(actual.low), number(actual.high))}`,
  ].join('<br>');
}
