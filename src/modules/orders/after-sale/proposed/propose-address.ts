import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/id.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import { type ProviderCall, readPayments } from '../../../payments/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { Order } from '../../order.ts';
import { makeCall } from '../../pay/record-payment.ts';
import { insertEvent } from '../../store/change-order.ts';
import { type ChangeAddress, readAsked } from '../change-address.ts';
import type { AddressChangeRefusal } from '../elsewhere/address-change.ts';
import { agreeOnPlace } from '../elsewhere/go-elsewhere.ts';
import { readElsewhere } from '../elsewhere/read-elsewhere.ts';
import { settlementOf } from '../elsewhere/settlement-of.ts';
import { endBecause } from './end-proposal.ts';
import type { Proposal } from './proposal.ts';
import { whyNotAnyMore } from './still-possible.ts';
import { insertProposal, selectProposals } from './store.ts';

/** Long enough to be read, short enough for goods to be kept and for taxes to be those of today. */
const DAYS_OPEN = 7;
const MOST_DAYS = 30;

export type ProposeAddress = Omit<ChangeAddress, 'expectedTotalMinor'> & {
  /** What it comes to there, as it was looked at (`previewAddressChange`). */
  readonly expectedTotalMinor: bigint;
  /** 7 unless it is said, 30 at most. */
  readonly daysOpen?: number;
};

export type ProposeRefusal =
  | AddressChangeRefusal
  | Refusal<'nothing_more_is_due' | 'already_proposed' | 'not_possible'>;

/**
 * Proposes another address that costs more than was paid: whoever ordered is written what would change and where to pay
 * the difference (`payProposal`). The order is as it was until then.
 */
export async function proposeAddress(
  deps: OrderDeps,
  input: ProposeAddress,
): Promise<Result<Proposal['id'], ProposeRefusal>> {
  const { daysOpen = DAYS_OPEN, deliveryOptionId, now } = input;
  if (!Number.isInteger(daysOpen) || daysOpen < 1 || daysOpen > MOST_DAYS) {
    return refuse('not_possible', `a proposal is open for 1 to ${MOST_DAYS} days`, 'daysOpen');
  }
  const asked = await readAsked(deps, input);
  if (!asked.ok) return asked;
  const { order, address, isElsewhere } = asked.value;
  if (!isElsewhere) return nothingMore();
  const elsewhere = await readElsewhere(deps, order, { address, deliveryOptionId, now });
  if (!elsewhere.ok) return elsewhere;
  const { expectedTotalMinor, actor } = input;
  const about = { orderId: order.id, version: order.version, expectedTotalMinor, elsewhere: elsewhere.value };
  const proposed = await transactOrRefuse<Proposed, ProposeRefusal>(deps.db, async (tx) => {
    const opened = await agreeOnPlace(tx, about);
    if (!opened.ok) return opened;
    const { order: locked, agreement } = opened.value;
    const open = (await selectProposals(tx, locked.id)).find(({ state }) => state === 'proposed');
    const because = open && (await whyNotAnyMore(tx, locked, open, now));
    if (open !== undefined && because === undefined) {
      return refuse('already_proposed', 'another address is proposed for it: withdraw that first');
    }
    const payments = await readPayments(tx, locked.id);
    if (settlementOf(locked, payments, agreement.totals.totalMinor) !== 'more') return nothingMore();
    const there = { address, agreement: { ...agreement, delivery: elsewhere.value.option } };
    const calls = open && because ? await endBecause(tx, open, because, now) : [];
    return ok({ id: await write(tx, locked, { ...there, proposedBy: actor, daysOpen, now }), calls });
  });
  if (!proposed.ok) return proposed;
  for (const call of proposed.value.calls) await makeCall(deps, call, now);
  return ok(proposed.value.id);
}

type Proposed = { readonly id: Proposal['id']; readonly calls: readonly ProviderCall[] };

function nothingMore() {
  const message = 'no more is due there than was paid: change the address at once';
  return refuse('nothing_more_is_due', message, 'address.country');
}

async function write(
  tx: Tx,
  { id: orderId, totals, shippingAddress }: Order,
  {
    daysOpen,
    now,
    ...proposed
  }: Pick<Proposal, 'address' | 'agreement' | 'proposedBy'> & {
    readonly daysOpen: number;
    readonly now: Temporal.Instant;
  },
): Promise<Proposal['id']> {
  if (shippingAddress === undefined) throw new RangeError('nothing of it is delivered');
  const id = newId<'address_change'>();
  const { totalMinor } = proposed.agreement.totals;
  const differenceMinor = totalMinor - totals.totalMinor;
  const amounts = { oldTotalMinor: totals.totalMinor, totalMinor, differenceMinor };
  const times = { proposedAt: now, expiresAt: now.add({ hours: 24 * daysOpen }) };
  await insertProposal(tx, { id, orderId, oldAddress: shippingAddress, ...proposed, ...amounts, ...times });
  const { city, country } = proposed.address;
  const data = { city, country, amountMinor: String(differenceMinor) };
  const event = { kind: 'address_change_proposed', actor: proposed.proposedBy, data } as const;
  await insertEvent(tx, orderId, event, now);
  await tell(tx, 'orders.address_change_proposed', { orderId, proposalId: id });
  return id;
}
