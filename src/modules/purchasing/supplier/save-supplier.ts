import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { parseEmail } from '../../../platform/mail/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { readShop } from '../../markets/index.ts';
import { rateProblem } from '../source/price.ts';
import { hasDealings, lockSupplier, readSupplier, supplierNamed, writeSupplier } from './store.ts';
import type { Supplier, SupplierDraft, SupplierId, SupplierRefusal } from './supplier.ts';

const LIMITS = {
  name: 200,
  address: 1_000,
  incoterm: 200,
  note: 5_000,
  contacts: 20,
  closedDays: 100,
} as const;

/** Makes a supplier, or changes the one with `id`, all of it. Their currency stays once something was ordered in it. */
export async function saveSupplier(
  tx: Tx,
  input: {
    readonly id?: SupplierId | undefined;
    readonly draft: SupplierDraft;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Supplier, SupplierRefusal>> {
  const { id, now } = input;
  const draft = { ...input.draft, name: input.draft.name.trim() };
  const refusal = invalid(draft);
  if (refusal !== undefined) return { ok: false, refusal };
  const known = id === undefined ? undefined : await lockSupplier(tx, id);
  if (id !== undefined && known === undefined) return noSupplier(id);
  const namesake = await supplierNamed(tx, draft.name);
  if (namesake !== undefined && namesake !== id) {
    return refuse('name_taken', `there is a supplier ${draft.name} already`, 'name');
  }
  if (known !== undefined && known.currency !== draft.currency && (await hasDealings(tx, known.id))) {
    return refuse('currency_in_use', `orders and invoices are in ${known.currency}`, 'currency');
  }
  const { defaultCurrency: to } = await readShop(tx);
  const noRate = rateProblem(draft.rateE10, { from: draft.currency, to });
  if (noRate !== undefined) return refuse('invalid', noRate, 'rateE10');
  const own = id ?? newId<'supplier'>();
  await writeSupplier(tx, { id: own, draft, now });
  await tell(tx, 'purchasing.supplier_changed', { supplierId: own });
  const saved = await readSupplier(tx, own);
  return saved === undefined ? noSupplier(own) : ok(saved);
}

export function noSupplier(id: SupplierId) {
  return refuse('not_found', `no supplier has the id ${id}`, 'supplierId');
}

function invalid(draft: SupplierDraft): Refusal<'invalid'> | undefined {
  const found = PROBLEMS.flatMap(([field, is, message]) => (is(draft) ? [{ field, message }] : []))[0];
  if (found !== undefined) return refuse('invalid', found.message, found.field).refusal;
  const late = draft.closedDays.findIndex(({ from, until }) => Temporal.PlainDate.compare(from, until) > 0);
  if (late >= 0) return refuse('invalid', 'these days end before they begin', `closedDays[${late}]`).refusal;
  const nobody = draft.contacts.findIndex(({ email }) => email !== '' && parseEmail(email) === undefined);
  if (nobody < 0) return undefined;
  return refuse('invalid', 'this is no mail address', `contacts[${nobody}].email`).refusal;
}

const isBetween = (value: number, low: number, high: number) =>
  Number.isInteger(value) && value >= low && value <= high;

type Problem = readonly [field: keyof SupplierDraft, is: (draft: SupplierDraft) => boolean, message: string];

const PROBLEMS: readonly Problem[] = [
  [
    'name',
    ({ name }) => name === '' || name.length > LIMITS.name,
    'a supplier has a name, up to 200 characters',
  ],
  ['email', ({ email }) => email !== '' && parseEmail(email) === undefined, 'this is no mail address'],
  ['address', ({ address }) => address.length > LIMITS.address, 'an address has up to 1,000 characters'],
  [
    'incoterm',
    ({ incoterm }) => incoterm.length > LIMITS.incoterm,
    'terms of delivery have up to 200 characters',
  ],
  ['note', ({ note }) => note.length > LIMITS.note, 'a note has up to 5,000 characters'],
  ['paymentDays', ({ paymentDays }) => !isBetween(paymentDays, 0, 365), 'whole days from 0 to 365'],
  [
    'discountMillionths',
    ({ discountMillionths }) => !isBetween(discountMillionths, 0, 500_000),
    'a share from 0 to 50 %',
  ],
  [
    'discountDays',
    ({ discountDays, paymentDays }) => !isBetween(discountDays, 0, paymentDays),
    'whole days, no more than they give to pay',
  ],
  ['leadDays', ({ leadDays }) => !isBetween(leadDays, 0, 730), 'whole days from 0 to 730'],
  ['orderWeeks', ({ orderWeeks }) => !isBetween(orderWeeks, 1, 26), 'every 1 to 26 weeks'],
  [
    'orderWeekdays',
    ({ orderWeekdays: days }) =>
      days.some((day) => !isBetween(day, 1, 7)) || new Set(days).size < days.length,
    'weekdays from 1, Monday, to 7, each once',
  ],
  ['orderMinimumMinor', ({ orderMinimumMinor }) => orderMinimumMinor < 0n, 'a minimum is not below nothing'],
  [
    'orderMinimumPieces',
    ({ orderMinimumPieces }) => !isBetween(orderMinimumPieces, 0, 1_000_000),
    'whole pieces from 0 to 1,000,000',
  ],
  ['contacts', ({ contacts }) => contacts.length > LIMITS.contacts, 'at most 20 contacts'],
  [
    'closedDays',
    ({ closedDays }) => closedDays.length > LIMITS.closedDays,
    'at most 100 times that they are closed',
  ],
];
