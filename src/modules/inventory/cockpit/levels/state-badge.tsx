import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { stockWords } from '../words.ts';

export type LevelShown = {
  readonly available: number;
  readonly lowStockAt: number;
  readonly isTracked: boolean;
  readonly mayBackorder: boolean;
};

/** What stands out of a level: nothing where there is enough. */
export function LevelBadge({ level }: { readonly level: LevelShown }) {
  const t = stockWords().states;
  const { available, lowStockAt, isTracked, mayBackorder } = level;
  if (!isTracked) return <StateBadge tone="neutral">{t.untracked}</StateBadge>;
  if (available <= 0) {
    return (
      <StateBadge tone={mayBackorder ? 'waiting' : 'bad'}>{mayBackorder ? t.backorder : t.out}</StateBadge>
    );
  }
  return available <= lowStockAt ? <StateBadge tone="waiting">{t.low}</StateBadge> : null;
}
