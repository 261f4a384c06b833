import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import { type Secrets, UnreadableSecret } from '../../../platform/secrets/index.ts';
import type { ScheduleId } from './schedule.ts';

export type Unsubscribing = { readonly scheduleId: ScheduleId; readonly email: string };

const LONGEST = 2_000;
const SEALED = z.tuple([z.literal('unsubscribe'), z.string(), z.string()]);

/** Who holds it may take this address off this schedule and nothing else; it does not grow old, as a mail does not. */
export function unsubscribeToken({ seal }: Pick<Secrets, 'seal'>, of: Unsubscribing): string {
  return seal(JSON.stringify(['unsubscribe', of.scheduleId, of.email]));
}

/** `undefined` for what this shop has not sealed for this. */
export function openUnsubscribeToken(
  { open }: Pick<Secrets, 'open'>,
  token: string,
): Unsubscribing | undefined {
  if (token.length > LONGEST) return undefined;
  try {
    const sealed = SEALED.safeParse(JSON.parse(open(token)));
    if (!sealed.success) return undefined;
    const [, schedule, email] = sealed.data;
    const scheduleId = parseId<'report_schedule'>(schedule);
    return scheduleId && { scheduleId, email };
  } catch (error) {
    // Somebody's own invention, or of another shop.
    if (error instanceof UnreadableSecret || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
