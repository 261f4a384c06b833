import type { Db } from '../../platform/database/index.ts';
import { dismissDeadLetter, readDeadLetters, retryDeadLetter } from '../../platform/jobs/index.ts';
import type { CommandContext } from './command.ts';

/** Lists the open dead letters, or has one retried or dismissed. */
export async function deadLettersCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const { connection } = await context.open();
  const [verb, number] = args;
  if (verb === undefined) return list(connection.db, context.out);
  const resolve = { retry: retryDeadLetter, dismiss: dismissDeadLetter }[verb];
  if (!resolve || !number || !/^\d{1,18}$/.test(number)) {
    context.out.write('usage: institor dead-letters [retry ID | dismiss ID]\n');
    return 2;
  }
  const isDone = await connection.db.transaction().execute((tx) => resolve(tx, BigInt(number)));
  context.out.write(isDone ? 'Done.\n' : `There is no open dead letter ${number}.\n`);
  return isDone ? 0 : 1;
}

async function list(db: Db, out: NodeJS.WritableStream): Promise<number> {
  const letters = await readDeadLetters(db);
  if (letters.length === 0) out.write('No dead letters.\n');
  for (const letter of letters) {
    const name = letter.reaction || letter.job;
    const [firstLine = ''] = letter.error.split('\n');
    out.write(
      `${letter.id}  ${letter.diedAt}  ${name}  ${letter.attempts} attempts  ${firstLine.slice(0, 120)}\n`,
    );
  }
  return 0;
}
