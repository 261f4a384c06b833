import { missing } from './api-error.ts';
import {
  createRefund,
  createSession,
  expireSession,
  listDisputes,
  listLines,
  listPayouts,
  listSessions,
  readSession,
} from './books.ts';
import { createFile, readDispute, updateDispute } from './evidence.ts';
import type { Form } from './form.ts';
import type { Api } from './intents.ts';
import {
  cancelIntent,
  captureIntent,
  confirmIntent,
  createIntent,
  readIntent,
  searchIntents,
} from './intents.ts';

type Handler = (api: Api, form: Form, id: string) => object;

/** Method and path, `:id` standing for an id, of everything this Stripe answers. */
const ROUTES: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET /v1/balance', () => ({ object: 'balance', livemode: false, available: [], pending: [] })],
  ['POST /v1/payment_intents', createIntent],
  ['GET /v1/payment_intents/search', searchIntents],
  ['GET /v1/payment_intents/:id', (api, form, id) => readIntent(api, id, form)],
  ['POST /v1/payment_intents/:id/confirm', (api, form, id) => confirmIntent(api, id, form)],
  ['POST /v1/payment_intents/:id/capture', (api, form, id) => captureIntent(api, id, form)],
  ['POST /v1/payment_intents/:id/cancel', (api, form, id) => cancelIntent(api, id, form)],
  ['POST /v1/checkout/sessions', createSession],
  ['GET /v1/checkout/sessions', listSessions],
  ['GET /v1/checkout/sessions/:id', (api, form, id) => readSession(api, id, form)],
  ['POST /v1/checkout/sessions/:id/expire', (api, form, id) => expireSession(api, id, form)],
  ['POST /v1/refunds', createRefund],
  ['GET /v1/disputes', listDisputes],
  ['GET /v1/disputes/:id', (api, form, id) => readDispute(api, id, form)],
  ['POST /v1/disputes/:id', (api, form, id) => updateDispute(api, id, form)],
  ['POST /v1/files', createFile],
  ['GET /v1/balance_transactions', listLines],
  ['GET /v1/payouts', listPayouts],
]);

const ID = /^(pi|cs_test|re|dp|txn|po)_[0-9a-f]{24}$/;

/** The answer of the API; throws an `ApiError` on what it refuses. */
export function answer(api: Api, method: string, path: string, form: Form): object {
  const parts = path.split('/');
  const id = parts.find((part) => ID.test(part)) ?? parts[3] ?? '';
  const exact = ROUTES.get(`${method} ${path}`);
  if (exact !== undefined) return exact(api, form, id);
  const handler = ROUTES.get(`${method} ${parts.map((part) => (part === id ? ':id' : part)).join('/')}`);
  if (handler === undefined) throw missing('route', `${method} ${path}`);
  return handler(api, form, id);
}
