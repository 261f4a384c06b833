import { isScope, type Scope } from '../../access/index.ts';
import type { Grant, Role } from './role.ts';

export const BUILT_IN_ROLES = [
  ...(['owner', 'manager', 'merchandiser', 'marketer', 'buyer'] as const),
  ...(['warehouse', 'support', 'finance', 'analyst', 'developer'] as const),
];
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

/**
 * What each built-in role may: `x`, `.` not, or up to an amount of one act in the shop's first currency. The compiler
 * asks for a row for each permission there is.
 */
const TABLE = {
  //                   owner manager merch. market. buyer  wareh. support finance analyst developer
  'products:read': '   x     x       x      x       x      x      x       x       x       x',
  'products:write': '  x     x       x      .       x      .      .       .       .       .',
  'prices:write': '    x     x       x      .       .      .      .       .       .       .',
  'costs:read': '      x     x       x      .       x      .      .       x       x       .',
  'stock:read': '      x     x       x      x       x      x      x       x       x       x',
  'stock:write': '     x     x       .      .       x      x      .       .       .       .',
  'purchasing:read': ' x     x       x      .       x      x      .       x       x       .',
  'purchasing:write': 'x     x       .      .       x      .      .       .       .       .',
  'purchasing:approve': 'x   x       .      .       2500.00 .     .       x       .       .',
  'promotions:read': ' x     x       x      x       .      .      x       x       x       .',
  'promotions:write': 'x     x       x      x       .      .      .       .       .       .',
  'orders:read': '     x     x       .      .       .      x      x       x       x       x',
  'orders:write': '    x     x       .      .       .      x      x       .       .       .',
  'orders:refund': '   x     x       .      .       .      .      100.00  x       .       .',
  'customers:read': '  x     x       .      x       .      .      x       x       x       .',
  'customers:write': ' x     x       .      .       .      .      x       .       .       .',
  'contacts:read': '   x     x       .      x       .      x      x       x       .       .',
  'gift_cards:read': ' x     x       .      x       .      .      x       x       .       .',
  'gift_cards:write': 'x     x       .      .       .      .      .       x       .       .',
  'payments:read': '   x     x       .      .       .      .      x       x       x       .',
  'payments:write': '  x     x       .      .       .      .      .       x       .       .',
  'ledger:read': '     x     x       .      .       .      .      .       x       x       .',
  'reports:read': '    x     x       x      x       x      .      .       x       x       .',
  'reports:write': '   x     x       .      x       .      .      .       x       x       .',
  'targets:read': '    x     x       x      x       x      .      .       x       x       .',
  'targets:write': '   x     x       .      .       .      .      .       x       .       .',
  'forecasts:write': ' x     x       x      .       x      .      .       .       .       .',
  'decisions:read': '  x     x       x      x       x      .      .       x       x       .',
  'decisions:write': ' x     x       x      .       x      .      .       .       .       .',
  'mandate:write': '   x     .       .      .       .      .      .       .       .       .',
  'settings:read': '   x     x       x      x       x      .      .       x       x       x',
  'settings:write': '  x     x       .      .       .      .      .       .       .       .',
  'mails:read': '      x     x       .      x       .      .      x       .       .       .',
  'webhooks:read': '   x     x       .      .       .      .      .       .       .       x',
  'webhooks:write': '  x     x       .      .       .      .      .       .       .       x',
  'api_keys:read': '   x     x       .      .       .      .      .       .       .       x',
  'api_keys:write': '  x     .       .      .       .      .      .       .       .       x',
  'audit:read': '      x     x       .      .       .      .      .       x       .       .',
  'system:read': '     x     x       .      .       .      .      .       .       .       x',
  'system:write': '    x     x       .      .       .      .      .       .       .       x',
  'team:read': '       x     x       .      .       .      .      .       .       .       .',
  'team:write': '      x     x       .      .       .      .      .       .       .       .',
} as const satisfies Readonly<Record<Scope, string>>;

/** The built-in roles with what each may, in the order of the table. */
export const BUILT_IN: readonly Role[] = BUILT_IN_ROLES.map((id, column) => ({
  ...{ id, name: id, isBuiltIn: true },
  grants: Object.entries(TABLE).flatMap(([permission, row]) => grantOf(permission, row, column)),
}));

export function isBuiltIn(id: string): id is BuiltInRole {
  return BUILT_IN_ROLES.some((role) => role === id);
}

function grantOf(permission: string, row: string, column: number): Grant[] {
  const cell = row.trim().split(/\s+/)[column];
  if (cell === undefined || cell === '.' || !isScope(permission)) return [];
  return [{ permission, limit: cell === 'x' ? undefined : cell }];
}
