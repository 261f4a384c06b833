import type { Id } from '../../../kernel/index.ts';
import type { Scope } from '../../access/index.ts';

export type RoleId = Id<'role'>;

/** What a role allows: one permission, up to a limit where it has one. */
export type Grant = {
  readonly permission: Scope;
  /** The most of one act, a decimal in the shop's first currency: `100.00`. */
  readonly limit: string | undefined;
};

/** A named set of grants. */
export type Role = {
  /** The name of a built-in role, or an id. */
  readonly id: string;
  /** Built-in roles are named by the reader's language. */
  readonly name: string;
  readonly isBuiltIn: boolean;
  readonly grants: readonly Grant[];
};
