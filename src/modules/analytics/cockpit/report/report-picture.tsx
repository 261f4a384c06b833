import { NativeSelect, SegmentedControl } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { measureIn, type Report, type Row, volumeOf } from '../report.ts';
import { grainsOf } from '../span/days.ts';
import type { Asked } from '../span/use-asked.ts';
import { TimeChart } from '../time-chart.tsx';
import { analyticsWords, wordOf } from '../words.ts';
import { Bars } from './bars.tsx';
import { CohortHeat } from './cohort-heat.tsx';
import { FunnelSteps } from './funnel-steps.tsx';
import { pictureOf } from './groups.ts';
import { type NameOf, shownDimensions } from './row-name.ts';
import { WeekHeat } from './week-heat.tsx';

type Shown = {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly currency: string | undefined;
  readonly asked: Asked;
  readonly nameOf: NameOf;
  readonly onOpen: (row: Row) => void;
};

const FIRST = ['net_sales', 'retention_rate', 'conversion_rate', 'gross_sales', 'sessions'];

/** A report as a picture that fits what it tells apart. */
export function ReportPicture({ report, rows, currency, asked, nameOf, onOpen }: Shown) {
  const t = analyticsWords();
  const [query, change] = useAddress();
  const picture = pictureOf(report);
  const chosen = measureIn(report, textIn(query, 'show')) ?? firstMeasure(report);
  if (chosen === undefined) return null;
  if (picture === 'cohorts') {
    return (
      <Card title={t.retention} isFlush>
        <CohortHeat rows={rows} onOpen={onOpen} />
      </Card>
    );
  }
  if (picture === 'funnel') {
    return (
      <Card title={t.steps}>
        <FunnelSteps rows={rows} />
      </Card>
    );
  }
  const title = wordOf(t.measures, chosen.id);
  const actions = (
    <>
      {picture === 'time' && <GrainChoice asked={asked} change={(grain) => change({ grain })} />}
      <NativeSelect
        size="xs"
        aria-label={t.measure}
        value={chosen.id}
        data={report.measures.map(({ id }) => ({ value: id, label: wordOf(t.measures, id) }))}
        onChange={({ currentTarget }) => change({ show: currentTarget.value })}
      />
    </>
  );
  return (
    <Card title={title} actions={actions}>
      {picture === 'time' ? (
        <TimeChart
          {...{ report, rows, measure: chosen, title, currency }}
          grain={asked.grain}
          hour={asked.hour}
        />
      ) : picture === 'week' ? (
        <WeekHeat {...{ rows, measure: chosen, currency, onOpen }} />
      ) : (
        <Bars
          {...{ rows, measure: chosen, nameOf, currency }}
          volume={volumeOf(report, chosen)}
          dimensions={shownDimensions(report)}
        />
      )}
    </Card>
  );
}

function GrainChoice({ asked, change }: { readonly asked: Asked; readonly change: (grain: string) => void }) {
  const t = analyticsWords();
  const grains = grainsOf(asked.days);
  if (grains.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.grain}
      value={asked.grain}
      data={grains.map((value) => ({ value, label: t.grains[value] }))}
      onChange={change}
    />
  );
}

/** What some reports are about, although they tell net sales as well. */
const ABOUT: Readonly<Record<string, string>> = {
  contribution: 'contribution_margin_3',
  disputes: 'disputes',
  marketing: 'ad_spend',
  refunds: 'returns',
};

function firstMeasure(report: Report) {
  return (
    [ABOUT[report.id] ?? '', ...FIRST].map((id) => measureIn(report, id)).find((one) => one !== undefined) ??
    report.measures[0]
  );
}
