import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Endpoint } from '../../../platform/api/index.ts';
import { ADMIN_API } from './api.ts';

/** Names under which a person can be reached; the fields of the shop itself and of its goods are named otherwise. */
const CONTACT = new Set(['email', 'phone', 'line1', 'line2', 'recipient']);

/** What is about members of staff, and the shop itself and its partners: their addresses are no shoppers'. */
const OTHERS = /^(listPickupPoints|savePickupPoints)$/;
/** Whoever gets the shop's numbers by mail is of the team, or was named by it; a supplier is a business. */
const GROUPS = new Set(['Team', 'Session', 'Shop', 'Profile', 'Reports by mail', 'Alerts', 'Suppliers']);

const endpoints = Object.entries<Endpoint>(ADMIN_API.endpoints).filter(
  ([name, { group }]) => !OTHERS.test(name) && !GROUPS.has(group),
);

function openContacts(schema: z.ZodType): string[] {
  const open: string[] = [];
  z.toJSONSchema(schema, {
    ...{ io: 'output', unrepresentable: 'any' },
    override: ({ jsonSchema, path }) => {
      // Where a parcel waits is the carrier's door, not the shopper's.
      if (path.includes('pickupPoint')) return;
      for (const [name, field] of Object.entries(jsonSchema.properties ?? {})) {
        const isMarked = typeof field === 'object' && 'permission' in field;
        if (CONTACT.has(name) && !isMarked) open.push(name);
      }
    },
  });
  return open;
}

test('how a shopper is reached is shown to nobody without the permission for it', () => {
  const open = endpoints.flatMap(([name, { output }]) =>
    openContacts(output).map((field) => `${name} ${field}`),
  );
  assert.deepEqual(open, []);
  assert.deepEqual(openContacts(z.object({ items: z.array(z.object({ email: z.string() })) })), ['email']);
});
