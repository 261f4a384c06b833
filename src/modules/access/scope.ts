/** What an API key may be allowed: what is touched, and what is done to it. */
export const SCOPES = {
  'products:read': 'Read products, variants and collections, drafts among them.',
  'products:write': 'Create, change and archive products.',
  'prices:write': 'Set prices.',
  'stock:read': 'Read stock levels and movements.',
  'stock:write': 'Count and move stock.',
  'purchasing:read': 'Read suppliers, their price lists and purchase orders.',
  'purchasing:write': 'Order of suppliers, confirm, match invoices, send goods back.',
  'purchasing:approve': 'Approve purchase orders, up to a limit where the role has one.',
  'promotions:read': 'Read promotions and codes.',
  'promotions:write': 'Create and change promotions and codes.',
  'orders:read': 'Read orders, payments and returns.',
  'orders:write': 'Fulfil, edit, note and cancel orders, draft orders, returns.',
  'orders:refund': 'Capture and refund payments.',
  'customers:read': 'Read customers.',
  'customers:write': 'Change customers.',
  'contacts:read': 'See how shoppers are reached: e-mail, phone and street, in what else may be read.',
  'costs:read': 'See what goods cost the shop and what is earned, in what else may be read.',
  'gift_cards:read': 'Read gift cards and their movements, never their codes.',
  'gift_cards:write': 'Issue and close gift cards.',
  'payments:read': 'Read payments and their differences with the provider.',
  'payments:write':
    'Set up ways to pay, note money that came, pay suppliers, answer disputes, compare books.',
  'ledger:read': 'Read the journal and the trial balance.',
  'reports:read': 'Read reports: sales, visits, customers as numbers.',
  'reports:write': 'Mail reports on a schedule, share links to them, set alerts.',
  'targets:read': 'Read targets and how far they are.',
  'targets:write': 'Set, change and take away targets.',
  'forecasts:write': 'Change what is expected to be sold, and make forecasts anew.',
  'decisions:read': 'Read what is proposed, what was decided, and what came of it.',
  'decisions:write': 'Approve, change, reject and undo decisions, with the permission for what they change.',
  'mandate:write': 'Say what may be decided without asking, and stop it.',
  'settings:read': 'Read markets, storefronts, taxes and delivery.',
  'settings:write': 'Set up markets, storefronts, taxes and delivery.',
  'mails:read': 'Read what the shop has mailed.',
  'webhooks:read': 'Read webhook endpoints and their deliveries.',
  'webhooks:write': 'Create, change and remove webhook endpoints, send deliveries again.',
  'api_keys:read': 'List API keys.',
  'api_keys:write': 'Create and revoke API keys, with scopes of its own only.',
  'audit:read': 'Read who did what in the shop, and check that nobody altered it.',
  'system:read': 'See whether everything works: health, jobs, what was given up, versions.',
  'system:write': 'Try again or dismiss what was given up, back up the shop, take the demo world out.',
  'team:read': 'Read who works in the shop, with roles and invitations.',
  'team:write': 'Invite, change and remove members and roles, within what it may itself.',
} as const satisfies Readonly<Record<string, string>>;

export type Scope = keyof typeof SCOPES;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}
