import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { isScope } from '../../access/index.ts';
import { mayGive } from '../roles/granted.ts';
import { isLimit } from '../roles/limit.ts';
import type { Grant, Role, RoleId } from '../roles/role.ts';
import {
  countHolders,
  deleteRole,
  insertRole,
  renameRole,
  replaceGrants,
  selectRoles,
} from '../store/roles.ts';
import { type By, NOT_HELD, readGiver } from './giver.ts';

export type RoleRefusal = Refusal<
  | 'invalid_name'
  | 'name_taken'
  | 'unknown_permission'
  | 'invalid_limit'
  | 'no_permissions'
  | 'permission_not_held'
  | 'not_found'
>;

type RoleInput = {
  readonly name: string;
  readonly grants: readonly { readonly permission: string; readonly limit?: string | undefined }[];
  readonly by: By;
  readonly now: Temporal.Instant;
};

/** Permissions of which one act has an amount. */
export const LIMITED: readonly string[] = ['orders:refund', 'purchasing:approve'];

/** Makes a role of permissions that the one who makes it has. */
export async function createRole(tx: Tx, input: RoleInput): Promise<Result<Role, RoleRefusal>> {
  const checked = await check(tx, input);
  if (!checked.ok) return checked;
  const { name, grants } = checked.value;
  const id = newId<'role'>();
  if (!(await insertRole(tx, { id, name, now: input.now }))) return TAKEN;
  await replaceGrants(tx, id, grants);
  await tell(tx, 'staff.changed', {});
  return ok({ id, name, isBuiltIn: false, grants });
}

/** Who has the role may what it says from the next request on. Built-in roles stay as they are: copy one. */
export async function changeRole(
  tx: Tx,
  input: RoleInput & { readonly id: RoleId },
): Promise<Result<Role, RoleRefusal>> {
  const { id, by, now } = input;
  const checked = await check(tx, input);
  if (!checked.ok) return checked;
  const before = (await selectRoles(tx)).find((role) => role.id === id);
  if (before === undefined) return NOT_FOUND;
  if (!mayGive(await readGiver(tx, by), before)) return NOT_HELD;
  const { name, grants } = checked.value;
  const renamed = await renameRole(tx, { id, name, now });
  if (renamed !== 'done') return renamed === 'taken' ? TAKEN : NOT_FOUND;
  await replaceGrants(tx, id, grants);
  await tell(tx, 'staff.changed', {});
  return ok({ id, name, isBuiltIn: false, grants });
}

/** Takes a role away that nobody has. */
export async function removeRole(
  tx: Tx,
  { id, by }: { readonly id: RoleId; readonly by: By },
): Promise<Result<Role, Refusal<'not_found' | 'in_use' | 'permission_not_held'>>> {
  const before = (await selectRoles(tx)).find((role) => role.id === id);
  if (before === undefined) return NOT_FOUND;
  if (!mayGive(await readGiver(tx, by), before)) return NOT_HELD;
  if ((await countHolders(tx, id)) > 0) {
    return refuse('in_use', 'members have this role: give them another first', 'id');
  }
  await deleteRole(tx, id);
  await tell(tx, 'staff.changed', {});
  return ok(before);
}

const TAKEN = refuse('name_taken', 'another role has this name', 'name');
const NOT_FOUND = refuse('not_found', 'the shop has no role of its own with this id', 'id');

async function check(
  tx: Tx,
  { name: typed, grants: wanted, by }: RoleInput,
): Promise<Result<{ readonly name: string; readonly grants: readonly Grant[] }, RoleRefusal>> {
  const name = typed.replace(/\p{C}/gu, '').trim();
  if (name === '' || name.length > 60) return refuse('invalid_name', 'a name has 1 to 60 characters', 'name');
  if (wanted.length === 0) return refuse('no_permissions', 'a role allows something', 'grants');
  const grants = new Map<string, Grant>();
  for (const [index, { permission, limit }] of wanted.entries()) {
    const field = `grants[${index}]`;
    if (!isScope(permission)) {
      return refuse('unknown_permission', `there is no permission "${permission}"`, `${field}.permission`);
    }
    if (limit !== undefined && (!LIMITED.includes(permission) || !isLimit(limit))) {
      return refuse('invalid_limit', 'a limit is an amount such as 100.00, of refunds', `${field}.limit`);
    }
    grants.set(permission, { permission, limit });
  }
  const role = { id: '', grants: [...grants.values()] };
  return mayGive(await readGiver(tx, by), role) ? ok({ name, grants: role.grants }) : NOT_HELD;
}
