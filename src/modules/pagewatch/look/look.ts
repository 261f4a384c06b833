import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { SeenPage } from '../page.ts';
import { type CartForm, cartFormOf } from './cart-form.ts';
import { hashOfContent, traitsOf } from './traits.ts';
import { type Visited, Visitor } from './visitor.ts';

export type LookRefusal = Refusal<'nothing_to_buy' | 'no_checkout'>;

/**
 * Goes through the shop as a shopper does, up to the pages where money is paid, and says what those are like: finds a
 * product in the sitemap, puts it into a cart of its own, and goes to the checkout; then asks for the page with each of
 * these providers' fields as it is drawn for an order (`/checkout/pay?specimen=stripe`).
 *
 * Rejects when the shop does not answer.
 */
export async function lookAtPages(
  baseUrl: string,
  { fieldsOf }: { readonly fieldsOf: readonly string[] },
): Promise<Result<SeenPage[], LookRefusal>> {
  const visitor = new Visitor(baseUrl);
  const form = await findCartForm(visitor);
  if (form === undefined) return refuse('nothing_to_buy', 'no product of the sitemap can be put into a cart');
  await visitor.post(form.action, form.fields);
  const checkout = form.action.replace(/cart$/, 'checkout');
  const paths = [checkout, ...fieldsOf.map((provider) => `${checkout}/pay?specimen=${provider}`)];
  const pages: SeenPage[] = [];
  for (const path of paths) {
    const answer = await visitor.get(path);
    const { pathname, search } = new URL(answer.url);
    if (answer.status !== 200 || pathname + search !== path) {
      return refuse('no_checkout', `${path} answered with ${answer.status} at ${pathname}`);
    }
    pages.push(await seen(visitor, path, answer));
  }
  return ok(pages);
}

async function seen(visitor: Visitor, page: string, { url, headers, body }: Visited): Promise<SeenPage> {
  const html = body.toString('utf8');
  return { page, traits: await traitsOf({ url, headers, html }, (script) => hashOfScript(visitor, script)) };
}

async function hashOfScript(visitor: Visitor, url: string): Promise<string> {
  const { pathname, search } = new URL(url);
  const { status, body } = await visitor.get(pathname + search);
  return status === 200 ? hashOfContent(body) : `answered with ${status}`;
}

// A shop whose first products are sold out has others; one that is sold out whole is not walked through to its end.
const MOST_PRODUCTS = 40;

async function findCartForm(visitor: Visitor): Promise<CartForm | undefined> {
  let left = MOST_PRODUCTS;
  for (const file of await addresses(visitor, '/sitemap.xml')) {
    if (!file.includes('/products/')) continue;
    for (const path of await addresses(visitor, file)) {
      if (left === 0) return undefined;
      left -= 1;
      const { status, body } = await visitor.get(path);
      const form = status === 200 ? cartFormOf(body.toString('utf8')) : undefined;
      if (form) return form;
    }
  }
  return undefined;
}

/** The paths that a file of the sitemap lists. */
async function addresses(visitor: Visitor, path: string): Promise<string[]> {
  const { body } = await visitor.get(path);
  const listed = body.toString('utf8').matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g);
  return [...listed].flatMap(([, url = '']) => URL.parse(url)?.pathname ?? []);
}
