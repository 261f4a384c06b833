import { z } from 'zod';
import { refuse } from '../../../../kernel/index.ts';
import type { ProviderRefusal } from '../../provider.ts';

const error = z.object({ errorName: z.string().max(100) });

/** What an answer of 4xx means ("Worldpay error responses"). Its message may name amounts and ids: it stays there. */
export function refusalOf({ status, body }: { readonly status: number; readonly body: unknown }): {
  readonly ok: false;
  readonly refusal: ProviderRefusal;
} {
  const parsed = error.safeParse(body);
  const name = parsed.success ? parsed.data.errorName : `${status}`;
  if (status === 404) return refuse('unknown_payment', 'Worldpay knows no such payment');
  if (status === 409) return refuse('not_possible_now', 'the payment is in another state');
  return refuse('refused_by_provider', `Worldpay refused: ${name}`);
}
