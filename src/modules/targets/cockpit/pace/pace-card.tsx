import { Hourglass, Target as TargetIcon } from 'lucide-react';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import type { Pace } from '../kpis.ts';
import { targetWords } from '../words.ts';
import styles from './pace.module.css';
import { PaceRow } from './pace-row.tsx';

/** The targets of which today is a day, each with how far it is and what it will come to. */
export function PaceCard({
  paces,
  isAway,
  nameOf,
  onOpen,
}: {
  /** `undefined`: not read yet. */
  readonly paces: readonly Pace[] | undefined;
  readonly isAway: boolean;
  readonly nameOf: (pace: Pace) => string;
  readonly onOpen: (pace: Pace) => void;
}) {
  const t = targetWords();
  if (isAway) {
    return (
      <Card title={t.now}>
        <EmptyState icon={Hourglass} title={t.away} text={t.awayText} />
      </Card>
    );
  }
  if (paces === undefined) {
    return (
      <Card title={t.now}>
        <LoadingState lines={5} />
      </Card>
    );
  }
  if (paces.length === 0) {
    return (
      <Card title={t.now}>
        <EmptyState icon={TargetIcon} title={t.nothingNow} text={t.nothingNowText} />
      </Card>
    );
  }
  return (
    <Card title={t.now} about={t.nowAbout} isFlush>
      <ul className={styles.paces}>
        {paces.map((pace) => (
          <li key={pace.id}>
            <PaceRow of={pace} name={nameOf(pace)} onOpen={() => onOpen(pace)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
