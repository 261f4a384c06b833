import { ok, refuse } from '../../../../kernel/index.ts';
import { changeShippingAddress, previewAddressChange, readOrder } from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { withErrors } from '../../field-errors.ts';
import { type Amounts, amountsIn, deliveryOf, taxesOf } from '../../store/answers/cart.ts';
import { actorOf } from '../actor.ts';
import type { addressChangeEndpoints } from '../contract/address-changes.ts';
import type { AdminDeps } from '../deps.ts';

export function addressChangeHandlers({
  reads,
  orders,
}: Pick<AdminDeps, 'reads' | 'orders'>): Handlers<typeof addressChangeEndpoints> {
  return {
    changeAddress: async ({ params: { id: orderId }, body, caller, now }) => {
      const { address, expectedTotal, ...asked } = body;
      const order = await readOrder(reads, orderId);
      if (expectedTotal !== undefined && order !== undefined && expectedTotal.currency !== order.currency) {
        return refuse('total_changed', `the order is in ${order.currency}`, 'expectedTotal.currency');
      }
      const changed = await changeShippingAddress(orders, {
        ...{ orderId, address: sentFields(address), ...sentFields(asked), actor: actorOf(caller), now },
        ...(expectedTotal === undefined ? {} : { expectedTotalMinor: expectedTotal.minor }),
      });
      return changed.ok ? ok({ isChanged: true }) : { ok: false, refusal: withErrors(changed.refusal) };
    },
    previewAddressChange: async ({ params: { id: orderId }, body: { address, ...asked }, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return refuse('unknown_order', 'there is no such order', 'id');
      const about = { orderId, address: sentFields(address), ...sentFields(asked), now };
      const seen = await previewAddressChange(orders, about);
      if (!seen.ok) return { ok: false, refusal: withErrors(seen.refusal) };
      return ok(changeAnswer(seen.value, amountsIn(order.currency)));
    },
  };
}

type AddressChange = Extract<Awaited<ReturnType<typeof previewAddressChange>>, { ok: true }>['value'];

function changeAnswer(change: AddressChange, amount: Amounts) {
  const { isElsewhere, differenceMinor, delivery, deliveryOptions, settlement } = change;
  return {
    ...{ isElsewhere, settlement, difference: amount(differenceMinor) },
    before: agreedAnswer(change.before, amount),
    after: agreedAnswer(change.after, amount),
    delivery: delivery && deliveryOf(delivery, amount),
    deliveryOptions: deliveryOptions.map((option) => deliveryOf(option, amount)),
  };
}

function agreedAnswer(
  { deliveryMinor, taxMinor, totalMinor, taxes }: AddressChange['before'],
  amount: Amounts,
) {
  const totals = { delivery: amount(deliveryMinor), tax: amount(taxMinor), total: amount(totalMinor) };
  return { ...totals, taxes: taxesOf(taxes, amount) };
}
