import type { RowOf, Told } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { stockWords } from '../words.ts';

export type TransferRow = RowOf<'listTransfers'>;
export type WholeTransfer = Told<'readTransfer'>;
export const TRANSFER_STATES = ['draft', 'sent', 'received', 'cancelled'] as const;

const TONES: Readonly<Record<TransferRow['state'], Tone>> = {
  draft: 'neutral',
  sent: 'active',
  received: 'good',
  cancelled: 'neutral',
};

export function TransferBadge({ of }: { readonly of: Pick<TransferRow, 'state' | 'missing'> }) {
  const t = stockWords().transfer;
  if (of.missing !== undefined) return <StateBadge tone="waiting">{t.short}</StateBadge>;
  return <StateBadge tone={TONES[of.state]}>{t.states[of.state]}</StateBadge>;
}
