import type { Db } from '../../../platform/database/index.ts';
import type { Scope } from '../../access/index.ts';
import type { MemberId } from '../member.ts';
import { granted } from '../roles/granted.ts';
import { allowsAsMuch } from '../roles/limit.ts';
import { readRoles } from '../roles/read-roles.ts';
import { listMembers } from '../store/members.ts';

/**
 * Who works here and may do this, by name: whom somebody asks who may not.
 *
 * @param amount of one act, a decimal in the shop's first currency; left out, only who has no limit
 */
export async function whoMay(
  db: Db,
  { permission, amount }: { readonly permission: Scope; readonly amount?: string },
): Promise<{ readonly id: MemberId; readonly name: string }[]> {
  const [members, roles] = await Promise.all([listMembers(db), readRoles(db)]);
  return members
    .filter((member) => {
      const own = granted(
        roles.filter(({ id }) => member.roles.includes(id)).flatMap(({ grants }) => grants),
      );
      return own.has(permission) && allowsAsMuch(own.get(permission), amount);
    })
    .map(({ id, name }) => ({ id, name }));
}
