import type { Emit } from './orders.ts';
import { renderAuthorization, renderCapture, renderDispute, renderOrder, renderRefund } from './render.ts';
import { type PaypalEvent, type PaypalWorld, paypalId } from './world.ts';

/** Keeps what happened, to be delivered by whoever wants it delivered: late, doubled, out of order. */
export function emitterOf(world: PaypalWorld): Emit {
  return (type, id) => {
    world.events.push(eventOf(world, type, id));
  };
}

/** The object of an event as it is now. */
export function eventOf(world: PaypalWorld, type: string, id: string): PaypalEvent {
  const { resourceType, resource } = resourceOf(world, id);
  return { id: `WH-${paypalId()}-${paypalId()}`, type, resourceType, created: world.now(), resource };
}

function resourceOf(world: PaypalWorld, id: string): Pick<PaypalEvent, 'resourceType' | 'resource'> {
  const order = world.orders.get(id);
  if (order !== undefined) return { resourceType: 'checkout-order', resource: renderOrder(world, order) };
  const authorization = world.authorizations.get(id);
  if (authorization !== undefined) {
    return { resourceType: 'authorization', resource: renderAuthorization(world, authorization) };
  }
  const capture = world.captures.get(id);
  if (capture !== undefined) return { resourceType: 'capture', resource: renderCapture(world, capture) };
  const refund = world.refunds.get(id);
  if (refund !== undefined) return { resourceType: 'refund', resource: renderRefund(world, refund) };
  const dispute = world.disputes.get(id);
  if (dispute === undefined) throw new RangeError(`nothing has the id ${id}`);
  return { resourceType: 'dispute', resource: renderDispute(world, dispute) };
}
