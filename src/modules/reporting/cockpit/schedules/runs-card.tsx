import { Card } from '../../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import styles from '../fields/editor.module.css';
import { reportingWords } from '../words.ts';
import type { ScheduleRead } from './draft.ts';

type Run = ScheduleRead['runs'][number];

const TONES: Readonly<Record<Run['state'], Tone>> = { waiting: 'waiting', sent: 'good', failed: 'bad' };

export function RunState({ of: { state } }: { readonly of: Pick<Run, 'state'> }) {
  return <StateBadge tone={TONES[state]}>{reportingWords().states[state]}</StateBadge>;
}

/** How it went, the latest first, and who said no. */
export function RunsCard({ of: { runs, unsubscribed } }: { readonly of: ScheduleRead }) {
  const t = reportingWords();
  if (runs.length === 0 && unsubscribed.length === 0) return null;
  return (
    <Card
      title={t.runs}
      about={unsubscribed.length > 0 ? t.saidNo(unsubscribed.join(', ')) : undefined}
      isFlush
    >
      <ul className={styles.list}>
        {runs.map((run) => (
          <li key={run.id}>
            <span>
              {momentOf(run.dueAt)} {run.isTest && <span className={styles.dim}>· {t.test}</span>}
            </span>
            {run.problem !== '' && <span className={styles.dim}>{run.problem}</span>}
            <span>
              {run.state === 'sent' && <span className={styles.dim}>{t.mails(run.mails)} </span>}
              <RunState of={run} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
