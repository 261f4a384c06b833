import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { BannerCard } from './banner-card.tsx';
import { ChoicesCard } from './choices-card.tsx';
import { DroppedCard } from './dropped-card.tsx';
import { ModeCard } from './mode-card.tsx';
import { ProofCard } from './proof-card.tsx';
import { SendersCard } from './senders-card.tsx';
import { SignalCard } from './signal-card.tsx';
import styles from './tracking.module.css';
import { trackingWords } from './words.ts';

/** How visits are counted, what visitors decided and can be proved of it, what was left out, and who else sends events. */
export function Screen() {
  const t = trackingWords();
  const tracking = useRead('readTracking', { query: {} }, { about: ['tracking'] });
  return (
    <Page title={t.title} about={t.about}>
      <Shown of={tracking}>
        {(read) => (
          <div className={styles.columns}>
            <div className={styles.stack}>
              <ModeCard mode={read.mode} />
              {read.mode === 'ask' && <BannerCard of={read.banners} />}
              <SignalCard of={read} />
              <DroppedCard of={read.dropped} />
            </div>
            <div className={styles.stack}>
              <ChoicesCard of={read} />
              <ProofCard />
              <SendersCard />
            </div>
          </div>
        )}
      </Shown>
    </Page>
  );
}
