import type { Db } from '../../../platform/database/index.ts';
import { type Reconciliation, readReconciliations } from '../../payments/index.ts';

const PAGE = 100;

/**
 * The days of a span on which a provider's book was compared with the ledger: payments, refunds, fees and payouts. Days are
 * the provider's, in UTC.
 */
export async function readProviderDays(
  db: Db,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<Reconciliation[]> {
  const found: Reconciliation[] = [];
  let before: Pick<Reconciliation, 'day' | 'provider'> | undefined;
  for (;;) {
    const page = await readReconciliations(db, { limit: PAGE, ...(before === undefined ? {} : { before }) });
    found.push(...page.filter(({ day }) => isWithin(day, from, to)));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || Temporal.PlainDate.compare(last.day, from) < 0)
      return found;
    before = last;
  }
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}
