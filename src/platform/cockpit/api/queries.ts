import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiProblem, type Asking, callApi, type Told } from './call.ts';
import type { Operation } from './register.ts';

/**
 * What an answer is about: the part of an event's topic before the dot (`orders` of `orders.paid`). A read names its
 * subjects; it is made anew when one of them changes, here or elsewhere.
 */
export type Subject = string;

type ReadOptions = {
  readonly about: readonly Subject[];
  readonly isOff?: boolean;
  /** Shows what was there while another page, filter or word is loaded. */
  readonly isKept?: boolean;
};

/**
 * Reads by an operation that answers with one thing.
 *
 * @example
 * const order = useRead('readOrder', { params: { id } }, { about: ['orders'] });
 */
export function useRead<Name extends Operation>(name: Name, sent: Asking<Name>, options: ReadOptions) {
  return useQuery<Told<Name>, ApiProblem>({
    queryKey: [name, sent],
    queryFn: ({ signal }) => callApi(name, sent, { signal }),
    meta: { about: options.about },
    enabled: !options.isOff,
    ...(options.isKept ? { placeholderData: keepPreviousData as never } : {}),
  });
}

type Page = { readonly items: readonly unknown[]; readonly nextCursor?: string | undefined };
/** Operations that answer with pages. */
export type ListOperation = {
  [Name in Operation]: Told<Name> extends Page ? Name : never;
}[Operation];
export type RowOf<Name extends ListOperation> =
  Told<Name> extends { readonly items: readonly (infer Row)[] } ? Row : never;

/** Reads page after page by an operation that lists. `rows` are those read so far. */
export function useRows<Name extends ListOperation>(name: Name, sent: Asking<Name>, options: ReadOptions) {
  const { query = {}, ...rest } = sent as { readonly query?: object };
  const pages = useInfiniteQuery({
    queryKey: [name, sent, 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const paged = { ...rest, query: { limit: 50, ...query, ...(pageParam ? { cursor: pageParam } : {}) } };
      return callApi(name, paged as unknown as Asking<Name>, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => (page as Page).nextCursor,
    meta: { about: options.about },
    enabled: !options.isOff,
    ...(options.isKept ? { placeholderData: keepPreviousData } : {}),
  });
  const rows = (pages.data?.pages ?? []).flatMap((page) => (page as Page).items as readonly RowOf<Name>[]);
  return {
    ...pages,
    error: pages.error as ApiProblem | null,
    rows,
    first: pages.data?.pages[0] as Told<Name> | undefined,
  };
}

/**
 * Writes by an operation. Reads about the same subjects are made anew afterwards.
 *
 * @example
 * const cancel = useWrite('cancelOrder', { about: ['orders', 'inventory'] });
 * cancel.mutate({ params: { id }, body: { reason: 'shopper' } });
 */
export function useWrite<Name extends Operation>(
  name: Name,
  options: {
    readonly about: readonly Subject[];
    /** A form shows by itself what went wrong. */
    readonly isTold?: boolean;
    readonly onDone?: (told: Told<Name>, sent: Asking<Name>) => void;
    /** Shows the outcome before the answer is there; gives back how to take that back. */
    readonly expect?: (client: QueryClient, sent: Asking<Name>) => () => void;
  },
) {
  const client = useQueryClient();
  return useMutation<Told<Name>, ApiProblem, Asking<Name>, (() => void) | undefined>({
    mutationKey: [name],
    meta: { isTold: options.isTold ?? false },
    mutationFn: (sent) => callApi(name, sent),
    onMutate: (sent) => options.expect?.(client, sent),
    onError: (_problem, _sent, takeBack) => takeBack?.(),
    onSuccess: (told, sent) => options.onDone?.(told, sent),
    onSettled: () => refresh(client, options.about),
  });
}

/** Makes every read about these subjects anew: those on the screen now, the others when they are shown again. */
export function refresh(client: QueryClient, about: readonly Subject[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ meta }) => {
      const named = meta?.['about'];
      return Array.isArray(named) && named.some((one) => about.includes(one));
    },
  });
}
