import type { FastifyInstance } from 'fastify';
import { type OrderDeps, receiveWebhook } from '../../../modules/orders/index.ts';
import type { ProviderName } from '../../../modules/payments/index.ts';

const MAX_BYTES = 512 * 1024;
const PROVIDERS: readonly ProviderName[] = ['test', 'stripe', 'paypal', 'worldpay'];

/**
 * Where payment providers send their news. The bytes are taken as they came, because a signature is over them; what they
 * say is verified, kept and asked for again before anything is believed. Answered fast: providers wait few seconds.
 */
export async function addWebhookRoute(
  server: FastifyInstance,
  { orders, now }: { readonly orders: OrderDeps; readonly now: () => Temporal.Instant },
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    scope.post<{ Params: { provider: string } }>(
      '/webhooks/payments/:provider',
      { bodyLimit: MAX_BYTES },
      async (request, reply) => {
        const provider = PROVIDERS.find((name) => name === request.params.provider);
        if (provider === undefined) return reply.code(404).send();
        const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value[0] : value,
          ]),
        );
        const received = await receiveWebhook(orders, { provider, rawBody, headers, now: now() });
        if (received.ok) return reply.code(200).send();
        request.log.warn({ provider, refusal: received.refusal.code }, 'a webhook was refused');
        return reply.code(received.refusal.code === 'unknown_provider' ? 404 : 400).send();
      },
    );
  });
}
