import { startCheckout } from './checkout-page.ts';

// The only script of ours on the checkout where payment happens elsewhere.
startCheckout({});
