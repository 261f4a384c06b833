import { paymentWords, type WithAccount } from '../words.ts';

/** `secret`: typed, never shown again. `open`: made to be seen. `choice`: where money is real, and where not. */
export type AccountField = {
  readonly name: keyof ReturnType<typeof paymentWords>['fields'];
  readonly kind: 'secret' | 'open' | 'choice';
  readonly isOptional?: true;
  /** How it begins at the provider. */
  readonly example?: string;
};

/** What each provider asks for, in the order in which its own pages show it. */
export const ACCOUNT_FIELDS: Readonly<Record<WithAccount, readonly AccountField[]>> = {
  stripe: [
    { name: 'publishableKey', kind: 'open', example: 'pk_live_…' },
    { name: 'secretKey', kind: 'secret', example: 'sk_live_…' },
  ],
  paypal: [
    { name: 'environment', kind: 'choice' },
    { name: 'clientId', kind: 'open' },
    { name: 'clientSecret', kind: 'secret' },
  ],
  worldpay: [
    { name: 'environment', kind: 'choice' },
    { name: 'username', kind: 'secret' },
    { name: 'password', kind: 'secret' },
    { name: 'entity', kind: 'open' },
    { name: 'checkoutId', kind: 'open' },
  ],
  bank_transfer: [
    { name: 'holder', kind: 'open' },
    { name: 'iban', kind: 'open', example: 'DE02 1203 0000 0000 2020 51' },
    { name: 'bic', kind: 'open', isOptional: true },
    { name: 'bank', kind: 'open', isOptional: true },
  ],
};

/** By what a provider's webhooks are known to be its own. */
export const WEBHOOK_FIELDS: Readonly<Record<WithAccount, readonly AccountField[]>> = {
  stripe: [{ name: 'webhookSecret', kind: 'secret', example: 'whsec_…' }],
  paypal: [{ name: 'webhookId', kind: 'open' }],
  worldpay: [
    { name: 'keyId', kind: 'open' },
    { name: 'webhookSecret', kind: 'secret' },
  ],
  bank_transfer: [],
};

/** The two environments of a provider, by its own names. */
export const ENVIRONMENTS: Readonly<Record<WithAccount, readonly [test: string, live: string]>> = {
  ...{ stripe: ['test', 'live'], paypal: ['sandbox', 'live'] },
  ...{ worldpay: ['try', 'live'], bank_transfer: ['test', 'live'] },
};

/** The label of a field that an answer names: `credentials.webhookSecrets.0.secret`. */
export function fieldLabel(path: string): string {
  const { fields } = paymentWords();
  const name = formName(path);
  const [, label] = Object.entries(fields).find(([one]) => one === name) ?? [];
  return label ?? path;
}

/** The form's own name of what the API names by its path. */
export function formName(path: string): string {
  const own = path.replace(/^credentials\.?/, '');
  if (/^webhookSecrets(\.\d+)?(\.secret)?$/.test(own)) return 'webhookSecret';
  return /^webhookSecrets\.\d+\.keyId$/.test(own) ? 'keyId' : own;
}
