import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { checkUrl } from '../../platform/fetch/index.ts';
import { newId } from '../../platform/id.ts';
import type { Endpoint, EndpointId, EndpointRefusal, WebhookDeps } from './endpoint.ts';
import { newSecret } from './signature.ts';
import {
  deleteEndpoint,
  type EndpointRecord,
  lockEndpoint,
  selectEndpoints,
  writeEndpoint,
} from './store/endpoints.ts';
import { isPattern } from './topics.ts';

const LIMITS = { endpoints: 50, topics: 50, url: 2_000, description: 500 } as const;

export type EndpointChange = {
  readonly url?: string;
  readonly topics?: readonly string[];
  readonly description?: string;
  /** Switched on again, it hears of what happens from then on. */
  readonly isActive?: boolean;
};

/** Has a program told of what happens from now on. The secret that signs is told here, and never again. */
export async function createEndpoint(
  tx: Tx,
  deps: WebhookDeps,
  input: Required<Pick<EndpointChange, 'url' | 'topics'>> & {
    readonly description?: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly endpoint: Endpoint; readonly secret: string }, EndpointRefusal>> {
  const { url, topics, description = '', now } = input;
  const wrong = whatIsWrong(deps, { url, topics, description });
  if (wrong) return wrong;
  if ((await selectEndpoints(tx)).length >= LIMITS.endpoints) {
    return refuse('too_many', `there are ${LIMITS.endpoints} endpoints already: remove one first`);
  }
  const secret = newSecret();
  const endpoint: EndpointRecord = {
    ...{ id: newId<'webhook_endpoint'>(), url, topics: [...new Set(topics)], description },
    ...{ isActive: true, inactiveReason: '', isRotating: false, createdAt: now },
    sealedSecrets: [deps.secrets.seal(secret)],
  };
  await writeEndpoint(tx, endpoint, now);
  return ok({ endpoint: shown(endpoint), secret });
}

export async function changeEndpoint(
  tx: Tx,
  deps: WebhookDeps,
  input: EndpointChange & { readonly id: EndpointId; readonly now: Temporal.Instant },
): Promise<Result<Endpoint, EndpointRefusal>> {
  const { id, now, url, topics, description, isActive } = input;
  const wrong = whatIsWrong(deps, input);
  if (wrong) return wrong;
  const known = await lockEndpoint(tx, id);
  if (!known) return notFound();
  const changed: EndpointRecord = {
    ...known,
    ...(url === undefined ? {} : { url }),
    ...(topics === undefined ? {} : { topics: [...new Set(topics)] }),
    ...(description === undefined ? {} : { description }),
    ...(isActive === undefined ? {} : { isActive, inactiveReason: '' }),
  };
  await writeEndpoint(tx, changed, now);
  return ok(shown(changed));
}

/** Forgets the endpoint with its log. */
export async function removeEndpoint(tx: Tx, id: EndpointId): Promise<Result<undefined, EndpointRefusal>> {
  return (await deleteEndpoint(tx, id)) ? ok(undefined) : notFound();
}

/** Makes a new secret; messages are signed with both until the old one is dropped. A third pushes the oldest out. */
export async function rotateSecret(
  tx: Tx,
  deps: WebhookDeps,
  { id, now }: { readonly id: EndpointId; readonly now: Temporal.Instant },
): Promise<Result<{ readonly secret: string }, EndpointRefusal>> {
  const known = await lockEndpoint(tx, id);
  if (!known) return notFound();
  const secret = newSecret();
  const sealedSecrets = [deps.secrets.seal(secret), ...known.sealedSecrets].slice(0, 2);
  await writeEndpoint(tx, { ...known, sealedSecrets }, now);
  return ok({ secret });
}

/** Ends a rotation: from now on the new secret signs alone. */
export async function dropOldSecret(
  tx: Tx,
  { id, now }: { readonly id: EndpointId; readonly now: Temporal.Instant },
): Promise<Result<undefined, EndpointRefusal>> {
  const known = await lockEndpoint(tx, id);
  if (!known) return notFound();
  if (!known.isRotating) return refuse('not_rotating', 'there is one secret only: rotate first');
  await writeEndpoint(tx, { ...known, sealedSecrets: known.sealedSecrets.slice(0, 1) }, now);
  return ok(undefined);
}

/** Every endpoint, the oldest first, without secrets. */
export async function readEndpoints(db: Db): Promise<readonly Endpoint[]> {
  return (await selectEndpoints(db)).map(shown);
}

function shown({ sealedSecrets, ...endpoint }: EndpointRecord): Endpoint {
  return { ...endpoint, isRotating: sealedSecrets.length > 1 };
}

function notFound() {
  return refuse('not_found', 'there is no such endpoint', 'id');
}

function whatIsWrong({ allowPrivate }: WebhookDeps, { url, topics, description }: EndpointChange) {
  if (url !== undefined && url.length > LIMITS.url)
    return refuse('too_long', 'the address is too long', 'url');
  if (url !== undefined) {
    const checked = checkUrl(url, { timeoutMs: 0, ...(allowPrivate ? { allowPrivate } : {}) });
    if ('refusal' in checked) return refuse('bad_address', checked.refusal.message, 'url');
    // What is told names customers: on the open internet only encrypted.
    if (checked.protocol !== 'https:' && !allowPrivate?.(checked.hostname)) {
      return refuse('bad_address', 'an endpoint is reached by https', 'url');
    }
  }
  if (topics !== undefined && (topics.length === 0 || topics.length > LIMITS.topics)) {
    return refuse('too_many', `an endpoint hears of 1 to ${LIMITS.topics} topics`, 'topics');
  }
  const unknown = topics?.find((topic) => !isPattern(topic));
  if (unknown !== undefined)
    return refuse('unknown_topic', `nothing is told as ${unknown.slice(0, 100)}`, 'topics');
  if (description !== undefined && description.length > LIMITS.description) {
    return refuse('too_long', `a description has at most ${LIMITS.description} characters`, 'description');
  }
  return undefined;
}
