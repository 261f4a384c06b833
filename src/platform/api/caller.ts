import type { Audience, Endpoint, Permission } from './endpoint.ts';
import { type ApiProblem, problem } from './problem.ts';

/** Who asks, as far as a key, a token or a cookie proves it: nothing else is believed. */
export type Caller =
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly name: string;
      readonly permissions: ReadonlySet<string>;
    }
  | Staff
  | {
      readonly kind: 'customer';
      readonly customerId: string;
      /** The token that was sent, for who ends or renews it. */
      readonly session: string;
    };

/** A member of staff, signed in. */
export type Staff = {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly sessionId: string;
  readonly permissions: ReadonlySet<string>;
  /** The most that one act may come to, by permission, in minor units of the shop's first currency. */
  readonly limits: ReadonlyMap<string, bigint>;
  /** When they last proved again that it is they: a key on the device, or password and code. */
  readonly steppedUpAt: Temporal.Instant | undefined;
};

/** What a request brings to prove who asks: one of them, the header before the cookie. */
export type Credentials = {
  readonly authorization?: string | undefined;
  /** The whole header; only of requests that this origin's own pages make. */
  readonly cookie?: string | undefined;
};

/** `undefined`: they name nobody. */
export type Authenticate = (credentials: Credentials) => Promise<Caller | undefined>;

export const ANYONE: Caller = { kind: 'anyone' };

/** How long a proof made again holds. */
const STEP_UP_MINUTES = 10;

/** What stands between this caller and the endpoint, if anything. Tokens in the address are checked by the handler. */
export function refusalFor(
  { audience, stepUp }: Pick<Endpoint, 'audience' | 'stepUp'>,
  caller: Caller,
  now: Temporal.Instant,
): ApiProblem | undefined {
  if (isOpen(audience)) return undefined;
  if (audience === 'customer') return caller.kind === 'customer' ? undefined : UNAUTHORIZED;
  if (caller.kind !== 'key' && caller.kind !== 'staff') return UNAUTHORIZED;
  if (!isAdmitted(audience, caller)) return forbidden(audience, caller);
  return stepUp && !hasSteppedUp(caller, now) ? STEP_UP_REQUIRED : undefined;
}

/** Whether the caller's name does not matter, so that it is not looked up. */
export function isOpen(audience: Audience): boolean {
  return audience === 'public' || audience === 'cart_token' || audience === 'order_token';
}

/** Whether nobody has to prove again that it is they: programs cannot, and staff did within ten minutes. */
export function hasSteppedUp(caller: Caller, now: Temporal.Instant): boolean {
  if (caller.kind !== 'staff') return true;
  const { steppedUpAt } = caller;
  return (
    steppedUpAt !== undefined &&
    Temporal.Instant.compare(steppedUpAt.add({ minutes: STEP_UP_MINUTES }), now) > 0
  );
}

/** Whether an act of this permission may come to so much; a permission without a limit has none. */
export function withinLimit(caller: Caller, permission: Permission, amountMinor: bigint): boolean {
  if (caller.kind !== 'staff') return true;
  const limit = caller.limits.get(permission);
  return limit === undefined || amountMinor <= limit;
}

function isAdmitted(audience: Audience, caller: Caller & { readonly kind: 'key' | 'staff' }): boolean {
  if (audience === 'insider') return true;
  return audience === 'staff' ? caller.kind === 'staff' : caller.permissions.has(audience);
}

function forbidden(audience: Audience, { kind }: Caller): ApiProblem {
  if (audience === 'staff')
    return problem(403, 'forbidden', 'this is for members of staff, not for API keys');
  const who =
    kind === 'staff' ? 'none of your roles has the permission' : 'this API key does not have the scope';
  return problem(403, 'forbidden', `${who} "${audience}"`);
}

export const UNAUTHORIZED: ApiProblem = {
  ...problem(401, 'unauthorized', 'send a valid key in the header "Authorization: Bearer …"'),
  headers: { 'www-authenticate': 'Bearer' },
};

const STEP_UP_REQUIRED = problem(403, 'step_up_required', 'confirm once more that it is you, and ask again');
