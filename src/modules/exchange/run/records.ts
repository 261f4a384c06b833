import type { ReadContext } from '../format.ts';
import type { Issue } from '../issue.ts';
import type { Row } from '../read/csv.ts';
import type { Survey } from '../read/survey.ts';
import type { ProductRecord } from '../record.ts';

/** The most rows of one product: its variants and its pictures. */
const MAX_ROWS = 20_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** The products that one group of rows makes, and what kept others of the group out. */
export type GroupRecords = {
  /** The number of the group in the file, from 0: what an import's cursor counts. */
  readonly group: number;
  readonly records: readonly ProductRecord[];
  /** Errors of the group as a whole: it makes no products then. */
  readonly refused: readonly Issue[];
};

/** Reads the surveyed file again, group by group, in the order of the groups' first rows. */
export async function* readRecords(survey: Survey, context: ReadContext): AsyncIterable<GroupRecords> {
  const read = survey.format.read(survey.header, context);
  const wishes = handleWishes();
  let group = 0;
  for (const numbers of survey.groups.all()) {
    const refused = refusalsOf(survey, numbers);
    const records = refused.length > 0 ? [] : read(await rowsOf(survey, numbers)).map(wishes);
    yield { group, records, refused };
    group += 1;
  }
}

function refusalsOf(survey: Survey, numbers: readonly number[]): Issue[] {
  const bad = numbers.flatMap((number) => survey.badRows.get(number) ?? []);
  const bytes = numbers.reduce((sum, number) => sum + survey.spool.bytesOf(number), 0);
  if (numbers.length <= MAX_ROWS && bytes <= MAX_BYTES) return bad;
  const line = survey.spool.lineOf(numbers[0] ?? 0);
  const message = `${numbers.length} rows belong to one product; at most ${MAX_ROWS} may.`;
  return [...bad, { line, column: undefined, severity: 'error', code: 'product_too_large', message }];
}

async function rowsOf(survey: Survey, numbers: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const number of numbers) rows.push(await survey.spool.read(number));
  return rows;
}

// Two products of one title and no address of their own get `mug` and `mug-2`: in the order of the file, so
// that the same file gives the same addresses again.
function handleWishes(): (record: ProductRecord) => ProductRecord {
  const used = new Map<string, number>();
  return (record) => {
    if (record.handle === '') return record;
    const before = used.get(record.handle) ?? 0;
    used.set(record.handle, before + 1);
    if (record.isHandleGiven || before === 0) return record;
    return { ...record, handle: `${record.handle}-${before + 1}` };
  };
}
