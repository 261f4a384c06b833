import { sql } from 'kysely';
import type pg from 'pg';
import type { Connection } from './connect.ts';
import type { Db } from './types.ts';

/** The role that the shop works as: it may not change what is append-only, nor the shape of any table. */
export const SHOP_ROLE = 'institor_app';

// Any constant does; two processes that start together must choose the same one.
const LOCK = 7_312_006;

/**
 * Gives `institor_app` the rights that the shop needs in this database and no others: tables whose migration
 * gave them a trigger `…_append_only` can be read and added to. Does nothing where all is as it should be.
 *
 * @returns whether the role can be worked as; `false` where this PostgreSQL lets us make no roles, as some
 *   managed ones do: triggers alone refuse changes then, and `institor doctor` says so
 */
export async function limitRights({ pool }: Connection): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (!(await hasRole(client)) && !(await makeRole(client))) return false;
    const { rows } = await client.query<{ statement: string }>(MISSING);
    for (const { statement } of rows) await client.query(statement);
    return true;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
}

/** Whether this connection works as the shop's role. */
export async function hasLimitedRights(db: Db): Promise<boolean> {
  const { rows } = await sql<{ user: string }>`select current_user::text as user`.execute(db);
  return rows[0]?.user === SHOP_ROLE;
}

async function hasRole(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select pg_has_role(oid, 'set') as may from pg_roles where rolname = $1",
    [SHOP_ROLE],
  );
  return rows[0]?.may ?? false;
}

/** Roles are the cluster's: another database's shop may make it at the same moment. */
async function makeRole(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  if (rows[0]?.may !== true) return false;
  await client.query(`do $$ begin
    create role ${SHOP_ROLE} nologin;
  exception when duplicate_object or unique_violation then null; end $$`);
  if (await hasRole(client)) return true;
  // PostgreSQL 16 and later: who makes a role may administer it, and work as it once it says so.
  await client.query(`grant ${SHOP_ROLE} to current_user with inherit false, set true`);
  return hasRole(client);
}

/** The statements that bring the role's rights to what they should be, as rows; none when they are. */
const MISSING = `
  with place as (
    select oid, nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  ), relation as (
    select class.oid, class.relkind as kind, class.relrowsecurity as is_guarded,
      format('%I.%I', place.name, class.relname) as name,
      exists (select from pg_trigger where tgrelid = class.oid and tgname like '%\\_append\\_only') as is_append_only
    from pg_class class join place on place.oid = class.relnamespace where class.relkind in ('r', 'p', 'v', 'S')
  )
  select format('grant usage on schema %I to ${SHOP_ROLE}', name) as statement from place
  where not has_schema_privilege('${SHOP_ROLE}', oid, 'usage')
  union all
  select format('grant select, insert, update, delete on %s to ${SHOP_ROLE}', name) from relation
  where kind <> 'S' and not is_append_only and not (
    has_table_privilege('${SHOP_ROLE}', oid, 'select') and has_table_privilege('${SHOP_ROLE}', oid, 'insert')
    and has_table_privilege('${SHOP_ROLE}', oid, 'update') and has_table_privilege('${SHOP_ROLE}', oid, 'delete'))
  union all
  select format('grant select, insert on %s to ${SHOP_ROLE}', name) from relation
  where is_append_only and not (
    has_table_privilege('${SHOP_ROLE}', oid, 'select') and has_table_privilege('${SHOP_ROLE}', oid, 'insert'))
  union all
  select format('revoke update, delete, truncate on %s from ${SHOP_ROLE}', name) from relation
  where is_append_only and has_table_privilege('${SHOP_ROLE}', oid, 'update, delete, truncate')
  union all
  select format('grant usage, select on sequence %s to ${SHOP_ROLE}', name) from relation
  where case when kind = 'S' then not has_sequence_privilege('${SHOP_ROLE}', oid, 'usage') end
  union all
  -- graphile-worker guards its tables row by row against everybody but their owner.
  select format('create policy ${SHOP_ROLE} on %s to ${SHOP_ROLE} using (true) with check (true)', name) from relation
  where is_guarded and not exists (select from pg_policy where polrelid = relation.oid and polname = '${SHOP_ROLE}')`;
