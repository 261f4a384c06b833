import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { accountOf, type Posting } from '../account.ts';
import {
  creditRestoredPostings,
  creditUsedPostings,
  giftCardExpiredPostings,
  giftCardIssuedPostings,
  storeCreditGrantedPostings,
} from './credit.ts';
import { reversed } from './entry.ts';
import {
  goodsReceivedPostings,
  goodsReturnedPostings,
  goodsShippedPostings,
  stockAdjustedPostings,
} from './goods.ts';
import { chargesInvoicedPostings, supplierPaidPostings } from './payable.ts';
import {
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  feePostings,
  payoutPostings,
  refundPaidPostings,
} from './payment.ts';
import { purchaseInvoicedPostings } from './purchase.ts';
import { goodwillPostings, refundPostings, roundingPostings } from './refund.ts';
import { resalePostings, salePostings } from './sale.ts';

const currency = currencyOf('EUR');
const german = { country: 'DE', rateMillionths: 190_000 };
const stripe = { currency, provider: 'stripe' };

const SALES: readonly [what: string, postings: Posting[], expected: string][] = [
  [
    'a cup at 23.80 with 19 % in it, 10 % off, delivered for 5.95',
    salePostings({
      ...{ currency, pricesIncludeTax: true },
      lines: [{ discountMinor: 238n, netMinor: 1_800n, taxes: [{ ...german, taxMinor: 342n }] }],
      delivery: { discountMinor: 0n, netMinor: 500n, taxes: [{ ...german, taxMinor: 95n }] },
    }),
    'receivable 2737, sales -2000, discounts 200, tax:DE -437, shipping -500',
  ],
  [
    'the same before tax: 20.00 less 2.00, and 5.00',
    salePostings({
      ...{ currency, pricesIncludeTax: false },
      lines: [{ discountMinor: 200n, netMinor: 1_800n, taxes: [{ ...german, taxMinor: 342n }] }],
      delivery: { discountMinor: 0n, netMinor: 500n, taxes: [{ ...german, taxMinor: 95n }] },
    }),
    'receivable 2737, sales -2000, discounts 200, tax:DE -437, shipping -500',
  ],
  [
    'state and county tax, each to its own account, and delivery free by a code',
    salePostings({
      ...{ currency, pricesIncludeTax: false },
      lines: [
        {
          ...{ discountMinor: 0n, netMinor: 1_000n },
          taxes: [
            { country: 'US', region: 'CA', rateMillionths: 60_000, taxMinor: 60n },
            { country: 'US', rateMillionths: 12_500n, taxMinor: 13n },
          ],
        },
      ],
      delivery: { discountMinor: 500n, netMinor: 0n, taxes: [] },
    }),
    'receivable 1073, sales -1000, discounts 500, tax:US-CA -60, tax:US -13, shipping -500',
  ],
  [
    'all of it off: nothing is owed, and the sale and the discount stand without tax',
    salePostings({
      ...{ currency, pricesIncludeTax: true },
      lines: [{ discountMinor: 1_190n, netMinor: 0n, taxes: [{ ...german, taxMinor: 0n }] }],
    }),
    'sales -1000, discounts 1000',
  ],
  [
    'a gift card is owed, not earned',
    salePostings({
      ...{ currency, pricesIncludeTax: true },
      lines: [{ discountMinor: 0n, netMinor: 5_000n, taxes: [], isGiftCard: true }],
    }),
    'receivable 5000, gift_cards_sold -5000',
  ],
  [
    'a cup at 23.80 goes to France instead: what differs, and nothing of what is owed',
    resalePostings(
      {
        ...{ currency, pricesIncludeTax: true },
        lines: [{ discountMinor: 0n, netMinor: 2_000n, taxes: [{ ...german, taxMinor: 380n }] }],
      },
      {
        ...{ currency, pricesIncludeTax: true },
        lines: [
          {
            ...{ discountMinor: 0n, netMinor: 1_983n },
            taxes: [{ country: 'FR', rateMillionths: 200_000, taxMinor: 397n }],
          },
        ],
      },
    ),
    'sales 17, tax:DE 380, tax:FR -397',
  ],
];

const MONEY: readonly [what: string, postings: Posting[], expected: string][] = [
  ['captured', capturePostings({ ...stripe, amountMinor: 2_737n }), 'provider:stripe 2737, receivable -2737'],
  ['captured in part', capturePostings({ ...stripe, amountMinor: 1n }), 'provider:stripe 1, receivable -1'],
  [
    'captured with its fee',
    capturePostings({ ...stripe, amountMinor: 2_737n, feeMinor: 64n }),
    'provider:stripe 2673, fees 64, receivable -2737',
  ],
  [
    'a transfer came',
    capturePostings({ currency, provider: 'bank_transfer', amountMinor: 9n }),
    'bank 9, receivable -9',
  ],
  ['paid back', refundPaidPostings({ ...stripe, amountMinor: 5n }), 'receivable 5, provider:stripe -5'],
  ['a fee', feePostings({ ...stripe, amountMinor: 5n }), 'fees 5, provider:stripe -5'],
  ['paid out', payoutPostings({ ...stripe, amountMinor: 5n }), 'bank 5, provider:stripe -5'],
  ['disputed', disputeOpenedPostings({ ...stripe, amountMinor: 5n }), 'disputes 5, provider:stripe -5'],
  ['a dispute won', disputeWonPostings({ ...stripe, amountMinor: 5n }), 'provider:stripe 5, disputes -5'],
  ['a dispute lost', disputeLostPostings({ currency, amountMinor: 5n }), 'dispute_losses 5, disputes -5'],
  ['rounded in cash', roundingPostings(currency, 2n), 'rounding 2, receivable -2'],
  ['rounded up', roundingPostings(currency, -2n), 'rounding -2, receivable 2'],
];

const BACK: readonly [what: string, postings: Posting[], expected: string][] = [
  [
    'goods, delivery and their tax credited',
    refundPostings({
      ...{ currency, goodsMinor: 1_800n, deliveryMinor: 500n },
      taxes: [{ country: 'DE', taxMinor: 437n }],
    }),
    'returns 1800, shipping 500, tax:DE 437, receivable -2737',
  ],
  [
    'a gift card that was ordered and not issued',
    refundPostings({ currency, goodsMinor: 0n, deliveryMinor: 0n, giftCardsMinor: 5_000n, taxes: [] }),
    'gift_cards_sold 5000, receivable -5000',
  ],
  ['goodwill', goodwillPostings(currency, 300n), 'goodwill 300, receivable -300'],
  ['taken back', reversed(goodwillPostings(currency, 300n)), 'goodwill -300, receivable 300'],
];

const CREDIT: readonly [what: string, postings: Posting[], expected: string][] = [
  [
    'a bought card issued',
    giftCardIssuedPostings({ currency, amountMinor: 5n, isSold: true }),
    'gift_cards_sold 5, gift_cards -5',
  ],
  [
    'a card given away',
    giftCardIssuedPostings({ currency, amountMinor: 5n, isSold: false }),
    'goodwill 5, gift_cards -5',
  ],
  [
    'a card pays',
    creditUsedPostings({ currency, amountMinor: 5n, account: 'gift_cards' }),
    'gift_cards 5, receivable -5',
  ],
  [
    'store credit pays',
    creditUsedPostings({ currency, amountMinor: 5n, account: 'store_credit' }),
    'store_credit 5, receivable -5',
  ],
  [
    'given back to a card',
    creditRestoredPostings({ currency, amountMinor: 5n, account: 'gift_cards' }),
    'receivable 5, gift_cards -5',
  ],
  ['a card expired', giftCardExpiredPostings({ currency, amountMinor: 5n }), 'gift_cards 5, breakage -5'],
  [
    'credit for a refund',
    storeCreditGrantedPostings({ currency, amountMinor: 5n, reason: 'refund' }),
    'receivable 5, store_credit -5',
  ],
  [
    'credit as goodwill',
    storeCreditGrantedPostings({ currency, amountMinor: 5n, reason: 'goodwill' }),
    'goodwill 5, store_credit -5',
  ],
];

const GOODS: readonly [what: string, postings: Posting[], expected: string][] = [
  ['received', goodsReceivedPostings({ currency, valueMinor: 9n }), 'inventory 9, goods_received -9'],
  [
    'shipped',
    goodsShippedPostings({ currency, valueMinor: 9n, estimatedMinor: 0n }),
    'cost_of_goods 9, inventory -9',
  ],
  [
    'shipped, a part of it at the catalogue’s cost',
    goodsShippedPostings({ currency, valueMinor: 9n, estimatedMinor: 4n }),
    'cost_of_goods 13, inventory -9, inventory_adjustments -4',
  ],
  [
    'returned, a part of it damaged',
    goodsReturnedPostings({ currency, valueMinor: 9n, damagedMinor: 4n }),
    'inventory 9, inventory_adjustments 4, cost_of_goods -13',
  ],
  ['found', stockAdjustedPostings({ currency, valueMinor: 9n }), 'inventory 9, inventory_adjustments -9'],
  ['lost', stockAdjustedPostings({ currency, valueMinor: -9n }), 'inventory -9, inventory_adjustments 9'],
];

const SUPPLIERS: readonly [what: string, postings: Posting[], expected: string][] = [
  [
    'an invoice with freight of 4.00 of which 3.00 were expected',
    purchaseInvoicedPostings({
      ...{ currency, receivedMinor: 9_200n, inventoryMinor: 50n, soldMinor: 20n, exchangeMinor: -10n },
      ...{ chargesMinor: 400n, expectedMinor: 300n, taxMinor: 1_900n },
    }),
    'goods_received 9200, inventory 50, cost_variances 120, exchange_differences -10, freight_accrued 300, input_tax 1900, payables -11560',
  ],
  [
    'a carrier asks 45.00 where 42.00 were expected',
    chargesInvoicedPostings({ currency, expectedMinor: 4_200n, invoicedMinor: 4_500n, taxMinor: 855n }),
    'freight_accrued 4200, cost_variances 300, input_tax 855, payables -5355',
  ],
  [
    'paid early, 2 % off',
    supplierPaidPostings({
      ...{ currency, settledMinor: 11_900n, bankMinor: 11_662n, discountMinor: 238n, discountTaxMinor: 38n },
    }),
    'payables 11900, bank -11662, early_payment_discounts -200, input_tax -38',
  ],
  [
    'paid in dollars that cost more by now',
    supplierPaidPostings({
      ...{ currency, settledMinor: 9_100n, bankMinor: 9_300n, discountMinor: 0n, discountTaxMinor: 0n },
    }),
    'payables 9100, bank -9300, exchange_differences 200',
  ],
];

for (const [name, table] of Object.entries({ SALES, MONEY, BACK, CREDIT, GOODS, SUPPLIERS })) {
  describe(name.toLowerCase(), () => {
    for (const [what, postings, expected] of table) {
      test(`${what}: ${expected}`, () => {
        const text = postings.map(({ account, amountMinor }) => `${account} ${amountMinor}`).join(', ');
        assert.equal(text, expected);
        assert.equal(
          postings.reduce((sum, posting) => sum + posting.amountMinor, 0n),
          0n,
        );
        for (const { account } of postings) assert.ok(accountOf(account), account);
      });
    }
  });
}

test('an account that the chart does not have is none', () => {
  for (const code of [
    'tax',
    'provider',
    'sales:DE',
    'tax:',
    'TAX:DE',
    'nothing',
    'tax:DE;drop',
    'toString',
  ]) {
    assert.equal(accountOf(code), undefined, code);
  }
  assert.equal(accountOf('tax:US-CA')?.kind, 'liability');
});
