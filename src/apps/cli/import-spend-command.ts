import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCurrency, toDecimal } from '../../kernel/index.ts';
import {
  type DateOrder,
  importSpend,
  parseFields,
  roundedMoney,
  SPEND_FIELDS,
  type SpendReport,
} from '../../modules/history/index.ts';
import type { CommandContext } from './command.ts';
import { grouped } from './history-text.ts';

const USAGE = `institor import spend FILE [--map FIELD=COLUMN,…] [--currency EUR] [--dates dmy|mdy] [--origin NAME]
    [--source google] [--medium cpc] [--dry-run]
  What advertising cost by day and campaign, for reports: CSV, TSV or Parquet of Google Ads, Meta Ads, Microsoft
  Advertising, or any table with a date and an amount; --map says what columns are whose names do not:
  ${SPEND_FIELDS.join(', ')}.
  Visits are of a campaign when their links say the same source, medium and campaign: --source and --medium say which, where
  the file does not. --origin tells two accounts apart.
`;

const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];
const ISSUES_SHOWN = 20;

/**
 * `institor import spend FILE`.
 *
 * @returns 0 when it is in, or was already; 1 when it was refused; 2 for wrong arguments
 */
export async function importSpendCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const say = (text: string): void => void context.out.write(`${text}\n`);
  const wanted = await readWanted(args);
  if (typeof wanted === 'string') {
    say(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  const { db } = (await context.open()).connection;
  const imported = await importSpend(db, { ...wanted, now: Temporal.Now.instant() });
  if (!imported.ok) {
    const { code, message } = imported.refusal;
    say(code === 'unreadable' ? `Not imported: ${message}` : `Nothing new: ${message}.`);
    return code === 'unreadable' ? 1 : 0;
  }
  for (const line of reportLines(imported.value)) say(line);
  return 0;
}

function reportLines({
  importId,
  tool,
  origin,
  rows,
  knownRows,
  errors,
  issues,
  sums,
}: SpendReport): string[] {
  const shown = issues.slice(0, ISSUES_SHOWN).map(({ line, column, message, code }) => {
    return `  error line ${line}${column === undefined ? '' : `, ${column}`}: ${message} [${code}]`;
  });
  const known = `Rows left out because "${origin}" has their days already: ${grouped(String(knownRows))}`;
  return [
    ...shown,
    ...(errors > ISSUES_SHOWN ? [`  … and ${grouped(String(errors - ISSUES_SHOWN))} more`] : []),
    `${importId === undefined ? 'Would come in' : `Import ${importId}`}: ${tool}, of ${grouped(String(rows))} rows`,
    ...sums.map(({ currency, amountMillionths }) => {
      return `  ${currency} ${grouped(toDecimal(roundedMoney(amountMillionths, currency)))}`;
    }),
    ...(knownRows > 0 ? [known] : []),
    ...(importId === undefined ? [] : [`To take it out again: institor history remove ${importId}`]),
  ];
}

async function readWanted(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: {
        ...{ map: { ...text, multiple: true }, currency: text, dates: text, origin: text },
        ...{ source: text, medium: text, 'dry-run': { type: 'boolean' } },
      },
    });
    const [path = '', ...more] = positionals;
    if (more.length > 0) return `One file at a time; what is "${more[0]}"?`;
    if (path === '') return 'Which file?';
    if (!(await stat(path)).isFile()) return `"${path}" is no file.`;
    const dates = DATE_ORDERS.find((order) => order === values.dates);
    if (values.dates !== undefined && dates === undefined) return '--dates is dmy or mdy.';
    const currency = values.currency === undefined ? undefined : parseCurrency(values.currency);
    if (values.currency !== undefined && currency === undefined)
      return `"${values.currency}" is no currency.`;
    const mapping = values.map === undefined ? undefined : parseFields(values.map.join(','), SPEND_FIELDS);
    if (typeof mapping === 'string') return mapping;
    const { origin, source, medium } = values;
    const options = { mapping, currency, dates, origin, source, medium };
    return { ...options, path, fileName: basename(path), isDryRun: values['dry-run'] ?? false };
  } catch (error) {
    // Wrong flags, a file that is not there: all are for the person at the keyboard.
    if (error instanceof Error) return error.message;
    throw error;
  }
}
