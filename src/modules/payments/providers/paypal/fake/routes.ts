import { missing } from './api-error.ts';
import { searchTransactions } from './banks.ts';
import { listDisputes, provideEvidence, readDispute } from './evidence.ts';
import { type Api, authorizeOrder, captureOrder, createOrder, patchOrder, readOrder } from './orders.ts';
import {
  captureAuthorization,
  readAuthorization,
  readCapture,
  reauthorize,
  refundCapture,
  voidAuthorization,
} from './payments.ts';

type Request = { readonly id: string; readonly query: URLSearchParams; readonly body: string };
type Route = { readonly status: number; readonly handle: (api: Api, request: Request) => object };

const made = (handle: Route['handle']): Route => ({ status: 201, handle });
const given = (handle: Route['handle']): Route => ({ status: 200, handle });

/** Method and path, `:id` standing for an id, of everything this PayPal answers. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['POST /v2/checkout/orders', made((api, { body }) => createOrder(api, body))],
  ['GET /v2/checkout/orders/:id', given((api, { id }) => readOrder(api, id))],
  [
    'PATCH /v2/checkout/orders/:id',
    { status: 204, handle: (api, { id, body }) => patchOrder(api, id, body) },
  ],
  ['POST /v2/checkout/orders/:id/capture', made((api, { id }) => captureOrder(api, id))],
  ['POST /v2/checkout/orders/:id/authorize', made((api, { id }) => authorizeOrder(api, id))],
  ['GET /v2/payments/authorizations/:id', given((api, { id }) => readAuthorization(api, id))],
  [
    'POST /v2/payments/authorizations/:id/capture',
    made((api, { id, body }) => captureAuthorization(api, id, body)),
  ],
  [
    'POST /v2/payments/authorizations/:id/reauthorize',
    made((api, { id, body }) => reauthorize(api, id, body)),
  ],
  ['POST /v2/payments/authorizations/:id/void', given((api, { id }) => voidAuthorization(api, id))],
  ['GET /v2/payments/captures/:id', given((api, { id }) => readCapture(api, id))],
  ['POST /v2/payments/captures/:id/refund', made((api, { id, body }) => refundCapture(api, id, body))],
  ['GET /v1/notifications/webhooks/:id', given(({ world }, { id }) => readWebhookOf(world, id))],
  ['GET /v1/customer/disputes', given((api, { query }) => listDisputes(api, query))],
  ['GET /v1/customer/disputes/:id', given((api, { id }) => readDispute(api, id))],
  [
    'POST /v1/customer/disputes/:id/provide-evidence',
    given((api, { id, body }) => provideEvidence(api, id, body)),
  ],
  ['GET /v1/reporting/transactions', given((api, { query }) => searchTransactions(api, query))],
]);

function readWebhookOf({ webhookIds }: Api['world'], id: string): object {
  if (!webhookIds.includes(id)) throw missing();
  return { id, url: 'https://shop.example/webhooks/payments/paypal', event_types: [{ name: '*' }] };
}

const ID = /^(?:PP-D-)?[0-9A-F]{17}$/;

/** The answer of the API; throws an `ApiError` on what it refuses. */
export function answer(
  api: Api,
  request: { readonly method: string; readonly url: URL; readonly body: string },
): { readonly status: number; readonly body: object } {
  const { method, url, body } = request;
  const parts = url.pathname.split('/');
  // What stands in an id's place and is none is an id that nobody has.
  const isIn = (part: string, index: number) => index === 4 || ID.test(part);
  const path = parts.map((part, index) => (isIn(part, index) ? ':id' : part)).join('/');
  const route = ROUTES.get(`${method} ${path}`);
  if (route === undefined) throw missing();
  const handled = route.handle(api, { id: parts[4] ?? '', query: url.searchParams, body });
  return { status: route.status, body: handled };
}
