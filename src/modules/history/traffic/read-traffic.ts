import { type Header, type Issue, isBadRow, type Row } from '../../exchange/index.ts';
import { type CellContext, type Columns, cellReader } from '../formats/cells.ts';
import { countryOf } from '../read/country.ts';
import { COUNTS, DIMENSIONS, type TrafficRow, type TrafficTool } from './traffic.ts';

// As Google Analytics 4 (explorations), Matomo (reports by day) and Plausible (its export's files) name them.
const COLUMNS = {
  day: ['Date', 'Day'],
  source: ['Session source', 'Source', 'utm_source'],
  medium: ['Session medium', 'Medium', 'utm_medium'],
  pair: ['Session source / medium', 'Source / Medium'],
  channel: [
    ...['Session default channel group', 'Session primary channel group (Default channel group)'],
    ...['Default channel group', 'Channel', 'Channel Type'],
  ],
  country: ['Country', 'Country ID'],
  device: ['Device category', 'Device type', 'Device'],
  sessions: ['Sessions', 'Visits', 'nb_visits'],
  visitors: ['Total users', 'Active users', 'Users', 'Visitors', 'Unique visitors', 'nb_uniq_visitors'],
  pageviews: ['Views', 'Pageviews', 'Screen page views', 'nb_pageviews'],
} as const satisfies Columns<string>;

type Key = keyof typeof COLUMNS;

/** Whose export a header is, by the columns that only one of them has. */
export function toolOf(header: Header): TrafficTool {
  if (header.has('nb_visits') || header.has('nb_uniq_visitors') || header.has('Unique visitors'))
    return 'matomo';
  const google = [...COLUMNS.channel.slice(0, 2), 'Session source / medium', 'Total users', 'Active users'];
  if (google.some((name) => header.has(name))) return 'google_analytics';
  return header.has('visitors') && header.has('visits') && header.has('bounces') ? 'plausible' : 'table';
}

// Visits are in several of their rows: added up they would be more than there were.
const UNCOUNTABLE = [
  ...[
    'page',
    'Page path',
    'Page path and screen class',
    'Page title',
    'Landing page',
    'entry_page',
    'exit_page',
  ],
  ...['Event name', 'browser', 'operating_system', 'Operating system', 'Hour'],
];

/** What is missing of a table's columns to be one of visits, in words, or `undefined`. */
export function trafficProblem(header: Header): string | undefined {
  const columns = header.names.slice(0, 20).join(', ');
  const uncountable = UNCOUNTABLE.find((name) => header.has(name));
  if (uncountable !== undefined) return `Visits by "${uncountable}" are not kept: leave that column out.`;
  if (!header.has(...COLUMNS.day)) return `There is no column Date; the columns are ${columns}.`;
  if (COUNTS.some((count) => header.has(...COLUMNS[count]))) return undefined;
  return `There is no column with sessions, visitors or pageviews; the columns are ${columns}.`;
}

/** By what a table tells visits apart: `source+medium`; '' for whole days. */
export function breakdownOf(header: Header): string {
  const has = (name: Key) => header.has(...COLUMNS[name]);
  return DIMENSIONS.filter((name) => has(name) || (has('pair') && isOfPair(name))).join('+');
}

/** Reads rows of visits; one that sums the others up is none. */
export function trafficReader(header: Header, context: CellContext) {
  const cells = cellReader(header, COLUMNS, {
    ...context,
    momentOf: (text) => context.momentOf(dashed(text)),
  });
  const breakdown = breakdownOf(header);
  const counted = COUNTS.find((name) => cells.has(name)) ?? 'sessions';
  const read = (row: Row): { readonly row: TrafficRow | undefined; readonly issues: readonly Issue[] } => {
    if (isGrandTotal(row, cells)) return { row: undefined, issues: [] };
    if (isBadRow(row)) {
      const { line, code, message } = row;
      return { row: undefined, issues: [{ line, column: undefined, severity: 'error', code, message }] };
    }
    cells.needed(row, 'day');
    const day = cells.moment(row, 'day')?.day;
    const counts = {
      sessions: countIn(row, 'sessions', cells),
      visitors: countIn(row, 'visitors', cells),
      pageviews: countIn(row, 'pageviews', cells),
    };
    if (Object.values(counts).every((count) => count === undefined)) cells.needed(row, counted);
    const issues = cells.takeIssues();
    if (day === undefined || issues.length > 0) return { row: undefined, issues };
    return { row: { line: row.line, day, breakdown, ...dimensionsOf(row, cells), ...counts }, issues };
  };
  return { breakdown, read };
}

type Cells = ReturnType<typeof cellReader<Key>>;

function countIn(row: Row, name: (typeof COUNTS)[number], cells: Cells): number | undefined {
  const count = cells.whole(row, name);
  if (count !== undefined && count < 0)
    cells.note('error', row, name, 'negative', `${count} cannot be counted.`);
  return count;
}

function dimensionsOf(row: Row, cells: Cells) {
  const [source = '', medium = ''] = cells.text(row, 'pair').split(' / ');
  const text = (name: 'source' | 'medium' | 'channel' | 'device') => cells.text(row, name) || undefined;
  return {
    source: text('source') ?? (source || undefined),
    medium: text('medium') ?? (medium || undefined),
    channel: text('channel'),
    country: countryOf(cells.text(row, 'country')),
    device: text('device')?.toLowerCase(),
  };
}

/** Of Google Analytics: without a day, and named in a cell that the header has none for. */
function isGrandTotal(row: Row, cells: Cells): boolean {
  if (cells.text(row, 'day') !== '') return false;
  if (isBadRow(row)) return row.code === 'too_many_cells' && row.cells.every((cell) => cell.trim() === '');
  return row.cells.some((cell) => /^grand total$/i.test(cell.trim()));
}

function isOfPair(name: string): boolean {
  return name === 'source' || name === 'medium';
}

/** Google's days are eight digits. */
function dashed(text: string): string {
  return text.trim().replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
