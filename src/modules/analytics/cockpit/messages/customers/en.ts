/** Who buys, how often, and what they will be worth: reports, their numbers, and the screen of customers. */
export const customers = {
  answers: {
    second_orders: 'How long until customers order again?',
    customer_segments: 'Who are our best customers, and whom are we losing?',
    customer_cells: 'How lately and how often do customers buy?',
  },
  title: 'Customer analysis',
  spans: {
    year: 'Last 12 months',
    two_years: 'Last 24 months',
    all: 'Last ten years',
  },
  people: 'Customers',
  peopleNote: 'who ordered in these days',
  repeatRate: 'Ordered twice or more',
  repeatNote: 'of customers',
  returningShare: 'From returning customers',
  returningNote: 'of orders',
  worthEach: 'Worth in the next 12 months',
  worthEachNote: 'a customer',
  notKnown: 'not known yet',
  segmentsTitle: 'Who they are',
  segmentsAbout: 'By how lately and how often they ordered. Choose a group or a square to see its orders.',
  does: {
    champions: 'Bought just now, and often',
    loyal: 'Buy often',
    potential_loyalists: 'Bought lately, more than once',
    new: 'Bought for the first time, just now',
    promising: 'Bought once, not long ago',
    need_attention: 'In the middle of everything',
    about_to_sleep: 'Bought little, some time ago',
    at_risk: 'Bought often, long ago',
    cannot_lose: 'Bought most often, and stopped',
    hibernating: 'Bought little, long ago',
  },
  lastOrder: (from: string, to: string) => `last order ${from} to ${to} days ago`,
  ordersCount: (from: string, to: string) =>
    from === to ? `${from} × ordered` : `${from} to ${to} × ordered`,
  ordersElsewhere: (customers: string, shops: string) =>
    `${customers} of them ordered at ${shops} before it came here. A segment finds who has an account or ordered in this shop: of the others it has no address to write to.`,
  makeSegment: 'Make a segment of it',
  cell: (customers: string, recency: string, frequency: string) =>
    `${customers} customers: recency ${recency} of 5, frequency ${frequency} of 5`,
  grid: 'Customers by recency and frequency',
  lately: 'lately',
  longAgo: 'long ago',
  rarely: 'rarely',
  often: 'often',
  worth: 'What they will be worth',
  worthAbout: 'Expected net sales of the next 12 months, by what each customer ordered so far.',
  worthHow:
    'BG/NBD for how often, gamma-gamma for how much. Money a year later counts for a tenth less. Of who ordered once it cannot tell whether they left. Seasons are not known to it: the coming months are taken to be like the past.',
  allCustomers: 'All customers',
  ordered: (from: string, to: string | undefined) =>
    to === undefined
      ? `Ordered ${from} times or more`
      : from !== to
        ? `Ordered ${from} to ${to} times`
        : from === '1'
          ? 'Ordered once'
          : `Ordered ${from} times`,
  group: 'Customers who',
  alive: 'Still a customer',
  expected: 'Orders expected',
  eachWorth: 'Worth each',
  togetherWorth: 'All of them',
  between: (low: string, high: string, sure: string) => `${low} to ${high}, ${sure} sure`,
  calibration: 'Did it come true before?',
  calibrationAbout: (days: string, predicted: string, actual: string) =>
    `The last ${days} days, foretold from the days before: ${predicted} orders expected, ${actual} made.`,
  foretold: 'Foretold',
  came: 'Came',
  repeats: 'Repeat orders before',
  ordersEach: 'orders a customer',
  parameters: 'Parameters of the models',
  standardError: 'Standard error',
  correlation: (value: string) =>
    `How much and how often go together by ${value}; near 0 the model of spend holds.`,
  nobodyLeaves: 'These orders cannot tell that anybody leaves for good.',
  tooFew: 'Too few customers to say',
  tooFewText: (customers: string, repeaters: string) =>
    `There are ${customers} customers, ${repeaters} of whom ordered on two days or more. It takes 50, and 20 of those.`,
  noFit: 'The orders fit no model',
  noFitText:
    'How these customers order or spend is too unlike what the models take for granted. Choose a longer time.',
  workingOut: 'Being worked out: of many customers this takes some seconds.',
  second: 'Until the second order',
  secondAbout:
    'Of customers with their first order in these days. Who has not ordered again yet is counted for as long as they are known.',
  half: (days: string) => `Half have ordered again after ${days} days`,
  halfBetween: (low: string, high: string) => `likely ${low} to ${high} days`,
  halfFrom: (low: string) => `likely ${low} days or more`,
  notHalf: 'Fewer than half have ordered again',
  within: (days: string) => `within ${days} days`,
  daysAfter: 'Days after the first order',
  orderedAgain: 'Ordered again',
  byTime: 'See orders by how long it took',
  cohorts: 'See who comes back month by month',
  empty: 'Nobody whose name is known has ordered yet',
  emptyText:
    'With the first orders you will see here who your best customers are, when they come back, and what they will be worth.',
};
