import { EXAMPLE, EXAMPLE_ADDRESS } from '../example-ids.ts';

const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
const variantId = EXAMPLE.variant;
const visit = {
  ...{ visitorId: 'GA1.1.1234567890.1764200000', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0' },
  ...{ page: 'https://app.example/products/mug', referrer: 'https://search.example/' },
};

/** A body of each endpoint that takes one, with every field that it may have. */
export const STORE_EXAMPLES = {
  joinWaitlist: { variantId, email: 'ada@example.org', storefront: '' },
  createCart: { storefront: '' },
  addLine: { variantId, quantity: 1, giftMessage: 'Hello', visit },
  viewCart: { visit },
  changeLine: { quantity: 2, visit },
  setDetails: {
    ...{ email: 'ada@example.org', phone: '+49 30 1234567' },
    ...{ shippingAddress: EXAMPLE_ADDRESS, billingAddress: EXAMPLE_ADDRESS },
    ...{ deliveryOptionId: 'x', note: 'n', giftMessage: 'g', vatId: '', codes: ['SPRING'] },
    ...{ usesStoreCredit: false, acceptsMarketing: true, visit },
  },
  changeStorefront: { storefront: '' },
  addCode: { code: 'SPRING' },
  addGiftCard: { code: 'AAAA-BBBB', pin: '1234' },
  checkout: {
    expectedTotal: { amount: '5.00', currency: 'EUR' },
    payment: { methodId: EXAMPLE.paymentMethod, token: 'tok_visa', ...urls },
    terms: { version: '1' },
    visit,
  },
  payOrder: { payment: { methodId: EXAMPLE.paymentMethod, token: 'tok_visa', ...urls }, visit },
  payAddressChange: { payment: { methodId: EXAMPLE.paymentMethod, token: 'tok_visa', ...urls } },
  requestReturn: {
    lines: [{ lineId: EXAMPLE.orderLine, quantity: 1, reason: 'wrong_size', note: 'too small' }],
  },
  withdraw: {
    ...{ orderNumber: '1042', name: 'Ada Byron', email: 'ada@example.org' },
    ...{ statement: 'I withdraw from my contract about order 1042.', isConfirmed: true },
  },
  requestCode: { email: 'ada@example.org', storefront: '' },
  signIn: { challenge: 'the challenge that asking for a code answered', code: '12345678', storefront: '' },
  changeCustomer: { name: 'Ada Byron', phone: '+49 30 1234567' },
  addAddress: { address: EXAMPLE_ADDRESS, isDefaultShipping: true, isDefaultBilling: true },
  changeAddress: { address: EXAMPLE_ADDRESS, isDefaultShipping: true, isDefaultBilling: false },
  setConsent: { isGiven: true, textVersion: '2026-01', text: 'Send me news by e-mail.' },
  takeCart: { token: 'the token of the cart of this device', isPrefilled: true },
} as const;
