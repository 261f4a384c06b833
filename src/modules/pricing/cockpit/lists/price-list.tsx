import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { priceWords } from '../words.ts';

export type PriceList = RowOf<'listPriceLists'>;

/** Whom a list is for: a segment, a market, or everybody. */
export function whomOf({ segment, marketCode }: PriceList, t: { readonly everybody: string }): string {
  return [segment, marketCode].filter(Boolean).join(' · ') || t.everybody;
}

export function Active({ isActive }: { readonly isActive: boolean }) {
  const t = priceWords().lists;
  return <StateBadge tone={isActive ? 'good' : 'neutral'}>{isActive ? t.active : t.paused}</StateBadge>;
}
