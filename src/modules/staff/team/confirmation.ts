import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { isLimit } from '../roles/limit.ts';
import { selectConfirmation, writeConfirmation } from '../store/confirmation.ts';

/** When members confirm once more that it is they, beside what always asks for it. */
export type Confirmation = {
  /** One act that gives more than this back, a decimal in the shop's first currency: `200.00`. */
  readonly refundsAbove: string;
};

/** Of a shop that has said nothing. */
const FIRST: Confirmation = { refundsAbove: '200.00' };

export async function readConfirmation(db: Db): Promise<Confirmation> {
  return (await selectConfirmation(db)) ?? FIRST;
}

export async function changeConfirmation(
  tx: Tx,
  { refundsAbove }: Confirmation,
): Promise<Result<Confirmation, Refusal<'invalid_limit'>>> {
  if (!isLimit(refundsAbove)) return refuse('invalid_limit', 'an amount such as 200.00', 'refundsAbove');
  await writeConfirmation(tx, { refundsAbove });
  await tell(tx, 'staff.changed', {});
  return ok(await readConfirmation(tx));
}
