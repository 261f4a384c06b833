import { plural } from '../../../../../platform/cockpit/text/index.ts';

/** How products do: reports, their numbers, and the screen of products. */
export const products = {
  answers: {
    product_performance: 'Which products are looked at, bought, sent back, and how long does stock last?',
    dead_stock: 'What lies there and does not sell?',
    bought_together: 'Which products belong together?',
    bought_together_by_category: 'Which categories belong together?',
    abc_xyz: 'Which products carry the shop, and how steadily?',
    abc_xyz_matrix: 'How is the range made up?',
    product_movers: 'What rises and what falls, beyond chance?',
  },
  title: 'Product analysis',
  view: 'View',
  views: {
    performance: 'Performance',
    range: 'Range',
    movers: 'Movers',
    together: 'Bought together',
    dead: 'Dead stock',
  },
  performanceAbout:
    'Visits, orders, returns and stock of each product. Small print is where the truth lies 95 times of 100.',
  margin: 'Margin',
  costKnown: (share: string) => `cost known of ${share}`,
  ofPieces: (share: string) => `${share} of pieces`,
  ofValue: (share: string) => `${share} of value`,
  left: (count: string) => `${count} left`,
  days: (shown: string, count: number) =>
    plural('en', count, { one: `${shown} day`, other: `${shown} days` }),
  soldOutDays: (days: string) => `${days} sold out`,
  rangeAbout:
    'Rows: what part of net sales a product makes. Columns: how steadily it is wanted, week by week.',
  abc: {
    A: 'A · the first 80 % of sales',
    B: 'B · the next 15 %',
    C: 'C · the last 5 %',
  },
  xyz: {
    X: 'X · steady',
    Y: 'Y · varying',
    Z: 'Z · irregular',
    none: 'Too new to say',
  },
  tooShort: 'How steady demand is takes eight whole weeks. Choose 90 days or more.',
  show90: 'Show 90 days',
  productsCount: (shown: string, count: number) =>
    plural('en', count, { one: `${shown} product`, other: `${shown} products` }),
  ofSales: (share: string) => `${share} of sales`,
  everyClass: 'All products',
  moversAbout:
    'In a larger or smaller share of orders than before, beyond chance. What lifts the whole shop moves none.',
  riser: 'Rising',
  faller: 'Falling',
  noRisers: 'Nothing rises beyond chance',
  noFallers: 'Nothing falls beyond chance',
  ofOrders: (now: string, before: string) => `in ${now} of orders, ${before} before`,
  steadyCount: (shown: string, count: number) =>
    plural('en', count, {
      one: `${shown} product did not move beyond chance.`,
      other: `${shown} products did not move beyond chance.`,
    }),
  fewOrders: 'Too few orders to tell',
  fewOrdersText: 'A product needs five orders in both spans together.',
  togetherAbout: (baskets: string) =>
    `Out of ${baskets} baskets. In five at least, and at most 5 in 100 of these pairs are chance.`,
  byProduct: 'Products',
  byCategory: 'Categories',
  level: 'What is paired',
  times: (lift: string) => `${lift} × as often as by chance`,
  alsoBuy: (share: string, first: string, second: string) => `${share} with ${first} also take ${second}`,
  baskets: (shown: string, count: number) =>
    plural('en', count, { one: `${shown} basket`, other: `${shown} baskets` }),
  chance: (rate: string) => `false discovery ${rate}`,
  showWith: (first: string) => `Show it beside ${first}`,
  noPairs: 'Nothing is bought together beyond chance',
  noPairsText: 'A pair needs five baskets at least. Choose more days.',
  deadAbout: 'Can be sold, and was not in all of these days.',
  nothingDead: 'Everything that is there sells',
  nothingDeadText: 'No product with stock went without a sale in these days.',
  never: 'never sold',
  to: (low: string, high: string) => `${low} to ${high}`,
  from: (low: string) => `${low} or more`,
};
