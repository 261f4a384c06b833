import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { Asked } from '../answer.ts';
import type { View } from '../model/index.ts';
import type { CookieChange, OwnCookies } from './cookies.ts';
import type { FormFields } from './form-fields.ts';

/** One shopper's request for a page of their own: never cached, told apart by cookies, answered for one person. */
export type Visit = Asked & {
  /** The parts of the path that its pattern names. */
  readonly params: Readonly<Record<string, string>>;
  /** What was submitted; nothing for a GET. */
  readonly form: FormFields;
  /** The body of a script's request; its handler parses it. */
  readonly json: unknown;
  readonly cookies: OwnCookies;
  readonly ip: string;
  /** From this machine and through no proxy: may see what only the demo's owner may. */
  readonly isLocal: boolean;
  readonly userAgent: string;
  /** Global Privacy Control: this browser objects. */
  readonly hasGpc: boolean;
  readonly wantsJson: boolean;
  /** Counts an attempt of this network; false when there were too many lately. */
  readonly mayTry: (
    what: 'code' | 'sign_in' | 'order' | 'withdraw' | 'waitlist' | 'consent',
  ) => Promise<boolean>;
  /**
   * Tells the statistics what this visitor did, by a name of Google Analytics 4. Never waits and never fails. The same
   * name and key is the same event.
   */
  readonly tell: (name: string, key: string, params: Readonly<Record<string, unknown>>) => void;
  readonly log: FastifyBaseLogger;
};

/** What a personal page comes to. */
export type Reaction = Cookied &
  (
    | {
        readonly kind: 'page';
        readonly view: View;
        readonly status?: number;
        /** Instead of the shop's usual policy. */
        readonly policy?: string;
        readonly headers?: Readonly<Record<string, string>>;
      }
    /** See the page there: 303, so that a reload does not submit again. */
    | { readonly kind: 'moved'; readonly to: string }
    | { readonly kind: 'json'; readonly body: unknown; readonly status?: number }
    | { readonly kind: 'document'; readonly html: string; readonly policy: string }
    | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly body: Uint8Array }
    /** A file of any size, sent on as it is read. */
    | { readonly kind: 'stream'; readonly name: string; readonly bytes: number; readonly stream: Readable }
    | { readonly kind: 'missing' }
  );

type Cookied = { readonly cookies?: readonly CookieChange[] };

export type Handler = (visit: Visit) => Promise<Reaction>;

/** A personal address: `:name` in its pattern is one part of the path. */
export type PersonalRoute = {
  readonly pattern: string;
  readonly get?: Handler;
  readonly post?: Handler;
  /** Anybody's pages may post here: what is posted is not read. A bank sends its cardholders back that way. */
  readonly isForAnyPage?: boolean;
};
