import type { Scope } from '../../access/index.ts';
import { allowsAsMuch } from './limit.ts';
import type { Grant, Role } from './role.ts';

/** What somebody may: each permission once, with the limit that it has, if any. */
export type Granted = ReadonlyMap<Scope, string | undefined>;

/**
 * What several roles allow together: everything that one of them does, up to the higher limit.
 *
 * @example
 * granted([{ permission: 'orders:refund', limit: '100.00' }, { permission: 'orders:refund', limit: undefined }])
 * // orders:refund without a limit
 */
export function granted(grants: readonly Grant[]): Granted {
  const found = new Map<Scope, string | undefined>();
  for (const { permission, limit } of grants) {
    const isMore = !found.has(permission) || allowsAsMuch(limit, found.get(permission));
    if (isMore) found.set(permission, limit);
  }
  return found;
}

/** Who gives: an owner gives everything, anybody else what they have themselves. */
export type Giver = { readonly isOwner: boolean; readonly granted: Granted };

/** Nobody gives what they do not have; ownership is given by owners. */
export function mayGive(giver: Giver, role: Pick<Role, 'id' | 'grants'>): boolean {
  if (giver.isOwner) return true;
  return role.id !== 'owner' && holds(giver.granted, role.grants);
}

function holds(own: Granted, grants: readonly Grant[]): boolean {
  return grants.every(
    ({ permission, limit }) => own.has(permission) && allowsAsMuch(own.get(permission), limit),
  );
}
