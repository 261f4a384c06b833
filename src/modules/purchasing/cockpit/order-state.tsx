import type { RowOf, Told } from '../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { purchasingWords } from './words.ts';

export type OrderRow = RowOf<'listPurchaseOrders'>;
export type WholeOrder = Told<'readPurchaseOrder'>;
export type Line = WholeOrder['lines'][number];
export const ORDER_STATES = [
  ...(['draft', 'awaiting_approval', 'approved', 'sent', 'confirmed'] as const),
  ...(['partly_received', 'received', 'closed_short', 'cancelled'] as const),
] as const;

const TONES: Readonly<Record<OrderRow['state'], Tone>> = {
  ...{ draft: 'neutral', awaiting_approval: 'waiting', approved: 'active', sent: 'active' },
  ...{ confirmed: 'active', partly_received: 'waiting', received: 'good', closed_short: 'waiting' },
  cancelled: 'neutral',
};

export function OrderBadge({ of }: { readonly of: Pick<OrderRow, 'state' | 'isLate'> }) {
  const t = purchasingWords();
  if (of.isLate) return <StateBadge tone="bad">{t.late}</StateBadge>;
  return <StateBadge tone={TONES[of.state]}>{t.states[of.state]}</StateBadge>;
}
