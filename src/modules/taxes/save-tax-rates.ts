import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { isCountry } from '../markets/index.ts';
import { deleteRates, readTaxClasses, upsertRates } from './store.ts';
import type { TaxClass, TaxesRefusal, TaxRateId, TaxRule } from './tax-rate.ts';
import { tellIf } from './tell-changed.ts';

/** At most this many rates a call. */
const LIMIT = 5_000;
const PREFIXES = 2_000;
const ALL = 1_000_000;

export type TaxRateDraft = Omit<TaxRule, 'id'>;

/**
 * Writes rates, all or none. One with the same place, levy, class and first day as a kept one replaces it, so that the
 * same list again writes nothing and tells nothing.
 */
export async function saveTaxRates(
  tx: Tx,
  drafts: readonly TaxRateDraft[],
): Promise<Result<void, TaxesRefusal>> {
  if (drafts.length > LIMIT) return refuse('too_many', `at most ${LIMIT} rates at once`, 'rates');
  const classes = await readTaxClasses(tx);
  for (const [index, draft] of drafts.entries()) {
    const refusal = draftRefusal(draft, classes, `rates[${index}]`);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  const rules = drafts.map((draft): TaxRule => ({ ...draft, name: draft.name.trim(), id: newId() }));
  await tellIf(tx, await upsertRates(tx, rules));
  return ok(undefined);
}

/** Takes rates away, also from the past: to end one, save it with its last day instead. */
export async function removeTaxRates(tx: Tx, ids: readonly TaxRateId[]): Promise<void> {
  await tellIf(tx, await deleteRates(tx, ids));
}

function draftRefusal(
  draft: TaxRateDraft,
  classes: readonly TaxClass[],
  path: string,
): TaxesRefusal | undefined {
  const { rateMillionths, validFrom, validUntil } = draft;
  const invalid = (field: string, message: string) => refuse('invalid', message, `${path}.${field}`).refusal;
  if (draft.name.trim() === '') return refuse('missing', 'a tax has a name', `${path}.name`).refusal;
  if (draft.name.length > 100) {
    return refuse('too_long', 'a name has at most 100 characters', `${path}.name`).refusal;
  }
  if (!isCountry(draft.country)) {
    const message = `"${draft.country}" is no ISO 3166-1 code of two letters`;
    return refuse('unknown_country', message, `${path}.country`).refusal;
  }
  if (draft.region !== undefined && !/^[A-Z0-9]{1,3}$/.test(draft.region)) {
    return invalid('region', 'a region is an ISO 3166-2 code without its country, such as NY');
  }
  if (!/^[a-z0-9_-]{1,40}$/.test(draft.levy)) {
    return invalid('levy', 'a levy has 1 to 40 lower-case letters, digits, hyphens and underscores');
  }
  if (draft.taxClass !== '' && !classes.some(({ code }) => code === draft.taxClass)) {
    return refuse('not_found', `no tax class has the code "${draft.taxClass}"`, `${path}.taxClass`).refusal;
  }
  if (!Number.isInteger(rateMillionths) || rateMillionths < 0 || rateMillionths > ALL) {
    return invalid('rateMillionths', `a rate is a whole number from 0 to ${ALL}: 19 % is 190000`);
  }
  if (draft.postalPrefixes.length > PREFIXES || !draft.postalPrefixes.every(isPrefix)) {
    return invalid('postalPrefixes', 'at most 2,000 beginnings of 1 to 10 capitals and digits, such as 35');
  }
  if (draft.source.length > 500) {
    return refuse('too_long', 'a source has at most 500 characters', `${path}.source`).refusal;
  }
  const endsFirst = validFrom && validUntil && Temporal.PlainDate.compare(validUntil, validFrom) <= 0;
  return endsFirst ? invalid('validUntil', 'a rate ends after it begins') : undefined;
}

function isPrefix(text: string): boolean {
  return /^[A-Z0-9]{1,10}$/.test(text);
}
