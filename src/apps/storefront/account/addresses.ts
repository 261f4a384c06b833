import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import {
  type AddressId,
  type CurrentSession,
  readAddresses,
  removeAddress,
  saveAddress,
} from '../../../modules/customers/index.ts';
import { type AddressProblem, formatAddress } from '../../../modules/markets/index.ts';
import { addressForm, addressInput, addressValues } from '../checkout/address-form.ts';
import { addAddressProblems } from '../checkout/address-problems.ts';
import type { Typed } from '../checkout/typed.ts';
import { message } from '../messages/index.ts';
import type { AccountSection, AddressEditor } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { accountView } from './account-view.ts';
import { forCustomer } from './signed-in.ts';

const text = z.string().max(300).default('');
const FORM = z.strictObject({
  do: z.enum(['save', 'remove', 'update']),
  id: text,
  is_default: z.literal('yes').optional(),
  ...Object.fromEntries(
    ['country', 'name', 'company', 'line1', 'line2', 'city', 'region', 'postal_code', 'phone'].map(
      (field) => [`address_${field}`, text] as const,
    ),
  ),
});

/** Addresses that need not be typed again. */
export function addressRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/account/addresses',
    get: (visit) => forCustomer(desk, visit, (current) => list(desk, visit, current)),
    post: (visit) => forCustomer(desk, visit, (current) => change(desk, visit, current)),
  };
}

async function list(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site, query } = visit;
  const saved = await readAddresses(desk.orders.db, current.customer.id);
  const edited = query.get('edit');
  const one = saved.find(({ id }) => id === edited);
  const typed = { values: addressValues('address', one?.address), problems: new Map<string, string>() };
  const isEditing = edited !== null && (edited === 'new' || one !== undefined);
  const section: AccountSection = {
    name: 'addresses',
    addresses: saved.map(({ id, address, isDefaultShipping }) => ({
      id,
      lines: formatAddress(address, { locale: site.locale }),
      isDefault: isDefaultShipping,
      editHref: `${site.to('/account/addresses')}?edit=${id}`,
    })),
    editing: isEditing
      ? editor(visit, { id: one?.id, typed, isDefault: one?.isDefaultShipping ?? saved.length === 0 })
      : undefined,
  };
  return accountView(desk, visit, { current, section });
}

async function change(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site, now } = visit;
  const back = site.to('/account/addresses');
  const form = FORM.safeParse(visit.form);
  if (!form.success) return { kind: 'moved', to: back };
  const { do: verb, id: given, is_default: isDefault, ...fields } = form.data;
  const id = parseId<'customer_address'>(given);
  const customerId = current.customer.id;
  const { db } = desk.orders;
  if (verb === 'remove') {
    if (id) await db.transaction().execute((tx) => removeAddress(tx, { customerId, id }));
    return { kind: 'moved', to: `${back}?done=removed` };
  }
  const typed: Typed = { values: fields, problems: new Map() };
  const editing = (problems: readonly AddressProblem[]) =>
    edit(desk, visit, current, { id, fields, problems, isDefault: isDefault === 'yes' });
  if (verb === 'update') return editing([]);
  const address = addressInput(typed, 'address');
  const flags = isDefault === 'yes' ? { isDefaultShipping: true, isDefaultBilling: true } : {};
  const saved = await db
    .transaction()
    .execute((tx) => saveAddress(tx, { customerId, ...(id ? { id } : {}), address, ...flags, now }));
  if (saved.ok) return { kind: 'moved', to: `${back}?done=saved` };
  return 'problems' in saved.refusal ? editing(saved.refusal.problems) : { kind: 'moved', to: back };
}

async function edit(
  desk: ShopperDesk,
  visit: Visit,
  current: CurrentSession,
  input: {
    readonly id: AddressId | undefined;
    readonly fields: Readonly<Record<string, string>>;
    readonly problems: readonly AddressProblem[];
    readonly isDefault: boolean;
  },
): Promise<Reaction> {
  const problems = new Map<string, string>();
  addAddressProblems(problems, input.problems, input.fields, visit.site);
  const typed = { values: input.fields, problems };
  const section = { name: 'addresses', addresses: [], editing: editor(visit, { ...input, typed }) } as const;
  return accountView(desk, visit, { current, section, isProblem: problems.size > 0 });
}

function editor(
  { site }: Visit,
  {
    id,
    typed,
    isDefault,
  }: { readonly id: AddressId | undefined; readonly typed: Typed; readonly isDefault: boolean },
): AddressEditor {
  return {
    id,
    form: addressForm({ name: 'address', typed, site, countries: [] }),
    isDefault: {
      name: 'is_default',
      label: message(site.locale, 'account.make_default'),
      isChecked: isDefault,
    },
    problems: [...typed.problems].map(([field, problem]) => ({ text: problem, href: `#${field}` })),
  };
}
