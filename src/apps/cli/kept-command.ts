import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { differencesBetween, keepEntry, type NewEntry } from '../../modules/audit/index.ts';
import type { Command, CommandContext } from './command.ts';

export type Called = {
  readonly command: Command;
  /** The words that chose it: `api-key`. */
  readonly name: string;
  readonly args: readonly string[];
};

/** Runs a command; what it changes is kept in the audit log, before and after it ran. */
export async function runKept({ command, name, args }: Called, context: CommandContext): Promise<number> {
  const kind = command.changes?.(args);
  if (kind === undefined) return command.run(context, args);
  const { db } = (await context.open()).connection;
  const attempt = { ...attemptOf({ command, name, args }), kind };
  const keep = (outcome: NewEntry['outcome']) =>
    keepEntry(db, { ...attempt, outcome, at: Temporal.Now.instant() });
  await keep('asked');
  try {
    const exitCode = await command.run(context, args);
    await keep(exitCode === 0 ? 'done' : 'refused');
    return exitCode;
  } catch (error) {
    await keep('failed');
    throw error;
  }
}

function attemptOf({ command, name, args }: Called): Omit<NewEntry, 'at' | 'kind' | 'outcome'> {
  const words = command.keptWords?.(args) ?? args;
  return {
    ...{ attemptId: randomUUID(), actor: 'cli', actorName: userName(), sessionId: '' },
    ...{ operation: `cli ${name}`, summary: command.about, subjectId: '', code: '', ip: '', userAgent: '' },
    differences: differencesBetween({}, words.length === 0 ? {} : { words: [...words] }),
  };
}

/** Of the machine; some have none for the number they run as. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'unknown';
    throw error;
  }
}
