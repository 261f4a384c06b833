import { sql } from 'kysely';
import { piecesText, unpacked } from '../make/draft.ts';
import type { OwnWeeks } from '../make/forecast-item.ts';
import type { Fit } from '../make/forecast-items.ts';
import { type Column, columnsOf } from './columns.ts';
import { type Drafts, type KeptDraft, readDrafts } from './drafts.ts';
import { type Listed, listedOf } from './listed-of.ts';

type FitRow = { readonly place: number; readonly fitted: OwnWeeks; readonly listed: Listed };

const FIT: readonly Column<FitRow, undefined>[] = [
  ['place', 'int', ({ place }) => place],
  ['method', 'text', ({ fitted }) => fitted.method],
  ['is_enough', 'bool', ({ fitted }) => fitted.demandClass !== 'new' || fitted.method === 'analogy'],
  ['weeks', 'float8[]', ({ fitted }) => piecesText(fitted.weeks)],
  ['variances', 'float8[]', ({ fitted }) => piecesText(fitted.variances)],
  ['reasons', 'jsonb', ({ fitted }) => JSON.stringify(fitted.reasons)],
  ['next_4', 'float8', ({ listed }) => listed.month.mean],
  ['next_4_low', 'float8', ({ listed }) => listed.month.low],
  ['next_4_high', 'float8', ({ listed }) => listed.month.high],
  ['next_13', 'float8', ({ listed }) => listed.quarter.mean],
  ['next_13_low', 'float8', ({ listed }) => listed.quarter.low],
  ['next_13_high', 'float8', ({ listed }) => listed.quarter.high],
  ['flags', 'text[]', ({ listed }) => `{${listed.flags.join(',')}}`],
];
const NAMES = FIT.map(([name]) => name).join(', ');

/** So many are worked out without a pause: some milliseconds, in which nobody else is served. */
const AT_ONCE = 250;

/** Fits all drafts to their groups, some at a time. `goesOn`: asked between them. @returns whether it came to its end */
export async function fitDrafts(drafts: Drafts, fit: Fit, goesOn: () => Promise<boolean>): Promise<boolean> {
  let after = 0;
  for (;;) {
    const page = await readDrafts(drafts, { after, limit: AT_ONCE });
    const rows = page.map((draft) => fitRow(draft, fit));
    if (rows.length > 0) await insertFits(drafts, rows);
    if (!(await goesOn())) return false;
    after = page.at(-1)?.place ?? after;
    if (page.length < AT_ONCE) return true;
  }
}

function fitRow(draft: KeptDraft, fit: Fit): FitRow {
  const { place, variantId, category, brand, attributes, demandClass, method, price, own, history } = draft;
  const fitted = fit({
    item: { variantId, category, brand: brand ?? undefined, attributes: attributes ?? {} },
    own: {
      ...{ demandClass, method, price, ...unpacked(own), reasons: [] },
      history: Float64Array.from(history ?? [], (pieces) => pieces ?? Number.NaN),
    },
  });
  const { daysOut, trend, bias, coverage } = draft;
  const told = { bias: bias ?? undefined, coverage: coverage ?? undefined, daysOut, trend };
  return { place, fitted, listed: listedOf({ ...fitted, ...told }) };
}

async function insertFits({ session }: Drafts, rows: readonly FitRow[]): Promise<void> {
  const { given, lists } = columnsOf(FIT, rows, undefined);
  await sql`
    insert into forecast_fit (${sql.raw(NAMES)}) select ${sql.raw(given)}
    from unnest(${lists}) as given (${sql.raw(NAMES)})`.execute(session);
}
