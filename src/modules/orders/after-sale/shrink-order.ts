import type { Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { Order } from '../order.ts';
import { agreementOf, withoutPieces } from './agree-anew.ts';
import type { ChosenLine } from './chosen-lines.ts';
import type { RefundRefusal } from './refund.ts';
import { writeAnew } from './write-anew.ts';

/**
 * Takes pieces off an order that does not stand yet: nothing is posted and no invoice is issued, so it is agreed anew for
 * less. Credit that is not needed any more goes back; when what is left is covered, the order stands now, and what came
 * in beyond it goes back.
 */
export function shrinkOrder(
  tx: Tx,
  order: Order,
  { chosen, now }: { readonly chosen: readonly ChosenLine[]; readonly now: Temporal.Instant },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const lines = order.lines.flatMap((line) => {
    const count = chosen.find((one) => one.line.id === line.id)?.quantity ?? 0;
    return count === 0 ? [line] : (withoutPieces(line, count, order) ?? []);
  });
  return writeAnew(tx, order, { agreement: agreementOf({ ...order, lines }), now });
}
