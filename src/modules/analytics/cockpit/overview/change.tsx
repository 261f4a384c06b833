import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Trend } from '../../../../platform/cockpit/value/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';
import type { Tile } from './tiles.ts';

/** A change that chance may have made, or that is neither good nor bad, is told without a verdict. */
export function Change({
  of: { change: share, isGoodUp, estimate },
}: {
  readonly of: Pick<Tile, 'change' | 'isGoodUp' | 'estimate'>;
}) {
  const t = analyticsWords();
  if (share === undefined) return <span className={styles.quiet}>{t.nothingBefore}</span>;
  if (isGoodUp !== undefined && !estimate?.isChance) return <Trend share={share} isGoodUp={isGoodUp} />;
  return (
    <span className={styles.quiet}>
      {share > 0 ? '+' : ''}
      {percentOf(share)}
    </span>
  );
}
