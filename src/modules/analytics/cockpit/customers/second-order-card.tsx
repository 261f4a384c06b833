import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { Card, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './customers.module.css';

type Second = Told<'readSecondOrder'>;

const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const ACCENT = 'var(--mantine-primary-color-filled)';
const TOLD = [30, 90, 180, 365];

/** How many have ordered again by how many days after their first order, with the band that it lies in. */
export function SecondOrderCard({
  of: { data, error },
  asked,
}: {
  readonly of: { readonly data: Second | undefined; readonly error: Error | null };
  readonly asked: Asked;
}) {
  const t = analyticsWords();
  const words = t.ofCustomers;
  return (
    <Card title={words.second} about={words.secondAbout}>
      {data === undefined ? (
        error === null ? (
          <LoadingState lines={6} />
        ) : (
          <p className={styles.quiet}>{t.notRead}</p>
        )
      ) : (
        <div className={styles.second}>
          <div>
            <p className={styles.headline}>
              {headlineOf(data)} <span className={styles.quiet}>{boundsOf(data)}</span>
            </p>
            <ul className={styles.facts}>
              {data.within
                .filter(({ days }) => TOLD.includes(days))
                .map(({ days, share, low, high }) => (
                  <li key={days}>
                    <span>{words.within(countOf(days))}</span>
                    <strong>{percentOf(share)}</strong>
                    <span className={styles.quiet}>{t.ofProducts.to(percentOf(low), percentOf(high))}</span>
                  </li>
                ))}
            </ul>
            <p className={styles.links}>
              <Link to={addressWith('/analytics/reports/second_orders', asked)}>{words.byTime}</Link>
              <Link to={addressWith('/analytics/reports/cohorts', asked)}>{words.cohorts}</Link>
            </p>
          </div>
          {data.curve.length > 0 && <Curve of={data} />}
        </div>
      )}
    </Card>
  );
}

function headlineOf({ median }: Second): string {
  const words = analyticsWords().ofCustomers;
  return median.estimate === undefined ? words.notHalf : words.half(countOf(median.estimate));
}

function boundsOf({ median: { low, high } }: Second): string {
  const words = analyticsWords().ofCustomers;
  if (low === undefined) return '';
  return high === undefined ? words.halfFrom(countOf(low)) : words.halfBetween(countOf(low), countOf(high));
}

function Curve({ of }: { readonly of: Second }) {
  const words = analyticsWords().ofCustomers;
  const options = useMemo(() => optionsOf(of), [of]);
  return <Chart label={`${words.second}: ${headlineOf(of)}`} height={240} options={options} />;
}

function optionsOf({ curve }: Second): ChartOptions {
  const words = analyticsWords().ofCustomers;
  const points = [{ days: 0, share: 0, low: 0, high: 0 }, ...curve];
  const line = { type: 'line', step: 'end', showSymbol: false, emphasis: { disabled: true } };
  const hidden = { ...line, stack: 'band', silent: true, z: 0, lineStyle: { opacity: 0 } };
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 26, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      name: words.daysAfter,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: DIM, fontSize: 11 },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { color: DIM, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: { color: DIM, fontSize: 11, formatter: (value: number) => percentOf(value, 0) },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: 'var(--surface)',
      borderColor: LINE,
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(points[pointed[0]?.dataIndex ?? 0]),
    },
    series: [
      { ...hidden, data: points.map(({ days, low }) => [days, low]) },
      {
        ...hidden,
        data: points.map(({ days, low, high }) => [days, high - low]),
        areaStyle: { color: ACCENT, opacity: 0.14 },
      },
      {
        ...line,
        data: points.map(({ days, share }) => [days, share]),
        lineStyle: { width: 2, color: ACCENT },
        itemStyle: { color: ACCENT },
      },
    ],
  };
}

function pointedText(
  point: Pick<Second['curve'][number], 'days' | 'share' | 'low' | 'high'> | undefined,
): string {
  if (point === undefined) return '';
  const t = analyticsWords();
  return [
    t.ofCustomers.within(countOf(point.days)),
    `<strong>${percentOf(point.share)}</strong> ${t.ofCustomers.orderedAgain}`,
    t.surely(percentOf(point.low), percentOf(point.high)),
  ].join('<br>');
}
