import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { Location, LocationId } from './level.ts';
import { serveBackorders } from './serve-backorders.ts';
import { readAwaited } from './store/levels.ts';
import { lockStock } from './store/lock-stock.ts';

export type LocationRefusal = Refusal<'invalid' | 'code_taken' | 'not_found'>;

/** All locations in the manager's order. */
export async function readLocations(db: Db): Promise<Location[]> {
  const { rows } = await sql<LocationRow>`
    select id, code, name, country, is_active, position from inventory.location
    order by position, code`.execute(db);
  return rows.map(locationOf);
}

/** The first active location; in a shop that has none, one called `main`, made now. */
export async function defaultLocation(db: Db): Promise<Location> {
  const first = (await readLocations(db)).find((location) => location.isActive);
  if (first !== undefined) return first;
  await sql`
    insert into inventory.location (id, code, name) values (${newId()}, 'main', 'Main warehouse')
    on conflict (code) do update set is_active = true`.execute(db);
  const made = (await readLocations(db)).find((location) => location.isActive);
  if (made === undefined) throw new RangeError('a location was made and is not there');
  return made;
}

/** Makes a location, or changes the one with `id`. */
export async function saveLocation(
  tx: Tx,
  input: Omit<Location, 'id'> & { readonly id?: LocationId },
): Promise<Result<Location, LocationRefusal>> {
  const name = input.name.trim();
  if (!/^[a-z0-9-]{1,40}$/.test(input.code)) {
    return refuse('invalid', 'a code has 1 to 40 lower-case letters, digits and hyphens', 'code');
  }
  if (name === '' || name.length > 255) return refuse('invalid', 'a name has 1 to 255 characters', 'name');
  if (input.country !== undefined && !/^[A-Z]{2}$/.test(input.country)) {
    return refuse('invalid', 'a country is an ISO 3166-1 code of two letters', 'country');
  }
  const { rows: twins } = await sql<{ id: LocationId }>`
    select id from inventory.location where code = ${input.code}`.execute(tx);
  if (twins.some(({ id }) => id !== input.id)) {
    return refuse('code_taken', `another location has the code "${input.code}"`, 'code');
  }
  const id = input.id ?? newId<'location'>();
  const { rows } = await sql<LocationRow>`
    insert into inventory.location (id, code, name, country, is_active, position)
    values (${id}, ${input.code}, ${name}, ${input.country ?? null}, ${input.isActive}, ${input.position})
    on conflict (id) do update set code = excluded.code, name = excluded.name, country = excluded.country,
      is_active = excluded.is_active, position = excluded.position
    returning id, code, name, country, is_active, position`.execute(tx);
  const [saved] = rows.map(locationOf);
  // What a location that opens has goes to those who wait for it first.
  if (input.isActive) {
    const keys = await readAwaited(tx, id);
    if (keys.length > 0) await lockStock(tx, [...new Set(keys.map((key) => key.variantId))]);
    await serveBackorders(tx, keys);
  }
  return saved === undefined ? refuse('not_found', `no location has the id ${id}`, 'id') : ok(saved);
}

type LocationRow = {
  id: LocationId;
  code: string;
  name: string;
  country: string | null;
  is_active: boolean;
  position: number;
};

function locationOf(row: LocationRow): Location {
  const { id, code, name, position } = row;
  return { id, code, name, country: row.country ?? undefined, isActive: row.is_active, position };
}
