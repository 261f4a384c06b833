export type {
  CreditSource,
  GiftCard,
  GiftCardId,
  GiftCardRefusal,
  IssuedGiftCard,
  RedeemRefusal,
} from './gift-card.ts';
