import { ApiError, invalid } from './api-error.ts';

export type Answered = { readonly status: number; readonly body: object };

type Kept = { readonly fingerprint: string; readonly again: () => object };

/**
 * PayPal's request ids: the same one again does nothing and answers with how the thing stands now. What was refused is
 * not kept. The same id with another request is an error.
 */
export class RequestIds {
  readonly #kept = new Map<string, Kept>();

  answer(
    id: string | undefined,
    fingerprint: string,
    handlers: { readonly run: () => Answered; readonly again: (first: object) => object },
  ): Answered {
    const kept = id === undefined ? undefined : this.#kept.get(id);
    if (kept !== undefined && kept.fingerprint !== fingerprint) throw invalid('DUPLICATE_REQUEST_ID');
    if (kept !== undefined) return { status: 200, body: kept.again() };
    const first = handlers.run();
    if (id !== undefined) this.#kept.set(id, { fingerprint, again: () => handlers.again(first.body) });
    return first;
  }
}

/** The error as an answer; anything that is no answer of PayPal's is thrown on. */
export function answeredError(error: unknown): Answered {
  if (!(error instanceof ApiError)) throw error;
  return { status: error.status, body: error.body };
}
