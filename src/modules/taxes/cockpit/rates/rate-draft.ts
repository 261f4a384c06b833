import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { millionthsOf, percentText } from '../percent.ts';
import type { TaxRate } from '../words.ts';

export type SentRate = Asking<'saveTaxRates'>['body']['rates'][number];

/** A rate as its form has it. */
export type RateDraft = {
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly postalPrefixes: readonly string[];
  readonly levy: string;
  readonly taxClass: string;
  readonly percent: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly source: string;
};

export function draftOf(rate: TaxRate | undefined): RateDraft {
  return {
    ...{ name: rate?.name ?? 'VAT', country: rate?.country ?? 'DE', region: rate?.region ?? '' },
    ...{ postalPrefixes: rate?.postalPrefixes ?? [], levy: rate?.levy ?? 'vat' },
    ...{ taxClass: rate?.taxClass ?? '', source: rate?.source ?? '' },
    percent: rate === undefined ? '' : percentText(rate.rateMillionths),
    ...{ validFrom: rate?.validFrom ?? '', validUntil: rate?.validUntil ?? '' },
  };
}

/** What is saved, or `undefined` while the percentage is none. */
export function sentRate(draft: RateDraft): SentRate | undefined {
  const { region, postalPrefixes, percent, validFrom, validUntil, ...rest } = draft;
  const rateMillionths = millionthsOf(percent);
  if (rateMillionths === undefined) return undefined;
  return {
    ...{ ...rest, rateMillionths },
    postalPrefixes: postalPrefixes.map((prefix) => prefix.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')),
    ...(region === '' ? {} : { region: region.toUpperCase() }),
    ...(validFrom === '' ? {} : { validFrom }),
    ...(validUntil === '' ? {} : { validUntil }),
  };
}

/**
 * A rate that changes on a day: the one that is there ends on it, and another with the same place begins. Both are
 * saved together, so that no day is without and past orders can be explained.
 */
export function changedOn(rate: TaxRate, day: string, percent: string): readonly SentRate[] | undefined {
  const ended = sentRate({ ...draftOf(rate), validUntil: day });
  const begun = sentRate({ ...draftOf(rate), percent, validFrom: day });
  return ended === undefined || begun === undefined ? undefined : [ended, begun];
}
