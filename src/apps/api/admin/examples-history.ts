/** A body of each endpoint about what was before the shop, with every field. */
export const HISTORY_EXAMPLES = {
  startHistoryRun: {
    ...{ kind: 'orders', isDryRun: true, title: 'Try orders.csv' },
    mapping: {
      ...{
        date: 'Date',
        order: 'Order',
        quantity: 'Quantity',
        price: 'Price',
        customer: 'E-mail',
        sku: 'SKU',
      },
      ...{
        title: 'Product',
        country: 'Country',
        currency: 'Currency',
        cost: 'Cost',
        tax: 'Tax',
        reason: 'Reason',
      },
    },
    ...{ currency: 'EUR', zone: 'Europe/Berlin', dates: 'dmy', origin: 'old shop' },
  },
};
