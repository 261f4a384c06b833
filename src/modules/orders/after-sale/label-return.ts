import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { OrderId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { openOrder } from './open-order.ts';
import type { LabelRefusal, ReturnId, ReturnLabel } from './return.ts';
import { readReturns, writeLabel } from './store/returns.ts';

const LIMITS = { carrier: 100, trackingNumber: 100, url: 2_000, text: 2_000 } as const;

/**
 * Says how pieces come back: a carrier with its number, a page or a stored file to print, or words. On an approved return;
 * said again it replaces what was said.
 */
export async function labelReturn(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly returnId: ReturnId;
    readonly label: ReturnLabel;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, LabelRefusal>> {
  const { label, actor, now } = input;
  const wrong = labelRefusal(label);
  if (wrong) return wrong;
  const opened = await openOrder(tx, input.orderId, 'return');
  if (!opened.ok) return opened;
  const { id: orderId } = opened.value;
  const found = (await readReturns(tx, orderId)).find(({ id }) => id === input.returnId);
  if (!found) return refuse('unknown_return', 'the order has no such return', 'returnId');
  if (found.state !== 'approved') {
    return refuse('not_possible_in_this_state', `the return is ${found.state}`, 'returnId');
  }
  await writeLabel(tx, found.id, label);
  const data = { number: String(found.number), carrier: label.carrier };
  await insertEvent(tx, orderId, { kind: 'return_labelled', actor, data }, now);
  await tell(tx, 'orders.return_changed', { orderId, returnId: found.id, state: 'labelled' });
  return ok(undefined);
}

function labelRefusal(label: ReturnLabel) {
  for (const field of ['carrier', 'trackingNumber', 'url', 'text'] as const) {
    const text = label[field];
    if (text.length > LIMITS[field] || text.includes('\0')) {
      return refuse('too_long', `at most ${LIMITS[field]} characters`, `label.${field}`);
    }
  }
  if (label.url !== '' && !isWebAddress(label.url)) {
    return refuse('not_a_web_address', 'an address such as https://carrier.example/label', 'label.url');
  }
  const isEmpty = [label.trackingNumber, label.url, label.text, label.fileId ?? ''].every(
    (part) => part.trim() === '',
  );
  return isEmpty ? refuse('empty_label', 'a number, an address, a file or words', 'label') : undefined;
}

/** Shoppers follow it from a mail: nothing but the web, and nothing that could be read by others on the way. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
