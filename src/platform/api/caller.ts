import type { Audience, Endpoint } from './endpoint.ts';
import { type ApiProblem, problem } from './problem.ts';

/** Who asks, as far as the Authorization header proves it: nothing else is believed. */
export type Caller =
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly name: string;
      readonly permissions: ReadonlySet<string>;
    }
  | {
      readonly kind: 'customer';
      readonly customerId: string;
      /** The token that was sent, for who ends or renews it. */
      readonly session: string;
    };

/** `undefined`: the header names nobody. */
export type Authenticate = (authorization: string) => Promise<Caller | undefined>;

export const ANYONE: Caller = { kind: 'anyone' };

/** What stands between this caller and the endpoint, if anything. Tokens in the address are checked by the handler. */
export function refusalFor({ audience }: Endpoint, caller: Caller): ApiProblem | undefined {
  if (isOpen(audience)) return undefined;
  if (audience === 'customer') return caller.kind === 'customer' ? undefined : UNAUTHORIZED;
  if (caller.kind !== 'key') return UNAUTHORIZED;
  if (caller.permissions.has(audience)) return undefined;
  return problem(403, 'forbidden', `this API key does not have the scope "${audience}"`);
}

/** Whether the caller's name does not matter, so that it is not looked up. */
export function isOpen(audience: Audience): boolean {
  return audience === 'public' || audience === 'cart_token' || audience === 'order_token';
}

export const UNAUTHORIZED: ApiProblem = {
  ...problem(401, 'unauthorized', 'send a valid key in the header "Authorization: Bearer …"'),
  headers: { 'www-authenticate': 'Bearer' },
};
