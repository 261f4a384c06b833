import type { Db } from '../../../platform/database/index.ts';
import { readMember } from '../store/members.ts';
import { selectRoles } from '../store/roles.ts';
import { BUILT_IN } from './built-in.ts';
import { type Giver, granted } from './granted.ts';
import type { Role } from './role.ts';

/** Every role there is: the built-in ones, then the shop's own by name. */
export async function readRoles(db: Db): Promise<readonly Role[]> {
  return [...BUILT_IN, ...(await selectRoles(db))];
}

/** The roles of these ids that exist; what a role of a later version would allow is allowed by nothing here. */
export async function rolesOf(db: Db, ids: readonly string[]): Promise<readonly Role[]> {
  const wanted = new Set(ids);
  const all = [...wanted].every((id) => BUILT_IN.some((role) => role.id === id))
    ? BUILT_IN
    : await readRoles(db);
  return all.filter(({ id }) => wanted.has(id));
}

/** What a member may give to others; who is gone gives nothing. */
export async function giverOf(db: Db, memberId: string): Promise<Giver> {
  const member = await readMember(db, memberId);
  const roles = await rolesOf(db, member?.roles ?? []);
  return {
    isOwner: roles.some(({ id }) => id === 'owner'),
    granted: granted(roles.flatMap(({ grants }) => grants)),
  };
}
