import type { Refusal } from '../../kernel/index.ts';
import { AnswerCache, bodyOnceIn, isStoredAnswer, storedAnswer } from '../cache/index.ts';
import type { Answer, Endpoint, RefusalCode } from './endpoint.ts';
import { guardedFields } from './guarded-fields.ts';
import type { Handled } from './handler.ts';
import { answerText } from './output.ts';

/** What an answer is made of: the value, what it shows, and when it will be something else by itself. */
export type Made<One extends Endpoint> =
  | {
      readonly value: Answer<One>;
      readonly tags: readonly string[];
      readonly until?: Temporal.Instant | undefined;
    }
  | { readonly refusal: Refusal<RefusalCode<One>> };

type Refused = { readonly refusal: Refusal<string> };

/** Nothing is kept longer, so that what changes by time alone is right soon. */
const MAX_AGE = { minutes: 10 };

/** Answers as finished text, dropped when something in them changes. */
export class KeptAnswers {
  readonly #cache: AnswerCache<Refused>;
  readonly #isOn: boolean;
  readonly #isStrict: boolean;

  constructor(options: { readonly maxBytes: number; readonly isStrict: boolean }) {
    this.#cache = new AnswerCache<Refused>(options);
    this.#isOn = options.maxBytes > 0;
    this.#isStrict = options.isStrict;
  }

  /** The answer kept under `key`, or the one that `make` makes now. */
  async answer<One extends Endpoint>(
    endpoint: One,
    asked: { readonly key: string; readonly now: Temporal.Instant },
    make: () => Promise<Made<One>>,
  ): Promise<Handled<One>> {
    const { key, now } = asked;
    // One answer for all callers: none of them may see more of it than another.
    if (this.#isStrict && guardedFields(endpoint.output).length > 0)
      throw new TypeError(`${endpoint.path} is not for everybody`);
    const render = () => this.#render(endpoint, now, make);
    const kept = this.#isOn ? this.#cache.get(key, now.epochMilliseconds) : undefined;
    const stored = kept ?? (await (this.#isOn ? this.#cache.render(key, render) : render()));
    // What `make` refused has one of the endpoint's own names; the cache holds them without.
    if (!isStoredAnswer(stored)) return { ok: false, refusal: stored.refusal as Refusal<RefusalCode<One>> };
    return {
      ok: true,
      stored,
      bodyIn: (answer, encoding) =>
        this.#isOn ? this.#cache.body(key, answer, encoding) : bodyOnceIn(answer, encoding),
    };
  }

  forget(tags: readonly string[]): void {
    if (tags.length > 0) this.#cache.forget(tags);
  }

  clear(): void {
    this.#cache.clear();
  }

  async #render<One extends Endpoint>(endpoint: One, now: Temporal.Instant, make: () => Promise<Made<One>>) {
    const made = await make();
    if ('refusal' in made) return made;
    const latest = now.add(MAX_AGE).epochMilliseconds;
    return storedAnswer({
      contentType: 'application/json; charset=utf-8',
      text: answerText(endpoint.output, made.value, this.#isStrict),
      tags: made.tags,
      expiresAt: Math.min(latest, made.until?.epochMilliseconds ?? latest),
    });
  }
}
