import { sql } from 'kysely';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ClosedDays, Contact, Supplier, SupplierDraft, SupplierId } from './supplier.ts';

type SupplierRow = Omit<
  Supplier,
  'currency' | 'locale' | 'orderWeekdays' | 'contacts' | 'closedDays' | 'orderWeeks'
> & {
  readonly currency: string;
  readonly locale: string;
  readonly orderWeekdays: string;
  readonly orderWeeks: number;
  readonly contacts: readonly Contact[] | null;
  readonly closed: readonly { readonly from: string; readonly until: string }[] | null;
};

const COLUMNS = sql`id, name, currency, locale, email, address, payment_days as "paymentDays", incoterm,
  discount_millionths as "discountMillionths", discount_days as "discountDays",
  lead_days as "leadDays", order_weekdays as "orderWeekdays", order_weeks as "orderWeeks",
  order_minimum_minor as "orderMinimumMinor", order_minimum_pieces as "orderMinimumPieces", rate_e10 as "rateE10",
  note, is_active as "isActive", (
    select jsonb_agg(jsonb_build_object('name', one.name, 'email', one.email, 'phone', one.phone, 'about', one.about)
      order by one.position) from purchasing.supplier_contact one where one.supplier_id = supplier.id) as contacts, (
    select jsonb_agg(jsonb_build_object('from', from_on, 'until', until_on) order by from_on)
    from purchasing.supplier_closed one where one.supplier_id = supplier.id) as closed`;

/** All of them, or those with these ids, by name. */
export async function readSuppliers(
  db: Db,
  { ids }: { readonly ids?: readonly SupplierId[] } = {},
): Promise<Supplier[]> {
  const { rows } = await sql<SupplierRow>`
    select ${COLUMNS} from purchasing.supplier
    where ${ids ?? null}::uuid[] is null or id = any(${ids ?? null}::uuid[])
    order by lower(name), id`.execute(db);
  return rows.map(supplierOf);
}

export async function readSupplier(db: Db, id: SupplierId): Promise<Supplier | undefined> {
  return (await readSuppliers(db, { ids: [id] }))[0];
}

export async function lockSupplier(tx: Tx, id: SupplierId): Promise<Supplier | undefined> {
  await sql`select from purchasing.supplier where id = ${id} for update`.execute(tx);
  return readSupplier(tx, id);
}

export async function supplierNamed(tx: Tx, name: string): Promise<SupplierId | undefined> {
  const { rows } = await sql<{ id: SupplierId }>`
    select id from purchasing.supplier where name = ${name}`.execute(tx);
  return rows[0]?.id;
}

/** Something was ordered of them, or they invoiced something. */
export async function hasDealings(tx: Tx, id: SupplierId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from purchasing.purchase_order where supplier_id = ${id})
      or exists (select from purchasing.payable where supplier_id = ${id}) as has`.execute(tx);
  return rows[0]?.has === true;
}

export async function writeSupplier(
  tx: Tx,
  {
    id,
    draft,
    now,
  }: { readonly id: SupplierId; readonly draft: SupplierDraft; readonly now: Temporal.Instant },
): Promise<void> {
  const weekdays = draft.orderWeekdays.toSorted((a, b) => a - b).join('');
  await sql`
    insert into purchasing.supplier (id, name, currency, locale, email, address, payment_days, discount_millionths,
      discount_days, incoterm, lead_days, order_weekdays, order_weeks, order_minimum_minor, order_minimum_pieces, rate_e10, note, is_active,
      made_at)
    values (${id}, ${draft.name}, ${draft.currency}, ${draft.locale}, ${draft.email}, ${draft.address},
      ${draft.paymentDays}, ${draft.discountMillionths}, ${draft.discountDays}, ${draft.incoterm}, ${draft.leadDays}, ${weekdays}, ${draft.orderWeeks},
      ${draft.orderMinimumMinor}, ${draft.orderMinimumPieces}, ${draft.rateE10}, ${draft.note}, ${draft.isActive},
      ${now.toString()}::timestamptz)
    on conflict (id) do update set name = excluded.name, currency = excluded.currency, locale = excluded.locale,
      email = excluded.email, address = excluded.address, payment_days = excluded.payment_days,
      discount_millionths = excluded.discount_millionths, discount_days = excluded.discount_days,
      incoterm = excluded.incoterm, lead_days = excluded.lead_days, order_weekdays = excluded.order_weekdays,
      order_weeks = excluded.order_weeks, order_minimum_minor = excluded.order_minimum_minor,
      order_minimum_pieces = excluded.order_minimum_pieces, rate_e10 = excluded.rate_e10, note = excluded.note,
      is_active = excluded.is_active`.execute(tx);
  await writeContacts(tx, id, draft.contacts);
  await writeClosedDays(tx, id, draft.closedDays);
}

async function writeContacts(tx: Tx, id: SupplierId, contacts: readonly Contact[]): Promise<void> {
  await sql`delete from purchasing.supplier_contact where supplier_id = ${id}`.execute(tx);
  await sql`
    insert into purchasing.supplier_contact (supplier_id, position, name, email, phone, about)
    select ${id}::uuid, position, name, email, phone, about from unnest(
      ${contacts.map((one) => one.name)}::text[], ${contacts.map((one) => one.email)}::text[],
      ${contacts.map((one) => one.phone)}::text[], ${contacts.map((one) => one.about)}::text[]
    ) with ordinality as given (name, email, phone, about, position)`.execute(tx);
}

async function writeClosedDays(tx: Tx, id: SupplierId, closed: readonly ClosedDays[]): Promise<void> {
  await sql`delete from purchasing.supplier_closed where supplier_id = ${id}`.execute(tx);
  await sql`
    insert into purchasing.supplier_closed (supplier_id, from_on, until_on)
    select ${id}::uuid, from_on, max(until_on) from unnest(
      ${closed.map(({ from }) => from.toString())}::date[], ${closed.map(({ until }) => until.toString())}::date[]
    ) as given (from_on, until_on) group by from_on`.execute(tx);
}

function supplierOf({ contacts, closed, currency, locale, orderWeekdays, ...row }: SupplierRow): Supplier {
  return {
    ...row,
    ...{ currency: currencyOf(currency), locale: localeOf(locale), contacts: contacts ?? [] },
    orderWeekdays: [...orderWeekdays].map(Number),
    closedDays: (closed ?? []).map(({ from, until }) => ({
      ...{ from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) },
    })),
  };
}
