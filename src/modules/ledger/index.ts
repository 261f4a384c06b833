export { type AccountCode, type AccountKind, accountOf, CHART, type Posting } from './account.ts';
export { invoiceGoods, takeInvoiceBack } from './costs/invoice-goods.ts';
export { type LandedGoods, landCosts } from './costs/land-costs.ts';
export { adjustGoods, receiveGoods } from './costs/receive-goods.ts';
export { returnGoods } from './costs/return-goods.ts';
export { type ShippedGoods, shipGoods } from './costs/ship-goods.ts';
export { returnToSupplier, takeBackGoods, takeSupplierReturnBack } from './costs/take-back-goods.ts';
export { exportJournal, type JournalCursor, type JournalEntry, readJournal } from './journal.ts';
export { JOURNAL_COLUMNS, journalRows } from './journal-rows.ts';
export { PendingPostings } from './pending-postings.ts';
export { post, postAll, postNew } from './post.ts';
export {
  creditRestoredPostings,
  creditUsedPostings,
  giftCardExpiredPostings,
  giftCardIssuedPostings,
  storeCreditGrantedPostings,
} from './postings/credit.ts';
export { reversed } from './postings/entry.ts';
export { exchangeGivenPostings, exchangePaidPostings } from './postings/exchange.ts';
export { chargesInvoicedPostings, supplierPaidPostings } from './postings/payable.ts';
export {
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  feePostings,
  payoutPostings,
  providerAccount,
  refundPaidPostings,
} from './postings/payment.ts';
export { goodwillPostings, refundPostings, roundingPostings } from './postings/refund.ts';
export { discountWithoutTax, resalePostings, type Sale, salePostings } from './postings/sale.ts';
export { LEDGER_PROOF, POSTED } from './proof.ts';
export { readCostLevels } from './store/cost-levels.ts';
export { accountBalance, type Balance, trialBalance } from './store/read-balances.ts';
export { readOpenBalances, readPostedAmounts } from './store/read-open-balances.ts';
export { type PostedPosting, type PostingPosition, readPostings } from './store/read-postings.ts';
export { readShippedCosts } from './store/shipped-costs.ts';
export type { Transaction, TransactionKind } from './transaction.ts';
