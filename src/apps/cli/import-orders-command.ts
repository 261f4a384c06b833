import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCurrency } from '../../kernel/index.ts';
import {
  type DateOrder,
  type ImportInput,
  type ImportReport,
  importOrders,
  MAPPING_FIELDS,
  type Mapping,
  parseMapping,
} from '../../modules/history/index.ts';
import type { CommandContext } from './command.ts';
import { grouped, summaryLines } from './history-text.ts';

const USAGE = `institor import orders FILE [--map FIELD=COLUMN,…] [--currency EUR] [--zone Europe/Berlin]
    [--dates dmy|mdy] [--origin NAME] [--dry-run]
  Orders from elsewhere, for reports: CSV, TSV or Parquet. Shopify's export of orders and WooCommerce's (Advanced Order
  Export) are recognised by their columns; of other tables --map says what each column is: ${MAPPING_FIELDS.join(', ')}.
  --currency and --zone are for amounts and moments that do not say theirs; the shop's when left out.
  --origin tells two shops apart that number their orders alike. --dry-run says what would come in.
`;

const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];
const ISSUES_SHOWN = 20;
const SHOW_EVERY_MS = 200;

/**
 * `institor import orders FILE`: what the file is, what of it cannot come in, and what it comes to.
 *
 * @returns 0 when it is in, or was already; 1 when it was refused or stopped; 2 for wrong arguments
 */
export async function importOrdersCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const say = (text: string): void => void context.out.write(`${text}\n`);
  const wanted = await readWanted(args);
  if (typeof wanted === 'string') {
    say(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  const line = rowsLine(context);
  const began = performance.now();
  try {
    const imported = await importOrders((await context.open()).connection, {
      ...{ ...wanted, now: Temporal.Now.instant(), signal: context.signal, onRows: line.show },
      onRecognised: say,
    });
    line.clear();
    if (!imported.ok) {
      const { code, message } = imported.refusal;
      const isIn = code === 'already_imported' || code === 'nothing_new';
      say(isIn ? `Nothing new: ${message}.` : `Not imported: ${message}`);
      return isIn ? 0 : 1;
    }
    for (const text of reportLines(imported.value, performance.now() - began)) say(text);
    return 0;
  } catch (error) {
    line.clear();
    if (!context.signal.aborted) throw error;
    say('Stopped; nothing of the file is in.');
    return 1;
  }
}

type Wanted = Omit<ImportInput, 'now' | 'signal' | 'onRows' | 'onRecognised'>;

/** The arguments, or what is wrong with them. */
async function readWanted(args: readonly string[]): Promise<Wanted | string> {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: {
        ...{ map: { ...text, multiple: true }, currency: text, zone: text, dates: text, origin: text },
        'dry-run': { type: 'boolean' },
      },
    });
    const [path = '', ...more] = positionals;
    if (more.length > 0) return `One file at a time; what is "${more[0]}"?`;
    if (path === '') return 'Which file?';
    if (!(await stat(path)).isFile()) return `"${path}" is no file.`;
    const { map, zone, dates, origin } = values;
    const mapping: Mapping | string | undefined = map === undefined ? undefined : parseMapping(map.join(','));
    if (typeof mapping === 'string') return mapping;
    const currency = values.currency === undefined ? undefined : parseCurrency(values.currency);
    if (values.currency !== undefined && currency === undefined)
      return `"${values.currency}" is no currency.`;
    const order = DATE_ORDERS.find((one) => one === dates);
    if (dates !== undefined && order === undefined) return '--dates is dmy or mdy.';
    if (zone !== undefined && !isZone(zone)) return `"${zone}" is no time zone such as Europe/Berlin.`;
    const options = { mapping, currency, zone, dates: order, origin };
    return { ...options, path, fileName: basename(path), isDryRun: values['dry-run'] ?? false };
  } catch (error) {
    // Wrong flags, a file that is not there: all are for the person at the keyboard.
    if (error instanceof Error) return error.message;
    throw error;
  }
}

function isZone(text: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function reportLines(report: ImportReport, milliseconds: number): string[] {
  const { issues, errors, warnings, rows, importId, summary } = report;
  const shown = issues.slice(0, ISSUES_SHOWN).map(({ severity, line, column, message, code }) => {
    const place = `line ${line}${column === undefined ? '' : `, ${column}`}`;
    return `  ${severity === 'error' ? 'error  ' : 'warning'} ${place}: ${message} [${code}]`;
  });
  const more = errors + warnings - shown.length;
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    ...shown,
    ...(more > 0 ? [`  … and ${grouped(String(more))} more`] : []),
    `${importId === undefined ? 'Would come in' : `Import ${importId}`}: of ${grouped(String(rows))} rows, in ${seconds} s`,
    ...summaryLines(summary),
    ...leftOut(report),
    ...(importId === undefined ? [] : [`To take it out again: institor history remove ${importId}`]),
  ];
}

function leftOut({ refusedDocuments, knownDocuments, origin }: ImportReport): string[] {
  const refused = `Documents left out for an error in them: ${grouped(String(refusedDocuments))}`;
  const known = `Documents left out because earlier imports of "${origin}" have them: ${grouped(String(knownDocuments))}`;
  return [
    ...(refusedDocuments > 0 ? [refused] : []),
    ...(knownDocuments > 0 ? [`${known}; if they are another shop's, give --origin NAME`] : []),
  ];
}

/** One line that is written over as rows are read; nothing where nobody watches. */
function rowsLine({ out, isTerminal }: CommandContext) {
  let shownAt = 0;
  return {
    show: (rows: number) => {
      if (!isTerminal || performance.now() - shownAt < SHOW_EVERY_MS) return;
      shownAt = performance.now();
      out.write(`\r\x1b[K${grouped(String(rows))} rows read`);
    },
    clear: () => {
      if (isTerminal && shownAt > 0) out.write('\r\x1b[K');
    },
  };
}
