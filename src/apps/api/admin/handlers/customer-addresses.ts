import { ok } from '../../../../kernel/index.ts';
import {
  mergeCustomers,
  readAddresses,
  removeAddress,
  saveAddress,
} from '../../../../modules/customers/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { withErrors } from '../../field-errors.ts';
import { pageOfAll } from '../../page.ts';
import type { customerAddressEndpoints } from '../contract/customer-addresses.ts';
import type { AdminDeps } from '../deps.ts';

export function customerAddressHandlers({ db, reads }: AdminDeps): Handlers<typeof customerAddressEndpoints> {
  return {
    listAddresses: async ({ params: { id: customerId }, query }) =>
      pageOfAll('addresses', query, await readAddresses(reads, customerId), {
        keyOf: ({ id }) => id,
        itemOf: (saved) => saved,
      }),
    addAddress: async ({ params: { id: customerId }, body: { address, ...rest }, now, tx }) => {
      const given = { customerId, address: sentFields(address), ...sentFields(rest), now };
      const saved = await saveAddress(tx, given);
      return saved.ok ? saved : { ok: false, refusal: withErrors(saved.refusal) };
    },
    changeCustomerAddress: async ({ params, body: { address, ...rest }, now }) => {
      const { id: customerId, addressId: id } = params;
      const given = { customerId, id, address: sentFields(address), ...sentFields(rest), now };
      const saved = await transactOrRefuse(db, (tx) => saveAddress(tx, given));
      return saved.ok ? saved : { ok: false, refusal: withErrors(saved.refusal) };
    },
    removeAddress: async ({ params: { id: customerId, addressId: id } }) => {
      await transact(db, (tx) => removeAddress(tx, { customerId, id }));
      return ok({ isRemoved: true });
    },
    mergeCustomers: async ({ params: { id: intoId }, body: { fromId }, now, tx }) => {
      const merged = await mergeCustomers(tx, { fromId, intoId, now });
      return merged.ok ? ok({ isMerged: true }) : merged;
    },
  };
}
