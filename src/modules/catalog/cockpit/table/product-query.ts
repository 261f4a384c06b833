import { textIn, textsIn } from '../../../../platform/cockpit/state/index.ts';

type Query = Readonly<Record<string, unknown>>;

const LISTS = ['status', 'kind', 'stock', 'brandId', 'tag', 'productType'] as const;
const TEXTS = ['q', 'category', 'collectionId', 'hasPicture', 'hasPrice'] as const;

/** The filter that an address means, as the API takes it. */
export function filterOf(query: Query) {
  const lists = LISTS.map((name) => [name, textsIn(query, name)] as const).filter(
    ([, all]) => all.length > 0,
  );
  const texts = TEXTS.map((name) => [name, textIn(query, name)] as const).filter(([, text]) => text !== '');
  const day = textIn(query, 'updatedSince');
  const since = /^\d{4}-\d{2}-\d{2}$/.test(day) ? { updatedSince: `${day}T00:00:00Z` } : {};
  return { ...Object.fromEntries([...lists, ...texts]), ...since };
}

/** The same for an endpoint that takes it in a body, where a truth is no text. */
export function filterBodyOf(query: Query) {
  const { hasPicture, hasPrice, ...rest } = filterOf(query) as Record<string, unknown>;
  const truths = Object.entries({ hasPicture, hasPrice }).filter(([, value]) => value !== undefined);
  return { ...rest, ...Object.fromEntries(truths.map(([name, value]) => [name, value === 'true'])) };
}

export type Sort = {
  readonly sort: 'updated' | 'created' | 'title';
  readonly order: 'ascending' | 'descending';
};

const SORTS: Readonly<Record<string, Sort>> = {
  '-updated': { sort: 'updated', order: 'descending' },
  '-created': { sort: 'created', order: 'descending' },
  title: { sort: 'title', order: 'ascending' },
  '-title': { sort: 'title', order: 'descending' },
};

export function sortOf(query: Query): Sort {
  return SORTS[textIn(query, 'sort')] ?? { sort: 'updated', order: 'descending' };
}
