import type { Tx } from '../../../platform/database/index.ts';
import type { Reaction, Told } from '../../../platform/outbox/index.ts';
import { formatAddress } from '../../markets/index.ts';
import { grantOrderAccess, type Order, readProposals } from '../../orders/index.ts';
import { queueMail } from '../queue-mail.ts';
import type { LinkDeps } from './links.ts';
import { aboutOrder } from './order-model.ts';
import { orderOf } from './placed-orders.ts';

/** Whoever ordered is asked about another address that costs more, and hears when nothing comes of it. */
export function addressChangeReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.address_change_proposed',
      topic: 'orders.address_change_proposed',
      run: (tx, event) => ask(tx, deps, event),
    },
    {
      name: 'mails.address_change_ended',
      topic: 'orders.address_change_ended',
      run: (tx, event) => tellEnded(tx, deps, event),
    },
  ];
}

async function ask(
  tx: Tx,
  deps: LinkDeps,
  { payload, toldAt: now }: Told<'orders.address_change_proposed'>,
): Promise<void> {
  const order = await orderOf(tx, payload.orderId);
  const proposal = await proposalOf(tx, order, payload.proposalId, now);
  // Ended in the meantime: there is nothing to decide.
  if (proposal.state !== 'proposed') return;
  const { linkTo, ...about } = await aboutOrder(tx, deps, order, now);
  const key = await grantOrderAccess(tx, { orderId: order.id, now });
  const payUrl = linkTo(`/orders/${encodeURIComponent(order.number)}/address?key=${key}`);
  const { oldTotalMinor, totalMinor, differenceMinor: dueMinor, expiresAt: payUntil } = proposal;
  const { id: orderId, email: to, locale, customerId } = order;
  const oldAddress = formatAddress(proposal.oldAddress, { locale });
  const address = formatAddress(proposal.address, { locale });
  const model = { ...about, oldAddress, address, oldTotalMinor, totalMinor, dueMinor, payUrl, payUntil };
  const dedupeKey = `address_change_asked:${proposal.id}`;
  await queueMail(tx, {
    kind: 'address_change_asked',
    model,
    to,
    locale,
    dedupeKey,
    orderId,
    customerId,
    now,
  });
}

async function tellEnded(
  tx: Tx,
  deps: LinkDeps,
  { payload, toldAt: now }: Told<'orders.address_change_ended'>,
): Promise<void> {
  const order = await orderOf(tx, payload.orderId);
  const { id, differenceMinor: dueMinor } = await proposalOf(tx, order, payload.proposalId, now);
  const { isPaidBack } = payload;
  const { linkTo: _, ...about } = await aboutOrder(tx, deps, order, now);
  const { id: orderId, email: to, locale, customerId, shippingAddress } = order;
  const deliveryAddress = shippingAddress ? formatAddress(shippingAddress, { locale }) : [];
  const model = { ...about, deliveryAddress, isPaidBack, dueMinor };
  // Said once without money, and once more where some came later.
  const dedupeKey = `address_change_ended:${id}:${isPaidBack}`;
  await queueMail(tx, {
    kind: 'address_change_ended',
    model,
    to,
    locale,
    dedupeKey,
    orderId,
    customerId,
    now,
  });
}

async function proposalOf(tx: Tx, order: Order, proposalId: string, now: Temporal.Instant) {
  const found = (await readProposals(tx, order.id, now)).find(({ id }) => id === proposalId);
  if (!found) throw new RangeError(`order ${order.number} has no proposed address ${proposalId}`);
  return found;
}
