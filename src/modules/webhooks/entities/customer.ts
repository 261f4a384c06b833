import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readCustomer } from '../../customers/index.ts';
import { publicJson } from '../public-json.ts';

const ABOUT = z.object({ customerId: z.string() });

export async function readChangedCustomer(db: Db, given: unknown): Promise<unknown> {
  const { customerId } = ABOUT.parse(given);
  const id = parseId<'customer'>(customerId);
  const customer = id && (await readCustomer(db, id));
  return { customerId, customer: customer ? publicJson(customer, undefined) : null };
}
