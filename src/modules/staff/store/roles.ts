import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { isScope } from '../../access/index.ts';
import type { Grant, Role, RoleId } from '../roles/role.ts';

/** The shop's own roles by name. */
export async function selectRoles(db: Db): Promise<Role[]> {
  const { rows } = await sql<{
    id: RoleId;
    name: string;
    grants: { permission: string; limit: string | null }[];
  }>`
    select id, name, coalesce((
      select json_agg(json_build_object('permission', permission, 'limit', trim_scale(limit_amount)::text)
        order by permission)
      from staff.role_grant where role_id = role.id), '[]') as grants
    from staff.role order by lower(name) limit 200`.execute(db);
  return rows.map(({ id, name, grants }) => ({
    id,
    name,
    isBuiltIn: false,
    grants: grants.flatMap(grantOf),
  }));
}

/** A permission that this version does not know allows nothing. */
export function grantOf({ permission, limit }: { permission: string; limit: string | null }): Grant[] {
  return isScope(permission) ? [{ permission, limit: limit ?? undefined }] : [];
}

/** Whether the name was free. */
export async function insertRole(
  tx: Tx,
  { id, name, now }: { readonly id: RoleId; readonly name: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into staff.role (id, name, created_at, changed_at)
    values (${id}, ${name}, ${now.toString()}, ${now.toString()})
    on conflict (lower(name)) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** `taken` when another role has the name. */
export async function renameRole(
  tx: Tx,
  { id, name, now }: { readonly id: RoleId; readonly name: string; readonly now: Temporal.Instant },
): Promise<'done' | 'taken' | 'not_found'> {
  await sql`select pg_advisory_xact_lock(hashtext('staff.role'))`.execute(tx);
  const { rows: others } = await sql`
    select id from staff.role where lower(name) = lower(${name}) and id <> ${id}`.execute(tx);
  if (others.length > 0) return 'taken';
  const { rows } = await sql`
    update staff.role set name = ${name}, changed_at = ${now.toString()} where id = ${id} returning id`.execute(
    tx,
  );
  return rows.length > 0 ? 'done' : 'not_found';
}

export async function replaceGrants(tx: Tx, id: RoleId, grants: readonly Grant[]): Promise<void> {
  await sql`delete from staff.role_grant where role_id = ${id}`.execute(tx);
  const rows = grants.map(({ permission, limit }) => ({ permission, limit: limit ?? null }));
  await sql`
    insert into staff.role_grant (role_id, permission, limit_amount)
    select ${id}, permission, "limit"::numeric
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (permission text, "limit" text)`.execute(
    tx,
  );
}

export async function countHolders(db: Db, roleId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from staff.assignment join staff.member on member.id = assignment.member_id
    where role = ${roleId} and removed_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function deleteRole(tx: Tx, id: RoleId): Promise<boolean> {
  await sql`delete from staff.assignment where role = ${id}`.execute(tx);
  const { rows } = await sql`delete from staff.role where id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}
