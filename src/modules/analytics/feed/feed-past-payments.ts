import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { KeptPayment } from '../../history/index.ts';
import {
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  type Posting,
} from '../../ledger/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { localTime } from './local-time.ts';
import { MARKET } from './place-history.ts';
import { readPosition, writePosition } from './position.ts';
import { sumMoved } from './sum-moved.ts';

const POSTINGS_AT_MOST = 4n;

/**
 * Copies the next page of what happened at payment providers elsewhere: attempts beside this shop's, and what they moved as
 * the ledger would have posted it. Ids of such postings are below zero; the agreement reads the ledger itself and knows of
 * none. All of it anew where some is gone. After the orders that they are of. @returns how many there were
 */
export async function feedPastPayments(
  warehouse: Warehouse,
  { history: elsewhere }: Pick<FactSources, 'history'>,
  { zone, limit }: { readonly zone: string; readonly limit: number },
): Promise<number> {
  const revision = await elsewhere.revision();
  const position = await readPosition(warehouse, 'past_payments');
  const isSame = position?.xid === revision;
  const page = await elsewhere.payments({ after: isSame ? position.id : 0n, limit });
  const last = page.at(-1);
  if (isSame && last === undefined) return 0;
  await warehouse.change(async (session) => {
    if (!isSame) await takeOut(session);
    if (last !== undefined) await place(session, page, zone);
    await writePosition(session, 'past_payments', { xid: revision, id: last?.id ?? 0n });
  });
  return page.length;
}

async function takeOut(session: Session): Promise<void> {
  await session.run(`delete from payment_try where id like '${PAST}%'`);
  await session.run('delete from posting where id < 0');
  await session.run('delete from moved where transaction_id < 0');
}

const PAST = 'history ';

async function place(session: Session, page: readonly KeptPayment[], zone: string): Promise<void> {
  await session.run(`create or replace temp table new_past_payment (
    id bigint, payment_id varchar, happened_at timestamp, order_id varchar, country varchar, currency varchar,
    provider varchar, method varchar, amount_minor bigint, result varchar, reason varchar)`);
  await session.append(
    'new_past_payment',
    page.map((one) => [
      ...[one.id, one.paymentId, one.happenedAt, one.order ?? null, one.country, one.currency, one.provider],
      ...[one.method, one.amountMinor, one.result, one.reason === '' ? null : one.reason],
    ]),
  );
  await session.run(`
    insert into payment_try by name
    select '${PAST}' || found.payment_id as id, found.happened_at, found.order_id,
      coalesce(orders.market, ${MARKET}) as market, found.country, found.currency, provider, method, amount_minor, result,
      reason, cast(${localTime('found.happened_at', zone)} as date) as day,
      hour(${localTime('found.happened_at', zone)}) as hour
    from new_past_payment found left join orders on orders.order_id = found.order_id
    where result not like 'dispute%'`);
  await session.run(
    'create or replace temp table new_past_posting as select * exclude (day) from posting limit 0',
  );
  await session.append('new_past_posting', page.flatMap(postingsOf));
  await session.run(`
    insert into posting by name
    select *, cast(${localTime('posted_at', zone)} as date) as day from new_past_posting`);
  await sumMoved(session, 'select transaction_id from new_past_posting');
}

function postingsOf(payment: KeptPayment) {
  const { id, happenedAt, paymentId, order } = payment;
  const { kind, postings } = movedBy(payment);
  return postings.map(({ account, currency, amountMinor }, place) => {
    const own = -(id * POSTINGS_AT_MOST + BigInt(place));
    return [0n, own, -id, happenedAt, kind, paymentId, order ?? null, account, currency, amountMinor];
  });
}

function movedBy(payment: KeptPayment): { readonly kind: string; readonly postings: readonly Posting[] } {
  switch (payment.result) {
    case 'captured':
      return { kind: 'capture', postings: capturePostings(payment) };
    case 'dispute_opened':
      return { kind: 'dispute_opened', postings: disputeOpenedPostings(payment) };
    case 'dispute_won':
      return { kind: 'dispute_won', postings: disputeWonPostings(payment) };
    case 'dispute_lost':
      return { kind: 'dispute_lost', postings: disputeLostPostings(payment) };
    default:
      return { kind: '', postings: [] };
  }
}
