import { ok, refuse } from '../../../../kernel/index.ts';
import {
  NEEDS_NO_ACCOUNT,
  type ProviderName,
  readAccountFacts,
  saveAccount,
  tryAccount,
} from '../../../../modules/payments/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import type { paymentAccountEndpoints } from '../contract/payment-accounts.ts';
import { PROVIDERS } from '../contract/payment-methods.ts';
import type { AdminDeps } from '../deps.ts';

/** Providers that send news of their own. */
const SENDS_WEBHOOKS: ReadonlySet<ProviderName> = new Set(['stripe', 'paypal', 'worldpay']);

export function paymentAccountHandlers(deps: AdminDeps): Handlers<typeof paymentAccountEndpoints> {
  const { db, reads, secrets, webhookUrl, paymentApis: apiBases } = deps;
  return {
    listPaymentAccounts: async () => {
      const facts = await readAccountFacts(reads, secrets);
      const items = PROVIDERS.map((provider) => {
        const { updatedAt, lastWebhookAt, ...known } = facts.get(provider) ?? NOTHING;
        return {
          ...{ ...known, provider, isSetUp: updatedAt !== undefined },
          ...{ updatedAt: updatedAt?.toString(), lastWebhookAt: lastWebhookAt?.toString() },
          needsAccount: !NEEDS_NO_ACCOUNT.has(provider),
          webhookUrl: SENDS_WEBHOOKS.has(provider) ? webhookUrl(provider) : undefined,
        };
      });
      return ok({ items });
    },
    savePaymentAccount: async ({ params: { provider }, body, now }) => {
      const saved = await transactOrRefuse(db, (tx) => saveAccount(tx, secrets, { ...body, provider, now }));
      return saved.ok
        ? ok({ isSetUp: true })
        : refuse('invalid', saved.refusal.message, pathOf(saved.refusal));
    },
    testPaymentAccount: async ({ params: { provider }, body: { credentials, amendment } }) => {
      const sent = credentials === undefined ? undefined : { credentials, amendment };
      const tried = await tryAccount({ db: reads, secrets, apiBases }, { provider, sent });
      if (tried.ok || tried.refusal.code === 'not_set_up') return tried;
      return refuse('invalid', tried.refusal.message, pathOf(tried.refusal));
    },
  };
}

const NOTHING = {
  ...{ environment: undefined, shown: {}, webhookSecretCount: 0, isReadable: true },
  ...{ lastWebhookAt: undefined, updatedAt: undefined },
};

function pathOf({ field = '' }: { readonly field?: string }): string {
  return field === '' ? 'credentials' : `credentials.${field}`;
}
