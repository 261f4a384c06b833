export { checkGiftCard } from './check-gift-card.ts';
export { type GiftCardKey, giftCardKeyOf } from './code.ts';
export { setGiftCardDisabled } from './expire-gift-cards.ts';
export type {
  CreditSource,
  GiftCard,
  GiftCardId,
  GiftCardRefusal,
  IssuedGiftCard,
  RedeemRefusal,
} from './gift-card.ts';
export { issueGiftCard } from './issue-gift-card.ts';
export { mayProbe } from './may-probe.ts';
export { openGiftCardKey } from './open-gift-card-key.ts';
export { type CreditUse, redeem, restore } from './redeem.ts';
export { readGiftCards, readStoreCredit } from './store/balances.ts';
export {
  type GiftCardMovement,
  type GiftCardRow,
  listGiftCards,
  readGiftCardMovements,
} from './store/list-gift-cards.ts';
export { grantStoreCredit } from './store-credit.ts';
export { creditCrons, creditJobs } from './tasks.ts';
