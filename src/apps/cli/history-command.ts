import {
  type ClassRule,
  forgetCustomer,
  LINE_CLASSES,
  listImports,
  listSpendImports,
  listTrafficImports,
  readClassRules,
  removeImport,
  saveClassRule,
} from '../../modules/history/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { CommandContext } from './command.ts';
import { grouped, summaryLines } from './history-text.ts';

const CLASSES = LINE_CLASSES.filter((name) => name !== 'tax');

const USAGE = `institor history [list]
institor history remove ID
institor history rules [PATTERN ${CLASSES.join('|')}|none]
institor history forget CUSTOMER
  What came in by \`institor import orders\`, \`traffic\` and \`spend\`. A rule says which SKUs are no goods; * in a pattern stands for anything.
  CUSTOMER is the key that the file had, or an e-mail address.
`;

/** Lists what came in from elsewhere, takes it out, and says what its lines are. */
export async function historyCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const [verb = 'list', ...words] = args;
  const [first = '', second, ...more] = words;
  const { out } = context;
  const open = async () => (await context.open()).connection.db;
  if (verb === 'list' && words.length === 0) return list(await open(), out);
  if (verb === 'remove' && words.length === 1 && /^[1-9]\d{0,8}$/.test(first)) {
    return remove(await open(), out, Number(first));
  }
  if (verb === 'rules' && words.length === 0) return showRules(await open(), out);
  const wanted = [...CLASSES, 'none' as const].find((name) => name === second);
  if (verb === 'rules' && wanted !== undefined && more.length === 0) {
    return saveRule(await open(), out, { pattern: first, class: wanted === 'none' ? undefined : wanted });
  }
  if (verb === 'forget' && words.length === 1) {
    const db = await open();
    const lines = await db.transaction().execute((tx) => forgetCustomer(tx, { customer: first }));
    out.write(`Lines without their customer now: ${grouped(String(lines))}\n`);
    return 0;
  }
  out.write(USAGE);
  return 2;
}

async function list(db: Db, out: NodeJS.WritableStream): Promise<number> {
  const [imports, traffic] = [await listImports(db), await listTrafficImports(db)];
  const spend = await listSpendImports(db);
  if (imports.length + traffic.length + spend.length === 0)
    out.write('Nothing has come in from elsewhere: institor import orders FILE\n');
  for (const { id, fileName, format, origin, importedAt, zone, summary } of imports) {
    const from = origin === format ? format : `${format}, ${origin}`;
    out.write(`${id}  ${fileName} (${from}), ${importedAt}, days of ${zone}\n`);
    out.write(`${summaryLines(summary).join('\n')}\n`);
  }
  for (const { id, fileName, tool, origin, importedAt, breakdown, rows, firstDay, lastDay } of traffic) {
    const from = origin === tool ? tool : `${tool}, ${origin}`;
    out.write(`${id}  ${fileName} (visits, ${from}), ${importedAt}\n`);
    out.write(`  ${grouped(String(rows))} rows by ${breakdown || 'day'}, ${firstDay} to ${lastDay}\n`);
  }
  for (const { id, fileName, tool, origin, importedAt, rows, firstDay, lastDay } of spend) {
    const from = origin === tool ? tool : `${tool}, ${origin}`;
    out.write(`${id}  ${fileName} (ad spend, ${from}), ${importedAt}\n`);
    out.write(`  ${grouped(String(rows))} rows, ${firstDay} to ${lastDay}\n`);
  }
  return 0;
}

async function remove(db: Db, out: NodeJS.WritableStream, id: number): Promise<number> {
  const removed = await db.transaction().execute((tx) => removeImport(tx, { id }));
  out.write(
    removed.ok ? `Out, with all its lines: ${removed.value.fileName}\n` : `There is no import ${id}.\n`,
  );
  return removed.ok ? 0 : 1;
}

async function showRules(db: Db, out: NodeJS.WritableStream): Promise<number> {
  for (const rule of await readClassRules(db)) out.write(`${rule.class.padEnd(12)}${rule.pattern}\n`);
  out.write('Without a rule: goods; without a price too, for nobody or going back: adjustment.\n');
  return 0;
}

async function saveRule(
  db: Db,
  out: NodeJS.WritableStream,
  rule: { readonly pattern: string; readonly class: ClassRule['class'] | undefined },
): Promise<number> {
  const saved = await db.transaction().execute((tx) => saveClassRule(tx, rule));
  out.write(
    saved.ok ? `Lines of another class now: ${grouped(String(saved.value))}\n` : `${saved.refusal.message}\n`,
  );
  return saved.ok ? 0 : 1;
}
