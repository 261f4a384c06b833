import type { Refusal } from '../../kernel/index.ts';

export type FetchRefusal =
  | 'bad_address'
  | 'private_address'
  | 'too_many_redirects'
  | 'unreachable'
  | 'too_slow'
  | 'bad_status'
  | 'wrong_type'
  | 'too_large';

/** `isTransient`: the same may go well later. */
export function refuseFetch(
  code: FetchRefusal,
  message: string,
  isTransient = false,
): { readonly ok: false; readonly refusal: Refusal<FetchRefusal> & { readonly isTransient: boolean } } {
  return { ok: false, refusal: { code, message, isTransient } };
}
