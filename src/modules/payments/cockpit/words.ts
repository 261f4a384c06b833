import type { RowOf, Told } from '../../../platform/cockpit/api/index.ts';
import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const paymentWords = () => messagesOf<typeof en>('payments');

export type Method = RowOf<'listPaymentMethods'>;
export type Account = Told<'listPaymentAccounts'>['items'][number];
export type Provider = Account['provider'];
export type Standing = Told<'readPaymentStanding'>;

/** Those that are set up with credentials. */
export const WITH_ACCOUNT = ['stripe', 'paypal', 'worldpay', 'bank_transfer'] as const;
export type WithAccount = (typeof WITH_ACCOUNT)[number];

export function hasAccount(provider: Provider): provider is WithAccount {
  return WITH_ACCOUNT.some((one) => one === provider);
}

/** There is somebody to ask: not where a person sees the money come. */
export function canBeTried(provider: Provider): boolean {
  return provider !== 'bank_transfer' && provider !== 'cash_on_delivery';
}
