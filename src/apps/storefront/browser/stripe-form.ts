import type { PaymentStart } from './payment-fields.ts';

// What we use of Stripe.js, which must come from js.stripe.com and is therefore no package of ours.
type Elements = {
  readonly create: (kind: 'payment', options: object) => { readonly mount: (place: HTMLElement) => void };
  readonly submit: () => Promise<{ readonly error?: { readonly message?: string } }>;
};
type Stripe = {
  readonly elements: (options: object) => Elements;
  readonly createConfirmationToken: (options: { readonly elements: Elements }) => Promise<{
    readonly error?: { readonly message?: string };
    readonly confirmationToken?: { readonly id: string };
  }>;
};
declare global {
  interface Window {
    readonly Stripe?: (publishableKey: string, options: object) => Stripe;
  }
}

/**
 * Stripe's Payment Element with a deferred intent: the shopper fills it in before there is an order, and what reaches
 * our server is a confirmation token (docs.stripe.com/payments/finalize-payments-on-the-server).
 */
export const stripeForm: PaymentStart = (data, locale) => {
  const stripe = window.Stripe?.(data['publishableKey'] ?? '', { locale });
  if (!stripe) return undefined;
  const elements = stripe.elements({
    mode: 'payment',
    amount: Number(data['amountMinor']),
    currency: data['currency']?.toLowerCase(),
  });
  const failed = data['failed'] ?? '';
  return {
    mount: (place) => elements.create('payment', {}).mount(place),
    token: async () => {
      const { error } = await elements.submit();
      if (error) return { problem: error.message ?? failed };
      const answer = await stripe.createConfirmationToken({ elements });
      const id = answer.confirmationToken?.id;
      return id === undefined ? { problem: answer.error?.message ?? failed } : { token: id };
    },
  };
};
