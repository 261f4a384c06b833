import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readProductIdsOfVariants } from '../../catalog/index.ts';
import { readLocations } from '../locations.ts';
import { lockTransfer, noteClosed, readTransfer, writeDraft } from './store.ts';
import {
  type CancelRefusal,
  type DraftRefusal,
  type SaveRefusal,
  TRANSFER_LINES,
  type Transfer,
  type TransferDraft,
  type TransferId,
} from './transfer.ts';

type Doing = { readonly now: Temporal.Instant; readonly actor: string };

/** Makes a draft, or changes the one with `id`, all of it. It moves nothing until it is sent. */
export async function saveTransfer(
  tx: Tx,
  { id, draft, ...doing }: Doing & { readonly id?: TransferId | undefined; readonly draft: TransferDraft },
): Promise<Result<Transfer, SaveRefusal>> {
  const refusal = await draftRefusal(tx, draft);
  if (refusal !== undefined) return { ok: false, refusal };
  if (id !== undefined) {
    const known = await lockTransfer(tx, id);
    if (known === undefined) return notFound(id);
    if (known.state !== 'draft') return wrongState(known);
  }
  const own = id ?? newId<'transfer'>();
  await writeDraft(tx, { id: own, draft, ...doing });
  const saved = await readTransfer(tx, own);
  return saved === undefined ? notFound(own) : ok(saved);
}

/** Gives up a draft. What was sent is closed by receiving it, nothing of it if need be. */
export async function cancelTransfer(
  tx: Tx,
  { id, now, actor }: Doing & { readonly id: TransferId },
): Promise<Result<Transfer, CancelRefusal>> {
  const known = await lockTransfer(tx, id);
  if (known === undefined) return notFound(id);
  if (known.state !== 'draft') return wrongState(known);
  await noteClosed(tx, id, { at: now, by: actor, state: 'cancelled', missing: undefined });
  const saved = await readTransfer(tx, id);
  return saved === undefined ? notFound(id) : ok(saved);
}

export function notFound(id: TransferId) {
  return refuse('not_found', `no transfer has the id ${id}`, 'id');
}

export function wrongState({ number, state }: Transfer) {
  return refuse('wrong_state', `${number} is ${state}`, 'id');
}

async function draftRefusal(tx: Tx, draft: TransferDraft): Promise<DraftRefusal | undefined> {
  const { fromId, toId, lines } = draft;
  if (lines.length > TRANSFER_LINES) throw new RangeError(`at most ${TRANSFER_LINES} lines a transfer`);
  if (fromId === toId) {
    return refuse('same_location', 'goods go from one place to another', 'toId').refusal;
  }
  const places = new Set((await readLocations(tx)).map(({ id }) => id));
  for (const [field, id] of [
    ['fromId', fromId],
    ['toId', toId],
  ] as const) {
    if (!places.has(id)) return refuse('unknown_location', `no location has the id ${id}`, field).refusal;
  }
  const known = await readProductIdsOfVariants(tx, [...new Set(lines.map((line) => line.variantId))]);
  const index = lines.findIndex(({ variantId }) => !known.has(variantId));
  if (index < 0) return undefined;
  return refuse('unknown_variant', 'no variant has this id', `lines[${index}].variantId`).refusal;
}
