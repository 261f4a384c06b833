import type { Endpoints, SentParts } from '../../api/index.ts';

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

/** What a call sends; keys for writes are made here. */
export type Asking<Name extends Operation> = SentParts<ApiEndpoints[Name]>;

/** What it tells. Read off the schema directly: through the client's types a screen took seconds to check. */
export type Told<Name extends Operation> = ApiEndpoints[Name]['output']['_zod']['output'];
