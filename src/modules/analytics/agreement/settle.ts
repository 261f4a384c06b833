import type { CurrencyCode } from '../../../kernel/index.ts';
import type { PostedEntry } from './check-agreement.ts';
import { OpenItems } from './open-items.ts';
import type { Money, Moved, Payout, SettleInput } from './settle-input.ts';
import { partOf, type SettledPart, type Settlement, type SettlementCheck } from './settlement.ts';
import { Tally } from './tally.ts';
import { TwoBooks } from './two-books.ts';

/**
 * Where the money of what was sold is: paid out to the bank, kept as fees, still at a provider, owed by customers, disputed, or
 * settled otherwise. Sales are as the report has them, money at providers as their books have it, the rest as the ledger
 * has it: all agree when the parts sum to the sales. What does not is named.
 */
export function settle(input: SettleInput): SettlementCheck {
  const settling = new Settling(input);
  settling.open();
  for (const entry of input.entries) settling.post(entry);
  for (const moved of input.moved) settling.move(moved);
  settling.payOut();
  settling.dispute();
  return settling.check();
}

class Settling {
  readonly #input: SettleInput;
  readonly #flows = new Tally<Pick<Settlement, 'day' | 'market' | 'currency'>, SettledPart | 'sold'>();
  readonly #books = new TwoBooks();
  readonly #items = new OpenItems();

  constructor(input: SettleInput) {
    this.#input = input;
  }

  /** What was there before. */
  open(): void {
    const { from: day, opening, sold } = this.#input;
    for (const { account, since, ...money } of opening.ledger) {
      const part = partOf(account);
      if (part === 'owed' || part === 'disputed') this.#items.add(part, money, since);
      else this.#books.balance('ours', { day, ...money, provider: providerOf(account) }, money.amountMinor);
    }
    for (const { since, ...held } of opening.held) {
      this.#items.add('at_provider', held, since);
      this.#books.balance('theirs', { day, ...held }, held.amountMinor);
    }
    for (const { amountMinor, ...of } of sold) this.#flows.add(of, 'sold', amountMinor);
  }

  /** An entry of the ledger. */
  post({ kind, orderId, postedAt, postings }: PostedEntry): void {
    const day = this.#dayOf(postedAt);
    const provider = providerOf(postings.find(({ account }) => partOf(account) === 'money')?.account ?? '');
    for (const { account, currency, amountMinor } of postings) {
      const part = partOf(account);
      const of = { day, provider, currency, orderId };
      if (account.startsWith('provider:')) {
        this.#books.balance('ours', { ...of, provider: providerOf(account) }, amountMinor);
      }
      if (part === undefined || part === 'sold' || kind === 'payout') continue;
      if (part === 'money' || part === 'fees') {
        this.#books.money('ours', of, amountMinor);
        if (part === 'fees') this.#books.fee('ours', of, amountMinor);
        continue;
      }
      this.#flow(of, part, amountMinor);
      if (part === 'owed' || part === 'disputed') {
        this.#items.add(part, { orderId, currency, amountMinor }, postedAt);
      }
    }
  }

  /** What moved at a provider. */
  move({ provider, orderId, currency, amountMinor, at, kind, standing, lineId = '' }: Moved): void {
    const day = this.#dayOf(at);
    const of = { day, provider, currency, orderId };
    const isLate = Temporal.Instant.compare(at, this.#input.graceFrom) < 0;
    const isKnown = standing !== 'unknown';
    if (isLate && kind !== 'fee' && (standing === 'unknown' || standing === 'unconfirmed')) {
      const amounts = isKnown ? [amountMinor, 0n] : [0n, amountMinor];
      const [oursMinor = 0n, theirsMinor = 0n] = amounts;
      this.#books.name({ kind: standing, ...of, reference: lineId, oursMinor, theirsMinor });
    }
    if (!isKnown) return;
    if (kind === 'fee') {
      this.#books.fee('theirs', of, amountMinor);
      this.#flow(of, 'fees', amountMinor);
    } else this.#books.money('theirs', of, amountMinor);
    const heldMinor = kind === 'fee' ? -amountMinor : amountMinor;
    // A transfer comes to the bank itself.
    this.#flow(of, provider === 'bank_transfer' ? 'paid_out' : 'at_provider', heldMinor);
    if (provider === 'bank_transfer') return;
    this.#books.balance('theirs', of, heldMinor);
    const account = standing === 'unconfirmed' ? 'unconfirmed' : 'at_provider';
    this.#items.add(account, { provider, orderId, currency, amountMinor: heldMinor }, at);
  }

  /** What providers paid out, on the day on which the ledger heard of it. */
  payOut(): void {
    const { payouts, posted, graceFrom } = this.#input;
    const inLedger = new Set(posted.map(({ reference }) => reference));
    const inBook = new Map(payouts.map((payout) => [keyOf(payout), payout]));
    const naming = new Set(payouts.flatMap(({ provider, parts }) => (parts.length > 0 ? provider : [])));
    for (const { reference: key, postedAt, currency, amountMinor } of posted) {
      const day = this.#dayOf(postedAt);
      if (!this.#isAsked(day)) continue;
      const [provider = '', reference = ''] = key.split(/:(.*)/);
      const about = { day, provider, currency, orderId: undefined, reference };
      const payout = inBook.get(key);
      const theirsMinor = payout?.amountMinor ?? 0n;
      if (theirsMinor !== amountMinor) {
        const kind = payout === undefined ? 'payout_unknown' : 'payout_amount';
        this.#books.name({ kind, ...about, oursMinor: amountMinor, theirsMinor });
      }
      if (payout === undefined) continue;
      const linesMinor = this.#spread(payout, postedAt);
      if (linesMinor !== theirsMinor && naming.has(provider)) {
        this.#books.name({ kind: 'payout_lines', ...about, oursMinor: theirsMinor, theirsMinor: linesMinor });
      }
    }
    for (const [key, { paidAt, provider, currency, reference, amountMinor }] of inBook) {
      const day = this.#dayOf(paidAt);
      const isLate = Temporal.Instant.compare(paidAt, graceFrom) < 0;
      if (inLedger.has(key) || !isLate || !this.#isAsked(day)) continue;
      const amounts = { oursMinor: 0n, theirsMinor: amountMinor };
      this.#books.name({
        ...{ kind: 'payout_missing', day, provider, currency, orderId: undefined, reference },
        ...amounts,
      });
    }
  }

  /** A payout, to the orders that it is of. @returns what they sum to */
  #spread({ provider, currency, amountMinor, parts }: Payout, at: Temporal.Instant): bigint {
    const day = this.#dayOf(at);
    const linesMinor = parts.reduce((sum, { netMinor }) => sum + netMinor, 0n);
    for (const { orderId, netMinor } of [
      ...parts,
      { orderId: undefined, netMinor: amountMinor - linesMinor },
    ]) {
      const of = { day, orderId, currency };
      this.#flow(of, 'paid_out', netMinor);
      this.#flow(of, 'at_provider', -netMinor);
      this.#items.add('at_provider', { provider, orderId, currency, amountMinor: -netMinor }, at);
    }
    this.#books.balance('theirs', { day, provider, currency }, -amountMinor);
    return linesMinor;
  }

  /** Whether the ledger has as disputed what is. */
  dispute(): void {
    const { to: day, disputes } = this.#input;
    const disputed = new Tally<Pick<Money, 'currency' | 'orderId'>, 'ours' | 'theirs'>();
    for (const { amountMinor, ...of } of this.#items.of('disputed')) disputed.add(of, 'ours', amountMinor);
    for (const { currency, orderId, amountMinor } of disputes) {
      disputed.add({ currency, orderId }, 'theirs', amountMinor);
    }
    for (const { of, sum } of disputed.rows()) {
      const amounts = { oursMinor: sum('ours'), theirsMinor: sum('theirs') };
      if (amounts.oursMinor === amounts.theirsMinor) continue;
      this.#books.name({ kind: 'dispute', day, provider: '', reference: '', ...of, ...amounts });
    }
  }

  check(): SettlementCheck {
    const { marketOf, feesApart } = this.#input;
    for (const { at, paymentId: reference, ...fee } of feesApart) {
      this.#books.name({ kind: 'book_fee', day: this.#dayOf(at), reference, ...fee });
    }
    return {
      differences: this.#books.differences(marketOf),
      openItems: this.#items.items(marketOf),
      settlements: this.#flows.rows().flatMap(({ of, sum }) => {
        const parts = {
          ...{ paid_out: sum('paid_out'), fees: sum('fees'), at_provider: sum('at_provider') },
          ...{ owed: sum('owed'), disputed: sum('disputed'), lost: sum('lost') },
          ...{ credit: sum('credit'), given: sum('given') },
        };
        const soldMinor = sum('sold');
        const isAnything = [soldMinor, ...Object.values(parts)].some((amountMinor) => amountMinor !== 0n);
        return isAnything ? [{ ...of, soldMinor, parts }] : [];
      }),
    };
  }

  #flow(
    of: {
      readonly day: Temporal.PlainDate;
      readonly orderId: string | undefined;
      readonly currency: CurrencyCode;
    },
    part: SettledPart,
    amountMinor: bigint,
  ): void {
    const { day, currency } = of;
    this.#flows.add({ day, market: this.#input.marketOf(of.orderId), currency }, part, amountMinor);
  }

  #dayOf(at: Temporal.Instant): Temporal.PlainDate {
    return at.toZonedDateTimeISO(this.#input.zone).toPlainDate();
  }

  #isAsked(day: Temporal.PlainDate): boolean {
    const { from, to } = this.#input;
    return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0;
  }
}

/** Whose an account of money is; the shop's own bank is where transfers come to. */
function providerOf(account: string): string {
  return account === 'bank' ? 'bank_transfer' : account.replace('provider:', '');
}

function keyOf({ provider, reference }: Payout): string {
  return `${provider}:${reference}`;
}
