import { Scale } from 'lucide-react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import styles from './decisions.module.css';
import { BroughtByKind, CalibrationByKind } from './score/by-kind.tsx';
import { KindCard } from './score/kind-card.tsx';
import score from './score/score.module.css';
import { decisionWords } from './words.ts';

/** What was said that decisions would bring, and what they brought. */
export function Screen() {
  const t = decisionWords();
  const read = useRead('readDecisionScore', {}, { about: ['decisions'] });
  const mandates = useRead('listMandates', {}, { about: ['decisions'] });
  const lostBy = new Map(mandates.data?.items.map(({ kind, lost }) => [kind, lost]));
  return (
    <Page title={t.score.title} about={t.score.about}>
      <Shown of={read}>
        {({ kinds }) => {
          const known = kinds.filter(({ scored, waiting, notEnough }) => scored + waiting + notEnough > 0);
          const scored = known.filter((one) => one.scored > 0);
          if (known.length === 0) {
            return (
              <Card>
                <EmptyState icon={Scale} title={t.score.nothing} text={t.score.nothingText} />
              </Card>
            );
          }
          return (
            <div className={styles.stack}>
              {scored.length > 0 && (
                <div className={score.pair}>
                  <BroughtByKind of={scored} />
                  <CalibrationByKind of={scored} />
                </div>
              )}
              {known.map((one) => (
                <KindCard key={one.kind} of={one} lost={lostBy.get(one.kind)} />
              ))}
              <p className={styles.quiet}>{t.score.fewer}</p>
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}
