import {
  CheckoutPaymentIntent,
  type Order,
  type OrderRequest,
  PayeePaymentMethodPreference,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
  type PaypalWalletExperienceContext,
  type ShippingDetails,
} from '@paypal/paypal-server-sdk';
import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import { toPaypalAmount } from '../../amounts/paypal.ts';
import type { BeginPayment, Begun, NextStep, ProviderRefusal } from '../../provider.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { refusalOf } from './errors.ts';
import { type Deps, readPayment } from './find.ts';
import { invoiceIdOf, requestIdOf } from './marks.ts';
import { snapshotOf } from './snapshot.ts';

type Input = BeginPayment & { readonly idempotencyKey: string };

/**
 * Makes an order that the shopper approves on PayPal's own page. PayPal challenges cards there by itself
 * (`isChallengeRequired` has no field to go into): nobody can ask for it, and no page of ours sees a card.
 */
export async function begin(deps: Deps, input: Input): Promise<Result<Begun, ProviderRefusal>> {
  const { client, known } = deps;
  const value = toPaypalAmount(input.amountMinor, input.currency);
  if (value === undefined) {
    return refuse('unsupported_amount', `PayPal cannot take exactly this amount of ${input.currency}`);
  }
  try {
    const { result: order } = await client.orders.createOrder({
      paypalRequestId: requestIdOf(input.idempotencyKey),
      prefer: 'return=representation',
      body: requestOf(input, value),
    });
    if (order.id === undefined) throw new ProviderUnreachable('paypal', 'an order without an id');
    known.remember(input.paymentId, order.id);
    return await begun(deps, input, order);
  } catch (error) {
    return refusalOf(error);
  }
}

/** Made just now and waiting for the shopper; or made long ago under this key, and read to see how far it has come. */
async function begun(
  deps: Deps,
  { paymentId, currency }: Input,
  order: Order,
): Promise<Result<Begun, ProviderRefusal>> {
  const next = nextOf(order);
  if (next.kind === 'redirect') return ok({ snapshot: snapshotOf(order, { disputes: [] }), next });
  const read = await readPayment(deps, { reference: order.id, paymentId, currency });
  return read.ok ? ok({ snapshot: read.value, next }) : read;
}

function nextOf({ status, links = [] }: Order): NextStep {
  const isWaiting = status === 'CREATED' || status === 'PAYER_ACTION_REQUIRED';
  const link = links.find(({ rel }) => rel === 'payer-action' || rel === 'approve');
  return isWaiting && link !== undefined ? { kind: 'redirect', url: link.href } : { kind: 'none' };
}

/**
 * One amount without lines: lines of several pieces at a price each cannot say discounts and taxes that were rounded line
 * by line, and would not sum to what is due.
 */
function requestOf(input: Input, value: string): OrderRequest {
  const { paymentId, orderNumber, shippingAddress } = input;
  const shipping = shippingAddress === undefined ? {} : { shipping: shippingOf(shippingAddress) };
  return {
    intent: input.isCapturedAtOnce ? CheckoutPaymentIntent.Capture : CheckoutPaymentIntent.Authorize,
    purchaseUnits: [
      {
        ...{ referenceId: 'default', customId: paymentId, description: orderNumber.slice(0, 127) },
        invoiceId: invoiceIdOf(orderNumber, input.idempotencyKey),
        amount: { currencyCode: input.currency, value },
        ...shipping,
      },
    ],
    paymentSource: { paypal: { experienceContext: experienceOf(input) } },
  };
}

/**
 * Immediate payment only: stock is held for minutes, and an eCheck clears in days. An address that was given is shown and
 * kept, because tax and delivery were reckoned for it.
 */
function experienceOf({
  returnUrl,
  cancelUrl,
  locale,
  shippingAddress,
}: Input): PaypalWalletExperienceContext {
  return {
    ...{ returnUrl, cancelUrl, userAction: PaypalExperienceUserAction.PayNow },
    ...(LOCALE.test(locale) ? { locale } : {}),
    paymentMethodPreference: PayeePaymentMethodPreference.ImmediatePaymentRequired,
    shippingPreference:
      shippingAddress === undefined
        ? PaypalWalletContextShippingPreference.NoShipping
        : PaypalWalletContextShippingPreference.SetProvidedAddress,
  };
}

/** What PayPal takes for a locale ("Orders v2", experience_context.locale). */
const LOCALE = /^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;

function shippingOf(address: NonNullable<Input['shippingAddress']>): ShippingDetails {
  const { name, line1, line2, city, region, postalCode, country } = address;
  return {
    name: { fullName: name.slice(0, 300) },
    address: {
      ...{ addressLine1: line1, adminArea2: city, countryCode: country },
      ...(line2 === undefined ? {} : { addressLine2: line2 }),
      ...(region === undefined ? {} : { adminArea1: region }),
      ...(postalCode === undefined ? {} : { postalCode }),
    },
  };
}
