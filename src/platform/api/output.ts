import type { z } from 'zod';

/**
 * The text of an answer: only what its schema documents. What is more is left out in production and is an error
 * elsewhere, so that a test sees it; what is missing or of another type is our mistake everywhere.
 */
export function answerText(schema: z.ZodType, value: unknown, isStrict: boolean): string {
  const documented = schema.parse(value);
  if (isStrict) {
    const [first] = undocumentedIn(value, documented, 'answer');
    if (first !== undefined) throw new TypeError(`${first} is not documented in the endpoint's output`);
  }
  return JSON.stringify(documented);
}

function undocumentedIn(value: unknown, documented: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (typeof documented !== 'object' || documented === null) return [path];
  const known = new Map(Object.entries(documented));
  return Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) return [];
    return known.has(key) ? undocumentedIn(item, known.get(key), `${path}.${key}`) : [`${path}.${key}`];
  });
}
