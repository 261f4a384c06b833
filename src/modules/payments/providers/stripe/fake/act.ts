import { CARDS } from './cards.ts';
import { type CardError, type Intent, type Session, type StripeWorld, stripeId } from './world.ts';

/** Tells the world's subscribers that something happened to an object, as it is at this moment. */
export type Emit = (type: string, id: string) => void;

/** Confirms an intent with a payment method: approved, declined, or on to the bank's challenge. */
export function confirm(world: StripeWorld, emit: Emit, intent: Intent, paymentMethod: string): void {
  const card = CARDS.get(paymentMethod);
  intent.paymentMethod = paymentMethod;
  intent.error = undefined;
  if (card === undefined) {
    fail(emit, intent, { code: 'resource_missing', declineCode: undefined });
  } else if (card.kind === 'decline') {
    fail(emit, intent, card.error);
  } else if (card.kind === 'challenge' || intent.challenges === 'challenge') {
    intent.status = 'requires_action';
    emit('payment_intent.requires_action', intent.id);
  } else {
    approve(world, emit, intent);
  }
}

/** The bank's answer to a challenge. */
export function authenticate(world: StripeWorld, emit: Emit, intent: Intent, isPassed: boolean): void {
  if (intent.status !== 'requires_action') return;
  if (isPassed) approve(world, emit, intent);
  else fail(emit, intent, { code: 'payment_intent_authentication_failure', declineCode: undefined });
}

function approve(world: StripeWorld, emit: Emit, intent: Intent): void {
  const { amount } = intent;
  intent.charge = { id: stripeId('ch'), amount, created: world.now(), captured: 0 };
  if (intent.captureMethod === 'manual') {
    intent.status = 'requires_capture';
    emit('payment_intent.amount_capturable_updated', intent.id);
  } else {
    capture(world, emit, intent, amount, true);
  }
  completeSession(world, emit, intent);
}

function fail(emit: Emit, intent: Intent, error: CardError): void {
  intent.status = 'requires_payment_method';
  intent.paymentMethod = undefined;
  intent.error = error;
  emit('payment_intent.payment_failed', intent.id);
}

/** Takes authorised money; the last capture gives the rest back. */
export function capture(
  world: StripeWorld,
  emit: Emit,
  intent: Intent,
  amount: number,
  isFinal: boolean,
): void {
  const { charge } = intent;
  if (charge === undefined) throw new RangeError('an intent without charge was captured');
  charge.captured += amount;
  world.lines.push({
    ...{
      id: stripeId('txn'),
      type: 'charge',
      category: 'charge',
      amount,
      fee: feeOf(amount, intent.currency),
    },
    ...{ currency: intent.currency, source: charge.id, intentId: intent.id, created: world.now() },
    payoutId: undefined,
  });
  if (isFinal || charge.captured === charge.amount) {
    intent.status = 'succeeded';
    emit('payment_intent.succeeded', intent.id);
  } else {
    emit('payment_intent.amount_capturable_updated', intent.id);
  }
}

function completeSession(world: StripeWorld, emit: Emit, intent: Intent): void {
  const session = [...world.sessions.values()].find(({ intentId }) => intentId === intent.id);
  if (session === undefined || session.status !== 'open') return;
  session.status = 'complete';
  emit('checkout.session.completed', session.id);
}

/** The intent of a session is made when the shopper confirms it, not before. */
export function intentOfSession(world: StripeWorld, session: Session): Intent {
  const known = session.intentId === undefined ? undefined : world.intents.get(session.intentId);
  if (known !== undefined) return known;
  const id = stripeId('pi');
  const intent: Intent = {
    ...{ id, clientSecret: `${id}_secret_${stripeId('x').slice(2)}`, amount: session.amount },
    ...{ currency: session.currency, captureMethod: session.captureMethod, metadata: session.intentMetadata },
    ...{ created: world.now(), hasMulticapture: false, challenges: session.challenges },
    ...{ status: 'requires_payment_method', paymentMethod: undefined, returnUrl: session.successUrl },
    ...{ error: undefined, charge: undefined },
  };
  world.intents.set(id, intent);
  session.intentId = id;
  return intent;
}

/** 1.5 % and 25, in whole krónur and shillings. */
function feeOf(amount: number, currency: string): number {
  const step = currency === 'isk' || currency === 'ugx' ? 100 : 1;
  const fee = Math.min(amount, Math.round(amount * 0.015) + 25);
  return Math.floor(fee / step) * step;
}
