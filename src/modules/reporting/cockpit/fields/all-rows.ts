import type { RowSource } from '../../../../platform/cockpit/table/index.ts';

/** A read that tells everything at once, as rows of a table. */
export function allRows<Row>(read: {
  readonly data: { readonly items: readonly Row[] } | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}): RowSource<Row> {
  return {
    ...{ rows: read.data?.items ?? [], error: read.error, isPending: read.isPending, refetch: read.refetch },
    ...{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined },
  };
}
