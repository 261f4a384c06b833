import { createHash } from 'node:crypto';
import type { StoredForecast } from '../../forecasting/index.ts';
import type { NeedFacts } from './need.ts';

/** Grows when the same facts lead to another need. */
const RULES = 1;

/** The same for the same facts on the same day: what a need was worked out from, in 22 letters. */
export function factsKey(
  { forecast: _, adjustment: __, ...facts }: NeedFacts,
  { madeAt, adjustments }: StoredForecast,
): string {
  const text = JSON.stringify([RULES, facts, madeAt, adjustments], (_key, value: unknown) => {
    return typeof value === 'bigint' ? String(value) : value;
  });
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
