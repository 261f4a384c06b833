import type { Table, TableBody } from '../words.ts';
import type { GridZone } from './carrier-grid.ts';

/** Where a zone of the carrier is; its prices come from what was pasted. */
export type ZonePlace = {
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly postalCodes: readonly string[];
};

export type TableDraft = {
  readonly name: string;
  readonly carrier: string;
  readonly currency: string;
  readonly text: string;
  readonly unit: 'kg' | 'g';
  /** By the code of the carrier's zone: kept when prices are pasted anew. */
  readonly places: Readonly<Record<string, ZonePlace>>;
};

const NOWHERE: ZonePlace = { countries: [], regions: [], postalCodes: [] };

export function newTable(currency: string): TableDraft {
  return { name: '', carrier: '', currency, text: '', unit: 'kg', places: {} };
}

/** A kept table as the text that would have been pasted. */
export function draftOf({ name, carrier, currency, zones }: Table): TableDraft {
  const ends = zones.flatMap(({ steps }) => steps.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY));
  const weights = [...new Set(ends)].toSorted((one, other) => one - other);
  const rows = weights.map((weight) => [
    Number.isFinite(weight) ? String(weight) : '1000000000',
    ...zones.map(
      ({ steps }) => steps.find(({ upTo = Number.POSITIVE_INFINITY }) => weight <= upTo)?.price.amount ?? '',
    ),
  ]);
  const text = [['g', ...zones.map(({ code }) => code)], ...rows].map((row) => row.join('\t')).join('\n');
  const places = zones.map(({ code, countries, regions, postalCodes }) => [
    code,
    { countries, regions, postalCodes },
  ]);
  return { name, carrier, currency, text, unit: 'g', places: Object.fromEntries(places) };
}

export function placeOf({ places }: TableDraft, code: string): ZonePlace {
  return places[code] ?? NOWHERE;
}

export function sentTable(draft: TableDraft, zones: readonly GridZone[]): TableBody {
  const { name, carrier, currency } = draft;
  return {
    ...{ name: name.trim(), carrier: carrier.trim(), currency },
    zones: zones.map(({ code, steps }) => {
      const { countries, regions, postalCodes } = placeOf(draft, code);
      return {
        ...{ code, countries: [...countries], regions: [...regions], postalCodes: [...postalCodes] },
        steps: steps.map(({ upTo, price }) => ({ upTo, price: { amount: price, currency } })),
      };
    }),
  };
}
