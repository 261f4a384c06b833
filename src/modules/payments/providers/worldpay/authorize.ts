import { type Result, refuse } from '../../../../kernel/index.ts';
import type { Begun, ProviderRefusal } from '../../provider.ts';
import type { Attempt, AttemptRequest } from './attempt.ts';
import { begunOf } from './begun.ts';
import { callOnce } from './calls.ts';
import type { WorldpayDeps } from './deps.ts';
import { narrativeOf } from './narrative.ts';
import { noteOutcome } from './outcomes.ts';
import { findPayments } from './query.ts';
import { refusalOf } from './refusals.ts';

export type Browser = { readonly userAgent: string; readonly accept: string };

/** A session of the Checkout SDK: where Worldpay keeps card data that a browser gave to it, never to us. */
const SESSION = /^\/sessions\/[\w%.=:~-]{8,2000}$/;

/**
 * Authorises a session with 3-D Secure. A session can be used once; who brings the same one again, or another while the
 * first is on its way, is answered with what came of the first.
 */
export async function authorize(
  deps: WorldpayDeps,
  attempt: Attempt,
  { session, browser }: { readonly session: string; readonly browser: Browser | undefined },
): Promise<Result<Begun, ProviderRefusal>> {
  const { paymentId, request } = attempt;
  const { origin } = deps.client;
  const isSession = session.startsWith(`${origin}/`) && SESSION.test(session.slice(origin.length));
  if (!isSession) return refuse('refused_by_provider', 'this is no session of the Checkout SDK', 'session');
  if (request === undefined) return begunOf(deps, paymentId);
  const call = {
    ...{ idempotencyKey: `${paymentId}:authorize`, paymentId, kind: 'authorize' as const },
    ...{ reference: paymentId, amountMinor: attempt.amountMinor },
  };
  const answered = await callOnce(deps, call, {
    isKnown: async () => (await findPayments(deps.client, paymentId)).length > 0,
    send: () => deps.client.post('/api/payments', paymentOf(deps, attempt, { request, session, browser })),
  });
  if (answered !== undefined && answered.status >= 400) return refusalOf(answered);
  if (answered !== undefined) await noteOutcome(deps, paymentId, answered);
  return begunOf(deps, paymentId);
}

function paymentOf(
  { client }: WorldpayDeps,
  { paymentId, amountMinor, currency, isCapturedAtOnce }: Attempt,
  from: {
    readonly request: AttemptRequest;
    readonly session: string;
    readonly browser: Browser | undefined;
  },
): object {
  const { request, session, browser } = from;
  const { cardholder, address, returnUrl, orderNumber, email } = request;
  return {
    transactionReference: paymentId,
    merchant: { entity: client.entity },
    channel: 'ecom',
    instruction: {
      method: 'card',
      paymentInstrument: {
        ...{ type: 'checkout', sessionHref: session },
        ...(cardholder === '' ? {} : { cardHolderName: cardholder.slice(0, 255) }),
        ...(address === undefined ? {} : { billingAddress: address }),
      },
      narrative: {
        line1: narrativeOf(returnUrl),
        line2: orderNumber.replace(/[^\w ,./-]|_/g, '').slice(0, 24),
      },
      value: { currency, amount: Number(amountMinor) },
      settlement: { auto: isCapturedAtOnce },
      customer: { email },
      threeDS: threeDSOf(request, browser),
    },
  };
}

/** The challenge has a window of its own: the bank's pages then need no place in our policy for frames. */
function threeDSOf({ returnUrl, isChallengeRequired }: AttemptRequest, browser: Browser | undefined): object {
  const preference = isChallengeRequired ? 'challengeMandated' : 'noPreference';
  return {
    ...{ type: 'integrated', mode: 'always' },
    challenge: { returnUrl, windowSize: 'fullPage', preference },
    deviceData: {
      acceptHeader: browser?.accept ?? 'text/html',
      userAgentHeader: browser?.userAgent ?? 'Institor',
      channel: 'browser',
    },
  };
}
