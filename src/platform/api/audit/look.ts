import type { z } from 'zod';
import type { AnyCall, AnyHandler } from '../mounted.ts';
import { answerText } from '../output.ts';
import type { WatchedRead } from './watch-of.ts';

export type Looking = {
  readonly read: WatchedRead;
  /** The API's reads, within the transaction where there is one. */
  readonly handlers: object;
  readonly call: AnyCall;
  readonly ids: readonly string[];
  /** The last part of the path at which they stand: `variantId`. */
  readonly idName: string;
};

/** What was seen, and whether it is an item of the answer's list rather than the answer. */
export type Sight = { readonly value: unknown; readonly isItem: boolean };

const NOTHING: Sight = { value: undefined, isItem: false };
const MOST_PAGES = 20;
const MOST_IDS = 50;

/**
 * What a GET answers about these ids, with everything that any permission shows; of a list the one item where there is
 * one id and the list cannot be asked for it.
 */
export async function look(looking: Looking): Promise<Sight> {
  const { read, handlers, ids, idName } = looking;
  // The record has a handler for each operation, which the type of a name does not say.
  const handler = Reflect.get(handlers, read.name) as AnyHandler | undefined;
  if (handler === undefined) throw new TypeError(`the API has no handler of ${read.name}`);
  const params = read.endpoint.params === undefined ? {} : paramsOf(looking);
  if (params === undefined) return NOTHING;
  const isAsked = namesIds(looking) !== undefined || isInAddress(looking);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(looking, handler, params, cursor);
    const { items, nextCursor } = listOf(answer);
    if (items === undefined || isAsked || ids.length !== 1) return { value: answer, isItem: false };
    const item = items.find((one) => keysOf(one, idName).includes(ids[0] ?? ''));
    if (item !== undefined || nextCursor === undefined) return { value: item, isItem: true };
    cursor = nextCursor;
  }
  return NOTHING;
}

async function ask(
  looking: Looking,
  handler: AnyHandler,
  params: unknown,
  cursor: string | undefined,
): Promise<unknown> {
  const { read, call, ids } = looking;
  const named = namesIds(looking);
  const given = {
    ...('limit' in (read.endpoint.query?.shape ?? {}) ? { limit: '100' } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const asked = ids.slice(0, MOST_IDS);
  // Several ids stand in a query one by one, or with commas between them.
  const queries =
    named === undefined ? [given] : [asked, asked.join()].map((all) => ({ ...given, [named]: all }));
  const query = queries.map((one) => parsed(read.endpoint.query, one)).find((one) => one !== undefined);
  if (read.endpoint.query && query === undefined)
    throw new TypeError(`${read.name} cannot be asked for what it shows`);
  const { now, ip, userAgent, headers, origin } = call;
  // What is a member's own is shown to nobody but the member.
  const { audience } = read.endpoint;
  const caller = audience === 'staff' || audience === 'insider' ? call.caller : AUDITOR;
  const handled = await handler({
    ...{ params, query, body: undefined, caller, now },
    ...{ ip, userAgent, headers, origin },
  });
  if (!handled.ok || !('value' in handled)) return undefined;
  return JSON.parse(answerText(read.endpoint.output, handled.value, false));
}

/** The query's field that takes these ids: `variantIds`. */
function namesIds({ read, idName }: Looking): string | undefined {
  const shape = read.endpoint.query?.shape ?? {};
  return [idName, `${idName}s`].find((name) => name !== 's' && name in shape);
}

/** Whether the address of the GET is about this very id. */
function isInAddress({ read, call, idName }: Looking): boolean {
  const given = Object.keys(Object(call.params));
  return Object.keys(read.endpoint.params?.shape ?? {}).some(
    (name) => name === idName || !given.includes(name),
  );
}

/** By name from the call; one that has another name there is the id itself. */
function paramsOf({ read, call, ids }: Looking): unknown {
  const given = new Map(Object.entries(Object(call.params)));
  const names = Object.keys(read.endpoint.params?.shape ?? {});
  const entries = names.map((name) => [name, given.get(name) ?? (names.length === 1 ? ids[0] : undefined)]);
  return parsed(read.endpoint.params, Object.fromEntries(entries));
}

/** `undefined`: it cannot be asked for, because there is no such id yet. */
function parsed(schema: z.ZodType | undefined, given: unknown): unknown {
  const found = schema?.safeParse(given);
  return found?.success ? found.data : undefined;
}

function listOf(answer: unknown): { readonly items?: readonly unknown[]; readonly nextCursor?: string } {
  const { items, nextCursor } = Object(answer);
  return {
    ...(Array.isArray(items) ? { items } : {}),
    ...(typeof nextCursor === 'string' ? { nextCursor } : {}),
  };
}

function keysOf(item: unknown, idName: string): string[] {
  const { id, [idName]: named } = Object(item);
  return [named, id].flatMap((key) =>
    typeof key === 'string' || typeof key === 'number' ? [String(key)] : [],
  );
}

class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}
const EVERYTHING: ReadonlySet<string> = new Everything();
/** Asks for what is there, whoever may see it: what of it is kept is decided later. */
const AUDITOR = { kind: 'key', id: 'audit', name: 'audit', permissions: EVERYTHING } as const;
