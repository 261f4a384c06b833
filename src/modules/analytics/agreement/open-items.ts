import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Money } from './settle-input.ts';
import type { OpenItem, OpenKind } from './settlement.ts';
import { Tally } from './tally.ts';

type Of = {
  readonly account: Exclude<OpenKind, 'to_refund'>;
  readonly provider: string;
  readonly currency: CurrencyCode;
  readonly orderId: string | undefined;
};

/** What is not settled yet, by order: what comes and goes until nothing is left of it. */
export class OpenItems {
  readonly #open = new Tally<Of, 'open'>();
  readonly #since = new Map<string, Temporal.Instant>();

  add(
    account: Of['account'],
    { provider = '', currency, orderId, amountMinor }: Money & { readonly provider?: string },
    at: Temporal.Instant,
  ): void {
    const of = { account, provider, currency, orderId };
    this.#open.add(of, 'open', amountMinor);
    const known = this.#since.get(keyOf(of));
    if (known === undefined || Temporal.Instant.compare(at, known) < 0) this.#since.set(keyOf(of), at);
  }

  /** What is left of an account, by order. */
  of(account: Of['account']): readonly Money[] {
    return this.#open.rows().flatMap(({ of: { currency, orderId, ...of }, sum }) => {
      return of.account === account ? [{ currency, orderId, amountMinor: sum('open') }] : [];
    });
  }

  /** What is left, that first which is open longest. Whom the customer does not owe, the shop owes. */
  items(marketOf: (orderId: string | undefined) => string): OpenItem[] {
    const items = this.#open.rows().flatMap(({ of, sum }) => {
      const amountMinor = sum('open');
      const since = this.#since.get(keyOf(of));
      if (amountMinor === 0n || since === undefined) return [];
      const { account, ...whose } = of;
      const kind = account === 'owed' && amountMinor < 0n ? 'to_refund' : account;
      return [{ kind, ...whose, market: marketOf(of.orderId), amountMinor, since }] as const;
    });
    return items.toSorted((a, b) => Temporal.Instant.compare(a.since, b.since));
  }
}

function keyOf({ account, provider, currency, orderId = '' }: Of): string {
  return [account, provider, currency, orderId].join(' ');
}
