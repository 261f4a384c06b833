import { ok, refuse } from '../../../../kernel/index.ts';
import {
  changeShippingAddress,
  endProposal,
  previewAddressChange,
  proposeAddress,
  readOrder,
  readProposals,
  retryReturn,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { withErrors } from '../../field-errors.ts';
import { type Amounts, amountsIn, deliveryOf, taxesOf } from '../../store/answers/cart.ts';
import { actorOf } from '../actor.ts';
import type { addressChangeEndpoints } from '../contract/address-changes.ts';
import type { AdminDeps } from '../deps.ts';
import { beyondAllowance } from '../refund-allowance.ts';

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
      const about = { orderId, address: sentFields(address), ...sentFields(asked), now };
      if (order !== undefined && expectedTotal !== undefined) {
        const seen = await previewAddressChange(orders, about);
        const minor = seen.ok && seen.value.settlement === 'back' ? -seen.value.differenceMinor : 0n;
        const amount = { minor, currency: order.currency };
        const beyond = await beyondAllowance(reads, { caller, amount, now });
        if (beyond) return beyond;
      }
      const changed = await changeShippingAddress(orders, {
        ...{ ...about, actor: actorOf(caller) },
        ...(expectedTotal === undefined ? {} : { expectedTotalMinor: expectedTotal.minor }),
      });
      return changed.ok ? ok({ isChanged: true }) : { ok: false, refusal: withErrors(changed.refusal) };
    },
    proposeAddressChange: async ({ params: { id: orderId }, body, caller, now }) => {
      const { address, expectedTotal, ...asked } = body;
      const order = await readOrder(reads, orderId);
      if (order !== undefined && expectedTotal.currency !== order.currency) {
        return refuse('total_changed', `the order is in ${order.currency}`, 'expectedTotal.currency');
      }
      const proposed = await proposeAddress(orders, {
        ...{ orderId, address: sentFields(address), ...sentFields(asked), actor: actorOf(caller), now },
        expectedTotalMinor: expectedTotal.minor,
      });
      return proposed.ok ? ok({ id: proposed.value }) : { ok: false, refusal: withErrors(proposed.refusal) };
    },
    listAddressChanges: async ({ params: { id: orderId }, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return refuse('unknown_order', 'there is no such order', 'id');
      const amount = amountsIn(order.currency);
      const found = await readProposals(reads, orderId, now);
      return ok({ items: found.map((proposal) => proposalAnswer(proposal, amount)) });
    },
    withdrawAddressChange: async ({ params: { id: orderId }, caller, now }) => {
      if ((await readOrder(reads, orderId)) === undefined) {
        return refuse('unknown_order', 'there is no such order', 'id');
      }
      const asked = { orderId, as: 'withdrawn', actor: actorOf(caller), now } as const;
      const ended = await endProposal(orders, asked);
      return ended.ok ? ok({ isWithdrawn: true }) : ended;
    },
    retryAddressChangeReturn: async ({ params: { id: orderId, changeId: proposalId }, caller, now }) => {
      if ((await readOrder(reads, orderId)) === undefined) {
        return refuse('unknown_order', 'there is no such order', 'id');
      }
      const asked = await retryReturn(orders, { orderId, proposalId, actor: actorOf(caller), now });
      if (!asked.ok) return asked;
      const { isSettled, stuck } = asked.value;
      return ok({ isGivenBack: isSettled, ...(isSettled ? {} : { why: stuck?.why }) });
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

function proposalAnswer(proposal: Awaited<ReturnType<typeof readProposals>>[number], amount: Amounts) {
  const { id, state, isOpen, oldAddress, address, endedAt, endedBecause, stuck, isSettled } = proposal;
  return {
    ...{ id, state, isOpen, oldAddress, address },
    oldTotal: amount(proposal.oldTotalMinor),
    total: amount(proposal.totalMinor),
    difference: amount(proposal.differenceMinor),
    proposedAt: proposal.proposedAt.toString(),
    expiresAt: proposal.expiresAt.toString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toString() }),
    ...(endedBecause === '' ? {} : { endedBecause }),
    ...(stuck === undefined || isSettled ? {} : { stuck: { ...stuck, againAt: stuck.againAt.toString() } }),
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
