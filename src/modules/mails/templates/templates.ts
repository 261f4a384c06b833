import type { MailKind, MailModels } from '../model.ts';
import { addressChangeAsked, addressChangeEnded } from './address-changes.ts';
import { cancelled, draftOrder, edited, orderConfirmation } from './orders.ts';
import {
  delivered,
  returnApproved,
  returnReceived,
  returnRejected,
  returnRequested,
  shipped,
  withdrawalReceipt,
} from './parcels.ts';
import { paymentAsked, paymentFailed, paymentInstructions, refunded } from './payments.ts';
import { cartReminder, emailChanged, giftCard, signInCode } from './people.ts';
import { pagesChanged } from './shop.ts';
import type { Template } from './template.ts';

/** Every mail there is, with what writes it. */
export const TEMPLATES: { readonly [Kind in MailKind]: Template<MailModels[Kind]> } = {
  order_confirmation: orderConfirmation,
  payment_failed: paymentFailed,
  payment_asked: paymentAsked,
  address_change_asked: addressChangeAsked,
  address_change_ended: addressChangeEnded,
  payment_instructions: paymentInstructions,
  shipped,
  delivered,
  cancelled,
  edited,
  refunded,
  return_requested: returnRequested,
  return_approved: returnApproved,
  return_rejected: returnRejected,
  return_received: returnReceived,
  withdrawal_receipt: withdrawalReceipt,
  draft_order: draftOrder,
  sign_in_code: signInCode,
  email_changed: emailChanged,
  cart_reminder: cartReminder,
  gift_card: giftCard,
  pages_changed: pagesChanged,
};

export const MAIL_KINDS = Object.keys(TEMPLATES).filter(isMailKind);

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(TEMPLATES, text);
}
