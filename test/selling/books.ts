import { sql } from 'kysely';
import {
  journalDifferences,
  type OrderFacts,
  type OrderState,
  stateOf,
} from '../../src/modules/orders/index.ts';
import type { Db } from '../../src/platform/database/index.ts';

/**
 * Everything that does not add up between orders, payments, the provider, stock, credit, the ledger, the sales journal and what
 * was told: [] whenever nothing is under way. For orders of which nothing was handed over or sent back yet.
 */
export async function wrongInBooks(db: Db): Promise<string[]> {
  const wrong: string[] = [];
  const orders = await readBooks(db);
  for (const order of orders) wrong.push(...wrongOf(order).map((what) => `order ${order.number}: ${what}`));
  return [
    ...wrong,
    ...(await wrongInLedger(db)),
    ...(await wrongInJournal(db)),
    ...(await wrongInStock(db)),
    ...(await wrongAtProvider(db)),
    ...(await wrongInProposals(db)),
  ];
}

type Book = {
  readonly number: string;
  readonly state: OrderState;
  readonly facts: {
    readonly [Field in keyof OrderFacts]: OrderFacts[Field] extends bigint ? string : OrderFacts[Field];
  };
  readonly isPaid: boolean;
  readonly creditMinor: bigint;
  readonly heldQuantity: number;
  readonly reserved: number;
  readonly charged: bigint;
  readonly returned: bigint;
  readonly disputed: bigint;
  readonly receivable: bigint;
  readonly atProvider: bigint;
  readonly usedCredit: bigint;
  /** Given back by refunds otherwise than over a payment: to credits, or for the goods of an exchange. */
  readonly givenOtherwise: bigint;
  readonly restoredCredit: bigint;
  /** Paid by pieces of another order. */
  readonly exchanged: bigint;
  /** Given back of what came in beyond what was due. */
  readonly overpaid: bigint;
  readonly timesPaid: number;
  readonly timesPlaced: number;
};

async function readBooks(db: Db): Promise<Book[]> {
  const { rows } = await sql<Book>`
    select o.number, o.state, o.paid_at is not null as "isPaid", o.credit_minor as "creditMinor",
      o.held_quantity as "heldQuantity", jsonb_build_object('isCancelled', o.cancelled_at is not null,
        'isAccepted', o.paid_at is not null,
        'dueMinor', o.due_minor::text, 'totalMinor', o.total_minor::text,
        'authorizedMinor', o.authorized_minor::text, 'capturedMinor', o.captured_minor::text,
        'refundedMinor', o.refunded_minor::text, 'quantity', o.quantity,
        'fulfilledQuantity', o.fulfilled_quantity, 'deliveredQuantity', o.delivered_quantity,
        'returnedQuantity', o.returned_quantity) as facts,
      (select coalesce(sum(quantity), 0)::int from inventory.reservation where owner_id = o.id) as reserved,
      ${paid(sql`captured_minor`)} as charged, ${paid(sql`refunded_minor`)} as returned,
      ${paid(sql`disputed_minor`)} as disputed,
      ${posted(sql`account = 'receivable'`)} as receivable,
      ${posted(sql`(account like 'provider:%' or account in ('bank', 'fees'))`)} as "atProvider",
      (select coalesce(-sum(amount_minor), 0)::bigint from credits.movement
        where order_id = o.id and kind in ('redeemed', 'restored')) as "usedCredit",
      ${given(sql`amount_minor - reduced_minor - payment_minor`)} as "givenOtherwise",
      ${given(sql`overpaid_minor`)} as overpaid,
      (select coalesce(sum((credit ->> 'amountMinor')::bigint), 0)::bigint
        from jsonb_array_elements(o.agreed -> 'credits') as credit where credit ->> 'kind' = 'exchange') as exchanged,
      ${given(sql`case means when 'original' then gift_card_minor + store_credit_minor else 0 end`)} as "restoredCredit",
      ${told(sql`'orders.paid'`)} as "timesPaid", ${told(sql`'orders.placed'`)} as "timesPlaced"
    from orders."order" o order by o.id`.execute(db);
  return rows;
}

function paid(column: ReturnType<typeof sql>) {
  // What was paid for a change that nothing came of was never the order's.
  return sql`(select coalesce(sum(${column}), 0)::bigint from payments.payment where order_id = o.id and (
    supplement_id is null or id in (select payment_id from orders.address_change where order_id = o.id)))`;
}

function posted(where: ReturnType<typeof sql>) {
  return sql`(select coalesce(sum(amount_minor), 0)::bigint from ledger.posting
    join ledger.transaction on transaction.id = posting.transaction_id
    where transaction.order_id = o.id and ${where})`;
}

function given(amount: ReturnType<typeof sql>) {
  return sql`(select coalesce(sum(${amount}), 0)::bigint from orders.refund where order_id = o.id and state <> 'refused')`;
}

function told(topic: ReturnType<typeof sql>) {
  return sql`(select count(*)::int from platform.outbox where topic = ${topic} and payload ->> 'orderId' = o.id::text)`;
}

function wrongOf(book: Book): string[] {
  const facts = factsOf(book.facts);
  const { isCancelled, dueMinor, capturedMinor, refundedMinor } = facts;
  const expected: readonly (readonly [string, unknown, unknown])[] = [
    ['state', book.state, stateOf(facts)],
    ['captured', capturedMinor, book.charged],
    ['refunded', refundedMinor, book.returned + book.givenOtherwise],
    ['at the provider', book.atProvider, book.charged - book.returned - book.disputed],
    ['receivable', book.receivable, owedOf(book, facts)],
    [
      'credit used',
      book.usedCredit,
      isCancelled ? 0n : book.creditMinor - book.exchanged - book.restoredCredit,
    ],
    [
      'stock held',
      book.reserved,
      isCancelled ? 0 : facts.fulfilledQuantity > 0 ? book.reserved : book.heldQuantity,
    ],
    ['told as placed', book.timesPlaced, 1],
    ['told as paid', book.timesPaid, book.isPaid ? 1 : 0],
    ['kept of a cancelled order', isCancelled ? capturedMinor - refundedMinor : 0n, 0n],
    ['taken beyond what is due', capturedMinor - book.returned > dueMinor, false],
  ];
  return expected
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${what} is ${is}, not ${should}`);
}

/** What the customer owes by the ledger: what is sold and not yet taken; less than nothing while credit waits. */
function owedOf(
  { isPaid, creditMinor, exchanged, overpaid }: Book,
  { isCancelled, dueMinor, capturedMinor, refundedMinor }: OrderFacts,
) {
  if (isCancelled) return refundedMinor - capturedMinor;
  return isPaid ? dueMinor - capturedMinor + overpaid : exchanged - creditMinor;
}

function factsOf(facts: Book['facts']): OrderFacts {
  return {
    ...facts,
    dueMinor: BigInt(facts.dueMinor),
    totalMinor: BigInt(facts.totalMinor),
    authorizedMinor: BigInt(facts.authorizedMinor),
    capturedMinor: BigInt(facts.capturedMinor),
    refundedMinor: BigInt(facts.refundedMinor),
  };
}

async function wrongInLedger(db: Db): Promise<string[]> {
  const { rows } = await sql<{ currency: string; sum: bigint }>`
    select currency, sum(amount_minor)::bigint as sum from ledger.posting
    group by currency having sum(amount_minor) <> 0`.execute(db);
  return rows.map(({ currency, sum }) => `the ledger is out of balance by ${sum} ${currency}`);
}

async function wrongInJournal(db: Db): Promise<string[]> {
  return (await journalDifferences(db)).map(({ kind, reference, account, keptMinor, postedMinor }) => {
    return `${kind} ${reference}: rows of ${account} come to ${keptMinor}, its postings to ${postedMinor}`;
  });
}

async function wrongInStock(db: Db): Promise<string[]> {
  const { rows } = await sql<{ variant_id: string; reserved: number; held: number; available: number }>`
    select * from (
      select level.variant_id, level.reserved, level.available, (
        select coalesce(sum(quantity), 0)::int from inventory.reservation
        where variant_id = level.variant_id and location_id = level.location_id) as held
      from inventory.level) as level where reserved <> held or available < 0`.execute(db);
  return rows.map((row) => `stock of ${row.variant_id}: ${row.reserved} reserved for ${row.held} held`);
}

/** Money at the provider that no order of ours has, or that we believe to have and it does not. */
async function wrongAtProvider(db: Db): Promise<string[]> {
  const { rows } = await sql<{ payment_id: string; what: string }>`
    select charge.payment_id, 'nobody knows of its capture' as what
    from payments.test_charge charge left join payments.payment on payment.id = charge.payment_id
    where charge.captured_minor <> coalesce(payment.captured_minor, 0)
      or charge.refunded_minor <> coalesce(payment.refunded_minor, 0)
    union all
    select charge.payment_id, 'an authorisation without an order that stands'
    from payments.test_charge charge left join payments.payment on payment.id = charge.payment_id
      left join orders."order" o on o.id = payment.order_id
    where charge.state = 'authorized' and charge.captured_minor = 0 and not charge.is_closed
      and (o.id is null or o.cancelled_at is not null or payment.state <> 'authorized')`.execute(db);
  return rows.map(({ payment_id: id, what }) => `charge ${id}: ${what}`);
}

/** A change that is paid is done, one that is not done is paid back: never both, never neither. */
async function wrongInProposals(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; what: string }>`
    select change.id, case when change.payment_id is distinct from payment.id then 'kept what it was not done for'
      else 'was done for less than it costs' end as what
    from orders.address_change change join payments.payment on payment.supplement_id = change.id
    where case when change.payment_id is distinct from payment.id
      then payment.captured_minor > payment.refunded_minor
        or (payment.captured_minor = 0 and payment.state in ('authorized', 'partly_captured'))
      else greatest(payment.authorized_minor, payment.captured_minor) <> change.difference_minor end
    union all
    select change.id, 'stands beside another total' from orders.address_change change
      join orders."order" o on o.id = change.order_id
    where change.state = 'applied' and o.total_minor <> change.total_minor and not exists (
      select from orders.address_change later where later.order_id = o.id and later.proposed_at > change.proposed_at)
      and (o.agreed ->> 'timesAgreedAnew')::int = 1`.execute(db);
  return rows.map(({ id, what }) => `proposed address ${id}: ${what}`);
}
