import { startCheckout } from './checkout-page.ts';
import { stripeForm } from './stripe-form.ts';

// The checkout where a provider's own fields stand in the page: loaded only while such a way of paying is on offer.
startCheckout({ stripe: stripeForm });
