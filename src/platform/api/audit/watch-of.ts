import type { Api, Endpoint, Endpoints } from '../endpoint.ts';
import { type GuardedField, guardedFields, personalFields } from '../guarded-fields.ts';

/** How the changes of an endpoint are seen, worked out when it is mounted. */
export type Watch = {
  readonly kind: string;
  /** Where the id of what is changed stands: `['id']`, `['prices', 'variantId']`. */
  readonly id: readonly string[];
  readonly read: WatchedRead | undefined;
};

/** The GET that shows what is changed. */
export type WatchedRead = {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly guarded: readonly GuardedField[];
  readonly personal: readonly (readonly string[])[];
};

/** `undefined`: a read, or what changes nothing. */
export function watchOf(api: Api<Endpoints>, { method, path, changes }: Endpoint): Watch | undefined {
  if (method === 'GET') return undefined;
  if (changes === undefined) throw new TypeError(`${method} ${path} does not say what it changes`);
  if ('nothing' in changes) return undefined;
  const { kind, id = '', read: name } = changes;
  const watch = { kind, id: id === '' ? [] : id.split('.') };
  if (name === undefined) return { ...watch, read: undefined };
  const endpoint = api.endpoints[name];
  if (endpoint?.method !== 'GET') throw new TypeError(`${method} ${path}: no GET is called ${name}`);
  const { output } = endpoint;
  return {
    ...watch,
    read: { name, endpoint, guarded: guardedFields(output), personal: personalFields(output) },
  };
}
