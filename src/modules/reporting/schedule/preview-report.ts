import { ok, type Result } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { letterAsMail, type WrittenMail, withPictures } from '../../mails/index.ts';
import { readShop } from '../../markets/index.ts';
import { readDigests } from '../digest/read-digests.ts';
import { checkBlocks } from '../question/check-blocks.ts';
import type { Answers } from '../question/question.ts';
import { writtenAs } from '../words/words.ts';
import { drawPictures, reportLetter } from './report-letter.ts';
import { MOST_BLOCKS, type Schedule, type ScheduleRefusal } from './schedule.ts';

/** The mail as it would be sent now to a member of the team, its pictures inside. */
export async function previewReport(
  db: Db,
  answers: Pick<Answers, 'about' | 'answer'>,
  input: Pick<Schedule, 'name' | 'language' | 'blocks' | 'maySeeCosts'> & { readonly now: Temporal.Instant },
): Promise<Result<WrittenMail, ScheduleRefusal>> {
  const { language, blocks, maySeeCosts, now } = input;
  const checked = checkBlocks(answers, blocks, { maySeeCosts, most: MOST_BLOCKS });
  if (!checked.ok) return checked;
  const { defaultCurrency: currency, timeZone: zone, baseUrl } = await readShop(db);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const found = await readDigests(answers, blocks, { today, language, currency, maySeeCosts });
  const pictures = await drawPictures(found);
  const reader = { kind: 'member', cockpitUrl: `${baseUrl}/cockpit/analytics` } as const;
  const mail = await letterAsMail(db, reportLetter(input, found, { reader, zone }), writtenAs(language));
  return ok({ ...mail, html: withPictures(mail.html, pictures) });
}
