import { sql } from 'kysely';
import {
  type CurrencyCode,
  type Id,
  type Locale,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '../../../kernel/index.ts';
import { type Db, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import {
  addLine,
  type CartRefusal,
  createCart,
  type DetailsInput,
  type DetailsRefusal,
  type PricedCart,
  readPricedCart,
  setDetails,
} from '../../carts/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import { draftedMail } from './drafted-mail.ts';

export type DraftId = Id<'draft'>;

/** A cart that staff put together for somebody. It is an order once it is ordered and paid like any other. */
export type Draft = {
  readonly id: DraftId;
  /** The order that it adds to: what is added later is agreed later, in an order of its own. */
  readonly addsTo: OrderId | undefined;
  readonly email: string;
  readonly note: string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  /** The order that was made of it. */
  readonly orderId: OrderId | undefined;
};

export type DraftRefusal = CartRefusal | DetailsRefusal | Refusal<'no_lines' | 'too_many_lines'>;

const MOST_LINES = 500;

/**
 * Makes a cart of these goods for whoever has `email`: a sale by phone, what is added to an order that stands, the other
 * half of an exchange. It is priced like every cart, now and when it is paid. Its pay link is mailed to them.
 *
 * @returns the token of its pay link, told once: it opens the cart
 */
export async function draftOrder(
  deps: OrderDeps,
  input: {
    readonly market: string;
    readonly locale: Locale;
    readonly currency: CurrencyCode;
    readonly lines: readonly { readonly variantId: VariantId; readonly quantity: number }[];
    readonly details: DetailsInput & { readonly email: string };
    readonly addsTo?: OrderId;
    readonly note?: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly draftId: DraftId; readonly payToken: string }, DraftRefusal>> {
  const { lines, details, now } = input;
  if (lines.length === 0) return refuse('no_lines', 'a draft has at least one line', 'lines');
  if (lines.length > MOST_LINES) return refuse('too_many_lines', `at most ${MOST_LINES} lines`, 'lines');
  const { market, locale, currency } = input;
  const { cart, token } = await createCart(deps, { market, locale, currency, now });
  for (const [index, line] of lines.entries()) {
    const added = await addLine(deps, { token, ...line, now });
    if (!added.ok) return { ok: false, refusal: { ...added.refusal, field: `lines[${index}]` } };
  }
  const said = await setDetails(deps, { token, details, now });
  if (!said.ok) return said;
  const priced = await readPricedCart(deps, { token, now });
  if (!priced) throw new Error('a cart that was just filled is gone');
  const draftId: DraftId = newId();
  await transact(deps.db, async (tx) => {
    await sql`
      insert into orders.draft (id, cart_id, order_id, email, note, made_by, made_at)
      values (${draftId}, ${cart.id}, ${input.addsTo ?? null}::uuid, ${details.email}, ${input.note ?? ''},
        ${input.actor}, ${now.toString()}::timestamptz)`.execute(tx);
    await tell(tx, 'orders.drafted', { draftId, mailModel: draftedMail(priced, token) });
  });
  return ok({ draftId, payToken: token });
}

/**
 * What a pay link opens: the draft's cart as it is now, also once it was ordered (`cart.isCompleted`). `undefined` for
 * every other token, that of a shopper's own cart too, and for a draft that was cancelled or whose cart is gone.
 */
export async function openDraft(
  deps: OrderDeps,
  { token, now }: { readonly token: string; readonly now: Temporal.Instant },
): Promise<PricedCart | undefined> {
  const priced = await readPricedCart(deps, { token, now });
  if (!priced) return undefined;
  const { rows } = await sql`
    select 1 from orders.draft where cart_id = ${priced.cart.id} and cancelled_at is null`.execute(
    deps.reads,
  );
  return rows.length === 0 ? undefined : priced;
}

type DraftRow = Omit<Draft, 'addsTo' | 'orderId'> & {
  readonly addsTo: OrderId | null;
  readonly orderId: OrderId | null;
};

/** The drafts that nobody cancelled, newest first, from after `before` on, with the order that was made of each. */
export async function readDrafts(
  db: Db,
  { limit, before }: { readonly limit: number; readonly before?: DraftId },
): Promise<Draft[]> {
  const { rows } = await sql<DraftRow>`
    select d.id, d.order_id as "addsTo", d.email, d.note, d.made_by as "madeBy", d.made_at as "madeAt", (
      select o.id from orders."order" o where o.cart_id = d.cart_id and o.cancelled_at is null
    ) as "orderId"
    from orders.draft d
    where d.cancelled_at is null and ${before === undefined ? sql`true` : sql`d.id < ${before}`}
    order by d.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, addsTo: row.addsTo ?? undefined, orderId: row.orderId ?? undefined }));
}
