import { ApiProblem } from '../api/call.ts';

/**
 * The API's errors by the field of the form that they are about, in the form's own way to write a path:
 * `variants.0.sku`. What names no field is under the empty text.
 */
export function problemsByField(error: Error | null): Readonly<Record<string, string>> {
  if (error === null) return {};
  if (!(error instanceof ApiProblem)) return { '': error.message };
  const { field, detail, errors = [] } = error.problem;
  if (errors.length > 0) return Object.fromEntries(errors.map((one) => [formPath(one.field), one.message]));
  return { [formPath(field ?? '')]: detail };
}

function formPath(field: string): string {
  return field.replaceAll(/\[(\d+)\]/g, '.$1');
}
