import { parseId } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { enqueue, type Job } from '../../../platform/jobs/index.ts';
import type { Reaction } from '../../../platform/outbox/index.ts';
import { formatAddress } from '../../markets/index.ts';
import { type Order, type OrderId, readOrder } from '../../orders/index.ts';
import { type Payment, readPayments } from '../../payments/index.ts';
import type { MailModels } from '../model.ts';
import { queueMail } from '../queue-mail.ts';
import { isWritten } from '../store/mails.ts';
import { readAcceptedTerms } from './accepted-terms.ts';
import type { LinkDeps } from './links.ts';
import { aboutOrder, agreedOrder } from './order-model.ts';
import { mayWithdraw } from './withdrawal-countries.ts';

const LOOK_AT_PAYMENT = 'mails.look_at_payment';
/** The provider is asked after the order is placed, and a shopper who is declined usually tries again at once. */
const PATIENCE = { placed: { seconds: 15 }, declined: { minutes: 5 } } as const;

/** What is written to shoppers between the order button and the parcel. */
export function placedOrderReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.order_placed',
      topic: 'orders.placed',
      run: (tx, { payload, toldAt }) => lookAtTransfer(tx, payload.orderId, toldAt),
    },
    {
      name: 'mails.payment_begun',
      topic: 'orders.payment_begun',
      run: (tx, { payload, toldAt }) => lookAtTransfer(tx, payload.orderId, toldAt),
    },
    {
      name: 'mails.payment_failed',
      topic: 'orders.payment_failed',
      run: (tx, { payload, toldAt }) => lookLater(tx, payload.orderId, toldAt.add(PATIENCE.declined)),
    },
    {
      name: 'mails.order_paid',
      topic: 'orders.paid',
      run: async (tx, { payload, toldAt }) => {
        const order = await orderOf(tx, payload.orderId);
        await confirm(
          tx,
          deps,
          order,
          order.facts.capturedMinor >= order.facts.dueMinor ? 'received' : 'arranged',
          toldAt,
        );
      },
    },
    {
      name: 'mails.order_cancelled',
      topic: 'orders.cancelled',
      run: async (tx, { payload, toldAt }) =>
        tellCancelled(tx, deps, await orderOf(tx, payload.orderId), toldAt),
    },
  ];
}

/** A transfer is told how to be made; others are paid, declined or left, and told of by what happens then. */
async function lookAtTransfer(tx: Tx, orderId: string, toldAt: Temporal.Instant): Promise<void> {
  const payment = (await readPayments(tx, orderId)).at(-1);
  if (payment?.provider === 'bank_transfer') await lookLater(tx, orderId, toldAt.add(PATIENCE.placed));
}

/** Looks how the payment of an order stands some time after something happened, and writes if there is need. */
export function lookAtPaymentJob(deps: LinkDeps): Job<typeof LOOK_AT_PAYMENT, string> {
  return {
    name: LOOK_AT_PAYMENT,
    parse: orderIdOf,
    run: async ({ db, now }, orderId) => {
      await db.transaction().execute(async (tx) => {
        const order = await orderOf(tx, orderId);
        const payment = (await readPayments(tx, orderId)).at(-1);
        if (order.state !== 'pending_payment' || payment === undefined) return;
        // A provider that has not answered yet is asked by the orders' own recovery; we look again.
        if (payment.state === 'new')
          throw new Error(`the payment of order ${order.number} has no answer yet`);
        await tellHowItStands(tx, deps, order, payment, now);
      });
    },
  };
}

async function tellHowItStands(
  tx: Tx,
  deps: LinkDeps,
  order: Order,
  payment: Payment,
  now: Temporal.Instant,
) {
  const { id: orderId, email: to, locale, customerId } = order;
  const mail = { to, locale, orderId, customerId, now };
  if (payment.next.kind === 'instructions') {
    await confirm(tx, deps, order, 'awaited', now);
    const { linkTo: _, ...about } = await aboutOrder(tx, deps, order, now);
    const model = { ...about, dueMinor: payment.amountMinor, instructions: payment.next.lines };
    await queueMail(tx, {
      ...mail,
      kind: 'payment_instructions',
      model,
      dedupeKey: `payment_instructions:${payment.id}`,
    });
  } else if (payment.state === 'failed') {
    const { linkTo: _, ...about } = await aboutOrder(tx, deps, order, now);
    const model = { ...about, totalMinor: payment.amountMinor, retryUrl: about.orderUrl };
    await queueMail(tx, { ...mail, kind: 'payment_failed', model, dedupeKey: `payment_failed:${orderId}` });
  }
}

async function confirm(
  tx: Tx,
  deps: LinkDeps,
  order: Order,
  payment: MailModels['order_confirmation']['payment'],
  now: Temporal.Instant,
): Promise<void> {
  const dedupeKey = `order_confirmation:${order.id}`;
  if (await isWritten(tx, dedupeKey)) return;
  const { linkTo, ...about } = await aboutOrder(tx, deps, order, now);
  const { locale, shippingAddress, billingAddress } = order;
  const model: MailModels['order_confirmation'] = {
    ...agreedOrder(about, order),
    payment,
    hasDownloads: order.lines.some(({ kind }) => kind === 'digital'),
    deliveryName: order.delivery?.name ?? '',
    deliveryAddress: shippingAddress ? formatAddress(shippingAddress, { locale }) : [],
    billingAddress: formatAddress(billingAddress, { locale }),
    note: order.note,
    giftMessage: order.giftMessage,
    termsVersion: order.termsVersion,
    terms: await readAcceptedTerms(tx, order),
    withdrawalUrl: mayWithdraw((shippingAddress ?? billingAddress).country)
      ? linkTo(`/withdraw?order=${encodeURIComponent(order.number)}`)
      : undefined,
  };
  const { id: orderId, email: to, customerId } = order;
  await queueMail(tx, { kind: 'order_confirmation', model, to, locale, dedupeKey, orderId, customerId, now });
}

/** Who never heard that the order stands, because it was never paid, need not hear that it does not. */
async function tellCancelled(tx: Tx, deps: LinkDeps, order: Order, now: Temporal.Instant): Promise<void> {
  const wasConfirmed = await isWritten(tx, `order_confirmation:${order.id}`);
  if (order.cancelReason === 'replaced' || (order.cancelReason === 'expired' && !wasConfirmed)) return;
  const { linkTo: _, ...about } = await aboutOrder(tx, deps, order, now);
  const model = { ...agreedOrder(about, order), reason: REASONS[order.cancelReason ?? 'merchant'] };
  const { id: orderId, email: to, locale, customerId } = order;
  const dedupeKey = `cancelled:${orderId}`;
  await queueMail(tx, { kind: 'cancelled', model, to, locale, dedupeKey, orderId, customerId, now });
}

const REASONS = {
  ...({ shopper: 'shopper', merchant: 'shop', fraud: 'shop', replaced: 'shop' } as const),
  ...({ expired: 'not_paid', out_of_stock: 'out_of_stock' } as const),
} satisfies Readonly<Record<NonNullable<Order['cancelReason']>, MailModels['cancelled']['reason']>>;

function lookLater(tx: Tx, orderId: string, runAt: Temporal.Instant): Promise<void> {
  return enqueue(tx, LOOK_AT_PAYMENT, { orderId }, { runAt });
}

/** Events name orders that are there. */
export async function orderOf(tx: Tx, orderId: string): Promise<Order> {
  const id: OrderId | undefined = parseId<'order'>(orderId);
  const order = id && (await readOrder(tx, id));
  if (!order) throw new RangeError(`there is no order ${orderId}`);
  return order;
}

function orderIdOf(payload: unknown): string {
  const id =
    typeof payload === 'object' && payload !== null && 'orderId' in payload ? payload.orderId : undefined;
  if (typeof id !== 'string') throw new RangeError('a job to look at a payment names no order');
  return id;
}
