import type pg from 'pg';

/** Something that is the same before and after, however it was moved: `{ name: 'ledger', sql: 'select …' }`. */
export type Proof = {
  readonly name: string;
  /** One row with one text. */
  readonly sql: string;
};

export type Proven = {
  readonly counts: Readonly<Record<string, number>>;
  readonly proofs: Readonly<Record<string, string>>;
  readonly migrations: readonly string[];
};

// What is of the running server and not of the shop: emptied by a restore, or by the server itself after a crash.
const PASSING = new Set(['platform.worker', 'platform.wal_archive']);

/** Every table of the shop with its rows counted, in what this client's transaction sees. */
export async function readProofs(client: pg.Client, proofs: readonly Proof[]): Promise<Proven> {
  const counts: Record<string, number> = {};
  for (const table of await countedTables(client)) {
    const { rows } = await client.query<{ count: bigint }>(`select count(*) from ${table}`);
    counts[table] = Number(rows[0]?.count ?? 0n);
  }
  const proven: Record<string, string> = {};
  for (const { name, sql } of proofs) {
    const { rows } = await client.query<Record<string, string | null>>(sql);
    proven[name] = String(Object.values(rows[0] ?? {})[0] ?? '');
  }
  const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name');
  return { counts, proofs: proven, migrations: rows.map(({ name }) => name) };
}

/** `schema.table` of all that belongs to the shop, graphile-worker's included; unlogged ones do not survive a crash either. */
async function countedTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', place.nspname, class.relname) as name
    from pg_class class join pg_namespace place on place.oid = class.relnamespace
    where class.relkind = 'r' and class.relpersistence = 'p'
      and place.nspname !~ '^pg_' and place.nspname <> 'information_schema'
    order by 1`);
  return rows.map(({ name }) => name).filter((name) => !PASSING.has(name));
}

/** What is not as the backup says, in words; none when all is. */
export function differencesOf(written: Proven, found: Proven): readonly string[] {
  const counts = Object.entries(written.counts)
    .filter(([table, count]) => found.counts[table] !== count)
    .map(([table, count]) => `${table} has ${found.counts[table] ?? 'no'} rows instead of ${count}`);
  const proofs = Object.entries(written.proofs)
    .filter(([name, value]) => found.proofs[name] !== value)
    .map(([name, value]) => `${name} is ${found.proofs[name] || 'missing'} instead of ${value}`);
  return [...counts, ...proofs];
}
