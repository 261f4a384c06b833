import { performance } from 'node:perf_hooks';
import { currencyOf, localeOf } from '../../src/kernel/index.ts';
import { SearchIndex, type SearchQuery } from '../../src/modules/search/index.ts';
import { randomFor } from '../../src/simulator/index.ts';
import { benchDocument, benchDocuments, COLLECTIONS } from './search-documents.ts';

type Options = { readonly products?: number; readonly queries?: number; readonly seed?: number };

/**
 * Search in the process: 24 hits with all facets over a mix of the questions that a shop gets, each kind as often as
 * the others. Times are milliseconds by the clock: a busy machine makes them worse than they are.
 */
export const scenario = {
  name: 'search',
  run: async ({
    products = 100_000,
    queries = 2_000,
    seed = 1,
  }: Options = {}): Promise<Record<string, number>> => {
    const { index, ...built } = buildIndex(products, seed);
    const kinds = queryMix(products);
    const figures: Record<string, number> = { products, ...built };
    const all: number[] = [];
    for (const [kind, makeQuery] of Object.entries(kinds)) {
      const times = measure(index, makeQuery, Math.ceil(queries / Object.keys(kinds).length), seed);
      figures[`${kind}P50Ms`] = percentile(times, 0.5);
      figures[`${kind}P99Ms`] = percentile(times, 0.99);
      all.push(...times);
    }
    figures['p50Ms'] = percentile(all, 0.5);
    figures['p99Ms'] = percentile(all, 0.99);
    figures['changeMs'] = measureChanges(index, products, seed);
    figures['longestCompactionStepMs'] = measureCompaction(index);
    figures['rssMb'] = Math.round(process.memoryUsage().rss / 1e6);
    return figures;
  },
};

function buildIndex(products: number, seed: number): { index: SearchIndex; buildMs: number } {
  const start = performance.now();
  const index = new SearchIndex([localeOf('en')]);
  for (const document of benchDocuments(products, seed)) {
    index.apply([document], []);
    if (index.needsBulkCompaction) index.compact();
  }
  index.compact();
  return { index, buildMs: Math.round(performance.now() - start) };
}

type MakeQuery = (choice: number) => Partial<SearchQuery>;

function queryMix(products: number): Record<string, MakeQuery> {
  const pick = (list: readonly string[], choice: number): string => list[choice % list.length] ?? '';
  return {
    broadWord: (choice) => ({ text: pick(['gift', 'modern', 'home', 'every day'], choice) }),
    twoWords: (choice) => ({ text: pick(['linen shirt', 'oak table', 'blue lamp', 'wool blanket'], choice) }),
    typo: (choice) => ({ text: pick(['stonewear mug', 'blankit', 'curtian', 'cermaic vases'], choice) }),
    prefix: (choice) => ({ text: pick(['cera', 'blan', 'stonew', 'cush'], choice) }),
    filtered: (choice) => ({
      text: 'gift',
      filters: {
        'option.Color': [pick(['blue', 'red', 'sand'], choice), 'white'],
        type: ['mug', 'lamp', 'vase'],
      },
      price: { minMinor: 1_000n, maxMinor: 20_000n },
      inStockOnly: true,
    }),
    collection: (choice) => ({ collectionId: pick(COLLECTIONS, choice), sort: 'manual' }),
    category: () => ({ categoryPath: 'home', sort: 'best_selling' }),
    everything: () => ({ sort: 'price_ascending' }),
    deep: () => ({ text: 'modern', offset: 9_960 }),
    code: (choice) => ({ text: `sku-${choice % products}-2` }),
    titles: () => ({ categoryPath: 'home/kitchen', sort: 'title' }),
  };
}

function measure(index: SearchIndex, makeQuery: MakeQuery, count: number, seed: number): number[] {
  const random = randomFor(seed, 'queries');
  const times: number[] = [];
  for (let round = 0; round < count + 20; round++) {
    const query = { ...BASE, ...makeQuery(random.integer(0, 1_000_000)) };
    const start = performance.now();
    index.search(query);
    if (round >= 20) times.push(performance.now() - start);
  }
  return times;
}

const BASE: SearchQuery = {
  locale: localeOf('en'),
  currency: currencyOf('EUR'),
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 24,
  now: Temporal.Instant.from('2026-06-01T00:00:00Z'),
};

/** Mean time to put 100 changed products in. */
function measureChanges(index: SearchIndex, products: number, seed: number): number {
  const rounds = 20;
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    const changed = Array.from({ length: 100 }, (_, at) => {
      const number = (round * 100 + at) % products;
      return { ...benchDocument(number, randomFor(seed, `search:${number}`)), sales30d: round };
    });
    index.apply(changed, []);
  }
  return round2((performance.now() - start) / rounds);
}

/** The longest that a query may wait behind a compaction. */
function measureCompaction(index: SearchIndex): number {
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = index.compactStep();
    longest = Math.max(longest, performance.now() - start);
  }
  return round2(longest);
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return round2(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
