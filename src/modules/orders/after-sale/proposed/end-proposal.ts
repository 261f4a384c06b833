import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { ProviderCall } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { OrderId } from '../../order.ts';
import { makeCall } from '../../pay/record-payment.ts';
import { lockOrder } from '../../store/select-orders.ts';
import { closeBecause, closeProposal, tellEnded } from './close-proposal.ts';
import { giveBackSupplements } from './give-back-supplements.ts';
import type { Because, NoProposal, Proposal } from './proposal.ts';
import { whyNotAnyMore } from './still-possible.ts';
import { selectProposal, selectProposals, writeLooked } from './store.ts';

/**
 * Takes an open proposal back (staff), or declines it (whoever ordered). What was begun to be paid of it is given up; money
 * that comes all the same goes back. A second time changes nothing.
 */
export async function endProposal(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    /** The one that is open when it is not given. */
    readonly proposalId?: string;
    readonly as: 'withdrawn' | 'declined';
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, NoProposal>> {
  const { orderId, proposalId, as, actor, now } = input;
  const ended = await transactOrRefuse<readonly ProviderCall[], NoProposal>(deps.db, async (tx) => {
    await lockOrder(tx, orderId);
    const all = await selectProposals(tx, orderId);
    const found = proposalId === undefined ? all[0] : all.find(({ id }) => id === proposalId);
    if (found?.state === as) return ok([]);
    if (found?.state !== 'proposed') return refuse('no_proposal', 'no other address is proposed for it');
    const end = { state: as, endedBy: actor, endedBecause: '', paymentId: undefined } as const;
    const closed = await closeProposal(tx, { ...found, ...end }, now);
    if (as === 'withdrawn') await tellEnded(tx, closed, { isPaidBack: false });
    return ok(await giveBackSupplements(tx, closed, now));
  });
  if (!ended.ok) return ended;
  for (const call of ended.value) await makeCall(deps, call, now);
  return ok(undefined);
}

/**
 * Ends one whose time is over, or that its order has made impossible, unless something else did: for the worker. Returns
 * the calls to make.
 */
export async function endIfImpossible(
  tx: Tx,
  { id, orderId }: Pick<Proposal, 'id' | 'orderId'>,
  now: Temporal.Instant,
): Promise<{ readonly isEnded: boolean; readonly calls: readonly ProviderCall[] }> {
  const order = await lockOrder(tx, orderId);
  const found = await selectProposal(tx, id);
  if (order === undefined || found?.state !== 'proposed') return { isEnded: false, calls: [] };
  const because = await whyNotAnyMore(tx, order, found, now);
  if (because !== undefined) return { isEnded: true, calls: await endBecause(tx, found, because, now) };
  await writeLooked(tx, id);
  return { isEnded: false, calls: [] };
}

/** Ends one that is not possible any more, which whoever ordered is told, and gives up what is being paid of it. */
export async function endBecause(
  tx: Tx,
  open: Proposal,
  because: Because,
  now: Temporal.Instant,
): Promise<ProviderCall[]> {
  const closed = await closeBecause(tx, open, because, now);
  await tellEnded(tx, closed, { isPaidBack: false });
  return giveBackSupplements(tx, closed, now);
}
