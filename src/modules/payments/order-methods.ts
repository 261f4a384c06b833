import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { PaymentMethodId } from './method.ts';

/** Puts all ways to pay in this order, as the checkout shows them. Refused unless each of them is named once. */
export async function orderMethods(
  tx: Tx,
  ids: readonly PaymentMethodId[],
): Promise<Result<undefined, Refusal<'changed_meanwhile'>>> {
  const { rows } = await sql<{ id: PaymentMethodId }>`
    select id from payments.method order by id for update`.execute(tx);
  const isAll = rows.length === ids.length && rows.every(({ id }) => ids.includes(id));
  if (!isAll) return refuse('changed_meanwhile', 'there are other ways to pay by now: look again', 'ids');
  await sql`
    update payments.method set position = given.position
    from unnest(${[...ids]}::uuid[]) with ordinality as given (id, position)
    where method.id = given.id and method.position <> given.position`.execute(tx);
  return ok(undefined);
}
