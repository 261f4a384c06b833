import { ok, refuse } from '../../../../kernel/index.ts';
import { grantStoreCredit, readStoreCredit } from '../../../../modules/credits/index.ts';
import {
  type Customer,
  eraseCustomer,
  readConsents,
  readCustomer,
  saveCustomer,
} from '../../../../modules/customers/index.ts';
import type { Answer, Handlers } from '../../../../platform/api/index.ts';
import { sentFields } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { customerEndpoints } from '../contract/customers.ts';
import type { AdminDeps } from '../deps.ts';

export function customerHandlers({ db, reads }: AdminDeps): Handlers<typeof customerEndpoints> {
  return {
    readCustomer: async ({ params: { id } }) => {
      const customer = await readCustomer(reads, id);
      return customer
        ? ok(customerAnswer(customer))
        : refuse('not_found', `no customer has the id ${id}`, 'id');
    },
    readStoreCredit: async ({ params: { id, currency } }) =>
      ok({ balance: amountsIn(currency)(await readStoreCredit(reads, id, currency)) }),
    grantStoreCredit: async ({ params: { id: customerId }, body: { amount, reference }, now, tx }) => {
      if (amount.minor === 0n) return refuse('not_an_amount', 'an amount above zero', 'amount.amount');
      if ((await readCustomer(tx, customerId)) === undefined) {
        return refuse('not_found', `no customer has the id ${customerId}`, 'id');
      }
      const { minor: amountMinor, currency } = amount;
      await grantStoreCredit(tx, { customerId, currency, amountMinor, reason: 'goodwill', reference, now });
      return ok({ balance: amountsIn(currency)(await readStoreCredit(tx, customerId, currency)) });
    },
    changeCustomer: async ({ params: { id }, body, now }) => {
      const change = { id, change: sentFields(body), now };
      const saved = await transactOrRefuse(db, (tx) => saveCustomer(tx, change));
      return saved.ok ? ok(customerAnswer(saved.value)) : saved;
    },
    listConsents: async ({ params: { id }, query }) => {
      // They are only ever added to, so that the place of one stays.
      const placed = (await readConsents(reads, id)).map((consent, place) => ({ place, ...consent }));
      return pageOfAll('consents', query, placed, {
        keyOf: ({ place }) => place,
        itemOf: ({ place: _, at, ...consent }) => ({ ...consent, at: at.toString() }),
      });
    },
    eraseCustomer: async ({ params: { id }, now, tx }) => {
      const erased = await eraseCustomer(tx, { id, now });
      return erased.ok ? ok({ isErased: true }) : erased;
    },
  };
}

export function customerAnswer(customer: Customer): Answer<typeof customerEndpoints.readCustomer> {
  const { id, email, name, phone, locale, segments, tags, isTaxExempt, vatId, acceptsMarketing } = customer;
  return {
    ...{ id, email, name, phone, locale, segments, tags, isTaxExempt, vatId, acceptsMarketing },
    isProven: customer.emailProvenAt !== undefined,
    createdAt: customer.createdAt.toString(),
  };
}
