import { z } from 'zod';
import { fallbacksOf, parseId } from '../../../kernel/index.ts';
import { readSellables, type VariantId } from '../../../modules/catalog/index.ts';
import { joinWaitlist, leaveWaitlists } from '../../../modules/waitlist/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { message } from '../messages/index.ts';
import type { BackInStockPage } from '../model/index.ts';
import { fieldsWithCardNumbers } from '../personal/form-fields.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';

const FORM = z.strictObject({ variant: z.string().max(60), email: z.string().max(300) });

/**
 * "Tell me when it is back": a form on the page of what is sold out. The answer is the same whether an address waits
 * already. The way out of the lists is in the mail; a mailbox may press it for its reader (RFC 8058).
 */
export function backInStockRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    { pattern: '/back-in-stock', get: (visit) => ask(desk, visit), post: (visit) => join(desk, visit) },
    {
      pattern: '/back-in-stock/leave',
      isForAnyPage: true,
      get: (visit) => askToLeave(desk, visit),
      post: (visit) => leave(desk, visit),
    },
  ];
}

async function ask(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const goods = await goodsOf(desk, visit, visit.query.get('variant') ?? '');
  return goods ? show(desk, visit, { step: 'ask', goods, email: '' }) : { kind: 'missing' };
}

async function join(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, now } = visit;
  const form = FORM.safeParse(visit.form);
  const goods = form.success ? await goodsOf(desk, visit, form.data.variant) : undefined;
  if (!form.success || goods === undefined) return { kind: 'missing' };
  const wrong = message(site.locale, 'problem.email');
  if (fieldsWithCardNumbers(form.data).length > 0) {
    return show(desk, visit, { step: 'ask', goods, email: '', problem: wrong });
  }
  const { email } = form.data;
  if (!(await visit.mayTry('waitlist'))) {
    const problem = message(site.locale, 'problem.too_many_attempts');
    return show(desk, visit, { step: 'ask', goods, email, problem });
  }
  const { variantId } = goods;
  const asked = { variantId, email, market: site.market.code, locale: site.locale, now };
  const joined = await transact(desk.orders.db, (tx) => joinWaitlist(tx, asked));
  if (joined.ok) return show(desk, visit, { step: 'done', goods, email });
  switch (joined.refusal.code) {
    case 'invalid_email':
      return show(desk, visit, { step: 'ask', goods, email, problem: wrong });
    case 'in_stock':
      return show(desk, visit, { step: 'buyable', goods, email });
    case 'unknown_variant':
      return { kind: 'missing' };
  }
}

async function askToLeave(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  return show(desk, visit, { step: 'leave', goods: undefined, email: '' });
}

/** Says the same for a key that is nobody's. */
async function leave(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  await transact(desk.orders.db, (tx) => leaveWaitlists(tx, visit.query.get('key') ?? ''));
  return show(desk, visit, { step: 'left', goods: undefined, email: '' });
}

type Goods = { readonly variantId: VariantId; readonly title: string; readonly href: string };

async function goodsOf(desk: ShopperDesk, { site }: Visit, variant: string): Promise<Goods | undefined> {
  const variantId = parseId<'variant'>(variant);
  const sellables = variantId && (await readSellables(desk.db, [variantId], fallbacksOf(site.locale)));
  const found = variantId && sellables?.get(variantId);
  // What was never on sale has no page to come from.
  if (!variantId || found?.status !== 'active') return undefined;
  return {
    variantId,
    title: [found.title, ...found.options.map(({ value }) => value)].join(', '),
    href: site.to(`/products/${found.handle}?variant=${variantId}`),
  };
}

type Shown = {
  readonly step: BackInStockPage['step'];
  readonly goods: Goods | undefined;
  readonly email: string;
  readonly problem?: string;
};

function show(desk: ShopperDesk, visit: Visit, { step, goods, email, problem }: Shown): Reaction {
  const { site, query } = visit;
  const isLeaving = step === 'leave' || step === 'left';
  const key = encodeURIComponent((query.get('key') ?? '').slice(0, 100));
  const page: BackInStockPage = {
    kind: 'back_in_stock',
    step,
    action: site.to(isLeaving ? `/back-in-stock/leave?key=${key}` : '/back-in-stock'),
    hidden: goods === undefined ? {} : { variant: goods.variantId },
    goods: goods && { title: goods.title, href: goods.href },
    field: step === 'ask' ? emailField(visit, email, problem) : undefined,
    problems: problem === undefined ? [] : [{ text: problem, href: '#email' }],
  };
  const title = message(site.locale, isLeaving ? 'wait.leave_title' : 'wait.title');
  const status = problem === undefined ? 200 : 422;
  return { kind: 'page', view: personalView(desk, visit, { title, page }), status };
}

function emailField({ site }: Visit, value: string, problem: string | undefined): BackInStockPage['field'] {
  return {
    ...{
      kind: 'text',
      name: 'email',
      type: 'email',
      autocomplete: 'email',
      isRequired: true,
      maxLength: 254,
    },
    label: message(site.locale, 'wait.email'),
    hint: message(site.locale, 'wait.purpose'),
    ...{ value, problem },
  };
}
