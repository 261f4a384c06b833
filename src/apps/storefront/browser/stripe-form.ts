import type { PaymentStart } from './payment-form.ts';

// What we use of Stripe.js, which must come from js.stripe.com and is therefore no package of ours.
type Elements = {
  readonly create: (kind: 'payment') => { readonly mount: (place: HTMLElement) => void };
};
type Stripe = {
  readonly elements: (options: { readonly clientSecret: string }) => Elements;
  readonly confirmPayment: (options: {
    readonly elements: Elements;
    readonly confirmParams: { readonly return_url: string };
  }) => Promise<{ readonly error?: { readonly message?: string } }>;
};
declare global {
  interface Window {
    readonly Stripe?: (publishableKey: string, options: { readonly locale: string }) => Stripe;
  }
}

/** Stripe's Payment Element for an intent that our server made (docs.stripe.com/payments/accept-a-payment). */
export const stripeForm: PaymentStart = ({ publishableKey = '', clientSecret = '' }, locale) => {
  const stripe = window.Stripe?.(publishableKey, { locale });
  if (!stripe) return undefined;
  const elements = stripe.elements({ clientSecret });
  return {
    mount: (place) => elements.create('payment').mount(place),
    pay: async (returnUrl) => {
      const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: returnUrl } });
      return error?.message;
    },
  };
};
