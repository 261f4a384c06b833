import { type Tx, transact } from '../../../../platform/database/index.ts';
import { beginVoid, type Payment, type ProviderCall, readPayment } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import { holdUntil } from '../../place/hold-until.ts';
import { lockOrder } from '../../store/select-orders.ts';
import { endIfImpossible } from './end-proposal.ts';
import { giveBackSupplements, settleIfOver } from './give-back-supplements.ts';
import type { Proposal } from './proposal.ts';
import {
  selectChangedProposals,
  selectExpiredProposals,
  selectProposal,
  selectUnsettledProposals,
} from './store.ts';

type Named = Pick<Proposal, 'id' | 'orderId'>;

/** How its caller makes calls and asks providers: true when one answered, and counted when not. */
export type Asking = {
  readonly make: (calls: readonly ProviderCall[]) => Promise<boolean>;
  readonly settle: (payment: Payment) => Promise<boolean>;
};

/**
 * Ends proposals whose time is over or that their orders have made impossible, gives up attempts whose shoppers left the
 * provider's page, and gives back what was paid for any that ended.
 *
 * @param waiting payments that their provider was asked about just before
 */
export async function recoverProposals(
  { db }: Pick<OrderDeps, 'db'>,
  input: {
    readonly waiting: readonly Payment[];
    readonly now: Temporal.Instant;
    readonly limit: number;
    readonly asking: Asking;
  },
): Promise<{ readonly ended: number; readonly givenBack: number }> {
  const { waiting, now, limit, asking } = input;
  const count = { ended: 0, givenBack: 0 };
  const looked = [
    ...(await selectExpiredProposals(db, { now, limit })),
    ...(await selectChangedProposals(db, { limit })),
  ];
  for (const open of looked) {
    const { isEnded, calls } = await transact(db, (tx) => endIfImpossible(tx, open, now));
    if (isEnded) count.ended += 1;
    await asking.make(calls);
  }
  for (const payment of waiting.filter((one) => isLeft(one, now))) {
    await asking.make(await transact(db, (tx) => giveUp(tx, payment, now)));
  }
  for (const ended of await selectUnsettledProposals(db, { now, limit })) {
    if (await settleProposal({ db }, ended, { now, asking })) count.givenBack += 1;
  }
  return count;
}

/** An attempt at a supplement has as long as a checkout has: then nothing waits for its shopper any more. */
function isLeft({ supplementId, createdAt }: Payment, now: Temporal.Instant): boolean {
  const until = holdUntil({ mode: 'redirect' }, createdAt);
  return supplementId !== undefined && until !== undefined && Temporal.Instant.compare(until, now) <= 0;
}

/** Whoever comes back pays by another attempt; what was paid all the same is found when the provider is asked. */
async function giveUp(tx: Tx, { id, supplementId }: Payment, now: Temporal.Instant): Promise<ProviderCall[]> {
  const proposal = supplementId === undefined ? undefined : await selectProposal(tx, supplementId);
  if (proposal?.state !== 'proposed') return [];
  await lockOrder(tx, proposal.orderId);
  const { stuck } = proposal;
  const isPausing = stuck !== undefined && Temporal.Instant.compare(now, stuck.againAt) < 0;
  if (isPausing || (await readPayment(tx, id))?.state !== 'requires_action') return [];
  const key = stuck === undefined ? '' : String(stuck.times);
  const voided = await beginVoid(tx, { paymentId: id, key, now });
  return voided.ok ? [voided.value] : [];
}

/** Looks again at one that ended: what was refused before may have gone back at the provider, or may go now. */
export async function settleProposal(
  { db }: Pick<OrderDeps, 'db'>,
  { id, orderId }: Named,
  { now, asking }: { readonly now: Temporal.Instant; readonly asking: Asking },
): Promise<boolean> {
  const left = await transact(db, async (tx) => {
    await lockOrder(tx, orderId);
    const proposal = await selectProposal(tx, id);
    if (proposal?.endedAt === undefined) return [];
    const payments = await settleIfOver(tx, proposal, now);
    return proposal.stuck === undefined ? [] : payments;
  });
  for (const payment of left) await asking.settle(payment);
  const calls = await transact(db, async (tx) => {
    await lockOrder(tx, orderId);
    const proposal = await selectProposal(tx, id);
    return proposal?.endedAt === undefined ? [] : giveBackSupplements(tx, proposal, now);
  });
  return asking.make(calls);
}
