import { coverageOf, type TestedMethod } from '../forecast/tested-method.ts';
import type { OwnForecast } from './forecast-item.ts';
import { type Gathered, gather, type OwnedItem } from './gathered.ts';

/**
 * A forecast that waits for what fits it to its group. What nobody looks at before it is kept is the text of its columns: a
 * thread makes it, and whoever serves shoppers meanwhile only hands it on.
 */
export type Draft = Pick<OwnForecast, 'demandClass' | 'method' | 'price' | 'daysOut'> & {
  /** `packed` weeks and variances. */
  readonly own: string;
  readonly trend: number;
  readonly weekdays: string;
  readonly history: string;
  readonly reasons: string;
  readonly promoted: string;
  /** Rows of its backtest as JSON, without brackets; '' where there is none. */
  readonly tested: string;
  readonly bias: number | undefined;
  readonly error: number | undefined;
  readonly coverage: number | undefined;
  readonly parts: readonly DraftPart[];
};

export type DraftPart = Pick<OwnForecast['parts'][number], 'kind' | 'id'> & {
  readonly shares: string;
  readonly means: string;
  readonly variances: string;
};

/** Drafts of a page in the order of its items, and what is remembered of them. */
export type DraftPage = { readonly drafts: readonly Draft[]; readonly gathered: Gathered };

/** Two years of weeks: what charts show. */
const SHOWN_WEEKS = 104;
const PIECES = 1e4;
const SHARES = 1e8;

export function draftPage(items: readonly OwnedItem[]): DraftPage {
  return { drafts: items.map(({ own }) => draftOf(own)), gathered: gather(items) };
}

function draftOf(own: OwnForecast): Draft {
  const { demandClass, method, price, daysOut, reasons } = own;
  const chosen = own.tested.find(({ isChosen }) => isChosen);
  return {
    ...{ demandClass, method, price, daysOut, own: packed(own.weeks, own.variances) },
    trend: reasons.find(({ kind }) => kind === 'trend')?.effect ?? 0,
    weekdays: listText(own.weekdays, SHARES),
    history: listText(own.history.subarray(-SHOWN_WEEKS), PIECES),
    reasons: JSON.stringify(reasons),
    promoted: JSON.stringify(own.promoted),
    tested: testedText(own.variantId, own.tested),
    ...{ bias: chosen?.bias, error: chosen?.scaledError, coverage: chosen && coverageOf(chosen) },
    parts: own.parts.map(({ kind, id, shares, means, variances }) => ({
      ...{ kind, id, shares: listText(shares, SHARES) },
      ...{ means: listText(means, PIECES), variances: listText(variances, PIECES) },
    })),
  };
}

/** A list as PostgreSQL writes it, to a `places`-th part of one; what is not known is null. */
export function listText(values: Iterable<number>, places: number): string {
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    text += Number.isNaN(value) ? 'null' : String(Math.round(value * places) / places);
  }
  return `${text}}`;
}

/** Pieces with their ten-thousandths. */
export function piecesText(values: Iterable<number>): string {
  return listText(values, PIECES);
}

/** Rows without their brackets, in as many digits as anybody reads. */
function testedText(variantId: string, tested: readonly TestedMethod[]): string {
  const short = (value: number | undefined) => value && Number(value.toPrecision(6));
  const rows = tested.map((one) => ({
    ...{ variant_id: variantId, method: one.method, is_chosen: one.isChosen, weeks: one.weeks },
    ...{ mean_error: short(one.meanError), scaled_error: short(one.scaledError), bias: short(one.bias) },
    ...{ quantile_loss: short(one.quantileLoss), hits: one.hits },
  }));
  return JSON.stringify(rows).slice(1, -1);
}

/** Two lists of equal length as text that reads back to the last bit. */
function packed(weeks: Float64Array, variances: Float64Array): string {
  const both = new Float64Array(2 * weeks.length);
  both.set(weeks);
  both.set(variances, weeks.length);
  return Buffer.from(both.buffer).toString('base64');
}

/** What `packed` packed. */
export function unpacked(text: string): { readonly weeks: Float64Array; readonly variances: Float64Array } {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const both = new Float64Array(bytes.buffer);
  return { weeks: both.slice(0, both.length / 2), variances: both.slice(both.length / 2) };
}
