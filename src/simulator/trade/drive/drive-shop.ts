import { z } from 'zod';
import type { OrderLine } from '../order.ts';
import type { Shopper } from '../shopper.ts';
import type { Visit } from '../visit.ts';
import { batchesOf } from './event-batches.ts';

/** A shop that answers over HTTP. */
export type RunningShop = {
  /** With the store API and the collector: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** A way to pay in the page, and what its provider calls a card. */
  readonly payment: { readonly methodId: string; readonly token: string };
  /** What the shop calls the goods of a line. */
  readonly variantOf: (line: OrderLine) => string;
  /** Where parcels of somebody who lives in this country go. */
  readonly addressIn: (country: string) => Readonly<Record<string, string>>;
};

export type DrivenOrder = {
  readonly visit: Visit;
  readonly orderId: string;
  readonly total: { readonly amount: string; readonly currency: string };
};

/**
 * Lets shoppers visit a running shop, one after the other, as programs of the store API do: each tells the collector what it
 * looks at, and who bought in the simulation fills a cart and pays for it. All of a visit is told as if it ended now.
 */
export async function driveShop(shop: RunningShop, visits: readonly Visit[]): Promise<DrivenOrder[]> {
  const driven: DrivenOrder[] = [];
  for (const visit of visits) {
    const order = visit.order === undefined ? undefined : await buy(shop, visit.shopper, visit.order.lines);
    for (const body of batchesOf(visit, { url: shop.url, orderId: order?.orderId })) {
      await post(`${shop.url}/collect`, body, browserOf(visit), z.unknown());
    }
    if (order !== undefined) driven.push({ visit, ...order });
  }
  return driven;
}

const begun = z.object({ token: z.string() });
const priced = z.object({
  deliveryOptions: z.array(z.object({ id: z.string() })).min(1),
  totals: z.object({ total: z.object({ amount: z.string(), currency: z.string() }) }),
});
const placed = z.object({ orderId: z.string(), state: z.literal('paid') });

async function buy(
  { url, payment, variantOf, addressIn }: RunningShop,
  { number, place }: Shopper,
  lines: readonly OrderLine[],
): Promise<Omit<DrivenOrder, 'visit'>> {
  const send = <Answer>(method: string, path: string, body: object, shape: z.ZodType<Answer>) =>
    post(`${url}/api/store/v1${path}`, body, { 'idempotency-key': crypto.randomUUID() }, shape, method);
  const { token } = await send('POST', '/carts', {}, begun);
  const cart = `/carts/${token}`;
  for (const line of lines) {
    const added = { variantId: variantOf(line), quantity: line.quantity };
    await send('POST', `${cart}/lines`, added, z.unknown());
  }
  const email = `shopper-${number}@mail.example`;
  const details = { email, shippingAddress: addressIn(place.country) };
  const { deliveryOptions } = await send('PATCH', cart, details, priced);
  const chosen = { deliveryOptionId: deliveryOptions[0]?.id };
  const { total } = (await send('PATCH', cart, chosen, priced)).totals;
  const checkout = {
    expectedTotal: total,
    payment: { ...payment, returnUrl: `${url}/back`, cancelUrl: `${url}/cart` },
    terms: { version: '2026-01' },
  };
  const { orderId } = await send('POST', `${cart}/checkout`, checkout, placed);
  return { orderId, total };
}

/** What a browser says of itself: each shopper's is of a version of its own, so that nobody is taken for another. */
function browserOf({ number, shopper }: Visit): Record<string, string> {
  const system = shopper.device.device === 'desktop' ? 'Windows NT 10.0; Win64; x64' : 'Linux; Android 16';
  const kind = shopper.device.device === 'mobile' ? ' Mobile' : '';
  return {
    'user-agent': `Mozilla/5.0 (${system}) AppleWebKit/537.36 Chrome/150.0.0.${number}${kind} Safari/537.36`,
    'accept-language': shopper.place.locale,
    'sec-fetch-site': 'same-origin',
  };
}

async function post<Answer>(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>>,
  shape: z.ZodType<Answer>,
  method = 'POST',
): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return shape.parse(text === '' ? undefined : JSON.parse(text));
}
