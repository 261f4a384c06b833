import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { analyticsWords } from '../words.ts';
import { amountText, type Explanation, signedText } from './explanation.ts';
import { stepsOf } from './steps.ts';

const DIM = 'var(--mantine-color-dimmed)';
const ROW = 40;

/** From what it was to what it is, factor by factor: each bar begins where the one above it ended. */
export function Waterfall({ of: told }: { readonly of: Explanation }) {
  const t = analyticsWords().why;
  const options = useMemo(() => optionsOf(told), [told]);
  const label = `${t.waterfall}: ${told.factors
    .map(({ factor, change }) => `${t.factors[factor]} ${signedText(told.of, change, told.currency)}`)
    .join(', ')}`;
  return <Chart label={label} height={stepsOf(told).steps.length * ROW + 12} options={options} />;
}

function optionsOf(told: Explanation): ChartOptions {
  const t = analyticsWords().why;
  const { steps, from, to } = stepsOf(told);
  const nameOf = (name: string) =>
    name === 'before' ? t.before : name === 'after' ? t.now : (factors[name] ?? name);
  const factors: Readonly<Record<string, string>> = t.factors;
  const textOf = ({ name, amount }: (typeof steps)[number]) =>
    name === 'before' || name === 'after'
      ? amountText(told.of, amount, told.currency)
      : signedText(told.of, amount, told.currency);
  return {
    grid: { left: 4, right: 84, top: 0, bottom: 4, containLabel: true },
    tooltip: { show: false },
    xAxis: { type: 'value', min: from, max: to, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ name }) => nameOf(name)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: 'var(--mantine-color-text)', fontSize: 12, width: 132, overflow: 'break' },
    },
    series: [
      // What bars stand on is not drawn. Above zero and below it are stacked apart.
      part(steps.map(({ base }) => ({ value: base, itemStyle: { color: 'transparent' } }))),
      part(steps.map(({ above, below, name, isMore }) => bar(above === 0 ? below : above, name, isMore))),
      part(
        steps.map((step) => bar(step.above === 0 ? 0 : step.below, step.name, step.isMore)),
        // The number stands at the right end of its row, wherever the bar ends.
        steps.map(textOf),
      ),
    ],
  };
}

function bar(value: number, name: string, isMore: boolean) {
  const isTotal = name === 'before' || name === 'after';
  const color = isTotal ? 'var(--mantine-primary-color-filled)' : isMore ? 'var(--good)' : 'var(--bad)';
  return { value, itemStyle: { color } };
}

function part(data: readonly object[], texts: readonly string[] = []) {
  return {
    ...{ type: 'bar', stack: 'fall', barWidth: 20, silent: true, emphasis: { disabled: true }, data },
    ...(texts.length === 0
      ? {}
      : {
          label: {
            ...{ show: true, color: DIM, fontSize: 12, position: 'right' },
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '',
          },
        }),
  };
}
