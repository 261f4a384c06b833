import { type CurrencyCode, currencyOf, divideRounded } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { type CostLevel, NOTHING, taken, withReceived } from '../costs/moving-average.ts';
import {
  creditRestoredPostings,
  creditUsedPostings,
  giftCardExpiredPostings,
  giftCardIssuedPostings,
  storeCreditGrantedPostings,
} from '../postings/credit.ts';
import { goodsReceivedPostings, goodsReturnedPostings, goodsShippedPostings } from '../postings/goods.ts';
import {
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  feePostings,
  payoutPostings,
  refundPaidPostings,
} from '../postings/payment.ts';
import { goodwillPostings, refundPostings, roundingPostings } from '../postings/refund.ts';
import { salePostings } from '../postings/sale.ts';
import type { TransactionKind } from '../transaction.ts';

export type Step = { readonly kind: TransactionKind; readonly postings: Posting[] };

/** What a shop would know of its credit and its stock beside the ledger, to compare it with. */
export type Known = { giftCards: bigint; storeCredit: bigint; stock: CostLevel };

const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'].map(currencyOf);
const PROVIDERS = ['stripe', 'paypal', 'bank_transfer', 'worldpay'];

/** A shop that does anything at random, in four currencies; the same seed does the same. */
export class RandomTrade {
  readonly known = new Map<CurrencyCode, Known>(
    CURRENCIES.map((currency) => [currency, { giftCards: 0n, storeCredit: 0n, stock: NOTHING }]),
  );
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): Step {
    const currency = CURRENCIES[this.#below(CURRENCIES.length)] ?? currencyOf('EUR');
    const known = this.known.get(currency) ?? { giftCards: 0n, storeCredit: 0n, stock: NOTHING };
    const kinds = [this.#money, this.#credit, this.#goods, this.#sale];
    const step = kinds[this.#below(kinds.length)] ?? this.#sale;
    return step.call(this, currency, known);
  }

  #sale(currency: CurrencyCode): Step {
    const pricesIncludeTax = this.#below(2) === 0;
    const taxes = (base: bigint, rates: readonly [country: string, rateMillionths: number][]) =>
      rates.map(([country, rateMillionths]) => {
        const taxMinor = divideRounded(base * BigInt(rateMillionths), 1_000_000n);
        return { country, rateMillionths, taxMinor };
      });
    const priced = () => {
      const netMinor = this.#amount(50_000);
      const rate = [
        [],
        [['DE', 190_000]],
        [['DE', 70_000]],
        [
          ['FR', 55_000],
          ['US', 12_345],
        ],
      ] as const;
      const rates = (rate[this.#below(rate.length)] ?? []).map(([country, millionths]): [string, number] => {
        return [country, millionths];
      });
      return { netMinor, discountMinor: this.#amount(9_000), taxes: taxes(netMinor, rates) };
    };
    const lines = Array.from({ length: 1 + this.#below(4) }, () => {
      return { ...priced(), isGiftCard: this.#below(10) === 0 };
    });
    const delivery = this.#below(2) === 0 ? priced() : undefined;
    if (this.#below(4) > 0) {
      return { kind: 'sale', postings: salePostings({ currency, pricesIncludeTax, lines, delivery }) };
    }
    const [goods, parcel] = [priced(), priced()];
    const [goodsMinor, deliveryMinor] = [goods.netMinor, parcel.netMinor];
    const all = [...goods.taxes, ...parcel.taxes];
    return { kind: 'refund', postings: refundPostings({ currency, goodsMinor, deliveryMinor, taxes: all }) };
  }

  #money(currency: CurrencyCode): Step {
    const provider = PROVIDERS[this.#below(PROVIDERS.length)] ?? 'stripe';
    const moved = { currency, provider, amountMinor: this.#amount(90_000) };
    const steps: (() => Step)[] = [
      () => ({ kind: 'capture', postings: capturePostings({ ...moved, feeMinor: this.#amount(300) }) }),
      () => ({ kind: 'refund_paid', postings: refundPaidPostings(moved) }),
      () => ({ kind: 'fee', postings: feePostings(moved) }),
      () => ({ kind: 'payout', postings: payoutPostings(moved) }),
      () => ({ kind: 'dispute_opened', postings: disputeOpenedPostings(moved) }),
      () => ({ kind: 'dispute_won', postings: disputeWonPostings(moved) }),
      () => ({ kind: 'dispute_lost', postings: disputeLostPostings(moved) }),
      () => ({ kind: 'goodwill', postings: goodwillPostings(currency, moved.amountMinor) }),
      () => ({ kind: 'rounding', postings: roundingPostings(currency, this.#amount(4) - 2n) }),
    ];
    return this.#one(steps);
  }

  #credit(currency: CurrencyCode, known: Known): Step {
    const amountMinor = this.#amount(20_000);
    const amount = { currency, amountMinor };
    const isCard = this.#below(2) === 0;
    const account = isCard ? ('gift_cards' as const) : ('store_credit' as const);
    const move = (change: bigint) => {
      if (isCard) known.giftCards += change;
      else known.storeCredit += change;
    };
    const steps: (() => Step)[] = [
      () => {
        known.giftCards += amountMinor;
        return {
          kind: 'gift_card_issued',
          postings: giftCardIssuedPostings({ ...amount, isSold: isCard }),
        };
      },
      () => {
        known.storeCredit += amountMinor;
        const reason = isCard ? 'refund' : 'goodwill';
        return { kind: 'store_credit_granted', postings: storeCreditGrantedPostings({ ...amount, reason }) };
      },
      () => {
        move(-amountMinor);
        return { kind: 'gift_card_redeemed', postings: creditUsedPostings({ ...amount, account }) };
      },
      () => {
        move(amountMinor);
        return { kind: 'gift_card_restored', postings: creditRestoredPostings({ ...amount, account }) };
      },
      () => {
        known.giftCards -= amountMinor;
        return { kind: 'gift_card_expired', postings: giftCardExpiredPostings(amount) };
      },
    ];
    return this.#one(steps);
  }

  #goods(currency: CurrencyCode, known: Known): Step {
    const quantity = BigInt(1 + this.#below(40));
    const steps: (() => Step)[] = [
      () => {
        const valueMinor = this.#amount(70_000);
        known.stock = withReceived(known.stock, quantity, valueMinor);
        return { kind: 'goods_received', postings: goodsReceivedPostings({ currency, valueMinor }) };
      },
      () => {
        const went = taken(known.stock, quantity);
        known.stock = went.left;
        const estimatedMinor = went.unvalued * 700n;
        const { valueMinor } = went;
        return {
          kind: 'goods_shipped',
          postings: goodsShippedPostings({ currency, valueMinor, estimatedMinor }),
        };
      },
      () => {
        const valueMinor = this.#amount(5_000);
        known.stock = withReceived(known.stock, quantity, valueMinor);
        const damagedMinor = this.#amount(900);
        return {
          kind: 'goods_returned',
          postings: goodsReturnedPostings({ currency, valueMinor, damagedMinor }),
        };
      },
    ];
    return this.#one(steps);
  }

  #one(steps: readonly (() => Step)[]): Step {
    const step = steps[this.#below(steps.length)];
    if (step === undefined) throw new RangeError('there is no such step');
    return step();
  }

  #amount(most: number): bigint {
    return BigInt(this.#below(most));
  }

  // Mulberry32, by Tommy Ettinger: enough for a test, and the same everywhere.
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}
