import { SegmentedControl } from '@mantine/core';
import { Gauge } from 'lucide-react';
import { Card, EmptyState } from '../../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../../../platform/cockpit/state/index.ts';
import type { Report } from '../../report.ts';
import { ReportShown } from '../../report-shown.tsx';
import type { Asked } from '../../span/use-asked.ts';
import { analyticsWords, wordOf } from '../../words.ts';
import { useReport } from '../use-report.ts';
import { WholeReport } from '../whole-report.tsx';
import { KindTable } from './kind-table.tsx';
import styles from './speed.module.css';
import { VitalCard } from './vital-card.tsx';
import { METRICS, namesIn, vitalIn } from './vitals.ts';

/** How fast the shop is for those who visit it, by Google's published measures. */
export function SpeedTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords().behaviour;
  const read = useReport('web_vitals', asked, { limit: '1000' });
  return (
    <ReportShown of={read}>
      {(report) =>
        report.rows.length === 0 ? (
          <EmptyState icon={Gauge} title={t.noSpeed} text={t.noSpeedText} />
        ) : (
          <Vitals report={report} asked={asked} />
        )
      }
    </ReportShown>
  );
}

function Vitals({ report: { rows, id }, asked }: { readonly report: Report; readonly asked: Asked }) {
  const t = analyticsWords();
  const b = t.behaviour;
  const [query, change] = useAddress();
  const devices = namesIn(rows, 'device');
  const device = devices.find((one) => one === textIn(query, 'device')) ?? 'all';
  const choices = ['all', ...devices].map((value) => {
    return { value, label: value === 'all' ? b.everyDevice : wordOf(t.values, value) };
  });
  const actions = (
    <>
      {devices.length > 1 && (
        <SegmentedControl
          {...{ size: 'xs', 'aria-label': t.dimensions.device, value: device, data: choices }}
          onChange={(value) => change({ device: value === 'all' ? undefined : value })}
        />
      )}
      <WholeReport id={id} asked={asked} />
    </>
  );
  return (
    <>
      <Card title={b.fast} about={b.fastAbout} actions={actions}>
        <div className={styles.vitals}>
          {METRICS.map((metric) => (
            <VitalCard key={metric} metric={metric} row={vitalIn(rows, { metric, kind: 'all', device })} />
          ))}
        </div>
      </Card>
      <Card title={b.byKind} about={b.byKindAbout} isFlush>
        <KindTable rows={rows} device={device} />
      </Card>
    </>
  );
}
