import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/** A form of the shop is far smaller. */
export const FORM_BYTES = 64 * 1024;

/** Lets these routes read cookies and forms, and count attempts; limits are asked for where something can be guessed. */
export async function acceptForms(scope: FastifyInstance): Promise<void> {
  await scope.register(cookie);
  await scope.register(formbody, { bodyLimit: FORM_BYTES });
  await scope.register(rateLimit, { global: false });
}
