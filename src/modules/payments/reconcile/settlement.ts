import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { PaymentId } from '../payment.ts';
import type { ProviderName, ProviderTransaction } from '../provider.ts';
import { instant } from '../store/values.ts';

/** Money of theirs is seen by a person; there is no book to compare with. */
const WITHOUT_BOOK: readonly ProviderName[] = ['bank_transfer', 'cash_on_delivery'];

/** Where the money of orders is at providers, and how it came there. */
export type MoneyAtProviders = {
  /** What moved in the span: payments, refunds, disputes and fees. */
  readonly moved: readonly MovedMoney[];
  /** What was held right before it. */
  readonly held: readonly HeldMoney[];
  readonly payouts: readonly PaidOut[];
  readonly feesApart: readonly FeeApart[];
  /** What was disputed and not decided at its end. */
  readonly disputes: readonly OpenDispute[];
};

/**
 * Money at providers in a span of time, as their books and ours have it. Payouts are those that were made in it and those in
 * `recorded`, all that the ledger has so far: `PROVIDER:REFERENCE`, and when it was posted.
 */
export async function readMoneyAtProviders(
  db: Db,
  {
    recorded,
    ...span
  }: Span & {
    readonly recorded: readonly { readonly reference: string; readonly postedAt: Temporal.Instant }[];
  },
): Promise<MoneyAtProviders> {
  const isBefore = Map.groupBy(recorded, ({ postedAt }) => Temporal.Instant.compare(postedAt, span.from) < 0);
  const keysOf = (before: boolean) => (isBefore.get(before) ?? []).map(({ reference }) => reference);
  const [moved, held, payouts, feesApart, disputes] = await Promise.all([
    readMovedMoney(db, span),
    readHeldMoney(db, { before: span.from, paidOut: keysOf(true) }),
    readPaidOut(db, { ...span, keys: keysOf(false) }),
    readFeesApart(db, span),
    readOpenDisputes(db, { before: span.until }),
  ]);
  return { moved, held, payouts, feesApart, disputes };
}

/**
 * What moved of an order, at the moment it was heard of here. `confirmed`: a line of the provider's book says the same, and
 * the amount is the book's. `by_hand`: somebody saw it. `unconfirmed`: the book has it not, or not yet. `unknown`: only the
 * book has it, at its own moment.
 */
type MovedMoney = {
  readonly provider: ProviderName;
  readonly orderId: string | undefined;
  readonly kind: Exclude<ProviderTransaction['kind'], 'payout'>;
  readonly currency: CurrencyCode;
  /** As the merchant sees it, before the fee; of a fee what is kept. */
  readonly amountMinor: bigint;
  readonly at: Temporal.Instant;
  readonly standing: 'confirmed' | 'by_hand' | 'unconfirmed' | 'unknown';
  /** The line of the provider's book. */
  readonly lineId: string | undefined;
};

type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };
type Row<Value, Field extends keyof Value> = Omit<Value, Field> & {
  readonly [One in Field]: Exclude<Value[One], undefined> | null;
};

const SIGNED = sql`case when movement.kind in ('refund', 'dispute') then -movement.amount_minor
  else movement.amount_minor end`;

/** All money that moved in a span: payments, refunds, disputes and fees. */
async function readMovedMoney(db: Db, span: Span): Promise<MovedMoney[]> {
  const within = (at: string) =>
    sql`${sql.raw(at)} >= ${instant(span.from)} and ${sql.raw(at)} < ${instant(span.until)}`;
  const { rows } = await sql<Row<MovedMoney, 'orderId' | 'lineId'>>`
    select payment.provider, payment.order_id as "orderId", movement.kind, movement.currency,
      coalesce(line.amount_minor, ${SIGNED}) as "amountMinor", movement.at, line.id as "lineId",
      case when payment.provider = any(${WITHOUT_BOOK}::text[]) then 'by_hand'
        when line.id is not null then 'confirmed'
        -- A fee is known with the capture that it is kept of.
        when movement.kind = 'fee' and not exists (
          select from payments.movement capture left join payments.provider_line theirs
            on theirs.provider = payment.provider and theirs.id = capture.transaction_id
          where capture.payment_id = payment.id and capture.kind = 'capture' and capture.at = movement.at
            and theirs.id is null) then 'confirmed'
        else 'unconfirmed' end as standing
    from payments.movement join payments.payment on payment.id = movement.payment_id
      left join payments.provider_line line on line.provider = payment.provider and line.id = movement.transaction_id
    where ${within('movement.at')}
    union all
    select line.provider, payment.order_id, line.kind, line.currency, line.amount_minor, line.at, line.id, 'unknown'
    from payments.provider_line line left join payments.payment on payment.id = line.payment_id
    where ${within('line.at')} and line.kind not in ('payout', 'fee') and not exists (
      select from payments.movement join payments.payment mine on mine.id = movement.payment_id
      where movement.transaction_id = line.id and mine.provider = line.provider)
    union all
    select provider, null, kind, currency, fee_minor - amount_minor, posted_at, id, 'confirmed'
    from payments.provider_line where kind = 'fee' and ${within('posted_at')}
    order by 6, 2, 7`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined, lineId: row.lineId ?? undefined }));
}

/** A payout of the provider's, and what went out with it by order: its lines, less their fees. */
type PaidOut = {
  readonly provider: ProviderName;
  readonly reference: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly paidAt: Temporal.Instant;
  readonly parts: readonly { readonly orderId: string | undefined; readonly netMinor: bigint }[];
};

/** These payouts, `PROVIDER:REFERENCE`, and all that were made in the span. */
async function readPaidOut(
  db: Db,
  { from, until, keys }: Span & { readonly keys: readonly string[] },
): Promise<PaidOut[]> {
  const { rows } = await sql<Omit<PaidOut, 'parts'> & { readonly parts: readonly [string | null, string][] }>`
    select provider, reference, currency, amount_minor as "amountMinor", paid_at as "paidAt", coalesce((
      select jsonb_agg(jsonb_build_array(part.order_id, part.net::text) order by part.order_id) from (
        select case when line.kind = 'fee' then null else payment.order_id end as order_id,
          sum(line.amount_minor - line.fee_minor) as net
        from payments.provider_line line left join payments.payment on payment.id = line.payment_id
        where line.provider = payout.provider and line.payout_reference = payout.reference and line.kind <> 'payout'
        group by 1) part), '[]') as parts
    from payments.payout
    where provider || ':' || reference = any(${keys}::text[])
      or (paid_at >= ${instant(from)} and paid_at < ${instant(until)})
    order by paid_at, provider, reference`.execute(db);
  return rows.map(({ parts, ...payout }) => ({
    ...payout,
    parts: parts.map(([orderId, net]) => ({ orderId: orderId ?? undefined, netMinor: BigInt(net) })),
  }));
}

/** What a provider holds of an order: taken, less fees and what was paid out of it. Without an order: of none of ours. */
type HeldMoney = Pick<MovedMoney, 'provider' | 'orderId' | 'currency' | 'amountMinor'> & {
  readonly since: Temporal.Instant;
};

/** What providers held right before a moment; `paidOut`: payouts that had been recorded by then, `PROVIDER:REFERENCE`. */
async function readHeldMoney(
  db: Db,
  { before, paidOut }: { readonly before: Temporal.Instant; readonly paidOut: readonly string[] },
): Promise<HeldMoney[]> {
  const { rows } = await sql<Row<HeldMoney, 'orderId'>>`
    with moved as (
      select payment.provider, payment.order_id, movement.currency, movement.at,
        case when movement.kind = 'fee' then -movement.amount_minor else coalesce(line.amount_minor, ${SIGNED}) end as amount
      from payments.movement join payments.payment on payment.id = movement.payment_id
        left join payments.provider_line line
          on line.provider = payment.provider and line.id = movement.transaction_id
      where movement.at < ${instant(before)} and payment.provider <> 'bank_transfer'
      union all
      select provider, null, currency, posted_at, amount_minor - fee_minor from payments.provider_line
      where kind = 'fee' and posted_at < ${instant(before)}
      union all
      select line.provider, case when line.kind = 'fee' then null else payment.order_id end, line.currency, line.at,
        line.fee_minor - line.amount_minor
      from payments.provider_line line left join payments.payment on payment.id = line.payment_id
      where line.provider || ':' || line.payout_reference = any(${paidOut}::text[]) and line.kind <> 'payout'
      union all
      -- What a payout has beyond its lines is of no order.
      select provider, null, currency, paid_at, coalesce((
        select sum(line.amount_minor - line.fee_minor) from payments.provider_line line
        where line.provider = payout.provider and line.payout_reference = payout.reference and line.kind <> 'payout'
      ), 0) - amount_minor
      from payments.payout where provider || ':' || reference = any(${paidOut}::text[])
    )
    select provider, order_id as "orderId", currency, sum(amount)::bigint as "amountMinor", min(at) as since
    from moved group by 1, 2, 3 having sum(amount) <> 0 order by 1, 2, 3`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined }));
}

/** A payment whose fee the provider's book has otherwise than we. */
type FeeApart = {
  readonly provider: ProviderName;
  readonly orderId: string;
  readonly paymentId: PaymentId;
  readonly currency: CurrencyCode;
  readonly oursMinor: bigint;
  readonly theirsMinor: bigint;
  readonly at: Temporal.Instant;
};

/** Payments of which the book has all that moved, its last line in the span, and whose fees differ. */
async function readFeesApart(db: Db, span: Span): Promise<FeeApart[]> {
  const { rows } = await sql<FeeApart>`
    select payment.provider, payment.order_id as "orderId", payment.id as "paymentId", payment.currency,
      payment.fee_minor as "oursMinor", sum(line.fee_minor)::bigint as "theirsMinor", max(line.at) as at
    from payments.payment join payments.provider_line line on line.payment_id = payment.id
    where line.kind not in ('payout', 'fee') and line.currency = payment.currency and payment.id in (
        select payment_id from payments.provider_line
        where at >= ${instant(span.from)} and at < ${instant(span.until)})
      and not exists (
        select from payments.movement
        where movement.payment_id = payment.id and kind <> 'fee' and transaction_id is null)
    group by payment.id
    having sum(line.fee_minor) <> payment.fee_minor
      and coalesce(sum(line.amount_minor) filter (where line.kind = 'capture'), 0) = payment.captured_minor
      and max(line.at) >= ${instant(span.from)} and max(line.at) < ${instant(span.until)}
    order by payment.id`.execute(db);
  return rows;
}

/** What open disputes have taken of an order. */
type OpenDispute = Pick<MovedMoney, 'currency' | 'amountMinor'> & { readonly orderId: string };

/** By order, what was disputed and not decided right before a moment. */
async function readOpenDisputes(
  db: Db,
  { before }: { readonly before: Temporal.Instant },
): Promise<OpenDispute[]> {
  const { rows } = await sql<OpenDispute>`
    select payment.order_id as "orderId", dispute.currency, sum(dispute.amount_minor)::bigint as "amountMinor"
    from payments.dispute join payments.payment on payment.id = dispute.payment_id
    where opened_at < ${instant(before)} and (closed_at is null or closed_at >= ${instant(before)})
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
