import { invalid } from './api-error.ts';

/** The parameters of a request, as they are written in it: `metadata[payment_id]`. */
export type Form = {
  readonly text: (name: string) => string | undefined;
  readonly required: (name: string) => string;
  readonly integer: (name: string) => number | undefined;
  /** What stands in brackets behind `name`: `metadata`, `evidence`. */
  readonly record: (name: string) => Record<string, string>;
  readonly list: (name: string) => string[];
};

export function formOf(encoded: string): Form {
  const values = new URLSearchParams(encoded);
  const text = (name: string) => values.get(name) ?? undefined;
  const required = (name: string) => {
    const value = text(name);
    if (value === undefined || value === '') throw invalid('parameter_missing', `Missing: ${name}.`, name);
    return value;
  };
  const integer = (name: string) => {
    const value = text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value))
      throw invalid('parameter_invalid_integer', `Invalid integer: ${value}`, name);
    return Number(value);
  };
  const within = (name: string) =>
    [...values].flatMap(([key, value]): [string, string][] => {
      const isIn = key.startsWith(`${name}[`) && key.endsWith(']');
      return isIn ? [[key.slice(name.length + 1, -1), value]] : [];
    });
  return {
    ...{ text, required, integer },
    record: (name) => Object.fromEntries(within(name)),
    list: (name) => within(name).map(([, value]) => value),
  };
}
