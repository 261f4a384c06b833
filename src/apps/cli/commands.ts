import type { Command } from './command.ts';

/**
 * Every command by the words it starts with. Each loads its own code when it runs, so that `institor help` does not
 * load the shop.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'import products': {
    usage:
      'import products FILE [--dry-run] [--format F] [--mapping JSON] [--currency EUR] [--location CODE]\n' +
      '      [--images DIR|ZIP] [--weight-unit kg|lb|g] [--length-unit cm|in|mm] [--resume ID]',
    about:
      'Bring in a product file of Shopify, WooCommerce, Magento, BigCommerce, Google Merchant or Institor.',
    changes: () => 'products',
    run: async (context, args) => {
      const { importProductsCommand } = await import('./import-command.ts');
      return importProductsCommand({ ...(await context.open()), ...context }, [...args]);
    },
  },
  'import orders': {
    usage:
      'import orders FILE [--map FIELD=COLUMN,…] [--currency EUR] [--zone ZONE] [--dates dmy|mdy]\n' +
      '      [--origin NAME] [--dry-run]',
    about: 'Bring in orders from elsewhere, for reports: Shopify, WooCommerce, or any table.',
    changes: (args) => (args.includes('--dry-run') ? undefined : 'history_import'),
    run: async (context, args) =>
      (await import('./import-orders-command.ts')).importOrdersCommand(context, args),
  },
  'import traffic': {
    usage: 'import traffic FILE [--dates dmy|mdy] [--origin NAME]',
    about: 'Bring in visits by day as Google Analytics, Matomo or Plausible exported them, for reports.',
    changes: () => 'history_import',
    run: async (context, args) =>
      (await import('./import-traffic-command.ts')).importTrafficCommand(context, args),
  },
  'import spend': {
    usage:
      'import spend FILE [--map FIELD=COLUMN,…] [--currency EUR] [--dates dmy|mdy] [--origin NAME]\n' +
      '      [--source google] [--medium cpc] [--dry-run]',
    about: 'Bring in what advertising cost by day and campaign: Google Ads, Meta, Microsoft, or any table.',
    changes: (args) => (args.includes('--dry-run') ? undefined : 'history_import'),
    run: async (context, args) =>
      (await import('./import-spend-command.ts')).importSpendCommand(context, args),
  },
  history: {
    usage: 'history [list | remove ID | rules [PATTERN CLASS] | forget CUSTOMER]',
    about:
      'What came in from elsewhere: list it, take it out, say which SKUs are no goods, forget a customer.',
    changes: ([verb, pattern]) =>
      verb === 'remove' || verb === 'forget' || (verb === 'rules' && pattern !== undefined)
        ? 'history'
        : undefined,
    keptWords: (args) => (args[0] === 'forget' ? ['forget'] : args),
    run: async (context, args) => (await import('./history-command.ts')).historyCommand(context, args),
  },
  'export products': {
    usage: 'export products [FILE] [--format institor|shopify] [--pictures DIR]',
    about: 'Write all products as one CSV file that can be imported again without a difference.',
    run: async (context, args) => {
      const { exportProductsCommand } = await import('./export-command.ts');
      return exportProductsCommand({ ...(await context.open()), ...context }, [...args]);
    },
  },
  seed: {
    usage: 'seed [--products N] [--seed N] | seed --remove [--confirm SHOP]',
    about:
      'Fill an empty shop with the demo world, or with N generated products; or take the demo out again.',
    changes: () => 'shop',
    run: async (context, args) => (await import('./seed-command.ts')).seedCommand(context, args),
  },
  'search rebuild': {
    usage: 'search rebuild',
    about: 'Make all search documents anew from the catalogue.',
    run: async (context) => (await import('./search-command.ts')).rebuildCommand(context),
  },
  'search misses': {
    usage: 'search misses [--days N]',
    about: 'What shoppers searched for and did not find.',
    run: async (context, args) => (await import('./search-command.ts')).missesCommand(context, args),
  },
  'ledger balance': {
    usage: 'ledger balance [--at DATE]',
    about: 'The trial balance: that each currency sums to zero, and that the sales journal agrees.',
    run: async (context, args) => (await import('./ledger-command.ts')).ledgerBalanceCommand(context, args),
  },
  'ledger journal': {
    usage: 'ledger journal [--from DATE] [--to DATE] [--out FILE]',
    about: 'Write every posting of a span of days as CSV.',
    run: async (context, args) => (await import('./ledger-command.ts')).ledgerJournalCommand(context, args),
  },
  ask: {
    usage: 'ask "SHOW net_sales GROUP BY channel" [--format csv|xlsx|parquet|pdf] [--out FILE]',
    about: 'Ask for numbers in the language of docs/explore.md, on the terminal or as a file.',
    run: async (context, args) => (await import('./ask-command.ts')).askCommand(context, args),
  },
  'dead-letters': {
    usage: 'dead-letters [retry ID | dismiss ID]',
    about: 'Work that was given up after its last attempt.',
    changes: ([verb]) => (verb === undefined ? undefined : 'dead_letter'),
    run: async (context, args) =>
      (await import('./dead-letters-command.ts')).deadLettersCommand(context, args),
  },
  'api-key': {
    usage: 'api-key [list | create --name NAME --scopes A,B|all [--days N] | revoke ID]',
    about: 'Keys by which programs use the admin API.',
    changes: ([verb = 'list']) => (verb === 'list' ? undefined : 'api_key'),
    run: async (context, args) => (await import('./api-key-command.ts')).apiKeyCommand(context, args),
  },
  'staff link': {
    usage: 'staff link [--member MAIL]',
    about:
      'A one-time link into the cockpit: for the first owner, or for a member who lost every way to sign in.',
    changes: () => 'member',
    run: async (context, args) => (await import('./staff-command.ts')).staffLinkCommand(context, args),
  },
  'audit verify': {
    usage: 'audit verify [--head POSITION:SEAL]',
    about: 'Whether the log of who did what is as it was written; names the first place that is not.',
    run: async (context, args) => (await import('./audit-command.ts')).auditVerifyCommand(context, args),
  },
  payments: {
    usage: 'payments',
    about: 'The ways to pay, where card data goes in each, and what the shop attests for it (PCI DSS).',
    run: async (context) => (await import('./payments-command.ts')).paymentsCommand(context),
  },
  'page-check': {
    usage: 'page-check [now | approve --look ID --by NAME --why REASON]',
    about: 'What the daily look at the payment pages found; approve pages as they were seen.',
    changes: ([verb]) => (verb === undefined ? undefined : 'payment_pages'),
    run: async (context, args) => (await import('./page-check-command.ts')).pageCheckCommand(context, args),
  },
  events: {
    usage: 'events [dropped | release REASON | senders | add-sender NAME | revoke-sender ID | consent ID]',
    about: 'Events of visitors: what was no shopper’s, putting it back, servers that send, proof of consent.',
    changes: ([verb = '']) =>
      ['release', 'add-sender', 'revoke-sender'].includes(verb) ? 'events' : undefined,
    run: async (context, args) => (await import('./events-command.ts')).eventsCommand(context, args),
  },
  privacy: {
    usage: 'privacy [cookieless | ask]',
    about: 'How visits are counted: with nothing on the visitor’s device, or asking for more with a banner.',
    changes: ([mode]) => (mode === undefined ? undefined : 'shop'),
    run: async (context, args) => (await import('./privacy-command.ts')).privacyCommand(context, args),
  },
  'payments reconcile': {
    usage: 'payments reconcile [--day 2026-11-26] [--provider stripe]',
    about: "Compare a day of the payment providers' books with ours, and name every difference.",
    changes: () => 'reconciliation',
    run: async (context, args) => (await import('./payments-command.ts')).reconcileCommand(context, args),
  },
  backup: {
    usage: 'backup [FOLDER] [--portable] [--with-key]',
    about: 'Back up the whole shop while it is open, into BACKUP_FOLDER or a folder of your own.',
    changes: () => 'backup',
    run: async (context, args) => (await import('./backup-command.ts')).backupCommand(context, args),
  },
  'backup list': {
    usage: 'backup list [FOLDER]',
    about: 'The backups that are kept, and whether their files are as they were written.',
    run: async (context, args) => (await import('./backup-command.ts')).backupListCommand(context, args),
  },
  'backup check': {
    usage: 'backup check BACKUP',
    about: 'Compare every file of a backup with its checksum; names those that are damaged.',
    run: async (context, args) => (await import('./backup-command.ts')).backupCheckCommand(context, args),
  },
  restore: {
    usage: 'restore BACKUP [--to TIME|latest]',
    about:
      'Make an empty INSTITOR_DATA (or DATABASE_URL) the shop of a backup, and look whether it is whole.',
    run: async (context, args) => (await import('./restore-command.ts')).restoreCommand(context, args),
  },
  doctor: {
    usage: 'doctor',
    about: 'Print the settings and check that the shop could start.',
    run: async (context) => (await import('./doctor-command.ts')).doctorCommand(context),
  },
};

/** The command that `words` begin with, and what is left of them. */
export function findCommand(
  words: readonly string[],
): { command: Command; name: string; args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = COMMANDS[name];
    if (command) return { command, name, args: words.slice(length) };
  }
  return undefined;
}

export function helpText(): string {
  const own = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return [
    'npm run institor -- COMMAND',
    '',
    '  serve',
    '      Open the shop (what npm start does).',
    ...own,
    '  help',
    '      This.',
    '',
  ].join('\n');
}
