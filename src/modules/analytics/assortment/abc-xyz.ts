import type { Source } from '../reports/answer-report.ts';
import { quoted } from '../reports/asked.ts';
import type { Measure, ReportParameters } from '../reports/report.ts';
import { IS_SALE, PRODUCT } from '../reports/sold.ts';
import type { WorkedOut } from '../reports/worked-out.ts';
import { type Classed, classedProducts, LEAST_WEEKS } from './classes.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';
const ABC = {
  id: 'abc',
  about: 'A: the products that make the first 80 % of net sales; B: the next 15 %; C: the rest.',
};
const XYZ = {
  id: 'xyz',
  about:
    'How steady weekly pieces are: X up to half of their mean, Y up to the mean, Z above (coefficient of variation); empty ' +
    `of fewer than ${LEAST_WEEKS} whole weeks with stock since the first sale.`,
};

export const abcXyz: WorkedOut = {
  id: 'abc_xyz',
  titleKey: 'reports.abcXyz',
  about: 'Every product by what part of sales it makes (ABC) and how steadily it is wanted (XYZ).',
  hasCurrency: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
    ...[ABC, XYZ],
  ],
  measures: [
    measure('net_sales', 'money', 'Gross sales − discounts − returns made in the span.'),
    measure('sales_share', 'share', 'Net sales ÷ those of all products that sold for something.'),
    measure('cumulated_share', 'share', 'The same of this product and all that sold more.'),
    measure('units', 'count', 'Pieces sold, before anything came back.'),
    measure('variation', 'number', 'Standard deviation of weekly pieces ÷ their mean.'),
  ],
  workOut: async (analytics, asked) => {
    const products = await classedProducts(analytics, asked);
    const totals = totalsOf(products);
    return {
      rows: products.map((product) => ({
        of: { product: product.product, title: product.title, abc: product.abc, xyz: product.xyz ?? '' },
        currency: product.currency,
        values: {
          ...{
            net_sales: product.netMinor,
            sales_share: shareOf(product.netMinor, totals.get(product.currency)),
          },
          ...{ cumulated_share: product.cumulatedShare, units: product.units },
          variation: Number.isFinite(product.variation) ? (product.variation ?? null) : null,
        },
      })),
      totals: [...totals].map(([currency, positive]) => {
        const those = products.filter((product) => product.currency === currency);
        return {
          ...{ of: {}, currency },
          values: {
            net_sales: those.reduce((sum, { netMinor }) => sum + netMinor, 0n),
            units: those.reduce((sum, { units }) => sum + units, 0n),
            ...{ sales_share: positive > 0n ? 1 : null, cumulated_share: null, variation: null },
          },
        };
      }),
    };
  },
  ordersOf: async () => ({
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${PRODUCT} is not null` },
    columns: { product: PRODUCT },
  }),
};

export const abcXyzMatrix: WorkedOut = {
  id: 'abc_xyz_matrix',
  titleKey: 'reports.abcXyzMatrix',
  about: 'How many products there are of each pair of classes, and what they sell for.',
  hasCurrency: true,
  dimensions: [ABC, XYZ],
  measures: [
    measure('products', 'count', 'Products that sold for something or came back.'),
    measure('products_share', 'share', 'Products ÷ all of these.'),
    measure('net_sales', 'money', 'Gross sales − discounts − returns made in the span.'),
    measure('sales_share', 'share', 'Net sales ÷ those of all products that sold for something.'),
  ],
  workOut: async (analytics, asked) => {
    const products = await classedProducts(analytics, asked);
    const totals = totalsOf(products);
    const row = (those: readonly Classed[], of: Record<string, string>) => {
      const [first] = those;
      if (first === undefined) return [];
      const all = products.filter(({ currency }) => currency === first.currency).length;
      const netMinor = those.reduce((sum, one) => sum + one.netMinor, 0n);
      return {
        ...{ of, currency: first.currency },
        values: {
          ...{ products: BigInt(those.length), products_share: those.length / all, net_sales: netMinor },
          sales_share: shareOf(netMinor, totals.get(first.currency)),
        },
      };
    };
    const cells = Map.groupBy(products, ({ currency, abc, xyz = '' }) => `${currency} ${abc}${xyz}`);
    const currencies = Map.groupBy(products, ({ currency }) => currency);
    return {
      rows: [...cells.values()].flatMap((those) => row(those, classOf(those[0]))),
      totals: [...currencies.values()].flatMap((those) => row(those, {})),
    };
  },
  ordersOf: async (analytics, asked) => ({
    from: `(select sale.*, abc, xyz from sale join (${await classesSql(analytics, asked)}) class
      on class.product = coalesce(sale.product_id, sale.sku) and class.currency = sale.currency)`,
    ...{ day: 'day', where: IS_SALE, columns: { abc: 'abc', xyz: 'xyz' } },
  }),
};

function classOf(product: Classed | undefined): { abc: string; xyz: string } {
  return { abc: product?.abc ?? '', xyz: product?.xyz ?? '' };
}

async function classesSql(
  analytics: Source,
  { span, market }: Pick<ReportParameters, 'span' | 'market'>,
): Promise<string> {
  const products = await classedProducts(analytics, { span, market });
  const values = products.map(
    ({ product, currency, abc, xyz = '' }) => `(${[product, currency, abc, xyz].map(quoted).join(', ')})`,
  );
  const columns = 'product, currency, abc, xyz';
  return values.length === 0
    ? "select '' as product, '' as currency, '' as abc, '' as xyz where false"
    : `select * from (values ${values.join(', ')}) classes (${columns})`;
}

/** What products of each currency sold for, without those of which more came back. */
function totalsOf(products: readonly Classed[]): Map<Classed['currency'], bigint> {
  const totals = new Map<Classed['currency'], bigint>();
  for (const { currency, netMinor } of products) {
    totals.set(currency, (totals.get(currency) ?? 0n) + (netMinor > 0n ? netMinor : 0n));
  }
  return totals;
}

function shareOf(part: bigint, whole: bigint | undefined): number | null {
  return whole === undefined || whole <= 0n ? null : Number(part) / Number(whole);
}

function measure(id: string, kind: Measure['kind'], about: string): Omit<Measure, 'of'> {
  return { id, kind, about, timeRule: POSTED };
}
