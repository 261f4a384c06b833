import { invalid, missing } from './api-error.ts';
import type { Form } from './form.ts';
import { type Api, expandData, intentOf } from './intents.ts';
import { list, renderDispute, renderLine, renderPayout, renderRefund, renderSession } from './render.ts';
import { disputesOf, refundedOf, type Session, stripeId } from './world.ts';

/** POST /v1/refunds */
export function createRefund({ world, emit }: Api, form: Form): object {
  const intent = intentOf(world, form.required('payment_intent'));
  const left = (intent.charge?.captured ?? 0) - refundedOf(world, intent);
  if (left === 0) {
    const wasCaptured = (intent.charge?.captured ?? 0) > 0;
    throw invalid(wasCaptured ? 'charge_already_refunded' : 'charge_not_refundable', 'Nothing to refund.');
  }
  const amount = form.integer('amount') ?? left;
  if (amount > left || amount < 1) {
    throw invalid('parameter_invalid', `Refund amount is greater than unrefunded amount (${left})`, 'amount');
  }
  const disputed = disputesOf(world, intent).some(({ status }) => status !== 'won');
  if (disputed) throw invalid('charge_disputed', 'This charge has been disputed.');
  const id = stripeId('re');
  const refund = { id, intentId: intent.id, amount, created: world.now(), metadata: form.record('metadata') };
  world.refunds.set(id, refund);
  world.lines.push({
    ...{ id: stripeId('txn'), type: 'refund', category: 'refund', amount: -amount, fee: 0 },
    ...{ currency: intent.currency, source: id, intentId: intent.id, created: world.now() },
    payoutId: undefined,
  });
  emit('charge.refunded', intent.id);
  return renderRefund(world, refund, form.list('expand'));
}

/** GET /v1/disputes?payment_intent= */
export function listDisputes({ world }: Api, form: Form): object {
  const disputes = disputesOf(world, intentOf(world, form.required('payment_intent')));
  return list(disputes.map((dispute) => renderDispute(world, dispute, expandData(form))));
}

/** POST /v1/checkout/sessions */
export function createSession({ world }: Api, form: Form): object {
  const price = 'line_items[0][price_data]';
  const amount =
    (form.integer(`${price}[unit_amount]`) ?? 0) * (form.integer('line_items[0][quantity]') ?? 1);
  if (amount < 1) throw invalid('parameter_invalid_integer', 'Nothing to pay', `${price}[unit_amount]`);
  const session: Session = {
    ...{ id: stripeId('cs_test'), amount, currency: form.required(`${price}[currency]`) },
    name: form.required(`${price}[product_data][name]`),
    captureMethod: form.text('payment_intent_data[capture_method]') === 'manual' ? 'manual' : 'automatic',
    intentMetadata: form.record('payment_intent_data[metadata]'),
    metadata: form.record('metadata'),
    successUrl: form.required('success_url'),
    cancelUrl: form.required('cancel_url'),
    created: world.now(),
    challenges: form.text('payment_method_options[card][request_three_d_secure]'),
    ...{ status: 'open', intentId: undefined },
  };
  world.sessions.set(session.id, session);
  return renderSession(world, session, form.list('expand'));
}

export function readSession(api: Api, id: string, form: Form): object {
  return renderSession(api.world, sessionOf(api, id), form.list('expand'));
}

/** GET /v1/checkout/sessions?payment_intent= or ?created[gte]= */
export function listSessions({ world }: Api, form: Form): object {
  const intentId = form.text('payment_intent');
  const [from, until] = [form.integer('created[gte]') ?? 0, form.integer('created[lte]') ?? Infinity];
  const found = [...world.sessions.values()].filter(
    (session) =>
      (intentId === undefined || session.intentId === intentId) &&
      session.created >= from &&
      session.created <= until,
  );
  return page(found.toReversed(), form, (session) => renderSession(world, session, expandData(form)));
}

/** POST /v1/checkout/sessions/{id}/expire */
export function expireSession(api: Api, id: string, form: Form): object {
  const session = sessionOf(api, id);
  if (session.status !== 'open') throw invalid('checkout_session_not_open', `It is ${session.status}.`);
  session.status = 'expired';
  api.emit('checkout.session.expired', id);
  return renderSession(api.world, session, form.list('expand'));
}

/** GET /v1/balance_transactions, the newest first. */
export function listLines({ world }: Api, form: Form): object {
  const [from, until] = [form.integer('created[gte]') ?? 0, form.integer('created[lt]') ?? Infinity];
  const [payout, source] = [form.text('payout'), form.text('source')];
  const found = world.lines.filter(
    (line) =>
      line.created >= from &&
      line.created < until &&
      (payout === undefined || line.payoutId === payout) &&
      (source === undefined || line.source === source),
  );
  return page(found.toReversed(), form, (line) => renderLine(world, line, expandData(form)));
}

export function listPayouts({ world }: Api, form: Form): object {
  const [from, until] = [form.integer('created[gte]') ?? 0, form.integer('created[lt]') ?? Infinity];
  const found = [...world.payouts.values()].filter(({ created }) => created >= from && created < until);
  return page(found.toReversed(), form, renderPayout);
}

function page<Item extends { readonly id: string }>(
  items: readonly Item[],
  form: Form,
  render: (item: Item) => object,
): object {
  const after = form.text('starting_after');
  const start = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const limit = form.integer('limit') ?? 10;
  const shown = items.slice(start, start + limit);
  return list(shown.map(render), start + limit < items.length);
}

function sessionOf({ world }: Api, id: string): Session {
  const session = world.sessions.get(id);
  if (session === undefined) throw missing('checkout.session', id);
  return session;
}
