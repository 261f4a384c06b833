import { z } from 'zod';
import { currencyOf, ok, parseCurrency, parseId, type Refusal, type Result } from '../../../kernel/index.ts';
import type { ListOrders, OrderRow } from '../../../modules/orders/index.ts';
import { readCursor, writeCursor } from '../../../platform/api/index.ts';

type After = Pick<ListOrders, 'after'>;

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
const POSITION = z.tuple([
  z.string().max(40).refine(isInstant),
  z
    .string()
    .max(3)
    .refine((text) => parseCurrency(text) !== undefined),
  z.string().regex(/^\d{1,18}$/),
  z
    .string()
    .max(36)
    .refine((text) => parseId(text) !== undefined),
]);

/** Where a list of orders goes on after this one, however it is sorted. */
export function orderCursor(
  list: string,
  last: Pick<OrderRow, 'id' | 'placedAt' | 'currency' | 'totalMinor'>,
): string {
  return writeCursor(list, [last.placedAt.toString(), last.currency, String(last.totalMinor), last.id]);
}

export function readOrderCursor(
  list: string,
  cursor: string | undefined,
): Result<After, Refusal<'invalid_cursor'>> {
  const position = readCursor(list, POSITION, cursor);
  if (!position.ok) return position;
  if (position.value === undefined) return ok({});
  const [placedAt, currency, total, text] = position.value;
  const id = parseId<'order'>(text);
  if (id === undefined) throw new TypeError('an id that was checked is none');
  const at = { placedAt: Temporal.Instant.from(placedAt), currency: currencyOf(currency) };
  return ok({ after: { ...at, totalMinor: BigInt(total), id } });
}
