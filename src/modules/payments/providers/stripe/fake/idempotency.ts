import { ApiError } from './api-error.ts';

export type Answered = { readonly status: number; readonly body: object; readonly isReplayed: boolean };

type Kept = { readonly fingerprint: string; readonly status: number; readonly body: object };

/**
 * Stripe's idempotency: what a key was answered with is answered again, errors of the server among it; the same key with
 * other parameters is an error. What was refused before anything was done is not kept.
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  forget(): void {
    this.#kept.clear();
  }

  answer(key: string | undefined, fingerprint: string, run: () => object): Answered {
    const kept = key === undefined ? undefined : this.#kept.get(key);
    if (kept !== undefined && kept.fingerprint !== fingerprint) {
      const message = 'Keys for idempotent requests can only be used with the same parameters.';
      throw new ApiError(400, { type: 'idempotency_error', message });
    }
    if (kept !== undefined) return { status: kept.status, body: kept.body, isReplayed: true };
    const { status, body } = outcomeOf(run);
    const isDone = status === 200 || status === 402 || status >= 500;
    if (key !== undefined && isDone) this.#kept.set(key, { fingerprint, status, body });
    return { status, body, isReplayed: false };
  }
}

function outcomeOf(run: () => object): { status: number; body: object } {
  try {
    return { status: 200, body: structuredClone(run()) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: structuredClone(error.body) };
  }
}
