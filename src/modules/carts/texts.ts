import { refuse } from '../../kernel/index.ts';
import type { CartRefusal } from './cart.ts';

/** What is wrong with a text that a shopper wrote: too long, or with characters that no text has. */
export function textRefusal(field: string, text: string, limit: number): CartRefusal | undefined {
  if (text.length > limit) return refuse('too_long', `at most ${limit} characters`, field).refusal;
  return /[^\P{Cc}\t\n\r]/u.test(text) || !text.isWellFormed()
    ? refuse('invalid', 'contains a character that no text has', field).refusal
    : undefined;
}

/** An address that a mail can be sent to, as far as its form says (the form that HTML's e-mail field accepts). */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;
