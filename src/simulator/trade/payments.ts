import { currencyOf } from '../../kernel/index.ts';
import type { PastPayment } from '../../modules/history/index.ts';
import { type Random, randomFor } from '../random.ts';
import { drawByShare } from './chance.ts';
import { type Order, sumOf } from './order.ts';
import type { PaymentTruths, Truths } from './truths.ts';
import type { Visit } from './visit.ts';

type About = {
  readonly seed: number;
  readonly truths: Truths;
  /** Milliseconds since 1970: what comes later has not happened yet. */
  readonly endsAt: number;
};

const DAY_MS = 86_400_000;
const SECOND_TRY_MS = 70_000;

/**
 * How a visit was paid, or what kept it from it: attempts, what the provider kept, and what banks took back weeks later. Each
 * visit has a stream of its own, so that all else of the past is what it is without payments.
 */
export function paymentsOf(visit: Visit, { seed, truths, endsAt }: About): PastPayment[] {
  if (visit.order === undefined && visit.outcome !== 'checked_out') return [];
  const random = randomFor(seed, `trade:payment:${visit.number}`);
  const { payments } = truths;
  if (visit.order !== undefined) return paidFor(random, visit, visit.order, { payments, endsAt });
  if (visit.isFraud) return triedOut(random, visit, payments);
  if (!random.chance(payments.givenUp)) return [];
  const reason = drawByShare(random, payments.reasons).reason;
  return [attemptOf(random, visit, payments, { place: 1, result: 'declined', reason })];
}

function paidFor(
  random: Random,
  visit: Visit,
  order: Order,
  { payments, endsAt }: { readonly payments: PaymentTruths; readonly endsAt: number },
): PastPayment[] {
  const isTriedTwice = random.chance(payments.declinedFirst);
  const declined = isTriedTwice
    ? [
        attemptOf(random, visit, payments, {
          ...{ place: 1, result: 'declined', reason: drawByShare(random, payments.reasons).reason },
          order,
        }),
      ]
    : [];
  const about = { place: declined.length + 1, result: 'captured', reason: '', order } as const;
  const captured = attemptOf(random, visit, payments, about);
  return [...declined, captured, ...disputeOf(random, captured, { payments, endsAt })];
}

/** Somebody with the card of another looks whether it works. */
function triedOut(random: Random, visit: Visit, payments: PaymentTruths): PastPayment[] {
  return Array.from({ length: random.integer(1, 3) }, (_, index) =>
    attemptOf(random, visit, payments, {
      ...{
        place: index + 1,
        result: 'declined',
        reason: random.chance(0.7) ? 'suspected_fraud' : 'card_declined',
      },
    }),
  );
}

function attemptOf(
  random: Random,
  visit: Visit,
  { providers }: PaymentTruths,
  about: {
    readonly place: number;
    readonly result: 'captured' | 'declined';
    readonly reason: string;
    readonly order?: Order;
  },
): PastPayment {
  const { place: at, result, reason, order } = about;
  const { country, currency } = visit.shopper.place;
  // Nobody's bank declines a transfer before it is made.
  const usable = result === 'declined' ? providers.filter(({ method }) => method !== 'by_hand') : providers;
  const { provider, method, feeShare, feeMinor } = drawByShare(random, usable);
  const amountMinor = order === undefined ? wantedValue(visit) : totalOf(order);
  const fee =
    result === 'captured' ? Math.min(Math.round(amountMinor * feeShare) + feeMinor, amountMinor) : 0;
  const moment = order?.at ?? visit.at + 5 * 60_000;
  return {
    ...{ result, reference: `P${visit.number}-${at}`, document: order?.number ?? '', country },
    happenedAt: Temporal.Instant.fromEpochMilliseconds(
      Math.round(result === 'declined' && order ? moment - SECOND_TRY_MS : moment),
    ),
    ...{ provider, method, reason, currency: currencyOf(currency) },
    ...{ amountMinor: BigInt(amountMinor), feeMinor: BigInt(fee) },
  };
}

function disputeOf(
  random: Random,
  captured: PastPayment,
  { payments: { disputed, won }, endsAt }: { readonly payments: PaymentTruths; readonly endsAt: number },
): PastPayment[] {
  const isDisputed = random.chance(disputed);
  const [opens, lasts, isWon] = [random.between(9, 60), random.between(20, 45), random.chance(won)];
  if (!isDisputed || captured.method === 'by_hand') return [];
  const steps = [
    { result: 'dispute_opened', afterDays: opens },
    { result: isWon ? 'dispute_won' : 'dispute_lost', afterDays: opens + lasts },
  ] as const;
  return steps.flatMap(({ result, afterDays }) => {
    const at = Math.round(captured.happenedAt.epochMilliseconds + afterDays * DAY_MS);
    if (at >= endsAt) return [];
    return [{ ...captured, result, happenedAt: Temporal.Instant.fromEpochMilliseconds(at), feeMinor: 0n }];
  });
}

/** What is paid for an order: goods less the discount, and delivery. */
export function totalOf({ lines, discount, shippingMinor }: Order): number {
  return Math.max(1, sumOf(lines) - (discount?.minor ?? 0) + shippingMinor);
}

/** What would have been paid: the first good that was looked at. */
function wantedValue({ looked: [good], shopper }: Visit): number {
  return good?.variants[0]?.priceMinor[shopper.place.currency] ?? 1_000;
}
