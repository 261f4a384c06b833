import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { forecastWords } from '../words.ts';

type Calibration = Told<'readForecastAccuracy'>['calibration'];

const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const ACCENT = 'var(--mantine-primary-color-filled)';

/** How often quantiles were enough against how often they were to be: right is on the line. */
export function CalibrationChart({ of }: { readonly of: Calibration }) {
  const t = forecastWords().accuracy;
  const options = useMemo(() => optionsOf(of), [of]);
  const told = of.map(({ probability, actual }) => `${percentOf(probability, 0)}: ${percentOf(actual, 0)}`);
  return <Chart label={`${t.calibration} ${told.join(', ')}`} height={240} options={options} />;
}

function optionsOf(calibration: Calibration): ChartOptions {
  const t = forecastWords().accuracy;
  const axis = {
    ...{ type: 'value', min: 0, max: 1, interval: 0.25, splitLine: { lineStyle: { color: LINE } } },
    axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => percentOf(value, 0) },
    nameTextStyle: { color: DIM, fontSize: 11 },
  };
  return {
    grid: { left: 8, right: 20, top: 26, bottom: 26, containLabel: true },
    xAxis: { ...axis, name: t.said, nameLocation: 'middle', nameGap: 26 },
    yAxis: { ...axis, name: t.came },
    tooltip: {
      ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE },
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(calibration[pointed[0]?.dataIndex ?? 0]),
    },
    series: [
      {
        ...{ type: 'line', name: t.came, symbol: 'circle', symbolSize: 8 },
        ...{ lineStyle: { width: 2, color: ACCENT }, itemStyle: { color: ACCENT } },
        data: calibration.map(({ probability, actual }) => [probability, actual]),
        emphasis: { disabled: true },
      },
      {
        ...{ type: 'line', showSymbol: false, silent: true, z: 0, emphasis: { disabled: true } },
        lineStyle: { width: 1, type: 'dashed', color: DIM },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
}

/** Numbers only, so that nothing has to be escaped. */
function pointedText(one: Calibration[number] | undefined): string {
  if (one === undefined) return '';
  const t = forecastWords().accuracy;
  const text = (share: number) => percentOf(share, 1);
  return [
    `${t.said} ${text(one.probability)}`,
    `${t.came} <strong>${text(one.actual)}</strong> (${text(one.low)} – ${text(one.high)})`,
  ].join('<br>');
}
