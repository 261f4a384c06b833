import { sql } from 'kysely';
import { pino } from 'pino';
import { z } from 'zod';
import { ok, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../database/index.ts';
import { makeMetrics, makeServer } from '../../http/index.ts';
import {
  type Api,
  type Authenticate,
  endpoint,
  fileOutput,
  type Handlers,
  id,
  integer,
  list,
  money,
  moneyInput,
  moneyOf,
  mountApi,
  mountReference,
  pageOf,
  pageQuery,
  RateLimits,
  type Staff,
  text,
} from '../index.ts';
import type { MountOptions } from '../mount-options.ts';

const book = z.object({ id: z.string(), title: z.string(), price: money }).meta({ id: 'Book' });
const bookBody = z.strictObject({
  title: text(100, 1),
  price: moneyInput(),
  pages: integer(1, 10_000),
  authors: list(z.strictObject({ name: text(50, 1) }), 3).optional(),
});
const shared = { group: 'Books', rate: 'write', output: book, status: 201 } as const;

/** A small API with one endpoint of each kind. */
export const SHELF = {
  prefix: '/api/shelf/v1',
  title: 'Shelf',
  description: 'Books on a shelf.',
  cookie: 'staff',
  examples: {
    addBook: { title: 'Kim', price: { amount: '9.00', currency: 'EUR' }, pages: 368 },
  },
  endpoints: {
    readBook: endpoint({
      ...{ method: 'GET', path: '/books/{id}', group: 'Books', summary: 'One book', audience: 'public' },
      ...{ rate: 'read', params: z.strictObject({ id: id<'book'>() }), output: book },
      refusals: { not_found: 404 },
    }),
    printBook: endpoint({
      ...{ method: 'GET', path: '/books/{id}/text', group: 'Books', summary: 'A book as a file' },
      ...{ audience: 'public', rate: 'read', params: z.strictObject({ id: id<'book'>() }) },
      ...{ output: fileOutput, file: 'text/plain; charset=utf-8', refusals: { not_found: 404 } },
    }),
    listBooks: endpoint({
      ...{
        method: 'GET',
        path: '/books',
        group: 'Books',
        summary: 'Books',
        audience: 'books:read',
        rate: 'read',
      },
      ...{ query: z.strictObject(pageQuery), output: pageOf(book), refusals: { invalid_cursor: 422 } },
    }),
    addBook: endpoint({
      ...{ ...shared, method: 'POST', path: '/books', summary: 'Add a book', audience: 'books:write' },
      ...{ body: bookBody, refusals: { title_taken: 409 }, idempotency: 'transaction' },
      changes: { kind: 'book', id: 'id', read: 'readBook' },
    }),
    burnBook: endpoint({
      ...{ method: 'DELETE', path: '/books/{id}', group: 'Books', summary: 'Burn a book', stepUp: true },
      ...{ audience: 'books:write', rate: 'write', params: z.strictObject({ id: id<'book'>() }) },
      ...{ output: z.object({}), refusals: { not_found: 404 }, changes: { kind: 'book', id: 'id' } },
    }),
    lookAround: endpoint({
      ...{ method: 'POST', path: '/looks', group: 'Books', summary: 'Who looks?', audience: 'staff' },
      ...{ rate: 'write', output: z.object({ name: z.string() }), refusals: {}, idempotency: 'two_phase' },
      changes: { nothing: 'a look' },
    }),
    orderBook: endpoint({
      ...{ ...shared, method: 'POST', path: '/orders', summary: 'Order a book', audience: 'public' },
      ...{ body: bookBody, refusals: { out_of_print: 409 }, idempotency: 'two_phase' },
      changes: { kind: 'order', id: 'id' },
    }),
  },
} as const satisfies Api;

const BOOK = '0198f5b2-7c1d-7aaa-8bbb-0123456789ab';

export type ShelfHooks = {
  readonly beforeEffect?: (() => Promise<void>) | undefined;
  readonly afterEffect?: (() => Promise<void>) | undefined;
};

/** Effects are rows of `effect`; a title says what goes wrong. An order of the same title again is the same order. */
export function shelfHandlers(db: Db, { beforeEffect, afterEffect }: ShelfHooks) {
  const bookOf = (title: string, price: z.output<typeof bookBody>['price']) => {
    return { id: BOOK, title, price: moneyOf(price), secret: title === 'leaky' ? 'shelf 7' : undefined };
  };
  const add = (tx: Tx, title: string) => sql`insert into effect (title) values (${title})`.execute(tx);
  const order = (title: string) =>
    sql`insert into effect (title) select ${title} where not exists (
      select from effect where title = ${title})`.execute(db);
  return {
    readBook: async ({ params }) =>
      params.id === BOOK
        ? ok({ id: BOOK, title: 'Kim', price: { amount: '9.00', currency: 'EUR' } })
        : refuse('not_found', 'no book has this id', 'id'),
    printBook: async ({ params }) => {
      if (params.id !== BOOK) return refuse('not_found', 'no book has this id', 'id');
      const pages = ['Kim', ' by Rudyard Kipling'];
      return { ok: true, file: { name: 'Kim "größer".txt', content: piecesOf(pages) } };
    },
    listBooks: async () => ok({ items: [] }),
    addBook: async ({ tx, body: { title, price } }) => {
      await add(tx, title);
      await afterEffect?.();
      if (title === 'taken') return refuse('title_taken', 'another book has this title', 'title');
      if (title === 'broken') throw new Error('the shelf fell down: password hunter2');
      return ok(bookOf(title, price));
    },
    burnBook: async () => ok({}),
    lookAround: async ({ caller }) => ({
      ...ok({ name: caller.kind === 'staff' ? caller.name : 'nobody' }),
      headers: { 'set-cookie': ['looked=1; Path=/'] },
    }),
    orderBook: async ({ body: { title, price } }) => {
      await beforeEffect?.();
      if (title === 'broken') throw new Error('the press is away');
      if (title === 'out of print') return refuse('out_of_print', 'it is not printed any more');
      await order(title);
      await afterEffect?.();
      return ok(bookOf(title, price));
    },
  } satisfies Handlers<typeof SHELF.endpoints>;
}

async function* piecesOf(texts: readonly string[]) {
  yield* texts;
}

export const KEYS: Readonly<Record<string, readonly string[]>> = {
  reader: ['books:read'],
  writer: ['books:read', 'books:write'],
};

const STAFF: ReadonlyMap<string, Staff> = new Map(
  [
    { id: 'ada', permissions: ['books:read', 'books:write'], steppedUpAt: '2026-11-26T11:50:01Z' },
    { id: 'bob', permissions: ['books:read', 'books:write'], steppedUpAt: '2026-11-26T11:50:00Z' },
    { id: 'cyd', permissions: ['books:read'], steppedUpAt: undefined },
  ].map(({ id, permissions, steppedUpAt }): [string, Staff] => [
    `staff=${id}`,
    {
      ...{ kind: 'staff', id, name: id, sessionId: `session of ${id}`, permissions: new Set(permissions) },
      ...{ limits: new Map(), steppedUpAt: steppedUpAt ? Temporal.Instant.from(steppedUpAt) : undefined },
    },
  ]),
);

const authenticate: Authenticate = async ({ authorization, cookie }) => {
  if (authorization === undefined) return STAFF.get(cookie ?? '');
  const name = authorization.replace(/^Bearer /, '');
  const permissions = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  return permissions && { kind: 'key', id: name, name, permissions: new Set(permissions) };
};

export async function aShelf(db: Db, options: Partial<MountOptions> & ShelfHooks = {}) {
  const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
  const { beforeEffect, afterEffect, ...rest } = options;
  await mountApi(server, SHELF, shelfHandlers(db, { beforeEffect, afterEffect }), {
    ...{ db, authenticate, limits: new RateLimits(0), isStrict: true },
    now: () => Temporal.Instant.from('2026-11-26T12:00:00Z'),
    ...rest,
  });
  mountReference(server, [SHELF], { title: 'Shelf' });
  return server;
}

export async function makeEffects(db: Db): Promise<void> {
  await sql`create table effect (title text not null)`.execute(db);
}

export async function effectsOf(db: Db, title: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from effect where title = ${title}`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}
