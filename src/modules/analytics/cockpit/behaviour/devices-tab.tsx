import { MonitorSmartphone } from 'lucide-react';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { sizeOf, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { NumberTable } from './number-table.tsx';
import { secondsText } from './seconds-text.ts';
import { ShareText } from './share-text.tsx';
import { TimeHeat } from './time-heat.tsx';
import { useReport } from './use-report.ts';
import { WholeReport } from './whole-report.tsx';

const MOST = 12;

/** What visitors come with, and when. */
export function DevicesTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords();
  const b = t.behaviour;
  const devices = useReport('devices', asked, { limit: '200' });
  const times = useReport('visit_times', asked, { limit: '200' }, true);
  return (
    <>
      <Card title={b.came} isFlush actions={<WholeReport id="devices" asked={asked} />}>
        <ReportShown of={devices}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={MonitorSmartphone} title={b.noVisits} text={b.noVisitsText} />
            ) : (
              <NumberTable
                {...{ label: b.came, first: t.dimensions.device, rows: rows.slice(0, MOST) }}
                keyOf={({ of }) => JSON.stringify(of)}
                nameOf={({ of }) =>
                  [of['device'] && wordOf(t.values, of['device']), of['browser'], of['os']]
                    .filter(Boolean)
                    .join(' · ') || t.unknown
                }
                sizeOf={({ values }) => sizeOf(values['sessions'])}
                columns={[
                  { title: b.visits, of: ({ values }) => countOf(sizeOf(values['sessions'])) },
                  {
                    title: t.measures.bounce_rate,
                    of: ({ values }) => valueText(values['bounce_rate'], 'share', undefined),
                  },
                  { title: b.time, of: ({ values }) => secondsText(values['time_per_visit']) },
                  {
                    title: b.conversion,
                    of: ({ values }) => (
                      <ShareText part={values['sessions_bought']} whole={values['sessions']} />
                    ),
                  },
                ]}
              />
            )
          }
        </ReportShown>
      </Card>
      <Card title={b.times} about={b.timesAbout} actions={<WholeReport id="visit_times" asked={asked} />}>
        <ReportShown of={times}>{({ rows }) => <TimeHeat rows={rows} />}</ReportShown>
      </Card>
    </>
  );
}
