import { sql } from 'kysely';
import { currencyOf, parseId } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { PaymentId } from '../payment.ts';
import type { ProviderName, ProviderTransaction } from '../provider.ts';
import { instant } from '../store/values.ts';
import type { Difference, Line, Movement } from './compare.ts';

export type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** Keeps lines of the provider's book; one that is there already stays as it is. */
export async function keepLines(
  tx: Tx,
  provider: ProviderName,
  lines: readonly ProviderTransaction[],
): Promise<void> {
  const column = <Value>(of: (line: ProviderTransaction) => Value) => lines.map(of);
  const ids = column(({ paymentId }) => (paymentId === undefined ? null : (parseId(paymentId) ?? null)));
  await sql`
    insert into payments.provider_line (provider, id, kind, payment_id, currency, amount_minor, fee_minor,
      payout_reference, at)
    select ${provider}, given.id, given.kind, payment.id, given.currency, given.amount_minor, given.fee_minor,
      given.payout_reference, given.at
    from unnest(${column(({ id }) => id)}::text[], ${column(({ kind }) => kind)}::text[], ${ids}::uuid[],
      ${column(({ reference }) => reference ?? null)}::text[], ${column(({ currency }) => currency)}::text[],
      ${column(({ amountMinor }) => amountMinor)}::bigint[], ${column(({ feeMinor }) => feeMinor)}::bigint[],
      ${column(({ payoutReference }) => payoutReference ?? null)}::text[],
      ${column(({ at }) => at.toString())}::timestamptz[])
      as given (id, kind, payment_id, reference, currency, amount_minor, fee_minor, payout_reference, at)
    left join lateral (
      select id from payments.payment
      where payment.provider = ${provider} and (payment.id = given.payment_id or payment.reference = given.reference)
      limit 1
    ) as payment on true
    order by given.id
    on conflict (provider, id) do update
      set payout_reference = coalesce(provider_line.payout_reference, excluded.payout_reference)
      where provider_line.payout_reference is distinct from excluded.payout_reference`.execute(tx);
}

type LineRow = {
  id: string;
  kind: ProviderTransaction['kind'];
  payment_id: PaymentId | null;
  currency: string;
  amount_minor: bigint;
  fee_minor: bigint;
  payout_reference: string | null;
  at: Temporal.Instant;
};

/** Kept lines of a span that nothing of ours has been matched with, in the order of time. */
export async function readOpenLines(db: Db, provider: ProviderName, span: Span): Promise<Line[]> {
  const { rows } = await sql<LineRow>`
    select id, kind, payment_id, currency, amount_minor, fee_minor, payout_reference, at
    from payments.provider_line
    where provider = ${provider} and at >= ${instant(span.from)} and at < ${instant(span.until)}
      and posted_at is null and kind <> 'payout'
      and not exists (
        select from payments.movement join payments.payment on payment.id = movement.payment_id
        where movement.transaction_id = provider_line.id and payment.provider = provider_line.provider)
    order by at, id`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, currency: currencyOf(row.currency), at: row.at },
    ...{ amountMinor: row.amount_minor, feeMinor: row.fee_minor },
    paymentId: row.payment_id ?? undefined,
    payoutReference: row.payout_reference ?? undefined,
  }));
}

type MovementRow = {
  id: bigint;
  payment_id: PaymentId;
  kind: Movement['kind'];
  currency: string;
  amount_minor: bigint;
  at: Temporal.Instant;
};

/** Movements of ours that no line was matched with: of the span, and of these payments whenever it was. */
export async function readOpenMovements(
  db: Db,
  provider: ProviderName,
  input: Span & { readonly paymentIds: readonly PaymentId[] },
): Promise<Movement[]> {
  const { rows } = await sql<MovementRow>`
    select movement.id, movement.payment_id, movement.kind, movement.currency, movement.amount_minor, movement.at
    from payments.movement join payments.payment on payment.id = movement.payment_id
    where payment.provider = ${provider} and movement.kind <> 'fee' and movement.transaction_id is null
      and (movement.payment_id = any(${input.paymentIds}::uuid[])
        or (movement.at >= ${instant(input.from)} and movement.at < ${instant(input.until)}))
    order by movement.at, movement.id`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, paymentId: row.payment_id, kind: row.kind, at: row.at },
    ...{ currency: currencyOf(row.currency), amountMinor: row.amount_minor },
  }));
}

export async function noteMatches(
  tx: Tx,
  matches: readonly { readonly movement: Movement; readonly line: Line }[],
): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    update payments.movement set transaction_id = given.transaction_id
    from unnest(${matches.map(({ movement }) => movement.id)}::bigint[], ${matches.map(({ line }) => line.id)}::text[])
      as given (id, transaction_id)
    where movement.id = given.id`.execute(tx);
}

/**
 * Payments with a line in the span whose fees differ, of those of which both books have everything that moved: where a
 * capture is missing, so is its fee, and that is no second difference.
 */
export async function readFeeDifferences(db: Db, provider: ProviderName, span: Span): Promise<Difference[]> {
  const { rows } = await sql<{ id: PaymentId; currency: string; ours: bigint; theirs: bigint }>`
    with touched as (
      select distinct payment_id as id from payments.provider_line
      where provider = ${provider} and at >= ${instant(span.from)} and at < ${instant(span.until)}
    ), book as (
      select payment.id, payment.currency, payment.fee_minor as ours, sum(line.fee_minor)::bigint as theirs,
        coalesce(sum(line.amount_minor) filter (where line.kind = 'capture'), 0) as captured
      from touched join payments.payment using (id)
      join payments.provider_line line on line.payment_id = payment.id and line.currency = payment.currency
      where not exists (
        select from payments.movement
        where movement.payment_id = payment.id and kind <> 'fee' and transaction_id is null)
      group by payment.id
      having coalesce(sum(line.amount_minor) filter (where line.kind = 'capture'), 0) = payment.captured_minor
    )
    select id, currency, ours, theirs from book where ours <> theirs order by id`.execute(db);
  return rows.map((row) => ({
    ...{ kind: 'fee', about: 'fee', paymentId: row.id, transactionId: undefined },
    ...{ currency: currencyOf(row.currency), oursMinor: row.ours, theirsMinor: row.theirs },
  }));
}
