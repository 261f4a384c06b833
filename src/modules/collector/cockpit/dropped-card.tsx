import { ShieldCheck } from 'lucide-react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../platform/cockpit/text/index.ts';
import { byReason } from './by-reason.ts';
import styles from './tracking.module.css';
import { SUSPICIONS, type Tracking, trackingWords } from './words.ts';

/** What was not counted as a shopper's in the last seven days, by why, and how it is put back. */
export function DroppedCard({ of }: { readonly of: Tracking['dropped'] }) {
  const t = trackingWords();
  const mayWrite = useMay()('settings:write');
  const release = useWrite('releaseQuarantine', {
    ...{ about: ['tracking', 'analytics'] },
    onDone: ({ count }) => sayDone(t.released(countOf(count), count)),
  });
  const reasons = byReason(of);
  return (
    <Card title={t.dropped} about={t.droppedAbout} isFlush>
      {reasons.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t.nothingDropped} text={t.nothingDroppedText} />
      ) : (
        <ul className={styles.reasons}>
          {reasons.map(({ reason, count, held }) => {
            const suspicion = SUSPICIONS.find((one) => one === reason);
            return (
              <li key={reason}>
                <span className={styles.name}>{t.reasons[reason]}</span>
                <span className={styles.count}>{countOf(count)}</span>
                <span className={styles.text}>{t.reasonTexts[reason]}</span>
                {mayWrite && suspicion !== undefined && held > 0 && (
                  <ConfirmButton
                    title={t.releaseTitle(t.reasons[reason])}
                    text={t.releaseText(countOf(held), held)}
                    verb={t.release}
                    isDangerous={false}
                    onConfirm={() => release.mutateAsync({ body: { reason: suspicion } })}
                  >
                    {t.release}
                  </ConfirmButton>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
