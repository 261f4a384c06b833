import { parseId } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Reaction, Told } from '../../../platform/outbox/index.ts';
import { formatAddress, readShop } from '../../markets/index.ts';
import { type Order, readFulfilments, readRefunds, readReturns, readWithdrawal } from '../../orders/index.ts';
import type { AboutOrder, MailKind, MailLine, MailModels } from '../model.ts';
import { queueMail } from '../queue-mail.ts';
import type { LinkDeps } from './links.ts';
import { aboutOrder, chosenLines, remainingLines } from './order-model.ts';
import { orderOf } from './placed-orders.ts';

/** What is written to shoppers once their order stands: parcels, returns, money back. */
export function afterSaleReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.order_fulfilled',
      topic: 'orders.fulfilled',
      run: (tx, event) => tellShipped(tx, deps, event),
    },
    {
      name: 'mails.order_delivered',
      topic: 'orders.delivered',
      run: (tx, event) => tellDelivered(tx, deps, event),
    },
    {
      name: 'mails.order_refunded',
      topic: 'orders.refunded',
      run: (tx, event) => tellRefunded(tx, deps, event),
    },
    {
      name: 'mails.return_changed',
      topic: 'orders.return_changed',
      run: async (tx, { payload: { orderId, returnId, state }, toldAt }) => {
        const kind = RETURN_KINDS.get(state);
        if (kind) await tellReturn(tx, deps, { kind, orderId, returnId, now: toldAt });
      },
    },
    {
      name: 'mails.order_returned',
      topic: 'orders.returned',
      run: (tx, { payload, toldAt }) =>
        tellReturn(tx, deps, { ...payload, kind: 'return_received', now: toldAt }),
    },
    { name: 'mails.order_edited', topic: 'orders.edited', run: (tx, event) => tellEdited(tx, deps, event) },
    { name: 'mails.order_withdrawn', topic: 'orders.withdrawn', run: tellWithdrawn },
  ];
}

type ReturnKind = 'return_requested' | 'return_approved' | 'return_rejected' | 'return_received';

const RETURN_KINDS: ReadonlyMap<string, ReturnKind> = new Map<string, ReturnKind>([
  ['requested', 'return_requested'],
  ['approved', 'return_approved'],
  ['rejected', 'return_rejected'],
]);

async function tellShipped(
  tx: Tx,
  deps: LinkDeps,
  { payload, toldAt }: Told<'orders.fulfilled'>,
): Promise<void> {
  const order = await orderOf(tx, payload.orderId);
  const parcel = (await readFulfilments(tx, order.id)).find(({ id }) => id === payload.fulfilmentId);
  const shipped = new Set(order.lines.filter((line) => line.requiresShipping).map(({ id }) => id));
  // What has no parcel is not on its way: it is there.
  if (!parcel?.lines.some(({ lineId }) => shipped.has(lineId))) return;
  const { carrier, trackingNumber } = parcel;
  await write(tx, deps, { kind: 'shipped', order, about: parcel.id, now: toldAt }, (about) => ({
    ...{ ...about, carrier, trackingNumber, lines: chosenLines(order, parcel.lines) },
    isComplete: order.facts.fulfilledQuantity >= order.facts.quantity,
    deliveryAddress: addressOf(order),
  }));
}

async function tellDelivered(
  tx: Tx,
  deps: LinkDeps,
  { payload, toldAt }: Told<'orders.delivered'>,
): Promise<void> {
  const order = await orderOf(tx, payload.orderId);
  const parcel = (await readFulfilments(tx, order.id)).find(({ id }) => id === payload.fulfilmentId);
  if (!parcel) return;
  const lines = chosenLines(order, parcel.lines);
  await write(tx, deps, { kind: 'delivered', order, about: parcel.id, now: toldAt }, (about) => ({
    ...about,
    lines,
  }));
}

async function tellRefunded(
  tx: Tx,
  deps: LinkDeps,
  { payload, toldAt }: Told<'orders.refunded'>,
): Promise<void> {
  // Given back at the provider and not by us: whoever did that knows what to write.
  if (payload.refundId === undefined) return;
  const order = await orderOf(tx, payload.orderId);
  const refund = (await readRefunds(tx, order.id)).find(({ id }) => id === payload.refundId);
  if (!refund) return;
  await write(tx, deps, { kind: 'refunded', order, about: refund.id, now: toldAt }, (about) => ({
    ...about,
    lines: chosenLines(order, refund.lines),
    amountMinor: refund.amountMinor - refund.reducedMinor,
    toPaymentMinor: refund.paymentMinor,
    toGiftCardMinor: refund.giftCardMinor,
    toStoreCreditMinor: refund.storeCreditMinor,
  }));
}

async function tellReturn(
  tx: Tx,
  deps: LinkDeps,
  given: {
    readonly kind: ReturnKind;
    readonly orderId: string;
    readonly returnId: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { kind, now } = given;
  const order = await orderOf(tx, given.orderId);
  const returned = (await readReturns(tx, order.id)).find(({ id }) => id === given.returnId);
  if (!returned) return;
  const lines = chosenLines(order, returned.lines);
  const note = returned.decisionNote;
  await write(tx, deps, { kind, order, about: returned.id, now }, (about) => ({ ...about, lines, note }));
}

async function tellEdited(
  tx: Tx,
  deps: LinkDeps,
  { id, payload, toldAt }: Told<'orders.edited'>,
): Promise<void> {
  const order = await orderOf(tx, payload.orderId);
  await write(tx, deps, { kind: 'edited', order, about: String(id), now: toldAt }, (about) => ({
    ...{ ...about, lines: remainingLines(order), deliveryAddress: addressOf(order) },
  }));
}

/** To whoever sent the statement, whether an order fits it or not. */
async function tellWithdrawn(tx: Tx, { payload, toldAt: now }: Told<'orders.withdrawn'>): Promise<void> {
  const id = parseId<'withdrawal'>(payload.withdrawalId);
  const withdrawal = id && (await readWithdrawal(tx, id));
  if (!withdrawal) throw new RangeError(`there is no withdrawal ${payload.withdrawalId}`);
  const order = withdrawal.orderId && (await orderOf(tx, withdrawal.orderId));
  const model: MailModels['withdrawal_receipt'] = {
    number: withdrawal.orderNumber,
    name: withdrawal.name,
    email: withdrawal.email,
    statement: withdrawal.statement,
    lines: order ? await withdrawnLines(tx, order, withdrawal.returnId) : [],
    submittedAt: withdrawal.submittedAt,
  };
  const locale = order ? order.locale : (await readShop(tx)).defaultLocale;
  const mail = { kind: 'withdrawal_receipt', model, to: withdrawal.email, locale, now } as const;
  const whose = order ? { orderId: order.id, customerId: order.customerId } : {};
  await queueMail(tx, { ...mail, ...whose, dedupeKey: `withdrawal_receipt:${withdrawal.id}` });
}

async function withdrawnLines(
  tx: Tx,
  order: Order,
  returnId: string | undefined,
): Promise<readonly MailLine[]> {
  const returned = (await readReturns(tx, order.id)).find(({ id }) => id === returnId);
  return returned ? chosenLines(order, returned.lines) : [];
}

function addressOf({ shippingAddress, locale }: Order): readonly string[] {
  return shippingAddress ? formatAddress(shippingAddress, { locale }) : [];
}

async function write<Kind extends MailKind>(
  tx: Tx,
  deps: LinkDeps,
  mail: {
    readonly kind: Kind;
    readonly order: Order;
    readonly about: string;
    readonly now: Temporal.Instant;
  },
  modelOf: (about: AboutOrder) => MailModels[Kind],
): Promise<void> {
  const { kind, order, now } = mail;
  const { linkTo: _, ...about } = await aboutOrder(tx, deps, order, now);
  const { id: orderId, email: to, locale, customerId } = order;
  const dedupeKey = `${kind}:${mail.about}`;
  await queueMail(tx, { kind, model: modelOf(about), to, locale, dedupeKey, orderId, customerId, now });
}
