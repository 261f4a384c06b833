import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { money, toDecimal } from '../../kernel/index.ts';
import { exportJournal, JOURNAL_COLUMNS, journalRows, trialBalance } from '../../modules/ledger/index.ts';
import { readShop } from '../../modules/markets/index.ts';
import { journalDifferences } from '../../modules/orders/index.ts';
import { csvCell } from '../../platform/csv/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { CommandContext } from './command.ts';

const USAGE = `institor ledger balance [--at DATE]
institor ledger journal [--from DATE] [--to DATE] [--out FILE]
  DATE is a day of the shop's, 2026-01-31; --at and --to end with that day. Without --out the journal is written to
  the output.
`;

/**
 * `institor ledger balance`: every account with its debits, credits and balance; they sum to zero in each
 * currency. Then whether the sales journal says the same of every sale, credit and cost; 1 where it does not.
 */
export async function ledgerBalanceCommand(
  context: CommandContext,
  args: readonly string[],
): Promise<number> {
  const days = daysOf(args, ['at']);
  if (days === undefined) return wrongUsage(context);
  const { db } = (await context.open()).connection;
  const at = await endOf(db, days.get('at'));
  const balances = await trialBalance(db, at === undefined ? {} : { at });
  const header = ['account', 'currency', 'debit', 'credit', 'balance'];
  const rows = balances.map(({ account, currency, debitMinor, creditMinor, balanceMinor }) => {
    const amounts = [debitMinor, creditMinor, balanceMinor].map((minor) => toDecimal(money(minor, currency)));
    return [account, currency, ...amounts];
  });
  const widths = header.map((name, place) =>
    Math.max(name.length, ...rows.map((row) => row[place]?.length ?? 0)),
  );
  for (const row of [header, ...rows]) {
    const cells = row.map((cell, place) => {
      return place < 2 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0);
    });
    context.out.write(`${cells.join('  ').trimEnd()}\n`);
  }
  return sayWhetherJournalAgrees(db, context);
}

const MOST_NAMED = 20;

async function sayWhetherJournalAgrees(db: Db, { out }: CommandContext): Promise<number> {
  const differences = await journalDifferences(db, { limit: MOST_NAMED });
  if (differences.length === 0) {
    out.write('\nThe sales journal agrees with the ledger.\n');
    return 0;
  }
  out.write('\nThe sales journal does not agree with the ledger:\n');
  for (const { kind, reference, account, currency, keptMinor, postedMinor } of differences) {
    const [kept, posted] = [keptMinor, postedMinor].map((minor) => toDecimal(money(minor, currency)));
    out.write(
      `${kind} ${reference}: ${account} is ${posted} ${currency} in the ledger, ${kept} in the journal\n`,
    );
  }
  if (differences.length === MOST_NAMED) out.write('… and perhaps more\n');
  return 1;
}

/** `institor ledger journal`: one line a posting, as CSV; a file is there whole or not at all. */
export async function ledgerJournalCommand(
  context: CommandContext,
  args: readonly string[],
): Promise<number> {
  const days = daysOf(args, ['from', 'to', 'out']);
  if (days === undefined) return wrongUsage(context);
  const { db } = (await context.open()).connection;
  const [from, to] = [await startOf(db, days.get('from')), await endOf(db, days.get('to'))];
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const file = days.get('out');
  if (file === undefined) {
    await writeJournal(db, span, context, context.out);
    return 0;
  }
  const partial = `${file}.part`;
  const stream = createWriteStream(partial);
  try {
    const count = await writeJournal(db, span, context, stream);
    stream.end();
    await finished(stream);
    await rename(partial, file);
    context.out.write(`${count} postings written to ${file}\n`);
    return 0;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    if (!context.signal.aborted) throw error;
    context.out.write('Stopped; nothing was written.\n');
    return 1;
  }
}

async function writeJournal(
  db: Db,
  span: Parameters<typeof exportJournal>[1],
  { signal }: CommandContext,
  out: NodeJS.WritableStream,
): Promise<number> {
  let count = 0;
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`\ufeff${lineOf(JOURNAL_COLUMNS)}`);
  for await (const entry of exportJournal(db, span)) {
    signal.throwIfAborted();
    count += entry.postings.length;
    await write(journalRows(entry).map(lineOf).join(''));
  }
  return count;
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((text) => csvCell(text)).join(',')}\r\n`;
}

/** The options, days checked; `undefined` for wrong arguments. */
function daysOf(args: readonly string[], names: readonly string[]): Map<string, string> | undefined {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options });
    const given = new Map<string, string>();
    for (const name of names) {
      const value = values[name];
      if (typeof value !== 'string') continue;
      if (name !== 'out') Temporal.PlainDate.from(value);
      given.set(name, value);
    }
    return given;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

async function startOf(db: Db, day: string | undefined): Promise<Temporal.Instant | undefined> {
  if (day === undefined) return undefined;
  const { timeZone } = await readShop(db);
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant();
}

async function endOf(db: Db, day: string | undefined): Promise<Temporal.Instant | undefined> {
  if (day === undefined) return undefined;
  return startOf(db, Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}

function wrongUsage({ out }: CommandContext): number {
  out.write(USAGE);
  return 2;
}
