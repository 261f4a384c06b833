import { type Id, parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { exportJournal, readOpenBalances, readPostedAmounts } from '../../ledger/index.ts';
import { readOrderFacts } from '../../orders/index.ts';
import { readMoneyAtProviders } from '../../payments/index.ts';
import type { AgreementRow } from './agreement.ts';
import type { Agreed, OrderApart } from './check-agreement.ts';
import { settle } from './settle.ts';
import type { SettleInput } from './settle-input.ts';
import type { NamedDifference, SettlementCheck } from './settlement.ts';

// A webhook may be late, and a provider's book is read the day after.
const GRACE_HOURS = 72;
const ORDERS = 1_000;

/**
 * For every day, market and currency: whether what the report shows as sold is what providers paid out and what is still open.
 * What reports show is given (`checkAgreement`); the rest is read from PostgreSQL: the ledger, payments, and the providers'
 * books as payments keep them.
 */
export async function checkSettlement(
  db: Db,
  asked: Pick<SettleInput, 'zone' | 'from' | 'to'> & Agreed & { readonly now: Temporal.Instant },
): Promise<SettlementCheck> {
  const { zone, from: firstDay, to: lastDay, now } = asked;
  const from = firstDay.toZonedDateTime(zone).toInstant();
  const until = lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const posted = await readPostedAmounts(db, { kind: 'payout', account: 'bank', before: now });
  const entries = await Array.fromAsync(exportJournal(db, { from, to: until }));
  const [{ held, ...money }, ledger] = await Promise.all([
    readMoneyAtProviders(db, { from, until, recorded: posted }),
    readOpenBalances(db, { before: from }),
  ]);
  const parts = money.payouts.flatMap((payout) => payout.parts);
  const told = [...entries, ...money.moved, ...ledger, ...held, ...parts];
  const markets = await readMarkets(db, new Set(told.flatMap(({ orderId }) => orderId ?? [])));
  const graceFrom = now.subtract({ hours: GRACE_HOURS });
  const settled = settle({
    ...{ zone, from: firstDay, to: lastDay, graceFrom, sold: asked.rows.flatMap(soldOf) },
    ...{ ...money, entries, posted, opening: { ledger, held } },
    marketOf: (orderId = '') => markets.get(orderId) ?? '',
  });
  return { ...settled, differences: [...asked.orders.map(saleApart), ...settled.differences] };
}

function soldOf({ day, market, currency, measure, reportMinor }: AgreementRow): SettleInput['sold'] {
  return measure === 'total_sales' ? [{ day, market, currency, amountMinor: reportMinor }] : [];
}

/** An order of which journal and ledger differ; which figure does is its reference. */
function saleApart({ measure, journalMinor, ledgerMinor, orderId, ...place }: OrderApart): NamedDifference {
  const about = { kind: 'sale', provider: '', reference: measure } as const;
  return {
    ...{ ...place, ...about, oursMinor: journalMinor, theirsMinor: ledgerMinor },
    orderId: orderId === '' ? undefined : orderId,
  };
}

async function readMarkets(db: Db, orderIds: ReadonlySet<string>): Promise<Map<string, string>> {
  const markets = new Map<string, string>();
  const ids = [...orderIds].flatMap((id) => parseId<'order'>(id) ?? []);
  for (let from = 0; from < ids.length; from += ORDERS) {
    const page: readonly Id<'order'>[] = ids.slice(from, from + ORDERS);
    for (const { orderId, market } of await readOrderFacts(db, page)) markets.set(orderId, market);
  }
  return markets;
}
