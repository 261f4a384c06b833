import { type Refusal, refuse } from '../../../kernel/index.ts';
import type { Category } from '../category.ts';
import { LIMITS } from '../limits.ts';

export type CategoryRefusal = Refusal<
  'not_found' | 'missing' | 'too_long' | 'invalid' | 'handle_taken' | 'cycle' | 'too_deep' | 'has_children'
>;

/** What is wrong with a category by itself, wherever it stands. */
export function categoryRefusal(
  input: Partial<Category> & { readonly name: string },
): CategoryRefusal | undefined {
  const { name, handle, descriptionHtml = '', position = 0 } = input;
  if (name === '') return refuse('missing', 'a category needs a name', 'name').refusal;
  if (name.length > LIMITS.categoryName || name.includes('\0')) {
    return refuse('too_long', `a name has at most ${LIMITS.categoryName} characters`, 'name').refusal;
  }
  if (handle !== undefined && !/^[a-z0-9][a-z0-9-]{0,199}$/.test(handle)) {
    return refuse('invalid', 'a handle has lower-case letters, digits and hyphens', 'handle').refusal;
  }
  if (descriptionHtml.length > LIMITS.descriptionHtml) {
    return refuse('too_long', `at most ${LIMITS.descriptionHtml} characters`, 'descriptionHtml').refusal;
  }
  if (Number.isInteger(position) && Math.abs(position) <= 1_000_000) return undefined;
  return refuse('invalid', 'a position is a whole number', 'position').refusal;
}
