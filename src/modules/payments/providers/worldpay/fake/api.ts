import { z } from 'zod';
import { cancel, giveBack, settle } from './act.ts';
import { ApiError } from './api-error.ts';
import { type Answer, askForDevice, completeChallenge, supplyDevice } from './authenticate.ts';
import { linkOf, renderHistory, renderSummary } from './render.ts';
import { type Payment, type WorldpayWorld, worldpayId } from './world.ts';

const value = z.object({ amount: z.number().int().min(1), currency: z.string().length(3) });
const reference = z.string().min(1).max(64);
const merchant = z.object({ entity: z.string().min(1).max(32) });
const narrative = z.object({ line1: z.string().regex(/^[a-zA-Z0-9 ,./-]{1,24}$/) });

const pageRequest = z.object({
  ...{ transactionReference: reference, merchant, narrative, value },
  description: z.string().max(128).optional(),
  expiry: z.number().int().positive().default(3600),
  settlement: z.object({ auto: z.boolean() }).default({ auto: true }),
  resultURLs: z.record(z.string(), z.url()),
});

/** POST /payment_pages */
export function createPage(world: WorldpayWorld, body: unknown): Answer {
  const { transactionReference, value: asked, expiry, ...rest } = valid(pageRequest, body);
  const id = worldpayId('hpp');
  world.pages.set(id, {
    ...{ ...asked, transactionReference, id, description: rest.description ?? '', urls: rest.resultURLs },
    ...{ endsAt: world.now().add({ seconds: expiry }), isAutoSettled: rest.settlement.auto, isPaid: false },
  });
  const self = `${world.origin()}/paymentQueries/payments?transactionReference=${transactionReference}`;
  return { status: 200, body: { url: `${world.origin()}/pay/${id}`, _links: { self: { href: self } } } };
}

const paymentRequest = z.object({
  ...{ transactionReference: reference, merchant },
  instruction: z.object({
    ...{ method: z.literal('card'), narrative, value },
    paymentInstrument: z.object({ type: z.literal('checkout'), sessionHref: z.string() }),
    settlement: z.object({ auto: z.boolean() }),
    threeDS: z.object({
      ...{ type: z.literal('integrated'), mode: z.literal('always') },
      challenge: z.object({ returnUrl: z.url(), preference: z.string() }),
      deviceData: z.object({ acceptHeader: z.string().min(1), userAgentHeader: z.string().min(1) }),
    }),
  }),
});

/** POST /api/payments: nothing keeps the same transactionReference from being paid twice. */
export function createPayment(world: WorldpayWorld, body: unknown): Answer {
  const { transactionReference, instruction } = valid(paymentRequest, body);
  const { value: asked, paymentInstrument, settlement, threeDS } = instruction;
  const session = world.sessions.get(paymentInstrument.sessionHref.split('/').at(-1) ?? '');
  if (session === undefined) throw new ApiError(400, 'sessionNotFound');
  // Nobody says when a session is used up: here it is with the authorisation, not before.
  if (session.isUsed) throw new ApiError(400, 'sessionAlreadyUsed');
  const { returnUrl, preference } = threeDS.challenge;
  return askForDevice(world, {
    ...{ ...asked, transactionReference, isAutoSettled: settlement.auto, link: worldpayId('lnk') },
    ...{ card: session.card, session, pageId: undefined, returnUrl, isPassed: undefined, stage: 'device' },
    isChallengeAsked: preference === 'challengeMandated',
  });
}

/** POST /api/payments/{link}/3dsDeviceData or 3dsChallenges */
export function continueAuthentication(world: WorldpayWorld, link: string, step: string): Answer {
  if (step === '3dsDeviceData') return supplyDevice(world, link);
  if (step === '3dsChallenges') return completeChallenge(world, link);
  throw new ApiError(404, 'resourceNotFound');
}

const partial = z.object({ reference, value });

/** POST /payments/…/{link}: what may be done with a payment that was authorised. */
export function operate(world: WorldpayWorld, action: string, link: string, body: unknown): Answer {
  const payment = [...world.payments.values()].find((one) => linkOf(one) === link);
  if (payment === undefined) throw new ApiError(404, 'resourceNotFound');
  const { authorized, captured, refunded, isClosed } = payment;
  const open = isClosed ? 0 : authorized - captured;
  const back = captured - refunded;
  if (action === 'settlements/full') settle(world, payment, whole(captured === 0 ? open : 0));
  else if (action === 'settlements/partials') settle(world, payment, part(payment, body, open));
  else if (action === 'settlements/refunds/full') giveBack(world, payment, whole(back));
  else if (action === 'settlements/refunds/partials') giveBack(world, payment, part(payment, body, back));
  else if (action === 'authorizations/cancellations' && open > 0) cancel(world, payment);
  else throw new ApiError(409, 'invalidPaymentState');
  return { status: 202, body: { paymentId: payment.id, _links: {} } };
}

function whole(left: number) {
  if (left === 0) throw new ApiError(409, 'invalidPaymentState');
  return { amount: left, reference: undefined };
}

function part(payment: Payment, body: unknown, left: number) {
  const { value: asked, reference: own } = valid(partial, body);
  if (asked.currency !== payment.currency) throw new ApiError(400, 'bodyDoesNotMatchSchema');
  if (asked.amount > left) throw new ApiError(400, 'amountTooLarge');
  return { amount: asked.amount, reference: own };
}

/** GET /paymentQueries/payments?transactionReference= or ?startDate=&endDate=&pageSize= */
export function listPayments(world: WorldpayWorld, query: URLSearchParams): Answer {
  const own = query.get('transactionReference');
  const shown = [...world.payments.values()].filter(({ history }) =>
    history.some(({ isHidden }) => !isHidden()),
  );
  if (own !== null) {
    return listed(
      world,
      shown.filter(({ transactionReference }) => transactionReference === own),
    );
  }
  const [from, until] = [instantOf(query, 'startDate'), instantOf(query, 'endDate')];
  const within = shown.filter(
    ({ at }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0,
  );
  const start = Number(query.get('start') ?? 0);
  const end = start + Number(query.get('pageSize') ?? 20);
  query.set('start', `${end}`);
  const next = end < within.length ? `${world.origin()}/paymentQueries/payments?${query}` : undefined;
  return listed(world, within.slice(start, end), next);
}

function listed(world: WorldpayWorld, payments: readonly Payment[], next?: string): Answer {
  const links = next === undefined ? {} : { next: { href: next } };
  return {
    status: 200,
    body: { _links: links, _embedded: { payments: payments.map((one) => renderSummary(world, one)) } },
  };
}

/** GET /paymentQueries/payments/{paymentId} */
export function readPayment(world: WorldpayWorld, id: string): Answer {
  const payment = world.payments.get(id);
  return { status: 200, body: payment === undefined ? {} : renderHistory(world, payment) };
}

function instantOf(query: URLSearchParams, name: string): Temporal.Instant {
  return Temporal.Instant.from(query.get(name) ?? '');
}

function valid<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, 'bodyDoesNotMatchSchema');
}
