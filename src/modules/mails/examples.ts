import { currencyOf } from '../../kernel/index.ts';
import type { AboutOrder, AgreedOrder, MailModels } from './model.ts';

const ABOUT: AboutOrder = {
  number: '1042',
  name: 'Ada Lovelace',
  currency: currencyOf('EUR'),
  orderUrl: 'https://shop.example/orders/1042?key=example',
};

const GOODS = [
  { title: 'Stoneware mug', options: 'Moss green', quantity: 2 },
  { title: 'Linen tea towel', options: '', quantity: 1 },
] as const;

const AGREED: AgreedOrder = {
  ...ABOUT,
  lines: [
    { ...GOODS[0], totalMinor: 3_980n },
    { ...GOODS[1], totalMinor: 1_250n },
  ],
  totals: {
    pricesIncludeTax: true,
    subtotalMinor: 5_230n,
    discountMinor: 500n,
    deliveryMinor: 490n,
    taxMinor: 833n,
    totalMinor: 5_220n,
    creditMinor: 0n,
    exchangedMinor: 0n,
  },
};

const ADDRESS = ['Ada Lovelace', 'Mühlweg 3', '20095 Hamburg', 'GERMANY'];
const AT = Temporal.Instant.from('2026-06-19T09:30:00Z');

/** A model of every kind, for previews and tests. */
export const EXAMPLES: MailModels = {
  order_confirmation: {
    ...AGREED,
    payment: 'received',
    hasDownloads: true,
    deliveryName: 'DHL Paket',
    deliveryAddress: ADDRESS,
    billingAddress: ADDRESS,
    note: 'Please ring twice.',
    giftMessage: 'Happy birthday!',
    termsVersion: '2026-05-01',
    terms: { title: 'Terms and conditions', lines: ['1. Scope', 'These terms hold for all orders.'] },
    withdrawalUrl: 'https://shop.example/withdraw',
  },
  payment_failed: { ...ABOUT, totalMinor: 5_220n, retryUrl: ABOUT.orderUrl },
  payment_asked: {
    ...AGREED,
    totals: { ...AGREED.totals, exchangedMinor: 3_980n },
    dueMinor: 1_240n,
    payUrl: 'https://shop.example/orders/1042/pay?key=example',
    payUntil: AT,
  },
  address_change_asked: {
    ...ABOUT,
    ...{
      oldAddress: ['Ada Byron', 'Lindenweg 12', '10115 Berlin'],
      address: ['Ada Byron', 'Gasse 1', '1010 Wien'],
    },
    ...{ oldTotalMinor: 5_220n, totalMinor: 5_720n, dueMinor: 500n },
    payUrl: 'https://shop.example/orders/1042/address?key=example',
    payUntil: AT,
  },
  address_change_ended: {
    ...{ ...ABOUT, deliveryAddress: ['Ada Byron', 'Lindenweg 12', '10115 Berlin'] },
    ...{ isPaidBack: true, dueMinor: 500n },
  },
  payment_instructions: {
    ...ABOUT,
    dueMinor: 5_220n,
    instructions: [
      { label: 'Account holder', value: 'Mill & Sons' },
      { label: 'IBAN', value: 'DE02 1203 0000 0000 2020 51' },
      { label: 'Reference', value: 'RF18 1042' },
    ],
  },
  shipped: {
    ...ABOUT,
    lines: GOODS,
    isComplete: true,
    carrier: 'DHL',
    trackingNumber: '00340434161094042557',
    deliveryAddress: ADDRESS,
  },
  delivered: { ...ABOUT, lines: GOODS },
  cancelled: { ...AGREED, reason: 'shopper' },
  edited: { ...ABOUT, lines: GOODS, deliveryAddress: ADDRESS },
  refunded: {
    ...ABOUT,
    lines: [{ ...GOODS[0], totalMinor: 3_980n }],
    amountMinor: 3_980n,
    toPaymentMinor: 2_980n,
    toGiftCardMinor: 1_000n,
    toStoreCreditMinor: 0n,
  },
  return_requested: { ...ABOUT, lines: GOODS },
  return_approved: { ...ABOUT, lines: GOODS, note: 'The label is in your order.' },
  return_rejected: { ...ABOUT, lines: GOODS, note: 'The towel was worn.' },
  return_received: { ...ABOUT, lines: GOODS },
  withdrawal_receipt: {
    number: ABOUT.number,
    name: ABOUT.name,
    email: 'ada@example.com',
    statement: 'I withdraw from the contract for the mugs.',
    lines: GOODS,
    submittedAt: AT,
  },
  draft_order: { ...AGREED, payUrl: ABOUT.orderUrl, message: 'As we said on the phone.', payUntil: AT },
  sign_in_code: { code: '49205713', purpose: 'sign_in', expiresAt: AT },
  email_changed: { email: 'ada@new.example' },
  cart_reminder: {
    name: ABOUT.name,
    lines: GOODS,
    cartUrl: 'https://shop.example/cart',
    unsubscribeUrl: 'https://shop.example/account/consents',
  },
  gift_card: {
    ...{ recipientName: 'Grace', senderName: ABOUT.name, message: 'For the compiler.' },
    ...{ currency: ABOUT.currency, amountMinor: 5_000n, code: 'K7QD-2M9X-RT4H-WB3C', pin: '4821' },
    shopUrl: 'https://shop.example',
  },
  pages_changed: {
    findings: [
      {
        ...{
          change: 'added',
          page: '/checkout',
          kind: 'script',
          subject: 'https://cdn.example/statistics.js',
        },
        ...{ was: '', is: 'kept by its vendor' },
      },
      {
        ...{ change: 'changed', page: '/checkout', kind: 'form', subject: '' },
        ...{ was: 'post /checkout', is: 'post https://pay.example/checkout' },
      },
    ],
  },
};
