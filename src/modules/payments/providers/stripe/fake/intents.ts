import { capture, confirm, type Emit } from './act.ts';
import { ApiError, invalid, missing } from './api-error.ts';
import type { Form } from './form.ts';
import { list, renderIntent } from './render.ts';
import { type Intent, type StripeWorld, stripeId } from './world.ts';

export type Api = { readonly world: StripeWorld; readonly emit: Emit };

/** POST /v1/payment_intents */
export function createIntent({ world, emit }: Api, form: Form): object {
  const amount = form.integer('amount');
  if (amount === undefined || amount < 1)
    throw invalid('parameter_invalid_integer', 'Invalid amount', 'amount');
  const id = stripeId('pi');
  const card = 'payment_method_options[card]';
  const intent: Intent = {
    ...{ id, clientSecret: `${id}_secret_${stripeId('x').slice(2)}`, amount },
    currency: form.required('currency'),
    captureMethod: form.text('capture_method') === 'manual' ? 'manual' : 'automatic',
    metadata: form.record('metadata'),
    created: world.now(),
    hasMulticapture: form.text(`${card}[request_multicapture]`) === 'if_available',
    challenges: form.text(`${card}[request_three_d_secure]`),
    ...{ status: 'requires_payment_method', paymentMethod: undefined, error: undefined, charge: undefined },
    returnUrl: form.text('return_url'),
  };
  world.intents.set(id, intent);
  if (form.text('confirm') === 'true') confirmNow({ world, emit }, intent, form.required('payment_method'));
  return renderIntent(world, intent, form.list('expand'));
}

/** POST /v1/payment_intents/{id}/confirm, by Stripe.js with the intent's own secret. */
export function confirmIntent(api: Api, id: string, form: Form): object {
  const intent = intentOf(api.world, id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') throw unexpected(intent);
  intent.returnUrl = form.text('return_url') ?? intent.returnUrl;
  confirmNow(api, intent, form.required('payment_method'));
  return renderIntent(api.world, intent, form.list('expand'));
}

function confirmNow({ world, emit }: Api, intent: Intent, paymentMethod: string): void {
  confirm(world, emit, intent, paymentMethod);
  const { error } = intent;
  if (error === undefined) return;
  throw new ApiError(402, {
    ...{ type: 'card_error', code: error.code, decline_code: error.declineCode },
    ...{ message: 'Your card was declined.', payment_intent: renderIntent(world, intent) },
  });
}

export function readIntent({ world }: Api, id: string, form: Form): object {
  return renderIntent(world, intentOf(world, id), form.list('expand'));
}

/** GET /v1/payment_intents/search?query=metadata['payment_id']:'…' */
export function searchIntents({ world }: Api, form: Form): object {
  const [, key = '', value = ''] = /^metadata\['(\w+)'\]:'([\w-]+)'$/.exec(form.required('query')) ?? [];
  if (key === '') throw invalid('parameter_invalid', 'This query is not understood', 'query');
  const found = [...world.intents.values()].filter(({ metadata }) => metadata[key] === value);
  return list(found.map((intent) => renderIntent(world, intent, expandData(form))));
}

/** POST /v1/payment_intents/{id}/capture */
export function captureIntent({ world, emit }: Api, id: string, form: Form): object {
  const intent = intentOf(world, id);
  const { charge } = intent;
  if (intent.status !== 'requires_capture' || charge === undefined) throw unexpected(intent);
  const left = charge.amount - charge.captured;
  const amount = form.integer('amount_to_capture') ?? left;
  if (amount > left || amount < 1) {
    throw invalid('amount_too_large', `At most ${left} can be captured`, 'amount_to_capture');
  }
  const isFinal = form.text('final_capture') !== 'false';
  if (!isFinal && !intent.hasMulticapture)
    throw invalid('parameter_invalid', 'No multicapture', 'final_capture');
  capture(world, emit, intent, amount, isFinal);
  return renderIntent(world, intent, form.list('expand'));
}

/** POST /v1/payment_intents/{id}/cancel */
export function cancelIntent({ world, emit }: Api, id: string, form: Form): object {
  const intent = intentOf(world, id);
  const isEnd = ['succeeded', 'canceled', 'processing'].includes(intent.status);
  if (isEnd || (intent.charge?.captured ?? 0) > 0) throw unexpected(intent);
  intent.status = 'canceled';
  emit('payment_intent.canceled', id);
  return renderIntent(world, intent, form.list('expand'));
}

export function intentOf(world: StripeWorld, id: string): Intent {
  const intent = world.intents.get(id);
  if (intent === undefined) throw missing('payment_intent', id);
  return intent;
}

/** In a list, what is to be expanded is written `data.latest_charge`. */
export function expandData(form: Form): string[] {
  return form.list('expand').flatMap((path) => (path.startsWith('data.') ? [path.slice(5)] : []));
}

function unexpected({ status }: Intent): ApiError {
  const message = `This PaymentIntent has the status ${status}.`;
  return invalid('payment_intent_unexpected_state', message);
}
