import { CARDS } from './cards.ts';
import type { Payment, WorldpayEvent, WorldpayWorld } from './world.ts';

/** A payment as the Payments API answers it. */
export function renderPayment(world: WorldpayWorld, payment: Payment): object {
  const { transactionReference, card, isAutoSettled, id } = payment;
  const behaviour = CARDS.get(card);
  const paymentInstrument = {
    ...{ type: 'card/plain+masked', cardBin: '400000', lastFour: '2701', countryCode: 'GB' },
    ...{ expiryDate: { month: 5, year: 2035 }, cardBrand: 'visa', fundingType: 'debit' },
  };
  if (behaviour?.kind === 'refuse') {
    const { code: refusalCode, description: refusalDescription } = behaviour;
    return { outcome: 'refused', transactionReference, refusalCode, refusalDescription, paymentInstrument };
  }
  const settled = behaviour?.kind === 'mismatch' ? 'sentForCancellation' : 'sentForSettlement';
  return {
    ...{ outcome: isAutoSettled ? settled : 'authorized', paymentId: id, transactionReference },
    paymentInstrument,
    _links: { self: { href: `${world.origin()}/api/payments/${linkOf(payment)}` } },
  };
}

/** A payment as Payment Queries has it in a list. */
export function renderSummary(world: WorldpayWorld, payment: Payment): object {
  const { at, transactionReference, amount, currency, id } = payment;
  return {
    ...{ timestamp: at.toString(), paymentId: id, transactionReference, entity: 'default' },
    ...{ transactionType: 'oneTime', authorizationType: 'authorization', value: { currency, amount } },
    paymentInstrument: { type: 'card/plain+masked', card: renderCard() },
    _links: { self: { href: `${world.origin()}/paymentQueries/payments/${id}` } },
  };
}

/** A payment as Payment Queries has it by its id: its history, and the links that may be followed. */
export function renderHistory(world: WorldpayWorld, payment: Payment): object {
  const events = payment.history.filter(({ isHidden }) => !isHidden());
  return {
    ...renderSummary(world, payment),
    events: events.map(({ isHidden: _, ...event }) => event),
    lastEvent: events.at(-1)?.eventName,
    _links: {
      self: { href: `${world.origin()}/paymentQueries/payments/${payment.id}` },
      ...Object.fromEntries(
        actionsOf(payment).map(([name, path]) => [
          `cardPayments:${name}`,
          { href: `${world.origin()}/payments/${path}/${linkOf(payment)}` },
        ]),
      ),
      curies: [{ name: 'cardPayments', href: `${world.origin()}/rels/cardPayments/{rel}`, templated: true }],
    },
  };
}

export function linkOf({ id }: Payment): string {
  return Buffer.from(id).toString('base64url');
}

function actionsOf(payment: Payment): (readonly [name: string, path: string])[] {
  const { authorized, captured, refunded, isClosed } = payment;
  const isOpen = authorized > captured && !isClosed;
  const actions: readonly (readonly [isOffered: boolean, name: string, path: string])[] = [
    [isOpen && captured === 0, 'settle', 'settlements/full'],
    [isOpen, 'partialSettle', 'settlements/partials'],
    [isOpen, 'cancel', 'authorizations/cancellations'],
    [captured > refunded, 'refund', 'settlements/refunds/full'],
    [captured > refunded, 'partialRefund', 'settlements/refunds/partials'],
  ];
  return actions.flatMap(([isOffered, name, path]) => (isOffered ? [[name, path] as const] : []));
}

function renderCard(): object {
  return {
    number: { cardBin: '400000', last4Digits: '2701' },
    ...{ brand: 'visa', fundingType: 'debit', expiryDate: { month: 5, year: 2035 } },
  };
}

/** An event as it is sent to a webhook. */
export function renderEvent(event: WorldpayEvent): object {
  const { id, at, classification, type, transactionReference, amount, currency } = event;
  return {
    ...{ eventId: id, eventTimestamp: at },
    eventDetails: {
      ...{ classification, downstreamReference: '3378792436', transactionReference, type },
      ...{ date: at.slice(0, 10), amount: { value: amount, currencyCode: currency } },
      _links: { payment: { href: '' } },
    },
  };
}
