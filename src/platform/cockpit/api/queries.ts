import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type AnySent, type ApiProblem, callAny } from './call.ts';
import type { ApiEndpoints, Asking, Operation, Told } from './register.ts';
import { isRead, rowsFirst } from './rows-first.ts';

// The hooks work on any operation; the contract types them at their face alone. Inside, TypeScript would compare the
// answers of all operations at once.

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
  /** Stands beside a list (how many there are, what its filters offer): asked for when the rows are there. */
  readonly isAside?: boolean;
};

function read(name: string, sent: AnySent, options: ReadOptions) {
  const { about, isOff = false, isKept = false, isAside = false } = options;
  return useQuery<unknown, ApiProblem>({
    queryKey: [name, sent],
    queryFn: async ({ signal }) => {
      if (isAside) await rowsFirst();
      return callAny(name, sent, { signal });
    },
    meta: { about },
    enabled: !isOff,
    ...(isKept ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Reads by an operation that answers with one thing.
 *
 * @example
 * const order = useRead('readOrder', { params: { id } }, { about: ['orders'] });
 */
export const useRead = read as unknown as <Name extends Operation>(
  name: Name,
  sent: Asking<Name>,
  options: ReadOptions,
) => UseQueryResult<Told<Name>, ApiProblem>;

type Page = { readonly items: readonly unknown[]; readonly nextCursor?: string | undefined };
type Listing = { readonly _zod: { readonly output: { readonly items: readonly unknown[] } } };
/** Operations that answer with pages. */
export type ListOperation = {
  [Name in Operation]: ApiEndpoints[Name]['output'] extends Listing ? Name : never;
}[Operation];
export type RowOf<Name extends ListOperation> =
  Told<Name> extends { readonly items: readonly (infer Row)[] } ? Row : never;

type Rows<Name extends ListOperation> = UseInfiniteQueryResult<InfiniteData<Told<Name>>, ApiProblem> & {
  readonly rows: readonly RowOf<Name>[];
  readonly first: Told<Name> | undefined;
};

function readRows(name: string, sent: AnySent, { about, isOff = false, isKept = false }: ReadOptions) {
  const { query = {}, ...rest } = sent;
  const pages = useInfiniteQuery({
    queryKey: [name, sent, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { limit: 50, ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return (await isRead(callAny(name, { ...rest, query: asked }, { signal }))) as Page;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    meta: { about },
    enabled: !isOff,
    ...(isKept ? { placeholderData: keepPreviousData } : {}),
  });
  const found = pages.data?.pages ?? [];
  return { ...pages, rows: found.flatMap(({ items }) => items), first: found[0] };
}

/** Reads page after page by an operation that lists. `rows` are those read so far. */
export const useRows = readRows as unknown as <Name extends ListOperation>(
  name: Name,
  sent: Asking<Name>,
  options: ReadOptions,
) => Rows<Name>;

type WriteOptions<Answer, Sent> = {
  readonly about: readonly Subject[];
  /** A form shows by itself what went wrong. */
  readonly isTold?: boolean;
  readonly onDone?: (told: Answer, sent: Sent) => void;
  /** Shows the outcome before the answer is there; gives back how to take that back. */
  readonly expect?: (client: QueryClient, sent: Sent) => () => void;
};

function write(name: string, options: WriteOptions<unknown, AnySent>) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, AnySent, (() => void) | undefined>({
    mutationKey: [name],
    meta: { isTold: options.isTold ?? false },
    mutationFn: (sent) => callAny(name, sent),
    onMutate: (sent) => options.expect?.(client, sent),
    onError: (_problem, _sent, takeBack) => takeBack?.(),
    onSuccess: (told, sent) => options.onDone?.(told, sent),
    onSettled: () => refresh(client, options.about),
  });
}

/**
 * Writes by an operation. Reads about the same subjects are made anew afterwards.
 *
 * @example
 * const cancel = useWrite('cancelOrder', { about: ['orders', 'inventory'] });
 * cancel.mutate({ params: { id }, body: { reason: 'shopper' } });
 */
export const useWrite = write as unknown as <Name extends Operation>(
  name: Name,
  options: WriteOptions<Told<Name>, Asking<Name>>,
) => UseMutationResult<Told<Name>, ApiProblem, Asking<Name>, (() => void) | undefined>;

/** Makes every read about these subjects anew: those on the screen now, the others when they are shown again. */
export function refresh(client: QueryClient, about: readonly Subject[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ meta }) => {
      const named = meta?.['about'];
      return Array.isArray(named) && named.some((one) => about.includes(one));
    },
  });
}
