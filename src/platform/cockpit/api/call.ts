import type { ClientProblem } from '../../api/index.ts';
import type { Asking, Operation, Told } from './register.ts';

/** How an operation is called: all that a browser needs of its declaration. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly isFile?: true;
  readonly isKeyed?: true;
};

export type Routes = { readonly prefix: string; readonly operations: Readonly<Record<string, Route>> };

/** The API said no, or could not be reached (`status` 0). */
export class ApiProblem extends Error {
  readonly problem: ClientProblem;

  constructor(problem: ClientProblem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  /** Whether the same again may work: the network, or a server that is busy. */
  get isPassing(): boolean {
    const { status } = this.problem;
    return status === 0 || status === 429 || status >= 500;
  }
}

let routes: Routes = { prefix: '', operations: {} };
/** Asks the person to confirm that it is they; resolves to whether they did. */
let confirmIdentity: () => Promise<boolean> = async () => false;

export function connectApi(known: Routes): void {
  routes = known;
}

export function onStepUp(ask: () => Promise<boolean>): void {
  confirmIdentity = ask;
}

/** What any call sends. */
export type AnySent = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly file?: Blob;
};
type CallOptions = { readonly key?: string; readonly signal?: AbortSignal };

/**
 * Calls an operation of the admin API as the person who is signed in. Where the API wants it confirmed that it is still
 * they, the person is asked, and the call made again.
 *
 * @throws ApiProblem with the API's problem, or status 0 when it could not be reached
 */
export async function callAny(
  name: string,
  sent: AnySent,
  { key = crypto.randomUUID(), signal }: CallOptions = {},
): Promise<unknown> {
  const answer = await ask(name, sent, key, signal);
  if (answer.ok) return contentOf(name, answer);
  const problem = await problemOf(answer);
  // The first try was refused before it did anything, so that its key may be used again.
  if (problem.code === 'step_up_required' && (await confirmIdentity())) {
    const again = await ask(name, sent, crypto.randomUUID(), signal);
    if (again.ok) return contentOf(name, again);
    throw new ApiProblem(await problemOf(again));
  }
  throw new ApiProblem(problem);
}

/** `callAny` as the contract types it. */
export const callApi = callAny as unknown as <Name extends Operation>(
  name: Name,
  sent: Asking<Name>,
  options?: CallOptions,
) => Promise<Told<Name>>;

/** Where a file that the API gives is fetched by the browser itself. */
export const addressOf = addressOfAny as unknown as <Name extends Operation>(
  name: Name,
  sent: Asking<Name>,
) => string;

function addressOfAny(name: string, { params = {}, query = {} }: AnySent): string {
  const { path } = routeOf(name);
  const parts = new Map(Object.entries(params).map(([part, value]) => [part, String(value)]));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
    encodeURIComponent(parts.get(part) ?? ''),
  );
  const search = new URLSearchParams();
  for (const [field, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(field, String(one));
    }
  }
  return `${routes.prefix}${filled}${search.size === 0 ? '' : `?${search}`}`;
}

async function ask(
  name: string,
  sent: AnySent,
  key: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const route = routeOf(name);
  const headers = new Headers({ accept: 'application/json' });
  const { body, file } = sent;
  if (route.isKeyed) headers.set('idempotency-key', key);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (file !== undefined) {
    headers.set('content-type', 'application/octet-stream');
    init.body = file;
  }
  if (signal) init.signal = signal;
  try {
    return await fetch(addressOfAny(name, sent), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ApiProblem({ status: 0, code: 'unreachable', detail });
  }
}

function routeOf(name: string): Route {
  const route = routes.operations[name];
  if (route === undefined) throw new TypeError(`the API has no operation "${name}"`);
  return route;
}

function contentOf(name: string, answer: Response): Promise<unknown> {
  return routeOf(name).isFile ? answer.blob() : answer.json();
}

async function problemOf(answer: Response): Promise<ClientProblem> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as ClientProblem;
  } catch (error) {
    // A proxy in front answers in its own words.
    if (error instanceof SyntaxError)
      return { status: answer.status, code: 'unreadable', detail: text.slice(0, 200) };
    throw error;
  }
}
