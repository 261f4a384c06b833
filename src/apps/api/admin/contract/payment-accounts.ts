import { z } from 'zod';
import { documentedAs, endpoint, instant } from '../../../../platform/api/index.ts';
import { PROVIDERS } from './payment-methods.ts';

const ENVIRONMENT = z.enum(['test', 'live']);

const account = z
  .object({
    provider: z.enum(PROVIDERS),
    isSetUp: z.boolean().describe('Has credentials; what needs none is there without.'),
    needsAccount: z.boolean(),
    isReadable: z
      .boolean()
      .describe('False where the key that sealed the credentials is gone: type them anew.'),
    environment: ENVIRONMENT.optional().describe('Whether money is real, as far as the credentials say.'),
    shown: z.record(z.string(), z.string()).describe('What is no secret of them, by name.'),
    webhookSecretCount: z.int().describe('Two while they change.'),
    webhookUrl: z.string().optional().describe('Where the provider is to send its news.'),
    lastWebhookAt: instant().optional(),
    updatedAt: instant().optional(),
  })
  .meta({ id: 'PaymentAccount' });

/** Parsed by the payments module, which knows what each provider asks for and names the field that is wrong. */
const credentials = documentedAs(z.unknown(), {
  type: 'object',
  description:
    'What the provider asks for: secretKey, publishableKey, webhookSecrets, say. Never answered back.',
});

const amendment = z
  .enum(['all', 'rest_stays', 'old_webhook_stays', 'old_webhook_goes'])
  .default('all')
  .describe(
    'Whether what is sent is all; or what is left out stays as it is kept, an empty text takes it away. ' +
      'Beside that the webhook secret that was live stays so behind the new one, or only the newest is left.',
  );

const trial = z.object({
  outcome: z.enum(['reached', 'wrong_credentials', 'not_allowed', 'unreachable']),
  environment: ENVIRONMENT.optional(),
  message: z.string().optional().describe('Why not, in the words of the adapter.'),
  field: z.string().optional().describe('Which of the credentials is wrong, where it can be told.'),
  milliseconds: z.int(),
});

const shared = { group: 'Payment methods', audience: 'payments:write' } as const;
const params = z.strictObject({ provider: z.enum(PROVIDERS) });

export const paymentAccountEndpoints = {
  listPaymentAccounts: endpoint({
    ...{ ...shared, method: 'GET', path: '/payment-accounts', summary: 'Providers, set up or not' },
    description: 'Nothing of what opens them is told.',
    ...{ audience: 'payments:read', rate: 'read' },
    ...{ output: z.object({ items: z.array(account) }), refusals: {} },
  }),
  savePaymentAccount: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/payment-accounts/{provider}',
      summary: 'Set a provider up',
      params,
    },
    description: 'Kept sealed. While a webhook secret changes, two are live: the new one first.',
    ...{ rate: 'write', body: z.strictObject({ credentials, amendment }) },
    ...{ output: z.object({ isSetUp: z.boolean() }), refusals: { invalid: 422 } },
    changes: { kind: 'payment_account', id: 'provider', read: 'listPaymentAccounts' },
    stepUp: true,
  }),
  testPaymentAccount: endpoint({
    ...{ ...shared, method: 'POST', path: '/payment-accounts/{provider}/test', params },
    summary: 'Ask a provider whether it takes the credentials',
    description:
      'Those that are kept, or others that are not saved by it. Nothing is paid and nothing is changed.',
    // Answers whether a secret is right.
    ...{ rate: 'guess', idempotency: 'none' },
    body: z.strictObject({ credentials: credentials.optional(), amendment }),
    ...{ output: trial, refusals: { invalid: 422, not_set_up: 409 } },
    changes: { nothing: 'asks the provider something harmless' },
  }),
};
