import { type Result, refuse } from '../../../../kernel/index.ts';
import type { Begun, PaymentProvider, ProviderRefusal } from '../../provider.ts';
import type { Attempt, AttemptStep } from './attempt.ts';
import { authorize } from './authorize.ts';
import { begunOf } from './begun.ts';
import { callOnce } from './calls.ts';
import type { WorldpayDeps } from './deps.ts';
import { readAttempt } from './notes.ts';
import { noteOutcome } from './outcomes.ts';
import { findPayments } from './query.ts';
import { refusalOf } from './refusals.ts';

type Input = Parameters<NonNullable<PaymentProvider['proceed']>>[0];

/**
 * Takes a payment in our page a step further with what the browser brings: a session of the Checkout SDK, then the
 * reference of the collected device data, then the way back from the bank's challenge. What is not the next step
 * changes nothing, and is answered with what is.
 */
export async function proceed(deps: WorldpayDeps, input: Input): Promise<Result<Begun, ProviderRefusal>> {
  const { paymentId, fields, browser } = input;
  const attempt = await readAttempt(deps.db, paymentId);
  if (attempt === undefined) return refuse('unknown_payment', `${paymentId} was never begun`);
  const isOpen = attempt.outcome === undefined && attempt.mode === 'in_page';
  if (!isOpen) return begunOf(deps, paymentId);
  const { step } = attempt;
  const { session, device, challenged } = fields;
  if (step === undefined && session !== undefined) return authorize(deps, attempt, { session, browser });
  if (step?.kind === 'device' && device !== undefined) {
    const body = device === '' ? {} : { collectionReference: device.slice(0, 200) };
    return follow(deps, attempt, step, body);
  }
  if (step?.kind === 'challenge' && challenged !== undefined) return follow(deps, attempt, step, {});
  return begunOf(deps, paymentId);
}

/** Follows a step's link, once: an authorisation may come of it, as of the call before. */
async function follow(
  deps: WorldpayDeps,
  { paymentId, amountMinor }: Attempt,
  step: Exclude<AttemptStep, { kind: 'page' }>,
  body: object,
): Promise<Result<Begun, ProviderRefusal>> {
  const call = {
    ...{ idempotencyKey: `${paymentId}:${step.kind}`, paymentId, kind: 'authorize' as const },
    ...{ reference: paymentId, amountMinor },
  };
  const answered = await callOnce(deps, call, {
    isKnown: async () => (await findPayments(deps.client, paymentId)).length > 0,
    send: () => deps.client.post(step.href, body),
  });
  if (answered !== undefined && answered.status >= 400) return refusalOf(answered);
  if (answered !== undefined) await noteOutcome(deps, paymentId, answered);
  return begunOf(deps, paymentId);
}
