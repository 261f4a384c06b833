import type { Endpoint, Endpoints } from '../../api/index.ts';

/**
 * Which API the screens speak to. `src/cockpit.ts` fills it in by declaration merging, so that modules name operations
 * of the whole contract without importing it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Register {}

export type ApiEndpoints = Register extends { readonly endpoints: infer Known extends Endpoints }
  ? Known
  : Endpoints;

export type Operation = keyof ApiEndpoints & string;
export type EndpointOf<Name extends Operation> = ApiEndpoints[Name] & Endpoint;
