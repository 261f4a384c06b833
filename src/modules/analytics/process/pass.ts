import { type Secrets, UnreadableSecret } from '../../../platform/secrets/index.ts';

const GOOD_FOR_SECONDS = 60;
const PURPOSE = 'analytics';

/** What says that a question comes from this shop: sealed with its keys, good for a minute. */
export function makePass({ seal }: Pick<Secrets, 'seal'>, now: Temporal.Instant): string {
  return `Bearer ${seal(`${PURPOSE} ${now.epochMilliseconds}`)}`;
}

export function isPass(
  { open }: Pick<Secrets, 'open'>,
  header: string | undefined,
  now: Temporal.Instant,
): boolean {
  const sealed = /^Bearer (\S{1,400})$/.exec(header ?? '')?.[1];
  if (sealed === undefined) return false;
  const at = new RegExp(`^${PURPOSE} (\\d{1,16})$`).exec(openedOf(open, sealed))?.[1];
  return at !== undefined && Math.abs(now.epochMilliseconds - Number(at)) <= GOOD_FOR_SECONDS * 1_000;
}

function openedOf(open: Secrets['open'], sealed: string): string {
  try {
    return open(sealed);
  } catch (error) {
    if (error instanceof UnreadableSecret) return '';
    throw error;
  }
}
