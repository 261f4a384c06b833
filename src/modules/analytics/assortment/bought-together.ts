import { runInThread } from '../../../platform/threads/index.ts';
import type { Bought } from '../customers/scores.ts';
import type { Source } from '../reports/answer-report.ts';
import { date, within } from '../reports/asked.ts';
import { kept } from '../reports/kept.ts';
import { PRODUCT, PRODUCT_NAMES } from '../reports/sold.ts';
import type { Outcome, WorkedOut } from '../reports/worked-out.ts';
import { LEAST_BASKETS, type Pair, type Pairs } from './find-pairs.ts';
import { PAIR_MEASURES } from './pair-measures.ts';

const CHANCE =
  `Only what is in ${LEAST_BASKETS} baskets at least, together too, and of which at most 5 in 100 such pairs are chance on ` +
  'average (Fisher’s exact test, Benjamini and Hochberg).';

const PRODUCTS = `select order_id, customer_key, day, market, currency, origin, ${PRODUCT} as thing
  from sale where kind = 'sale' and quantity > 0 and gift_cards_minor = 0 and ${PRODUCT} is not null`;

export const boughtTogether = pairsOf({
  id: 'bought_together',
  titleKey: 'reports.boughtTogether',
  about: `Products that are in one basket more often than by chance, the surest first. ${CHANCE}`,
  lines: PRODUCTS,
  names: PRODUCT_NAMES,
  dimensions: [
    { id: 'first', about: 'Id of a product; of goods that only another shop sold, their SKU.' },
    { id: 'first_title', about: 'As the catalogue has it; else as it was called in the latest order.' },
    { id: 'second', about: 'Id of the other.' },
    { id: 'second_title', about: 'What that is called.' },
  ],
});

export const boughtTogetherByCategory = pairsOf({
  id: 'bought_together_by_category',
  titleKey: 'reports.boughtTogetherByCategory',
  about: `Categories of which something is in one basket more often than by chance, the surest first. ${CHANCE}`,
  lines: `select line.* replace (category as thing) from (${PRODUCTS}) line join (
    select ${PRODUCT} as product, any_value(category) as category from goods where category <> '' group by all
  ) named on named.product = thing`,
  names: 'select distinct category as product, category as title from goods',
  dimensions: [
    { id: 'first', about: 'Name of a category: the first of each product.' },
    { id: 'first_title', about: 'The same.' },
    { id: 'second', about: 'Name of the other.' },
    { id: 'second_title', about: 'The same.' },
  ],
});

type Kind = Pick<WorkedOut, 'id' | 'titleKey' | 'about' | 'dimensions'> & {
  /** SQL: lines of orders, each with its `thing`. */
  readonly lines: string;
  /** SQL: what things (`product`) are called. */
  readonly names: string;
};

function pairsOf({ lines, names, ...report }: Kind): WorkedOut {
  const found = kept((analytics: Source, asked: Bought) => readPairs(analytics, { lines, names, asked }));
  return {
    ...{ ...report, hasCurrency: false, measures: PAIR_MEASURES },
    workOut: (analytics, { span, market, currency, origin }) =>
      found(analytics, { span, market, currency, origin }),
    ordersOf: async () => ({
      from: `(select one.*, one.thing as first, other.thing as second
        from (${lines}) one join (${lines}) other using (order_id) where one.thing <> other.thing)`,
      ...{ day: 'day', columns: { first: 'first', second: 'second' } },
    }),
  };
}

async function readPairs(
  { rows }: Source,
  { lines, names, asked }: Pick<Kind, 'lines' | 'names'> & { readonly asked: Bought },
): Promise<Outcome> {
  const { span, ...where } = asked;
  const line = `
    select distinct order_id, customer_key, thing from (${lines}) sale
    where day between ${date(span.from)} and ${date(span.to)}${within('sale', where)}`;
  const numbered = `
    line as materialized (${line}),
    numbered as (select thing, row_number() over (order by thing) as number from (select distinct thing from line))`;
  const [things, [read]] = await Promise.all([
    rows<{ thing: string; title: string | null }>(`
      with ${numbered} select thing, title from numbered left join (${names}) named on named.product = thing
      order by number`),
    rows<{ baskets: string | null }>(`
      with ${numbered}, basket as (
        select distinct ifnull(customer_key, order_id) as whose, list_sort(list(number)) as numbers
        from line join numbered using (thing) group by order_id, customer_key
      )
      select string_agg(array_to_string(numbers, ' '), chr(10)) as baskets from basket`),
  ]);
  // Their square is what it takes: in a thread, so that other questions are answered meanwhile.
  const program = new URL('./find-pairs.thread.ts', import.meta.url);
  const { baskets, pairs } = await runInThread<Pairs>(program, read?.baskets ?? '');
  const rowOf = (pair: Pair): Outcome['rows'][number] => {
    const [first, second] = [things[pair.first - 1], things[pair.second - 1]];
    if (first === undefined || second === undefined) throw new RangeError('a pair of nothing');
    return {
      of: {
        ...{ first: first.thing, first_title: first.title ?? first.thing },
        ...{ second: second.thing, second_title: second.title ?? second.thing },
      },
      values: {
        ...{
          together: BigInt(pair.together),
          support: pair.support,
          lift: pair.lift,
          lift_low: pair.liftLow,
        },
        ...{ lift_high: pair.liftHigh, second_given_first: pair.secondGivenFirst },
        ...{ first_given_second: pair.firstGivenSecond, probability: pair.probability },
        false_discovery: pair.falseDiscovery,
      },
    };
  };
  const nothing = Object.fromEntries(PAIR_MEASURES.map(({ id }) => [id, null]));
  return {
    rows: pairs.map(rowOf),
    totals: baskets === 0 ? [] : [{ of: {}, values: { ...nothing, together: BigInt(baskets) } }],
  };
}
