import type { CurrencyCode } from '../../../kernel/index.ts';
import type { PaymentId } from '../payment.ts';
import type { ProviderTransaction } from '../provider.ts';

export type DifferenceKind =
  /** The provider has it and we do not: a capture that nobody told us of, a payment of no order. */
  | 'missing_here'
  | 'missing_there'
  | 'amount'
  | 'currency'
  | 'fee'
  | 'payout_missing_here'
  | 'payout_missing_there'
  | 'payout_amount'
  /** The provider moved money for a reason of its own: somebody has to say what it was. */
  | 'adjustment';

export type Difference = {
  readonly kind: DifferenceKind;
  /** What moved: `capture`, `refund`, `payout`. */
  readonly about: ProviderTransaction['kind'];
  readonly paymentId: PaymentId | undefined;
  readonly transactionId: string | undefined;
  readonly currency: CurrencyCode;
  readonly oursMinor: bigint | undefined;
  readonly theirsMinor: bigint | undefined;
};

/** A line of the provider's book, with the payment of ours that it is about. Amounts as the merchant sees them. */
export type Line = Omit<ProviderTransaction, 'paymentId' | 'reference'> & {
  readonly paymentId: PaymentId | undefined;
};

/** A line of ours. Its amount is never below zero: which way it went is in its kind. */
export type Movement = {
  readonly id: bigint;
  readonly paymentId: PaymentId;
  readonly kind: 'capture' | 'refund' | 'dispute' | 'dispute_reversal';
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly at: Temporal.Instant;
};

export type Matched = {
  readonly matches: readonly { readonly movement: Movement; readonly line: Line }[];
  readonly differences: readonly Difference[];
};

/**
 * Matches lines and movements that say the same, and names what is left. Each matches once: a second line of the same
 * amount needs a second movement. `isOfDay`: differences are of the day that is asked about; what is near it only
 * serves to be matched, as two clocks differ and a webhook takes its time.
 */
export function compareBooks(input: {
  readonly lines: readonly Line[];
  readonly movements: readonly Movement[];
  readonly isOfDay: (at: Temporal.Instant) => boolean;
}): Matched {
  const byThing = Map.groupBy(input.movements, keyOf);
  const matches: { movement: Movement; line: Line }[] = [];
  const left: Line[] = [];
  for (const line of input.lines) {
    const candidates = byThing.get(keyOf(line)) ?? [];
    const index = candidates.findIndex((one) => isSame(one, line));
    const [movement] = index < 0 ? [] : candidates.splice(index, 1);
    if (movement === undefined) left.push(line);
    else matches.push({ movement, line });
  }
  const differences = left.flatMap((line) => {
    // What is nearly the same is one difference, not two things that are missing.
    const other = byThing.get(keyOf(line))?.shift();
    const isOfDay = input.isOfDay(line.at) || (other !== undefined && input.isOfDay(other.at));
    return isOfDay ? [differenceOf(line, other)] : [];
  });
  const unheard = [...byThing.values()].flat().filter(({ at }) => input.isOfDay(at));
  return { matches, differences: [...differences, ...unheard.map(missingThere)] };
}

function keyOf(one: { readonly paymentId: PaymentId | undefined; readonly kind: string }): string {
  return `${one.paymentId} ${one.kind}`;
}

function isSame(movement: Movement, line: Line): boolean {
  return movement.currency === line.currency && movement.amountMinor === magnitudeOf(line);
}

function differenceOf(line: Line, other: Movement | undefined): Difference {
  const isAdjustment = line.kind === 'adjustment';
  const kind =
    other === undefined
      ? isAdjustment
        ? 'adjustment'
        : 'missing_here'
      : other.currency === line.currency
        ? 'amount'
        : 'currency';
  return {
    ...{ kind, about: line.kind, paymentId: line.paymentId, transactionId: line.id, currency: line.currency },
    ...{ oursMinor: other?.amountMinor, theirsMinor: magnitudeOf(line) },
  };
}

function missingThere({ kind, paymentId, currency, amountMinor }: Movement): Difference {
  return {
    ...{ kind: 'missing_there', about: kind, paymentId, transactionId: undefined, currency },
    ...{ oursMinor: amountMinor, theirsMinor: undefined },
  };
}

function magnitudeOf({ amountMinor }: Line): bigint {
  return amountMinor < 0n ? -amountMinor : amountMinor;
}

export type PayoutFact = {
  readonly reference: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

/** The payouts of a day, ours beside theirs. */
export function comparePayouts(ours: readonly PayoutFact[], theirs: readonly PayoutFact[]): Difference[] {
  const own = new Map(ours.map((payout) => [payout.reference, payout]));
  const told = new Set(theirs.map(({ reference }) => reference));
  const about = { about: 'payout' as const, paymentId: undefined };
  const wrong = theirs.flatMap((payout): Difference[] => {
    const { reference: transactionId, currency, amountMinor: theirsMinor } = payout;
    const oursMinor = own.get(transactionId)?.amountMinor;
    if (oursMinor === theirsMinor) return [];
    const kind = oursMinor === undefined ? 'payout_missing_here' : 'payout_amount';
    return [{ ...about, kind, transactionId, currency, oursMinor, theirsMinor }];
  });
  const unheard = ours.filter(({ reference }) => !told.has(reference));
  const missing = unheard.map(({ reference, currency, amountMinor }): Difference => {
    const facts = { transactionId: reference, currency, oursMinor: amountMinor, theirsMinor: undefined };
    return { ...about, kind: 'payout_missing_there', ...facts };
  });
  return [...wrong, ...missing];
}
