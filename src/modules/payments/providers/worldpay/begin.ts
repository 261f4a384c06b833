import { z } from 'zod';
import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import { type BeginPayment, type Begun, type ProviderRefusal, ProviderUnreachable } from '../../provider.ts';
import { type Attempt, OPEN_SECONDS, requestOf } from './attempt.ts';
import { authorize } from './authorize.ts';
import { begunOf } from './begun.ts';
import type { WorldpayDeps } from './deps.ts';
import { narrativeOf } from './narrative.ts';
import { insertAttempt, readAttempt, writeStep } from './notes.ts';
import { pageLocaleOf } from './page-locale.ts';
import { readKnown } from './read-payment.ts';
import { refusalOf } from './refusals.ts';
import { snapshotOf } from './snapshot.ts';

type Input = BeginPayment & { readonly idempotencyKey: string };
type Answered = Promise<Result<Begun, ProviderRefusal>>;

/**
 * Begins a payment: a page of Worldpay's (redirect), or the Checkout SDK's fields in our page, whose session is
 * authorised when the browser brings it (`proceed`), or at once when it came with the order. Asked again, it is looked
 * for at Worldpay before anything is sent.
 */
export async function begin(deps: WorldpayDeps, input: Input): Answered {
  const { paymentId, mode, currency, amountMinor, isCapturedAtOnce } = input;
  if (amountMinor <= 0n || amountMinor > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refuse('unsupported_amount', 'Worldpay cannot take exactly this amount');
  }
  const note = { paymentId, mode, currency, amountMinor, isCapturedAtOnce };
  const isNew = await insertAttempt(deps.db, { ...note, request: requestOf(input), now: deps.now() });
  if (!isNew) {
    const again = await beginAgain(deps, input);
    if (again !== undefined) return again;
  }
  if (mode === 'redirect') return openPage(deps, input);
  if (input.token === undefined) return begunOf(deps, paymentId);
  return authorize(deps, await attemptOf(deps, paymentId), { session: input.token, browser: undefined });
}

/** What came of it before, unless nothing was heard of it at all. */
async function beginAgain(deps: WorldpayDeps, { paymentId, amountMinor, currency }: Input) {
  const known = await readKnown(deps, paymentId);
  if (known === undefined) return undefined;
  const isSame = known.attempt.amountMinor === amountMinor && known.attempt.currency === currency;
  if (!isSame) return refuse('refused_by_provider', 'the same payment was begun with another amount');
  const { attempt, found } = known;
  const isHeardOf = found.length > 0 || attempt.step !== undefined || attempt.outcome !== undefined;
  return isHeardOf ? begunOf(deps, paymentId) : undefined;
}

const opened = z.object({ url: z.url().max(2_000) });

/**
 * Asks for a page. Should the answer be lost, a second page under the same transactionReference does no harm: nobody
 * knows the address of the first, and a payment is only made by who pays on a page.
 */
async function openPage(deps: WorldpayDeps, input: Input): Answered {
  const answered = await deps.client.post('/payment_pages', pageOf(deps, input));
  if (answered.status >= 400) return refusalOf(answered);
  const parsed = opened.safeParse(answered.body);
  if (!parsed.success) throw new ProviderUnreachable('worldpay', 'the page has no address', parsed.error);
  await writeStep(deps.db, input.paymentId, { kind: 'page', url: parsed.data.url });
  const attempt = await attemptOf(deps, input.paymentId);
  const snapshot = snapshotOf({ attempt, found: [], calls: [], chargebacks: [] }, deps.now());
  return ok({ snapshot, next: { kind: 'redirect', url: parsed.data.url } });
}

function pageOf({ client }: WorldpayDeps, input: Input): object {
  const { paymentId, orderNumber, currency, amountMinor, returnUrl, cancelUrl, isCapturedAtOnce } = input;
  const { address } = requestOf(input);
  return {
    transactionReference: paymentId,
    merchant: { entity: client.entity },
    narrative: { line1: narrativeOf(returnUrl) },
    description: orderNumber,
    value: { currency, amount: Number(amountMinor) },
    expiry: OPEN_SECONDS,
    locale: pageLocaleOf(input.locale),
    settlement: { auto: isCapturedAtOnce },
    resultURLs: {
      ...{ successURL: returnUrl, pendingURL: returnUrl, failureURL: returnUrl, errorURL: returnUrl },
      ...{ cancelURL: cancelUrl, expiryURL: cancelUrl },
    },
    riskData: { account: { email: input.email } },
    ...(address === undefined ? {} : { billingAddress: address }),
  };
}

async function attemptOf(deps: WorldpayDeps, paymentId: string): Promise<Attempt> {
  const attempt = await readAttempt(deps.db, paymentId);
  if (attempt === undefined) throw new RangeError(`the attempt ${paymentId} was written and is not there`);
  return attempt;
}
