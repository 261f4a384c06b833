import { useMemo } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import styles from '../forecast.module.css';
import { dayText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Forecast = Told<'readForecast'>;

const ACCENT = 'var(--mantine-primary-color-filled)';
const LINE = 'var(--line)';
const DIM = 'var(--mantine-color-dimmed)';
const [BEHIND, AHEAD] = [52, 26];
/** Pixels beside the plot, so that a click finds its week. */
const PLOT = { left: 44, right: 12 };

/** What was sold by week, and what is expected with the band that holds 80 weeks of 100. A click tells its week. */
export function FanChart(props: {
  readonly of: Forecast;
  readonly onWeek: ((from: string) => void) | undefined;
}) {
  const { of: forecast, onWeek } = props;
  const t = forecastWords().item;
  const weeks = useMemo(() => weeksOf(forecast), [forecast]);
  const options = useMemo(() => optionsOf(weeks), [weeks]);
  const onClick = ({ clientX, currentTarget }: React.MouseEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = (clientX - left - PLOT.left) / (width - PLOT.left - PLOT.right);
    const week = weeks[Math.round(share * (weeks.length - 1))];
    if (week?.band !== undefined) onWeek?.(week.from);
  };
  const isChanged = forecast.weeks.some(({ mean, without }) => Math.abs(mean - without) > 0.005);
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a short cut; the button above changes weeks too */}
      <div onClick={onWeek && onClick} style={onWeek && { cursor: 'copy' }}>
        <Chart label={t.chart} height={300} options={options} />
      </div>
      <ul className={styles.legend}>
        <li>{t.sold}</li>
        <li data-of="expected">{t.expected}</li>
        <li data-of="band">{t.band}</li>
        {isChanged && <li data-of="without">{t.without}</li>}
      </ul>
    </>
  );
}

type Week = {
  readonly from: string;
  readonly sold?: number | null;
  readonly band?: Forecast['weeks'][number];
};

function weeksOf({ history, weeks }: Forecast): readonly Week[] {
  const first = history.findIndex(({ pieces }) => pieces !== 0 && pieces !== null);
  const known = first < 0 ? history.slice(-4) : history.slice(Math.max(first, history.length - BEHIND));
  return [
    ...known.map(({ from, pieces }) => ({ from, sold: pieces })),
    ...weeks.slice(0, AHEAD).map((band) => ({ from: band.from, band })),
  ];
}

function optionsOf(weeks: readonly Week[]): ChartOptions {
  const hidden = { type: 'line', stack: 'band', showSymbol: false, silent: true, z: 0 };
  const bare = { lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
  const line = { type: 'line', showSymbol: false, emphasis: { disabled: true } };
  const begins = weeks.findIndex(({ band }) => band !== undefined);
  return {
    grid: { ...PLOT, top: 12, bottom: 26 },
    xAxis: {
      ...{ type: 'category', data: weeks.map(({ from }) => dayText(from)), boundaryGap: false },
      ...{ axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false } },
      axisLabel: { color: DIM, hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      ...{ type: 'value', splitNumber: 4, min: 0, splitLine: { lineStyle: { color: LINE } } },
      axisLabel: { color: DIM, fontSize: 11, formatter: piecesText },
    },
    tooltip: {
      ...{ trigger: 'axis', backgroundColor: 'var(--surface)', borderColor: LINE },
      textStyle: { color: 'var(--mantine-color-text)', fontSize: 12 },
      formatter: (pointed: readonly { readonly dataIndex: number }[]) =>
        pointedText(weeks[pointed[0]?.dataIndex ?? 0]),
    },
    series: [
      { ...hidden, ...bare, data: weeks.map(({ band }) => band?.low ?? null) },
      {
        ...{ ...hidden, ...bare, areaStyle: { color: ACCENT, opacity: 0.22 } },
        data: weeks.map(({ band }) => (band ? band.high - band.low : null)),
      },
      {
        ...{ ...line, data: weeks.map(({ band }) => band?.without ?? null), z: 1 },
        lineStyle: { width: 1, type: 'dashed', color: DIM },
      },
      {
        ...{ ...line, data: weeks.map(({ band }) => band?.mean ?? null), z: 2 },
        lineStyle: { width: 2, type: 'dotted', color: ACCENT },
      },
      {
        ...{ ...line, data: weeks.map(({ sold }) => sold ?? null), z: 3 },
        lineStyle: { width: 2, color: ACCENT },
        markLine: {
          ...{ silent: true, symbol: 'none', label: { show: false } },
          ...{ lineStyle: { color: LINE, type: 'solid' }, data: [{ xAxis: Math.max(0, begins) }] },
        },
      },
    ],
  };
}

/** Dates and numbers only, so that nothing has to be escaped. */
function pointedText(week: Week | undefined): string {
  if (week === undefined) return '';
  const t = forecastWords().item;
  if (week.band === undefined) {
    const sold = week.sold ?? undefined;
    return `${dayText(week.from)}<br>${sold === undefined ? t.outOfStock : `<strong>${piecesText(sold)}</strong>`}`;
  }
  const { mean, low, high } = week.band;
  return [
    dayText(week.from),
    `<strong>${piecesText(mean)}</strong>`,
    `${piecesText(low)} – ${piecesText(high)}`,
  ].join('<br>');
}
