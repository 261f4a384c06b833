import { useMemo } from 'react';
import { Chart, type ChartOptions } from '../../../../platform/cockpit/chart/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import type { WholeDecision } from '../decision.ts';
import { decisionWords, named } from '../words.ts';

type Evidence = NonNullable<WholeDecision['evidence']['chart']>;

/** What happens as it is and as proposed, side by side, from today on. */
export function EvidenceChart({ of: chart }: { readonly of: Evidence }) {
  const t = decisionWords();
  const options = useMemo<ChartOptions>(() => {
    const [first] = chart.series;
    return {
      grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 2 },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => countOf(Math.round(Number(value))) },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: (first?.values ?? []).map((_, index) => String(index)),
      },
      yAxis: { type: 'value' },
      series: chart.series.map(({ key, values }, index) => ({
        ...{ type: 'line', name: named(t.series, key), data: [...values], showSymbol: false },
        lineStyle: { width: 2, type: index === 0 ? 'dashed' : 'solid' },
      })),
    };
  }, [chart, t]);
  const label = chart.series
    .map(({ key, values }) => `${named(t.series, key)}: ${countOf(Math.round(values.at(-1) ?? 0))}`)
    .join(', ');
  return <Chart label={label} height={150} options={options} />;
}
