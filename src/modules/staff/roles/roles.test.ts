import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf } from '../../../kernel/index.ts';
import { SCOPES, type Scope } from '../../access/index.ts';
import { BUILT_IN, BUILT_IN_ROLES } from './built-in.ts';
import { granted, mayGive } from './granted.ts';
import { allowsAsMuch, isLimit, limitMinor } from './limit.ts';
import type { Grant } from './role.ts';

const ALL = Object.keys(SCOPES);
const role = (id: string) => BUILT_IN.find((one) => one.id === id) ?? assert.fail(id);
const permissionsOf = (id: string) => role(id).grants.map(({ permission }) => permission as string);

test('the table has every permission for owners, and something for everybody', () => {
  assert.deepEqual(permissionsOf('owner').toSorted(), ALL.toSorted());
  for (const id of BUILT_IN_ROLES) {
    const own = permissionsOf(id);
    assert.ok(own.length > 0 && own.includes('products:read'), id);
    // Who may change a thing may see it, where there is a permission to see it.
    for (const permission of own.filter((one) => one.endsWith(':write'))) {
      const read = permission.replace(':write', ':read');
      assert.ok(!ALL.includes(read) || own.includes(read), `${id} ${permission}`);
    }
  }
  assert.deepEqual(
    role('support').grants.filter(({ limit }) => limit !== undefined),
    [{ permission: 'orders:refund', limit: '100.00' }],
  );
});

test('what only owners and managers may: the team; what only owners and developers may: keys', () => {
  const whoMay = (permission: string) =>
    BUILT_IN_ROLES.filter((id) => permissionsOf(id).includes(permission));
  assert.deepEqual(whoMay('team:write'), ['owner', 'manager']);
  assert.deepEqual(whoMay('api_keys:write'), ['owner', 'developer']);
  assert.deepEqual(whoMay('orders:refund'), ['owner', 'manager', 'support', 'finance']);
});

test('limits are amounts, compared and counted without a floating number', () => {
  for (const text of ['0', '100', '100.00', '0.0001', '999999999999999.9999']) assert.ok(isLimit(text), text);
  for (const text of ['', '-1', '1e3', '1.00000', '1.', '.5', ' 1', '1 ', '1234567890123456']) {
    assert.ok(!isLimit(text), text);
  }
  const table: [one: string | undefined, other: string | undefined, expected: boolean][] = [
    ['100.00', '100', true],
    ['100.00', '100.0001', false],
    [undefined, '1', true],
    ['1', undefined, false],
    [undefined, undefined, true],
    ['9', '10', false],
  ];
  for (const [one, other, expected] of table) assert.equal(allowsAsMuch(one, other), expected);
  assert.equal(limitMinor('100.00', currencyOf('EUR')), 10_000n);
  assert.equal(limitMinor('100.50', currencyOf('JPY')), 100n);
  assert.equal(limitMinor('1.2345', currencyOf('KWD')), 1_234n);
});

const grant = fc.record({
  permission: fc.constantFrom(...(ALL as Scope[]).slice(0, 6)),
  limit: fc.option(
    fc.nat(5_000).map((cents) => (cents / 100).toFixed(2)),
    { nil: undefined },
  ),
});

test('the union of roles allows what one of them allows, and nothing that none does', () => {
  fc.assert(
    fc.property(fc.array(grant), fc.array(grant), (one, other) => {
      const both = granted([...one, ...other]);
      for (const { permission, limit } of [...one, ...other] satisfies Grant[]) {
        assert.ok(both.has(permission) && allowsAsMuch(both.get(permission), limit));
      }
      for (const [permission, limit] of both) {
        assert.ok(
          [...one, ...other].some((given) => given.permission === permission && given.limit === limit),
        );
      }
    }),
  );
});

test('nobody gives what they do not have', () => {
  fc.assert(
    fc.property(fc.array(grant), fc.array(grant), (held, given) => {
      const giver = { isOwner: false, granted: granted(held) };
      const isWithin = given.every(({ permission, limit }) =>
        held.some((own) => own.permission === permission && allowsAsMuch(own.limit, limit)),
      );
      assert.equal(mayGive(giver, { id: 'x', grants: given }), isWithin);
    }),
  );
  const manager = { isOwner: false, granted: granted(role('manager').grants) };
  const mayManager = BUILT_IN_ROLES.filter((id) => mayGive(manager, role(id)));
  assert.ok(
    mayManager.includes('support') && !mayManager.includes('owner') && !mayManager.includes('developer'),
  );
  const everything = { isOwner: false, granted: granted(role('owner').grants) };
  assert.equal(mayGive(everything, role('owner')), false);
  assert.equal(mayGive({ ...everything, isOwner: true }, role('owner')), true);
});
