import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { textIn, textsIn } from '../../../../platform/cockpit/state/index.ts';

type Query = Readonly<Record<string, unknown>>;
type Filter = NonNullable<Asking<'countCustomers'>['query']>;
type Sort = NonNullable<NonNullable<Asking<'listCustomers'>['query']>['sort']>;

const FIELDS = [
  ...(['country', 'market', 'tag', 'segment', 'hasAccount', 'acceptsMarketing'] as const),
  ...(['ordersFrom', 'ordersTo', 'spentFrom', 'lastOrderFrom', 'lastOrderTo'] as const),
] as const;

/** The filters of the address, as the API takes them. */
export function customerFilterOf(query: Query): Filter {
  const words = textIn(query, 'q').trim();
  const fields = FIELDS.flatMap((name) => {
    const value = textsIn(query, name)[0];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(fields), ...(words === '' ? {} : { q: words }) };
}

const SORTS: readonly Sort[] = ['-created', '-last_order', '-spent', '-orders'];

export function customerSortOf(query: Query): Sort {
  return SORTS.find((sort) => sort === textIn(query, 'sort')) ?? '-created';
}
