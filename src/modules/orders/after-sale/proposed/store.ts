import { sql } from 'kysely';
import { type Db, fromDocument, type Tx, toDocument } from '../../../../platform/database/index.ts';
import type { PostalAddress } from '../../../markets/index.ts';
import type { OrderId } from '../../order.ts';
import type { Proposal, ProposalId, StuckReturn } from './proposal.ts';

/** An order has one that is open: the caller has looked, under the order's lock. */
export async function insertProposal(
  tx: Tx,
  proposal: Omit<
    Proposal,
    'state' | 'endedAt' | 'endedBy' | 'endedBecause' | 'paymentId' | 'stuck' | 'isSettled'
  >,
): Promise<void> {
  const { id, orderId, oldAddress, address, agreement, proposedBy, proposedAt, expiresAt } = proposal;
  await sql`
    insert into orders.address_change (id, order_id, old_address, address, agreement, old_total_minor, total_minor,
      difference_minor, proposed_by, proposed_at, expires_at)
    values (${id}, ${orderId}, ${toDocument(oldAddress)}::jsonb, ${toDocument(address)}::jsonb,
      ${toDocument(agreement)}::jsonb, ${proposal.oldTotalMinor}, ${proposal.totalMinor}, ${proposal.differenceMinor},
      ${proposedBy}, ${proposedAt.toString()}::timestamptz, ${expiresAt.toString()}::timestamptz)`.execute(
    tx,
  );
}

/** All that were ever proposed for an order, the last first. */
export async function selectProposals(db: Db, orderId: OrderId): Promise<Proposal[]> {
  const { rows } = await sql<ProposalRow>`
    select ${COLUMNS} from orders.address_change where order_id = ${orderId}
    order by proposed_at desc, id desc limit 100`.execute(db);
  return rows.map(proposalOf);
}

/** The one of this id; the order's lock keeps it as it is. */
export async function selectProposal(db: Db, id: string): Promise<Proposal | undefined> {
  const { rows } = await sql<ProposalRow>`
    select ${COLUMNS} from orders.address_change where id = ${id}::uuid`.execute(db);
  return rows.map(proposalOf)[0];
}

export async function writeBegun(tx: Tx, id: ProposalId, now: Temporal.Instant): Promise<void> {
  await sql`update orders.address_change set begun_at = coalesce(begun_at, ${now.toString()}::timestamptz)
    where id = ${id}`.execute(tx);
}

export async function writeEnd(
  tx: Tx,
  { id, state, endedBy, endedBecause, paymentId }: Proposal,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update orders.address_change set state = ${state}, ended_at = ${now.toString()}::timestamptz, ended_by = ${endedBy},
      ended_because = ${endedBecause}, payment_id = ${paymentId ?? null}::uuid
    where id = ${id}`.execute(tx);
}

export async function writeSettled(tx: Tx, id: ProposalId, now: Temporal.Instant): Promise<void> {
  await sql`update orders.address_change set settled_at = ${now.toString()}::timestamptz where id = ${id}`.execute(
    tx,
  );
}

type Named = Pick<Proposal, 'id' | 'orderId'>;

/** Open ones whose time is over, the longest first. */
export async function selectExpiredProposals(
  db: Db,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, order_id as "orderId" from orders.address_change
    where state = 'proposed' and expires_at <= ${now.toString()}::timestamptz
    order by expires_at limit ${limit}`.execute(db);
  return rows;
}

/** Open ones whose orders something happened to since they were looked at. */
export async function selectChangedProposals(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, order_id as "orderId" from orders.address_change c where state = 'proposed' and exists (
      select from orders.event e where e.order_id = c.order_id and e.id > c.looked_event)
    order by proposed_at limit ${limit}`.execute(db);
  return rows;
}

/** It is possible still, with all that has happened to its locked order. */
export async function writeLooked(tx: Tx, id: ProposalId): Promise<void> {
  await sql`update orders.address_change c set looked_event = (
    select coalesce(max(e.id), 0) from orders.event e where e.order_id = c.order_id) where id = ${id}`.execute(
    tx,
  );
}

/** Those that have ended, and of whose payments something may still have to go back, but for those that have to wait. */
export async function selectUnsettledProposals(
  db: Db,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, order_id as "orderId" from orders.address_change
    where ended_at is not null and begun_at is not null and settled_at is null
      and (return_again_at is null or return_again_at <= ${now.toString()}::timestamptz)
    order by ended_at limit ${limit}`.execute(db);
  return rows;
}

export async function writeStuck(
  tx: Tx,
  id: ProposalId,
  { times, why, againAt }: StuckReturn,
): Promise<void> {
  await sql`update orders.address_change set return_refused = ${times}, return_refusal = ${why},
    return_again_at = ${againAt.toString()}::timestamptz where id = ${id}`.execute(tx);
}

const COLUMNS = sql`id, order_id, state, old_address, address, agreement, old_total_minor, total_minor,
  difference_minor, proposed_by, proposed_at, expires_at, ended_at, ended_by, ended_because, payment_id,
  return_refused, return_refusal, return_again_at, settled_at`;

type ProposalRow = {
  readonly id: ProposalId;
  readonly order_id: OrderId;
  readonly state: Proposal['state'];
  readonly old_address: PostalAddress;
  readonly address: PostalAddress;
  readonly agreement: unknown;
  readonly old_total_minor: bigint;
  readonly total_minor: bigint;
  readonly difference_minor: bigint;
  readonly proposed_by: string;
  readonly proposed_at: Temporal.Instant;
  readonly expires_at: Temporal.Instant;
  readonly ended_at: Temporal.Instant | null;
  readonly ended_by: string;
  readonly ended_because: Proposal['endedBecause'];
  readonly payment_id: string | null;
  readonly return_refused: number;
  readonly return_refusal: string;
  readonly return_again_at: Temporal.Instant | null;
  readonly settled_at: Temporal.Instant | null;
};

function proposalOf(row: ProposalRow): Proposal {
  return {
    ...{ id: row.id, orderId: row.order_id, state: row.state },
    ...{ oldAddress: row.old_address, address: row.address },
    ...{ oldTotalMinor: row.old_total_minor, totalMinor: row.total_minor },
    differenceMinor: row.difference_minor,
    agreement: fromDocument<Proposal['agreement']>(row.agreement),
    ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at, expiresAt: row.expires_at },
    ...{ endedAt: row.ended_at ?? undefined, endedBy: row.ended_by, endedBecause: row.ended_because },
    paymentId: row.payment_id ?? undefined,
    stuck: stuckOf(row),
    isSettled: row.settled_at !== null,
  };
}

function stuckOf({ return_refused, return_refusal: why, return_again_at }: ProposalRow) {
  return return_again_at === null ? undefined : { times: return_refused, why, againAt: return_again_at };
}
