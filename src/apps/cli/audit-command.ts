import { type Breach, headText, parseHead, sealEntries, verifyAudit } from '../../modules/audit/index.ts';
import type { CommandContext } from './command.ts';

const USAGE = 'usage: institor audit verify [--head POSITION:SEAL]\n';

/** Seals what waits, looks at the whole chain, and says what to note so that nobody can cut its end off unseen. */
export async function auditVerifyCommand(
  { open, out, signal }: CommandContext,
  args: readonly string[],
): Promise<number> {
  const [option, text = '', ...more] = args;
  const noted = option === undefined ? undefined : parseHead(text);
  if (option !== undefined && (option !== '--head' || noted === undefined || more.length > 0)) {
    out.write(USAGE);
    return 2;
  }
  const { db } = (await open()).connection;
  await sealEntries(db, signal);
  const { breach, entries, head } = await verifyAudit(db, { noted, signal });
  if (breach) {
    out.write(`The audit log is not as it was written: ${sentenceOf(breach)}\n`);
    return 1;
  }
  out.write(`The audit log is whole: ${entries} entries.\n`);
  if (head) out.write(`Note this elsewhere, and give it with --head next time: ${headText(head)}\n`);
  return 0;
}

function sentenceOf({ what, position, entryId }: Breach): string {
  switch (what) {
    case 'changed':
      return `entry ${entryId} at place ${position} was changed, or put there.`;
    case 'entry_missing':
      return `entry ${entryId} at place ${position} was taken away.`;
    case 'seal_missing':
      return `what stood at place ${position} was taken away.`;
    case 'not_sealed':
      return `entry ${entryId} was put in past the shop.`;
    case 'head_missing':
      return `it does not have the seal you noted at place ${position}: its end was cut off or made anew.`;
  }
}
