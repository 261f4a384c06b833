import type { RowOf, Told } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { stockWords } from '../words.ts';

export type Stocktake = Told<'readStocktake'>;
export type StocktakeLine = RowOf<'listStocktakeLines'>;
export const STOCKTAKE_STATES = ['open', 'approved', 'cancelled'] as const;

const TONES: Readonly<Record<Stocktake['state'], Tone>> = {
  open: 'active',
  approved: 'good',
  cancelled: 'neutral',
};

export function StocktakeBadge({ of }: { readonly of: Stocktake }) {
  return <StateBadge tone={TONES[of.state]}>{stockWords().count.states[of.state]}</StateBadge>;
}
