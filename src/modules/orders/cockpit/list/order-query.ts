import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { textIn, textsIn } from '../../../../platform/cockpit/state/index.ts';

type Query = Readonly<Record<string, unknown>>;
type Filter = NonNullable<Asking<'countOrders'>['query']>;
type Sort = NonNullable<NonNullable<Asking<'listOrders'>['query']>['sort']>;

const LISTS = ['state', 'paymentState', 'fulfilmentState'] as const;
const TEXTS = [
  ...(['q', 'market', 'country', 'tag', 'placedFrom', 'placedTo', 'totalFrom', 'totalTo'] as const),
  ...(['hasNote', 'hasOpenReturn', 'isArchived'] as const),
] as const;

/** The filters of the address, as the API takes them. What it does not know it refuses, and says so. */
export function filterOf(query: Query): Filter {
  const lists = LISTS.flatMap((name) => {
    const values = textsIn(query, name);
    return values.length === 0 ? [] : [[name, values]];
  });
  const texts = TEXTS.flatMap((name) => {
    const value = name === 'q' ? textIn(query, name).trim() : textsIn(query, name)[0];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries([...lists, ...texts]);
}

const SORTS: readonly Sort[] = ['-placed', 'placed', '-total', 'total'];

export function sortOf(query: Query): Sort {
  return SORTS.find((sort) => sort === textIn(query, 'sort')) ?? '-placed';
}
