import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type DateOrder, importTraffic } from '../../modules/history/index.ts';
import type { CommandContext } from './command.ts';
import { grouped } from './history-text.ts';

const USAGE = `institor import traffic FILE [--dates dmy|mdy] [--origin NAME]
  Visits by day from elsewhere, for reports: an exploration of Google Analytics 4, a report of Matomo, a file of Plausible's
  export, or any table with a date, any of source, medium, channel, country, device, and sessions, visitors or pageviews.
`;

const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];
const ISSUES_SHOWN = 20;

/**
 * `institor import traffic FILE`.
 *
 * @returns 0 when it is in, or was already; 1 when it was refused; 2 for wrong arguments
 */
export async function importTrafficCommand(
  context: CommandContext,
  args: readonly string[],
): Promise<number> {
  const say = (text: string): void => void context.out.write(`${text}\n`);
  const wanted = await readWanted(args);
  if (typeof wanted === 'string') {
    say(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  const { db } = (await context.open()).connection;
  const imported = await importTraffic(db, { ...wanted, now: Temporal.Now.instant() });
  if (!imported.ok) {
    const { code, message } = imported.refusal;
    say(code === 'unreadable' ? `Not imported: ${message}` : `Nothing new: ${message}.`);
    return code === 'unreadable' ? 1 : 0;
  }
  const { importId, tool, origin, breakdown, rows, knownRows, errors, issues } = imported.value;
  for (const { line, column, message, code } of issues.slice(0, ISSUES_SHOWN)) {
    say(`  error line ${line}${column === undefined ? '' : `, ${column}`}: ${message} [${code}]`);
  }
  if (errors > ISSUES_SHOWN) say(`  … and ${grouped(String(errors - ISSUES_SHOWN))} more`);
  say(`Import ${importId}: ${tool}, by ${breakdown || 'day'}, of ${grouped(String(rows))} rows`);
  if (knownRows > 0) {
    say(`Rows left out because "${origin}" has their days already: ${grouped(String(knownRows))}`);
  }
  say(`To take it out again: institor history remove ${importId}`);
  return 0;
}

async function readWanted(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true, options: { dates: text, origin: text } },
    });
    const [path = '', ...more] = positionals;
    if (more.length > 0) return `One file at a time; what is "${more[0]}"?`;
    if (path === '') return 'Which file?';
    if (!(await stat(path)).isFile()) return `"${path}" is no file.`;
    const dates = DATE_ORDERS.find((order) => order === values.dates);
    if (values.dates !== undefined && dates === undefined) return '--dates is dmy or mdy.';
    return { path, fileName: basename(path), dates, origin: values.origin };
  } catch (error) {
    // Wrong flags, a file that is not there: all are for the person at the keyboard.
    if (error instanceof Error) return error.message;
    throw error;
  }
}
