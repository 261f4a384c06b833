/** Everything that mails say, in English. Other languages say the same under the same names. */
export const english = {
  hello: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  viewOrder: 'View your order',
  reply: 'Questions? Just reply to this mail.',
  orderNumber: (number: string) => `Order ${number}`,

  subtotal: 'Subtotal',
  discount: 'Discount',
  delivery: 'Delivery',
  free: 'free',
  tax: 'Tax',
  taxIncluded: 'Tax included',
  credit: 'Gift cards and store credit',
  exchanged: 'What you send back',
  total: 'Total',

  deliveryTo: 'Delivery address',
  deliveryBy: 'Delivery method',
  billingTo: 'Billing address',
  note: 'Your note',
  giftMessage: 'Gift message',

  confirmation: {
    subject: (number: string) => `Order ${number}: thank you`,
    title: 'Thank you for your order',
    received:
      'We have your order and your payment, and are getting it ready. We write again when it is on its way.',
    arranged: 'We have your order and are getting it ready. We write again when it is on its way.',
    downloads: 'What you can download is on the page of your order.',
    awaited: 'We have your order. We get it ready as soon as the payment has arrived.',
    terms: (version: string) => `You accepted our terms in the version ${version}.`,
    termsNone: 'The law applies to this purchase; there are no terms beyond it.',
    withdrawal:
      'Right of withdrawal: as a consumer you may withdraw from this contract within 14 days without giving a reason. The ' +
      'period ends 14 days after the day on which you, or somebody you named who is not the carrier, received the last of the ' +
      'goods. It is enough to send your statement before the period ends: with the function below, by mail, or in any other ' +
      'clear words. You then get back all payments, standard delivery included, within 14 days of our receiving your statement, by the means ' +
      'with which you paid; we may wait until we have the goods back or proof that you sent them. Send the goods back ' +
      'within 14 days of your statement. Goods made to your order, and sealed goods that cannot be returned for reasons of ' +
      'hygiene once they were opened, are excepted.',
    withdrawalLink: 'Withdraw from contract here',
  },
  paymentFailed: {
    subject: (number: string) => `Order ${number}: your payment did not go through`,
    title: 'Your payment did not go through',
    body: (total: string) =>
      `You were not charged. The ${total} for your order are still open, and we hold the goods for you for a little while.`,
    action: 'Try again',
  },
  paymentAsked: {
    subject: (number: string) => `Order ${number} is ready to pay`,
    title: 'Your order is ready to pay',
    body: (due: string) =>
      `We have put together what you asked us for. ${due} are left to pay; we send the goods once they are paid.`,
    action: 'Look and pay',
    until: (moment: string) =>
      `We hold the goods for you until ${moment}. If you do not pay, nothing is bought.`,
  },
  addressChangeAsked: {
    subject: (number: string) => `Order ${number}: another address`,
    title: 'Your order at another address',
    body: (due: string) =>
      `We can send your order to the other address. It costs ${due} more there. Nothing changes before you have paid that.`,
    now: 'It goes to',
    there: 'It would go to',
    oldTotal: 'Your order so far',
    newTotal: 'Your order at the new address',
    due: 'Left to pay',
    action: 'Look and decide',
    until: (moment: string) =>
      `You can choose until ${moment}. Without an answer the address stays as it is.`,
  },
  addressChangeEnded: {
    subject: (number: string) => `Order ${number}: the address stays as it was`,
    title: 'The address stays as it was',
    body: 'Your order does not go to the other address that we wrote to you about.',
    paidBack: (due: string) => `The ${due} that you paid for it go back the way they came.`,
    now: 'It goes to',
  },
  instructions: {
    subject: (number: string) => `Order ${number}: how to pay`,
    title: 'How to pay',
    body: (due: string) =>
      `Please transfer ${due} with exactly these details, so that your payment finds your order.`,
  },
  shipped: {
    subject: (number: string) => `Order ${number} is on its way`,
    title: 'Your order is on its way',
    all: 'Everything you ordered is in this parcel or has been sent before.',
    part: 'This parcel holds a part of your order. We write again when the rest is on its way.',
    carrier: 'Carrier',
    tracking: 'Tracking number',
  },
  delivered: {
    subject: (number: string) => `Order ${number} was delivered`,
    title: 'Your parcel was delivered',
    body: 'We hope you like it. If something is not right, open your order: you can return it from there.',
  },
  cancelled: {
    subject: (number: string) => `Order ${number} was cancelled`,
    title: 'Your order was cancelled',
    reasons: {
      shopper: 'As you asked, we cancelled your order.',
      shop: 'We are sorry that we had to cancel your order.',
      not_paid: 'No payment reached us in time, so your order was cancelled. You are welcome to order again.',
      out_of_stock: 'We are sorry: what you ordered is no longer in stock, so your order was cancelled.',
    },
    money: 'If you have paid, you get everything back by the same means.',
  },
  edited: {
    subject: (number: string) => `Order ${number} was changed`,
    title: 'Your order was changed',
    body: 'This is your order as it is now. If money goes back to you, you get a mail about it.',
  },
  refunded: {
    subject: (number: string, amount: string) => `Order ${number}: ${amount} are on their way back to you`,
    title: (amount: string) => `You get ${amount} back`,
    body: 'Depending on your bank it takes some days until the amount shows in your account.',
    toPayment: 'By the means you paid with',
    toGiftCard: 'To your gift card',
    toStoreCredit: 'To your store credit',
  },
  returnRequested: {
    subject: (number: string) => `Order ${number}: we have your return request`,
    title: 'We have your return request',
    body: 'We look at it and write to you soon.',
  },
  returnApproved: {
    subject: (number: string) => `Order ${number}: you can send it back`,
    title: 'You can send it back',
    body: 'Please pack the goods well. You find what you need for sending them in your order.',
    note: 'From us',
  },
  returnRejected: {
    subject: (number: string) => `Order ${number}: about your return request`,
    title: 'We cannot accept this return',
    body: 'We are sorry that we cannot take these goods back. Your legal rights remain as they are.',
    note: 'Our reason',
  },
  returnReceived: {
    subject: (number: string) => `Order ${number}: your return has arrived`,
    title: 'Your return has arrived',
    body: 'We have looked at what you sent. We write again when your money is on its way.',
  },
  withdrawal: {
    subject: (number: string) => `Receipt of your withdrawal, order ${number}`,
    title: 'We have your withdrawal',
    body: 'This confirms that we received your statement of withdrawal. Keep this mail as proof.',
    order: 'Order',
    from: 'Name',
    email: 'E-mail',
    statement: 'Your statement',
    plainStatement: 'I withdraw from the contract for the goods of this order.',
    goods: 'Goods',
    allGoods: 'everything of this order',
    received: 'Received',
  },
  draft: {
    subject: (shop: string) => `Your order at ${shop} is ready to pay`,
    title: 'Your order is ready to pay',
    body: 'We put this order together for you. Have a look, and pay when you are happy with it.',
    until: (when: string) => `You can pay until ${when}.`,
    message: 'From us',
    action: 'Look at it and pay',
  },
  code: {
    subject: (code: string, shop: string) => `${code} is your code for ${shop}`,
    signIn: 'Your sign-in code',
    changeEmail: 'Confirm your new e-mail address',
    body: (until: string) => `Type this code into the page that asked for it. It works once, until ${until}.`,
    warning:
      'Nobody from the shop will ever ask you for it. If you did not ask for a code, you need not do anything.',
  },
  emailChanged: {
    subject: (shop: string) => `Your e-mail address at ${shop} was changed`,
    title: 'Your e-mail address was changed',
    body: (email: string) => `Your account now uses ${email}. This address does not open it any more.`,
    warning: 'If this was not you, please write to us at once.',
  },
  cart: {
    subject: (shop: string) => `Your cart at ${shop} is still there`,
    title: 'Your cart is still there',
    body: 'You put something aside and did not come back. It is still in your cart; it is not reserved.',
    action: 'Back to your cart',
    why: 'You get this mail because you agreed to hear from us.',
    unsubscribe: 'No more of these',
  },
  giftCard: {
    subject: (amount: string, shop: string) => `A gift card of ${amount} for ${shop}`,
    title: (amount: string) => `A gift card of ${amount}`,
    from: (name: string) => `${name} gives you a present.`,
    body: 'Type code and PIN at the checkout. What you do not spend stays on the card.',
    message: 'Message',
    code: 'Code',
    pin: 'PIN',
    warning: 'Treat code and PIN like cash: whoever has both can spend them.',
    action: 'Find something',
  },
  pagesChanged: {
    subject: (count: number, shop: string) =>
      count === 1
        ? `${shop}: look at your payment page`
        : `${shop}: look at your payment pages (${count} findings)`,
    title: 'Look at your payment pages',
    body: 'The shop looks at its payment pages as a shopper sees them. This is not as it was approved.',
    changes: {
      added: 'Added',
      changed: 'Changed',
      removed: 'Removed',
      unapproved: 'Nobody has approved these pages yet',
      not_seen: 'The check did not get to the pages',
      refused: 'Stopped by a shopper’s browser',
    },
    was: (text: string) => `was: ${text}`,
    is: (text: string) => `is: ${text}`,
    yours:
      'If this was you (an update, a new way to pay), approve it and say why: npm run institor -- page-check shows ' +
      'how.',
    notYours:
      'If it was not, somebody may be reading what your shoppers type. Switch off payment in fields of the page or ' +
      'close the shop, and ask whoever runs your server at once.',
  },
};

export type MailWords = typeof english;
