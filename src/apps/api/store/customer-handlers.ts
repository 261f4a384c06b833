import { ok, refuse } from '../../../kernel/index.ts';
import { readProductIdsOfVariants } from '../../../modules/catalog/index.ts';
import { readStoreCredit } from '../../../modules/credits/index.ts';
import {
  addWish,
  type Customer,
  giveConsent,
  readAddresses,
  readConsents,
  readCustomer,
  readWishlist,
  removeAddress,
  removeWish,
  saveAddress,
  saveCustomer,
  withdrawConsent,
} from '../../../modules/customers/index.ts';
import { type Handlers, sentFields } from '../../../platform/api/index.ts';
import { type Db, transact, transactOrRefuse } from '../../../platform/database/index.ts';
import { withErrors } from '../field-errors.ts';
import { pageOfAll } from '../page.ts';
import { amountsIn } from './answers/cart.ts';
import { refusedTexts } from './card-numbers.ts';
import type { customerEndpoints } from './contract/customer.ts';
import { customerOf } from './customer-of.ts';

const DONE = ok({ isDone: true });
const NOBODY = refuse('not_found', 'there is no such customer any more');

/** What who is signed in has with the shop. */
export function customerHandlers({ db }: { readonly db: Db }): Handlers<typeof customerEndpoints> {
  return {
    ...addressHandlers(db),
    ...consentHandlers(db),
    ...wishlistHandlers(db),
    readCustomer: async ({ caller }) => {
      const customer = await readCustomer(db, customerOf(caller).customerId);
      return customer === undefined ? NOBODY : ok(shopperAnswer(customer));
    },
    changeCustomer: async ({ body, caller, now }) => {
      const wrong = refusedTexts(body);
      if (wrong) return wrong;
      const change = { id: customerOf(caller).customerId, change: sentFields(body), now };
      const saved = await transactOrRefuse(db, (tx) => saveCustomer(tx, change));
      return saved.ok ? ok(shopperAnswer(saved.value)) : saved;
    },
    readStoreCredit: async ({ params: { currency }, caller }) => {
      const { customerId } = customerOf(caller);
      return ok({ balance: amountsIn(currency)(await readStoreCredit(db, customerId, currency)) });
    },
  };
}

type Address = 'listAddresses' | 'addAddress' | 'changeAddress' | 'removeAddress';

/** Where they have things sent. */
function addressHandlers(db: Db): Pick<Handlers<typeof customerEndpoints>, Address> {
  return {
    listAddresses: async ({ query, caller }) => {
      const addresses = await readAddresses(db, customerOf(caller).customerId);
      return pageOfAll('addresses', query, addresses, { keyOf: ({ id }) => id, itemOf: (saved) => saved });
    },
    addAddress: async ({ body: { address, ...rest }, caller, now, tx }) => {
      const { customerId } = customerOf(caller);
      const given = { customerId, address: sentFields(address), ...sentFields(rest), now };
      const saved = await saveAddress(tx, given);
      return saved.ok ? saved : { ok: false, refusal: withErrors(saved.refusal) };
    },
    changeAddress: async ({ params: { id }, body: { address, ...rest }, caller, now }) => {
      const { customerId } = customerOf(caller);
      const given = { customerId, id, address: sentFields(address), ...sentFields(rest), now };
      const saved = await transactOrRefuse(db, (tx) => saveAddress(tx, given));
      return saved.ok ? saved : { ok: false, refusal: withErrors(saved.refusal) };
    },
    removeAddress: async ({ params: { id }, caller }) => {
      const { customerId } = customerOf(caller);
      await transact(db, (tx) => removeAddress(tx, { customerId, id }));
      return DONE;
    },
  };
}

type Consent = 'listConsents' | 'setConsent';

/** What they agreed to. */
function consentHandlers(db: Db): Pick<Handlers<typeof customerEndpoints>, Consent> {
  return {
    listConsents: async ({ query, caller }) => {
      const consents = await readConsents(db, customerOf(caller).customerId);
      // They are only ever added to, so that the place of one stays.
      const placed = consents.map((consent, place) => ({ place, ...consent }));
      return pageOfAll('consents', query, placed, {
        keyOf: ({ place }) => place,
        itemOf: ({ purpose, isGiven, textVersion, at }) => ({
          purpose,
          isGiven,
          textVersion,
          at: at.toString(),
        }),
      });
    },
    setConsent: async ({ params: { purpose }, body: { isGiven, ...words }, caller, now }) => {
      const { customerId } = customerOf(caller);
      const customer = await readCustomer(db, customerId);
      if (customer === undefined) return NOBODY;
      const record = isGiven ? giveConsent : withdrawConsent;
      const { locale } = customer;
      await transact(db, (tx) =>
        record(tx, { customerId, purpose, ...words, method: 'account', locale, now }),
      );
      return DONE;
    },
  };
}

type Wishlist = 'readWishlist' | 'addWish' | 'removeWish';

/** What they would like to have. */
function wishlistHandlers(db: Db): Pick<Handlers<typeof customerEndpoints>, Wishlist> {
  return {
    readWishlist: async ({ query, caller }) => {
      const wishes = await readWishlist(db, customerOf(caller).customerId);
      const itemOf = (variantId: string) => ({ variantId });
      return pageOfAll('wishlist', query, wishes, { keyOf: (variantId) => variantId, itemOf });
    },
    addWish: async ({ params: { variantId }, caller, now }) => {
      const known = await readProductIdsOfVariants(db, [variantId]);
      if (!known.has(variantId)) return refuse('unknown_variant', 'there is no such variant', 'variantId');
      const wish = { customerId: customerOf(caller).customerId, variantId, now };
      const added = await transactOrRefuse(db, (tx) => addWish(tx, wish));
      return added.ok ? DONE : added;
    },
    removeWish: async ({ params: { variantId }, caller }) => {
      const { customerId } = customerOf(caller);
      await transact(db, (tx) => removeWish(tx, { customerId, variantId }));
      return DONE;
    },
  };
}

/** A customer as they see themselves. */
export function shopperAnswer({ id, email, name, phone, locale, acceptsMarketing }: Customer) {
  return { id, email, name, phone, locale, acceptsMarketing };
}
