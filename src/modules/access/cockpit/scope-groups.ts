import type { Scope } from '../scope.ts';
import type { en } from './messages/en.ts';

type Group = keyof (typeof en)['groups'];

/** Permissions by what they are about, as they are listed. */
export const SCOPE_GROUPS: readonly (readonly [group: Group, scopes: readonly Scope[]])[] = [
  [
    'goods',
    [
      'products:read',
      'products:write',
      'prices:write',
      'costs:read',
      'stock:read',
      'stock:write',
      'forecasts:write',
      'purchasing:read',
      'purchasing:write',
      'purchasing:approve',
    ],
  ],
  ['orders', ['orders:read', 'orders:write', 'orders:refund', 'promotions:read', 'promotions:write']],
  ['people', ['customers:read', 'customers:write', 'contacts:read', 'mails:read']],
  [
    'money',
    [
      'gift_cards:read',
      'gift_cards:write',
      'payments:read',
      'payments:write',
      'ledger:read',
      'reports:read',
      'reports:write',
      'targets:read',
      'targets:write',
    ],
  ],
  ['shop', ['settings:read', 'settings:write', 'decisions:read', 'decisions:write', 'mandate:write']],
  [
    'programs',
    ['webhooks:read', 'webhooks:write', 'api_keys:read', 'api_keys:write', 'system:read', 'system:write'],
  ],
  ['team', ['team:read', 'team:write', 'audit:read']],
];
