import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { type Digests, readDigests } from '../digest/read-digests.ts';
import type { Answers, ReportBlock } from '../question/question.ts';
import { noteOpened, selectLink } from '../store/links.ts';
import { selectSchedule } from '../store/schedules.ts';
import { isLive, type Link } from './link.ts';
import { digestOf } from './token.ts';

export type OpenedLink = Digests & {
  readonly link: Pick<Link, 'title' | 'language' | 'expiresAt'>;
  readonly shopName: string;
  readonly zone: string;
};

/**
 * What a link shows now. What is no token, unknown, taken back or too old is answered alike. Costs are shown only where its
 * maker might see them, and who set up the schedule that it shows.
 */
export async function openLink(
  db: Db,
  answers: Pick<Answers, 'about' | 'answer'>,
  { token, now }: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<OpenedLink, Refusal<'not_found'>>> {
  const digest = digestOf(token);
  const link = digest && (await selectLink(db, digest));
  if (link === undefined || !isLive(link, now)) return GONE;
  const shown = await shownBy(db, link);
  if (shown === undefined) return GONE;
  const { defaultCurrency: currency, timeZone: zone, name: shopName } = await readShop(db);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const { language, maySeeCosts } = link;
  const digests = await readDigests(answers, shown.blocks, {
    ...{ today, language, currency, maySeeCosts: maySeeCosts && shown.maySeeCosts },
  });
  await noteOpened(db, link.id, today);
  return ok({ ...digests, link, shopName, zone });
}

async function shownBy(
  db: Db,
  { source, maySeeCosts }: Link,
): Promise<{ readonly blocks: readonly ReportBlock[]; readonly maySeeCosts: boolean } | undefined> {
  if (source.kind === 'blocks') return { blocks: source.blocks, maySeeCosts };
  return selectSchedule(db, source.scheduleId);
}

const GONE = refuse('not_found', 'this link does not work any more');
