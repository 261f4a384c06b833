import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * Says anew of transactions that moved money at a provider what each was: received, kept, disputed. A
 * transaction may be fed in two pages.
 *
 * @param transactions SQL of their ids
 */
export async function sumMoved(session: Session, transactions: string): Promise<void> {
  const isMeant = `transaction_id in (${transactions})`;
  await session.run(`delete from moved where ${isMeant}`);
  await session.run(`
    insert into moved by name
    select transaction_id, currency, any_value(kind) as kind, any_value(reference) as reference,
      any_value(order_id) as order_id, any_value(day) as day,
      replace(max(account) filter (account like 'provider:%' or account = 'bank'), 'provider:', '') as provider,
      ifnull(-sum(amount_minor) filter (account = 'receivable'), 0) as received_minor,
      ifnull(sum(amount_minor) filter (account = 'fees'), 0) as fee_minor,
      ifnull(abs(sum(amount_minor) filter (account = 'disputes')), 0) as disputed_minor
    from posting where kind in ('capture', 'fee', 'dispute_opened', 'dispute_won', 'dispute_lost') and ${isMeant}
    group by transaction_id, currency`);
}
