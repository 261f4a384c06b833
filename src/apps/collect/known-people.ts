import { readSession } from '../../modules/customers/index.ts';
import { readStaffCaller, staffCookieName } from '../../modules/staff/index.ts';
import type { Db } from '../../platform/database/index.ts';

const KNOWN_MS = 60_000;
const MOST_KNOWN = 10_000;

/** Who cookies are of, looked up once a minute each: events come every few seconds. */
export class KnownPeople {
  readonly #db: Db;
  readonly #isSecure: boolean;
  readonly #known = new Map<
    string,
    { readonly untilMs: number; readonly who: Promise<string | undefined> }
  >();

  constructor(db: Db, isSecure: boolean) {
    this.#db = db;
    this.#isSecure = isSecure;
  }

  /** Whether a member of staff looks at the shop: a browser that is signed in to the cockpit. */
  async isStaff(cookie: string, now: Temporal.Instant): Promise<boolean> {
    if (!cookie.includes(staffCookieName(false))) return false;
    const id = await this.#once(`staff ${cookie}`, now, async () => {
      const caller = await readStaffCaller(this.#db, { cookie, isSecure: this.#isSecure, now });
      return caller?.id;
    });
    return id !== undefined;
  }

  /** The customer whose session this is. */
  customerOf(token: string, now: Temporal.Instant): Promise<string | undefined> {
    return this.#once(`customer ${token}`, now, async () => {
      const session = await readSession(this.#db, { token, now });
      return session?.customer.id;
    });
  }

  #once(
    key: string,
    now: Temporal.Instant,
    look: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const nowMs = now.epochMilliseconds;
    const known = this.#known.get(key);
    if (known !== undefined && known.untilMs > nowMs) return known.who;
    const who = look();
    this.#known.delete(key);
    this.#known.set(key, { untilMs: nowMs + KNOWN_MS, who });
    who.catch(() => this.#known.delete(key));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_KNOWN) break;
      this.#known.delete(oldest);
    }
    return who;
  }
}
