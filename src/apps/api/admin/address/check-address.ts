import { ADDRESS_CHECK_PATH, askAddress } from '../../../../modules/markets/index.ts';
import {
  type Certificate,
  type FetchRefusal,
  type GuardOptions,
  guardedLook,
  type Looked,
  lookAtHost,
} from '../../../../platform/fetch/index.ts';
import type { Secrets } from '../../../../platform/secrets/index.ts';
import { saysIt, saysWho } from './answer.ts';

/** Of a test: addresses that need not be public, names that need no resolver. */
export type CheckGuard = Pick<GuardOptions, 'allowPrivate' | 'resolve'>;

type Outcome =
  | 'this_shop'
  | 'redirects_here'
  | 'redirects_away'
  | 'another_institor'
  | 'another_site'
  | 'bad_address'
  | 'private_address'
  | 'unreachable'
  | 'too_slow'
  | 'bad_certificate';

export type AddressCheck = {
  readonly address: string;
  readonly outcome: Outcome;
  readonly addresses: readonly string[];
  readonly certificate?: Certificate;
  readonly redirectedTo?: string;
  readonly status?: number;
  readonly tookMs: number;
};

const WITHIN_MS = 8_000;
const MOST_REDIRECTS = 4;

/**
 * Whether this very shop answers at an address, asked as a stranger would, and what stands in the way: the name, the
 * certificate, a redirect, somebody else. Never reaches into a network that is not public.
 */
export async function checkAddress(
  { secrets, guard }: { readonly secrets: Secrets; readonly guard: CheckGuard },
  { address, now }: { readonly address: string; readonly now: Temporal.Instant },
): Promise<AddressCheck> {
  const began = performance.now();
  const done = (outcome: Outcome, found: Partial<AddressCheck> = {}): AddressCheck => {
    return { address, outcome, addresses: [], ...found, tookMs: Math.round(performance.now() - began) };
  };
  const options = { ...guard, timeoutMs: WITHIN_MS };
  const host = await lookAtHost(address, options);
  if (!host.ok) return done(outcomeOf(host.refusal.code));
  const { addresses } = host.value;
  const { certificate } = host.value;
  const seen = { addresses, ...(certificate && { certificate }) };
  if (certificate?.problem !== undefined) return done('bad_certificate', seen);
  const { token, word } = askAddress(secrets, now);
  const path = `${ADDRESS_CHECK_PATH}/${token}`;
  const asked = await followed(`${new URL(address).origin}${path}`, options);
  if (!asked.ok) return done(outcomeOf(asked.refusal), { ...seen, ...asked.at });
  const { looked, url, isElsewhere } = asked;
  const found = { ...seen, status: looked.status, ...(isElsewhere && { redirectedTo: new URL(url).origin }) };
  if (saysIt(looked.excerpt, word)) return done(isElsewhere ? 'redirects_here' : 'this_shop', found);
  if (isElsewhere) return done('redirects_away', found);
  return done(saysWho(looked.excerpt) ? 'another_institor' : 'another_site', found);
}

type Followed =
  | { readonly ok: true; readonly looked: Looked; readonly url: string; readonly isElsewhere: boolean }
  | { readonly ok: false; readonly refusal: FetchRefusal; readonly at: { readonly redirectedTo?: string } };

/** Each step of a redirect is guarded like the first. */
async function followed(first: string, options: GuardOptions): Promise<Followed> {
  const { origin } = new URL(first);
  let url = first;
  for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
    const isElsewhere = new URL(url).origin !== origin;
    const at = isElsewhere ? { redirectedTo: new URL(url).origin } : {};
    const looked = await guardedLook(url, options);
    if (!looked.ok) return { ok: false, refusal: looked.refusal.code, at };
    const { location, status } = looked.value;
    const isRedirect = status >= 300 && status < 400 && location !== undefined && URL.canParse(location);
    if (!isRedirect) return { ok: true, looked: looked.value, url, isElsewhere };
    url = location;
  }
  return { ok: false, refusal: 'too_many_redirects', at: {} };
}

function outcomeOf(refusal: FetchRefusal): Outcome {
  switch (refusal) {
    case 'bad_address':
    case 'private_address':
    case 'too_slow':
      return refusal;
    case 'too_many_redirects':
      return 'redirects_away';
    default:
      return 'unreachable';
  }
}
