export const why = {
  title: 'Why did it change?',
  ask: 'Why?',
  askOf: (what: string) => `Why did it change: ${what}`,
  of: { net_sales: 'Net sales', contribution_margin_1: 'Contribution margin', orders: 'Orders' },
  number: 'Number',
  summary: 'What changed',
  note: 'These are shares of the change, by arithmetic. They do not say what caused it.',
  tracked: (before: string, after: string, currency: string) =>
    `The visit is known of ${before} of orders before and of ${after} now. Visits and conversion are of those who saw prices in ${currency}.`,
  waterfall: 'From before to now',
  waterfallAbout: 'Parts add up exactly',
  before: 'Before',
  now: 'Now',
  factors: {
    sessions: 'Visits',
    conversion: 'Conversion',
    untracked_orders: 'Orders without a known visit',
    orders: 'Orders',
    order_value: 'Order value',
    returns: 'Returns',
    margin_rate: 'Margin rate',
    other: 'Other',
  },
  inText: {
    sessions: 'visits',
    conversion: 'conversion',
    untracked_orders: 'orders without a known visit',
    orders: 'orders',
    order_value: 'order value',
    returns: 'returns',
    margin_rate: 'margin rate',
    other: 'what belongs to no order of these days',
  },
  rose: (what: string, by: string, before: string, now: string) =>
    `${what} rose by ${by}, from ${before} to ${now}.`,
  fell: (what: string, by: string, before: string, now: string) =>
    `${what} fell by ${by}, from ${before} to ${now}.`,
  same: (what: string, now: string) => `${what} stayed at ${now}.`,
  factor: (factor: string, part: string, how: string) =>
    `The largest part of it is ${factor}: ${part}${how}.`,
  also: (factor: string, part: string, how: string) => `The next is ${factor}: ${part}${how}.`,
  against: (factor: string, part: string, how: string) => `Against it goes ${factor}: ${part}${how}.`,
  how: (before: string, now: string) => ` (from ${before} to ${now})`,
  segment: (dimension: string, name: string, part: string) =>
    `It shows most in one ${dimension}: ${name}, ${part}.`,
  spread: 'It is spread: no channel, product, country, device or kind of buyer stands out.',
  chanceOfOrders: (before: string, now: string) =>
    `So few orders (${before} before, ${now} now) differ as much by chance.`,
  chanceOfConversion: (low: string, high: string) =>
    `The change of conversion may be chance: it lies between ${low} and ${high}.`,
  tracking: (before: string, now: string) =>
    `Visits were not followed alike: they are known of ${before} of orders before, of ${now} now.`,
  segments: 'Where it changed',
  segmentsAbout: 'Choose a row to see its orders.',
  by: 'Told apart by',
  dimensions: {
    channel: 'Channel',
    product: 'Product',
    country: 'Country',
    device: 'Device',
    buyer: 'Buyer',
  },
  inSegments: {
    channel: 'channel',
    product: 'product',
    country: 'country',
    device: 'device',
    buyer: 'kind of buyer',
  },
  others: 'All others',
  noProduct: 'Of no single product',
  change: 'Change',
  share: 'Of the change',
  volume: { sessions: 'More or fewer visits', orders: 'More or fewer orders', units: 'More or fewer pieces' },
  mix: 'Its share of them',
  rate: { sessions: 'Worth of a visit', orders: 'Worth of an order', units: 'Worth of a piece' },
  effects:
    'Each row is the sum of its last three columns: what all segments together gained or lost, how the segment’s own share ' +
    'moved, and how much each visit, order or piece was worth.',
  nothing: 'Nothing changed',
  nothingText: 'There is nothing in these days, nor in those before.',
};
