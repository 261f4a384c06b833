import { z } from 'zod';
import { findCardNumbers } from '../../../kernel/index.ts';

/** A submitted form: text by name. */
export type FormFields = Readonly<Record<string, string>>;

const MAX_FIELDS = 80;
const MAX_TEXT = 5_000;

const FORM = z
  .record(z.string().regex(/^[\w-]{1,60}$/), z.string().max(MAX_TEXT))
  .refine((fields) => Object.keys(fields).length <= MAX_FIELDS);

/** The body as a form of named texts; `undefined` for anything else: a field twice, too many, too long, nested. */
export function parseForm(body: unknown): FormFields | undefined {
  if (body === undefined || body === null) return {};
  const parsed = FORM.safeParse({ ...body });
  return parsed.success ? parsed.data : undefined;
}

/** The fields that hold what looks like a payment card number, which must never reach us (PCI DSS 4.0.1). */
export function fieldsWithCardNumbers(form: FormFields): string[] {
  return Object.entries(form)
    .filter(([name, value]) => !isPhone(name, value) && findCardNumbers(value).length > 0)
    .map(([name]) => name);
}

// One in ten long phone numbers would pass for a card's; no card number begins with a plus or a zero.
function isPhone(name: string, value: string): boolean {
  return name.endsWith('phone') && /^\s*[+0]/.test(value);
}
