import { Filter } from 'lucide-react';
import { Card, EmptyState } from '../../../../../platform/cockpit/page/index.ts';
import { useAddress } from '../../../../../platform/cockpit/state/index.ts';
import { ReportShown } from '../../report-shown.tsx';
import type { Asked } from '../../span/use-asked.ts';
import { analyticsWords } from '../../words.ts';
import { useReport } from '../use-report.ts';
import styles from './funnel.module.css';
import { FunnelBars } from './funnel-bars.tsx';
import { FunnelChoices } from './funnel-choices.tsx';
import { SegmentTable } from './segment-table.tsx';
import { StepEditor } from './step-editor.tsx';
import { funnelIn, stepsText } from './steps.ts';

/** How far visits get: steps that somebody chooses, and how segments differ in them. */
export function FunnelTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords().behaviour;
  const [query, change] = useAddress();
  const funnel = funnelIn(query);
  const { steps, isOpen, within, segment } = funnel;
  const chosen = {
    ...{ step: [...steps], limit: '1000' },
    ...(isOpen ? { isOpen: 'true' as const } : {}),
    ...(within === undefined ? {} : { withinMinutes: String(within) }),
  };
  const whole = useReport('funnel', asked, chosen);
  const split = { ...chosen, ...(segment === undefined ? {} : { segment }) };
  const apart = useReport('funnel', asked, split, true);
  return (
    <div className={styles.columns}>
      <Card title={t.steps}>
        <StepEditor steps={steps} change={(next) => change({ steps: stepsText(next) })} />
        <FunnelChoices funnel={funnel} change={change} />
      </Card>
      <div className={styles.results}>
        <Card title={t.funnel} about={isOpen ? t.open : t.closed}>
          <ReportShown of={whole}>
            {({ rows }) =>
              rows.length === 0 ? (
                <EmptyState icon={Filter} title={t.noFunnel} text={t.noFunnelText} />
              ) : (
                <FunnelBars steps={steps} rows={rows} />
              )
            }
          </ReportShown>
        </Card>
        {segment !== undefined && (
          <Card title={`${t.compared}: ${t.segments[segment]}`} about={t.comparedAbout} isFlush>
            <ReportShown of={apart}>
              {({ rows }) => <SegmentTable steps={steps} rows={rows} segment={segment} />}
            </ReportShown>
          </Card>
        )}
      </div>
    </div>
  );
}
