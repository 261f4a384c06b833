import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Promotion } from './promotion.ts';
import { promotionSchema } from './promotion-schema.ts';

/** A promotion without its id, and whether it is in force. */
export type PromotionDraft = Omit<Promotion, 'id'> & { readonly isActive: boolean };

/**
 * A promotion as somebody sent it, or the first thing that is wrong with it and where:
 * `benefits[0].goods.anyOf[1].tags`.
 */
export function parsePromotion(input: unknown): Result<PromotionDraft, Refusal<'invalid'>> {
  const parsed = promotionSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const field = fieldOf(issue);
  return refuse('invalid', `${field}: ${issue?.message ?? 'not what is expected'}`, field);
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown];
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? 'promotion' : text.replace(/^\./, '');
}
