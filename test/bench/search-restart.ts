import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { currencyOf, localeOf } from '../../src/kernel/index.ts';
import { openSearch, type Search, type SearchDocument } from '../../src/modules/search/index.ts';
import { type Connection, connect, type Db, prepareDatabase } from '../../src/platform/database/index.ts';
import { startScratchServer } from '../scratch-database.ts';
import { benchDocuments } from './search-documents.ts';

type Options = { readonly products?: number; readonly seed?: number };

/** How long a process needs until it can search: the first time from the database, then from the snapshot. */
export const scenario = {
  name: 'search-restart',
  run: async ({ products = 100_000, seed = 1 }: Options = {}): Promise<Record<string, number>> => {
    const database = await startScratchServer();
    const connection = connect(database.address, 4);
    const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
    try {
      await prepareDatabase(connection);
      await insertDocuments(connection.db, products, seed);
      const first = await openSearch({ connection, snapshotFolder: folder });
      const { loadMs: databaseMs } = first.state();
      await first.close();
      const second = await openSearch({ connection, snapshotFolder: folder });
      const { loadMs: snapshotMs, loadedFrom, documents } = second.state();
      if (loadedFrom !== 'snapshot' || documents !== products) throw new Error('the snapshot was not used');
      const visibleMs = await measureChange(connection, second);
      await second.close();
      const rssMb = Math.round(process.memoryUsage().rss / 1e6);
      return { products, databaseMs, snapshotMs, visibleMs, rssMb };
    } finally {
      await connection.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** From the commit of a document to its being found. */
async function measureChange(connection: Connection, search: Search): Promise<number> {
  const [document] = benchDocuments(1, 99);
  if (document === undefined) throw new Error('no document was made');
  const text = { ...document.texts['en'], title: 'Quizzacious lamp' };
  const started = performance.now();
  await connection.db.transaction().execute(async (tx) => {
    await insert(tx, [{ ...document, texts: { en: { ...EMPTY, ...text } } }]);
    await sql`select pg_notify('institor', '{"topic":"search.documents_changed","id":"1"}')`.execute(tx);
  });
  const query = { text: 'quizzacious', locale: localeOf('en'), currency: currencyOf('EUR'), filters: {} };
  const page = { sort: 'relevance', offset: 0, limit: 1, now: Temporal.Now.instant() } as const;
  while (search.query({ ...query, ...page }).total === 0) {
    if (performance.now() - started > 10_000) throw new Error('the change was not found within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return Math.round(performance.now() - started);
}

const EMPTY = {
  title: '',
  brand: '',
  type: '',
  tags: '',
  categories: '',
  options: '',
  attributes: '',
  description: '',
};

async function insertDocuments(db: Db, count: number, seed: number): Promise<void> {
  let batch: SearchDocument[] = [];
  for (const document of benchDocuments(count, seed)) {
    batch.push(document);
    if (batch.length < 2_000) continue;
    await insert(db, batch);
    batch = [];
  }
  await insert(db, batch);
}

async function insert(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  const rows = documents.map((document) => ({ product_id: document.productId, document }));
  await sql`
    insert into search.document (product_id, document, revision)
    select product_id, document, nextval('search.revision')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (product_id uuid, document jsonb)`.execute(
    db,
  );
}
