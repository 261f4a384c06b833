import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { priceWords } from '../words.ts';

export type PromotionRow = RowOf<'listPromotionRows'>;
export const PROMOTION_STATES = ['in_force', 'scheduled', 'ended', 'used_up', 'paused'] as const;

const TONES: Readonly<Record<PromotionRow['state'], Tone>> = {
  in_force: 'good',
  scheduled: 'active',
  ended: 'neutral',
  used_up: 'waiting',
  paused: 'neutral',
};

export function PromotionBadge({ state }: { readonly state: PromotionRow['state'] }) {
  return <StateBadge tone={TONES[state]}>{priceWords().promotions.states[state]}</StateBadge>;
}
