import { AGREED_MEASURES, type AgreedMeasure, type AgreementRow } from './agreement.ts';

export type Place = Pick<AgreementRow, 'day' | 'market' | 'currency'>;
type Kept = 'reportMinor' | 'journalMinor' | 'ledgerMinor';

/** Sums by day, market, currency and measure. */
export class Figures {
  readonly #rows = new Map<string, AgreementRow>();

  add(place: Place, kept: Kept, amounts: Readonly<Partial<Record<AgreedMeasure, bigint>>>): void {
    for (const measure of AGREED_MEASURES) {
      const key = [place.day, place.market, place.currency, AGREED_MEASURES.indexOf(measure)].join(' ');
      const row = this.#rows.get(key) ?? { ...place, measure, ...NOTHING };
      this.#rows.set(key, { ...row, [kept]: row[kept] + (amounts[measure] ?? 0n) });
    }
  }

  markets(): Set<string> {
    return new Set([...this.#rows.values()].map(({ market }) => market));
  }

  rows(): AgreementRow[] {
    return [...this.#rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

const NOTHING = { reportMinor: 0n, journalMinor: 0n, ledgerMinor: 0n };
