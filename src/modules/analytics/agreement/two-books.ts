import type { CurrencyCode } from '../../../kernel/index.ts';
import type { NamedDifference } from './settlement.ts';
import { Tally } from './tally.ts';

export type Place = {
  readonly day: Temporal.PlainDate;
  readonly provider: string;
  readonly currency: CurrencyCode;
};

type Side = 'ours' | 'theirs';
type Unplaced = Omit<NamedDifference, 'market'>;

/** The money of orders at providers, as the ledger has it and as the providers have it, and what differs. */
export class TwoBooks {
  readonly #money = new Tally<Place & { readonly orderId: string | undefined }, Side>();
  readonly #fees = new Tally<Place & { readonly orderId: string | undefined }, Side>();
  readonly #balances = new Tally<Place, Side>();
  readonly #named: Unplaced[] = [];

  /** What moved of an order before fees. */
  money(side: Side, of: Place & { readonly orderId: string | undefined }, amountMinor: bigint): void {
    this.#money.add(of, side, amountMinor);
  }

  fee(side: Side, of: Place & { readonly orderId: string | undefined }, amountMinor: bigint): void {
    this.#fees.add(of, side, amountMinor);
  }

  /** What is at a provider after it. */
  balance(side: Side, { day, provider, currency }: Place, amountMinor: bigint): void {
    this.#balances.add({ day, provider, currency }, side, amountMinor);
  }

  name(difference: Unplaced): void {
    this.#named.push(difference);
  }

  /** By day. That balances differ is said where nothing else says why. */
  differences(marketOf: (orderId: string | undefined) => string): NamedDifference[] {
    const found = [...this.#named, ...apart('movement', this.#money), ...apart('fee', this.#fees)];
    const explained = new Set(found.map(placeOf));
    const rest = apart('balance', this.#balances).filter((one) => !explained.has(placeOf(one)));
    return [...found, ...rest]
      .map((one) => ({ ...one, market: marketOf(one.orderId) }))
      .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  }
}

function apart<Of extends Place & { readonly orderId?: string | undefined }>(
  kind: NamedDifference['kind'],
  tally: Tally<Of, Side>,
): Unplaced[] {
  return tally.rows().flatMap(({ of: { day, provider, currency, orderId }, sum }) => {
    const [oursMinor, theirsMinor] = [sum('ours'), sum('theirs')];
    if (oursMinor === theirsMinor) return [];
    return [{ kind, day, provider, currency, orderId, reference: '', oursMinor, theirsMinor }];
  });
}

function placeOf({ day, provider, currency }: Place): string {
  return [day, provider, currency].join(' ');
}
