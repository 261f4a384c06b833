import { refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { isScope } from '../../access/index.ts';
import { type Giver, mayGive } from '../roles/granted.ts';
import { giverOf, rolesOf } from '../roles/read-roles.ts';

/** Who changes the team: a member, or a program by the permissions of its key. */
export type By =
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'key'; readonly permissions: ReadonlySet<string> };

export const NOT_HELD = refuse(
  'permission_not_held',
  'nobody gives or takes what they do not have themselves; ownership is given and taken by owners',
  'roles',
);

export async function readGiver(db: Db, by: By): Promise<Giver> {
  if (by.kind === 'member') return giverOf(db, by.id);
  const held = [...by.permissions].filter(isScope).map((permission) => [permission, undefined] as const);
  return { isOwner: false, granted: new Map(held) };
}

/** Whether each of these roles exists, and may be given and taken by this one. */
export async function mayGiveAll(
  db: Db,
  giver: Giver,
  ids: readonly string[],
): Promise<'yes' | 'unknown_role' | 'permission_not_held'> {
  const roles = await rolesOf(db, ids);
  if (roles.length < new Set(ids).size) return 'unknown_role';
  return roles.every((role) => mayGive(giver, role)) ? 'yes' : 'permission_not_held';
}

export function refuseRoles(why: 'unknown_role' | 'permission_not_held') {
  return why === 'unknown_role' ? refuse('unknown_role', 'there is no such role', 'roles') : NOT_HELD;
}
