import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { guardedFields, takeOut } from './guarded-fields.ts';

const secret = z.string().optional().meta({ permission: 'contacts:read' });
const person = z.object({
  name: z.string(),
  email: secret,
  phone: z.string().meta({ permission: 'contacts:read' }).optional(),
});

test('marked fields are found wherever they stand', () => {
  const schema = z.object({
    owner: person.optional(),
    items: z.array(
      z.object({ cost: z.object({ amount: z.string() }).optional().meta({ permission: 'costs:read' }) }),
    ),
    byName: z.record(z.string(), person).nullable(),
    either: z.union([z.object({ email: secret }), z.object({ word: z.string() })]),
  });
  assert.deepEqual(
    guardedFields(schema).map(({ path, permission }) => `${path.join('.')} ${permission}`),
    [
      ...['owner.email contacts:read', 'owner.phone contacts:read', 'items.*.cost costs:read'],
      ...['byName.*.email contacts:read', 'byName.*.phone contacts:read', 'either.email contacts:read'],
    ],
  );
});

test('what the permissions do not show is taken out, and nothing else', () => {
  const schema = z.object({
    items: z.array(person.extend({ cost: z.int().optional().meta({ permission: 'costs:read' }) })),
  });
  const shown = (...permissions: string[]) => {
    const answer = { items: [{ name: 'Ada', email: 'ada@example.org', cost: 3 }, { name: 'Bob' }] };
    takeOut(answer, guardedFields(schema), new Set(permissions));
    return answer.items;
  };
  assert.deepEqual(shown(), [{ name: 'Ada' }, { name: 'Bob' }]);
  assert.deepEqual(shown('costs:read'), [{ name: 'Ada', cost: 3 }, { name: 'Bob' }]);
  assert.deepEqual(shown('costs:read', 'contacts:read')[0], {
    name: 'Ada',
    email: 'ada@example.org',
    cost: 3,
  });
});

test('a marked field that has to be there is a mistake', () => {
  const schema = z.object({
    items: z.array(z.object({ email: z.string().meta({ permission: 'contacts:read' }) })),
  });
  assert.throws(() => guardedFields(schema), /items\.\*\.email needs contacts:read and is not optional/);
});
