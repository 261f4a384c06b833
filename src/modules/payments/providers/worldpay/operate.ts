import { createHash } from 'node:crypto';
import { type Result, refuse } from '../../../../kernel/index.ts';
import type { Operation, ProviderRefusal, Snapshot } from '../../provider.ts';
import { callOnce, type SentCall } from './calls.ts';
import type { WorldpayDeps } from './deps.ts';
import { writeOutcome } from './notes.ts';
import { actionOf, findPayments } from './query.ts';
import { readKnown, readPayment } from './read-payment.ts';
import { refusalOf } from './refusals.ts';
import { isIn, type Known, knownTotals } from './snapshot.ts';

type Answered = Promise<Result<Snapshot, ProviderRefusal>>;

/** Settles what was authorised, all or a part; `isFinal` then cancels the rest. */
export async function capture(
  deps: WorldpayDeps,
  operation: Operation & { readonly isFinal: boolean },
): Answered {
  const known = await readKnown(deps, operation.paymentId);
  if (known === undefined) return unknown(operation);
  const { amountMinor, isFinal } = operation;
  if (!isDone(known, 'capture', operation)) {
    const { authorizedMinor, capturedMinor, isClosed } = knownTotals(known);
    const left = isClosed ? 0n : authorizedMinor - capturedMinor;
    if (left === 0n) return refuse('not_possible_now', 'nothing is authorised and not captured');
    if (amountMinor > left) return refuse('amount_too_large', 'more than is left of this payment');
    const isWhole = isFinal && amountMinor === authorizedMinor;
    const action = isWhole && capturedMinor === 0n ? 'settle' : 'partialSettle';
    const refused = await send(deps, known, operation, { kind: 'capture', action });
    if (refused !== undefined) return refused;
  }
  return isFinal ? giveUpRest(deps, operation) : readPayment(deps, operation.paymentId);
}

async function giveUpRest(deps: WorldpayDeps, operation: Operation): Answered {
  const known = await readKnown(deps, operation.paymentId);
  if (known === undefined) return unknown(operation);
  const { authorizedMinor, capturedMinor, isClosed } = knownTotals(known);
  if (!isClosed && authorizedMinor > capturedMinor) {
    const rest = { ...operation, idempotencyKey: `${operation.idempotencyKey}:rest` };
    const refused = await send(deps, known, rest, { kind: 'cancel', action: 'cancel' });
    if (refused !== undefined) return refused;
  }
  return readPayment(deps, operation.paymentId);
}

/** Gives up an authorisation, or fields in our page that nobody filled in. A page of Worldpay's cannot be closed. */
export async function voidPayment(deps: WorldpayDeps, operation: Omit<Operation, 'amountMinor'>): Answered {
  const { paymentId } = operation;
  const known = await readKnown(deps, paymentId);
  if (known === undefined) return unknown(operation);
  const { authorizedMinor, capturedMinor, isClosed } = knownTotals(known);
  const whole = { ...operation, amountMinor: 0n };
  if (capturedMinor > 0n) return refuse('not_possible_now', 'the payment is captured');
  if (authorizedMinor > 0n) {
    if (isClosed || isDone(known, 'cancel', whole)) return readPayment(deps, paymentId);
    const refused = await send(deps, known, whole, { kind: 'cancel', action: 'cancel' });
    return refused ?? readPayment(deps, paymentId);
  }
  const isWithUs = known.attempt.mode === 'in_page' && known.calls.length === 0;
  if (!isWithUs) return refuse('not_possible_now', 'Worldpay cannot close a page: it ends by itself');
  await writeOutcome(deps.db, paymentId, { outcome: 'voided' });
  return readPayment(deps, paymentId);
}

/** Gives back a part or all, under a reference of ours: that is how it is found when its answer was lost. */
export async function refund(
  deps: WorldpayDeps,
  operation: Operation & { readonly reason: string },
): Answered {
  const known = await readKnown(deps, operation.paymentId);
  if (known === undefined) return unknown(operation);
  if (!isDone(known, 'refund', operation)) {
    const { capturedMinor, refundedMinor } = knownTotals(known);
    if (capturedMinor === 0n) return refuse('not_possible_now', 'nothing was captured');
    if (operation.amountMinor > capturedMinor - refundedMinor) {
      return refuse('amount_too_large', 'more than is left of this payment');
    }
    const refused = await send(deps, known, operation, { kind: 'refund', action: 'partialRefund' });
    if (refused !== undefined) return refused;
  }
  return readPayment(deps, operation.paymentId);
}

type Doing = {
  readonly kind: SentCall['kind'];
  readonly action: Parameters<typeof actionOf>[1];
};

/** Whether this very operation had its effect: Worldpay's history has it, or it was answered. */
function isDone(known: Known, kind: SentCall['kind'], { idempotencyKey }: Operation): boolean {
  const reference = referenceOf(idempotencyKey);
  const own = known.calls.find((call) => call.idempotencyKey === idempotencyKey);
  const isAnswered = own?.isAnswered ?? false;
  // A cancellation has no reference of ours in the history: another may have given up the authorisation.
  const isFound = kind !== 'cancel' && known.found.some(({ events }) => isIn(events, { kind, reference }));
  return isAnswered || (own !== undefined && isFound) || (isFound && kind === 'refund');
}

async function send(deps: WorldpayDeps, known: Known, operation: Operation, { kind, action }: Doing) {
  const { paymentId, idempotencyKey, amountMinor, currency } = operation;
  const href = known.found.map((one) => actionOf(one, action)).find((one) => one !== undefined);
  if (href === undefined)
    return refuse('not_possible_now', `Worldpay offers no ${action} of this payment now`);
  const reference = referenceOf(idempotencyKey);
  const body = action.startsWith('partial')
    ? { reference, value: { amount: Number(amountMinor), currency } }
    : undefined;
  const call = { idempotencyKey, paymentId, kind, reference, amountMinor };
  const answered = await callOnce(deps, call, {
    isKnown: async () => {
      const found = await findPayments(deps.client, paymentId);
      return found.some(({ events }) => isIn(events, { kind, reference }));
    },
    send: () => deps.client.post(href, body),
  });
  return answered !== undefined && answered.status >= 400 ? refusalOf(answered) : undefined;
}

/** Our key, short enough for a reference of Worldpay's, the same each time. */
export function referenceOf(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 32);
}

function unknown({ paymentId }: { readonly paymentId: string }) {
  return refuse('unknown_payment', `Worldpay was never asked for ${paymentId}`);
}
