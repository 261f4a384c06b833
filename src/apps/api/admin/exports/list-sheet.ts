import { z } from 'zod';
import type { Refusal } from '../../../../kernel/index.ts';
import {
  type Answer,
  type Asked,
  type Call,
  type Caller,
  type Endpoint,
  guardedFields,
  type Handler,
  takeOut,
} from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { sheetWork, type WorkContext, type WorkKind } from '../../../../platform/work/index.ts';
import { cellsOf, columnsFor, headerOf, type SheetColumn } from './sheet-column.ts';

/** An operation that lists: its filters are those of its export. */
export type ListEndpoint = Endpoint & { readonly query: z.ZodObject };
type ItemsOf<Value> = Value extends { readonly items: readonly (infer Row)[] } ? Row : never;
export type RowOf<One extends Endpoint> = ItemsOf<Answer<One>>;

/**
 * The export of a list: the list itself, read page by page with its own filters and as who asks would read it, in
 * these columns.
 */
export type ListSheet<One extends ListEndpoint> = {
  /** `orders`: of the file and of the work. */
  readonly name: string;
  readonly endpoint: One;
  readonly list: (db: Db) => Handler<One>;
  readonly columns: readonly SheetColumn<RowOf<One>>[];
};

export type SheetAsked = {
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Of who asked, when they did. */
  readonly permissions: readonly string[];
};

const asked = z.object({
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  permissions: z.array(z.string()),
});

const PER_PAGE = '100';

export function sheetName({ name }: { readonly name: string }): string {
  return `export.${name}`;
}

export function parseSheetAsked(payload: unknown): SheetAsked {
  return asked.parse(payload);
}

/** A list's export as long work. */
export function listSheetWork<One extends ListEndpoint>(sheet: ListSheet<One>): WorkKind<SheetAsked> {
  return sheetWork({
    name: sheetName(sheet),
    parse: parseSheetAsked,
    fileName: (_, now) => `${sheet.name}-${now.toString().slice(0, 10)}.csv`,
    batches: (context, given) => linesOf(context, sheet, given),
  });
}

/** Why the list cannot be read with these filters, asked before anything is put in line. */
export async function whyNot<One extends ListEndpoint>(
  { endpoint, list }: Pick<ListSheet<One>, 'endpoint' | 'list'>,
  db: Db,
  { query }: SheetAsked,
  now: Temporal.Instant,
): Promise<Refusal<string> | undefined> {
  const answer = await list(db)(callOf<One>(endpoint, { ...query, limit: '1' }, new Set(), now));
  return 'refusal' in answer ? answer.refusal : undefined;
}

async function* linesOf<One extends ListEndpoint>(
  { db, now, signal }: WorkContext,
  { endpoint, list, columns }: ListSheet<One>,
  { query, permissions }: SheetAsked,
): AsyncGenerator<readonly (readonly string[])[]> {
  const may = new Set(permissions);
  const shown = columnsFor(columns, may);
  const guarded = guardedFields(endpoint.output);
  const read = list(db);
  yield [headerOf(shown)];
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const page = { ...query, limit: PER_PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const found = pageIn<One>(await read(callOf<One>(endpoint, page, may, now)));
    takeOut(found, guarded, may);
    yield found.items.map((row) => cellsOf(shown, row));
    cursor = found.nextCursor;
  } while (cursor !== undefined);
}

/** A call of the list by nobody in particular, with these permissions. */
function callOf<One extends ListEndpoint>(
  { query }: ListEndpoint,
  sent: SheetAsked['query'],
  permissions: ReadonlySet<string>,
  now: Temporal.Instant,
): Call<One> {
  const caller: Caller = { kind: 'key', id: '', name: '', permissions };
  const circumstances = { caller, now, ip: '', userAgent: undefined, origin: '' };
  return { query: query.parse(sent), ...circumstances } as unknown as Call<One>;
}

type Page<One extends Endpoint> = { readonly items: RowOf<One>[]; readonly nextCursor?: string | undefined };

function pageIn<One extends Endpoint>(answer: unknown): Page<One> {
  const handled = answer as { readonly ok: boolean; readonly value?: Page<One>; readonly refusal?: Error };
  if (handled.ok && handled.value !== undefined) return handled.value;
  throw new Error(handled.refusal?.message ?? 'the list cannot be read');
}

/** A parsed query as it was sent, so that it can be kept and parsed again. */
export function sentQuery(query: Asked<ListEndpoint>['query']): SheetAsked['query'] {
  const text = (value: unknown) => (typeof value === 'string' ? value : String(value));
  return Object.fromEntries(
    Object.entries(query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.map(text) : text(value)]],
    ),
  );
}
