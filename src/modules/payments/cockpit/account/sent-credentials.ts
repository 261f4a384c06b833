import type { WithAccount } from '../words.ts';

export type Typed = Readonly<Record<string, string>>;

/** How a form of credentials is sent: all of them at first, later what was typed, beside what is kept. */
export type SentAccount = {
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly amendment: 'all' | 'rest_stays' | 'old_webhook_stays';
};

/**
 * What of a form is sent. Once an account is kept, what was left as it is stays out: a secret that nobody typed is kept,
 * and an empty text takes what is optional away.
 *
 * @param shown what is kept and no secret
 * @param keepsOld the webhook secret that is live stays so, until the provider has changed over
 */
export function sentCredentials(
  provider: WithAccount,
  typed: Typed,
  kept: { readonly isSetUp: boolean; readonly shown: Typed; readonly keepsOld: boolean },
): SentAccount {
  const { isSetUp, shown, keepsOld } = kept;
  const { webhookSecret = '', keyId = '', ...plain } = typed;
  const changed = Object.entries(plain)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => value !== (shown[name] ?? ''));
  const isSecretTyped = webhookSecret.trim() !== '';
  const secret =
    provider === 'worldpay' ? { keyId: keyId.trim(), secret: webhookSecret.trim() } : webhookSecret.trim();
  const credentials = {
    ...Object.fromEntries(changed),
    ...(isSecretTyped ? { webhookSecrets: [secret] } : {}),
  };
  if (!isSetUp) return { credentials, amendment: 'all' };
  const isWebhookNew = isSecretTyped || changed.some(([name]) => name === 'webhookId');
  return { credentials, amendment: isWebhookNew && keepsOld ? 'old_webhook_stays' : 'rest_stays' };
}
