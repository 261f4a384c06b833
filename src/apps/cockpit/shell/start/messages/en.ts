export const en = {
  title: 'Open the shop',
  about:
    'From an empty shop to the first sale. Each step takes a minute or two; nothing is seen by shoppers that you did not put there.',
  canSell: 'The shop can take orders.',
  cannotSell: 'A few steps, and the shop can take orders.',
  progress: (done: number, all: number) => `${done} of ${all} done`,
  done: 'Done',
  open: 'To be done',
  look: 'Look',
  steps: {
    shop: {
      title: 'Describe the shop',
      text: 'Its name, where it is established and how it is reached: it stands in the footer, in mails and on invoices.',
      act: 'Describe',
    },
    products: {
      title: 'Put products on the shelves',
      text: 'Bring a file of Shopify, WooCommerce, Magento, BigCommerce or a spreadsheet: columns are recognised, and nothing is changed before you have seen it.',
      act: 'Import a file',
    },
    delivery: {
      title: 'Say where you deliver',
      text: 'A zone, a way of delivery and its price; what a shopper is offered can be tried at once.',
      act: 'Set delivery up',
    },
    taxes: {
      title: 'Say what tax is due',
      text: 'Where you are registered; the rates of the European Union are there to be taken over.',
      act: 'Set taxes up',
    },
    payments: {
      title: 'Choose how shoppers pay',
      text: 'By card and wallets with Stripe, PayPal or Worldpay, by bank transfer, or in cash on delivery.',
      act: 'Set payments up',
    },
    address: {
      title: 'Give the shop its address',
      text: 'The domain under which shoppers find it; links in mails lead there.',
      act: 'Set the domain',
    },
    order: {
      title: 'Buy something yourself',
      text: 'Go through the checkout as a shopper does, and see the order arrive under Today.',
      act: 'Go to the shop',
    },
  },
};
