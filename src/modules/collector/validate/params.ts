import type { Given } from '../event.ts';

/** What is wrong with a field, in words that its sender understands: `items[2].price`. */
export type Problem = { readonly field: string; readonly message: string };

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
// A minus and digits with a point: what a number is in JSON, and in texts that data layers are full of.
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,12})?$/;

/** Takes parameters one by one, with their limits; what is wrong with any is noted, and what is left over is known. */
export class Params {
  readonly problems: Problem[];
  readonly #prefix: string;
  readonly #left: Map<string, unknown>;

  constructor(params: Readonly<Record<string, unknown>>, problems: Problem[] = [], prefix = '') {
    this.problems = problems;
    this.#prefix = prefix;
    // Scripts write `undefined`, `null` and '' where they know nothing.
    this.#left = new Map(
      Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== ''),
    );
  }

  refuse(name: string, message: string): undefined {
    this.problems.push({ field: `${this.#prefix}${name}`, message });
  }

  take(name: string): unknown {
    const value = this.#left.get(name);
    this.#left.delete(name);
    return value;
  }

  text(name: string, longest: number): string | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return this.refuse(name, 'must be a text');
    return this.#checked(name, `${value}`.trim(), longest) || undefined;
  }

  /** A number that is at least zero, as its decimal text. */
  decimal(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    const text = typeof value === 'number' || typeof value === 'string' ? `${value}` : '';
    return DECIMAL.test(text) ? text : this.refuse(name, 'must be a number such as 19.99');
  }

  whole(name: string, most: number): number | undefined {
    const text = this.decimal(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    return this.refuse(name, `must be a whole number from 0 to ${most}`);
  }

  /** What nobody took, as it was given. */
  rest(limits: { readonly most: number; readonly longest: number }): Record<string, Given> {
    const rest: Record<string, Given> = {};
    if (this.#left.size > limits.most) {
      this.refuse('params', `are ${this.#left.size} more than are known here; at most ${limits.most}`);
      return rest;
    }
    for (const [name, value] of this.#left) {
      if (name.length > 40 || !NAME.test(name)) {
        this.refuse(name.slice(0, 60), 'is no name: letters, digits and underscores, at most 40');
      } else if (typeof value === 'string') {
        const text = this.#checked(name, value, limits.longest);
        if (text !== undefined) rest[name] = text;
      } else if ((typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean') {
        rest[name] = value;
      } else this.refuse(name, 'must be a text, a number, or true or false');
    }
    return rest;
  }

  #checked(name: string, text: string, longest: number): string | undefined {
    if (text.length > longest) return this.refuse(name, `has ${text.length} characters; at most ${longest}`);
    if (text.includes('\0') || !text.isWellFormed()) {
      return this.refuse(name, 'has a character that is no text');
    }
    return text;
  }
}
