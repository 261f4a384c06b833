import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { type Chance, chanceOf } from '../chance.ts';
import { linearize, type Model, type Operation } from './linearize.ts';

/** An object that many work on at once: how it behaves, what may be asked of it, and the thing itself. */
export type Subject<State, Input, Output> = {
  readonly model: Model<State, Input, Output>;
  /** What a client asks next; `answered` is what everybody was answered so far. */
  readonly draw: (chance: Chance, answered: readonly Operation<Input, Output>[]) => Input;
  readonly act: (input: Input) => Promise<Output>;
};

export type Play = {
  readonly seed: number;
  readonly clients: number;
  readonly turns: number;
  /** SQLSTATEs with which PostgreSQL undoes all of an operation. Any other error ends the play. */
  readonly undone?: readonly string[];
};

/**
 * Lets clients ask at random, all at once, and keeps what was asked and answered in the order in which it happened. The
 * seed decides who asks what; which of two that are under way PostgreSQL serves first is its own.
 */
export async function play<State, Input, Output>(
  { draw, act }: Subject<State, Input, Output>,
  { seed, clients, turns, undone = [] }: Play,
): Promise<Operation<Input, Output>[]> {
  const history: Operation<Input, Output>[] = [];
  let clock = 0;
  const ask = async (client: number, input: Input) => {
    clock += 1;
    const askedAt = clock;
    const output = await act(input).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && undone.includes(error.code ?? '')) return undefined;
      throw error;
    });
    clock += 1;
    if (output !== undefined) history.push({ client, input, output, askedAt, answeredAt: clock });
  };
  const work = async (client: number) => {
    const chance = chanceOf(seed * 1_000 + client);
    for (let done = 0; done < turns; done += 1) {
      for (let pause = chance.whole(0, 3); pause > 0; pause -= 1) await turn();
      await ask(client, draw(chance, history));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return history;
}

/** `undefined`, or the history and its seed when no order of it explains the answers. */
export async function unexplained<State, Input, Output>(
  subject: Subject<State, Input, Output>,
  how: Play,
): Promise<string | undefined> {
  const history = await play(subject, how);
  if (linearize(subject.model, history) !== undefined) return undefined;
  const lines = history
    .toSorted((a, b) => a.askedAt - b.askedAt)
    .map(({ client, input, output, askedAt, answeredAt }) => {
      return `  ${askedAt}-${answeredAt} client ${client}: ${textOf(input)} -> ${textOf(output)}`;
    });
  return [`seed ${how.seed}: no order explains these answers`, ...lines].join('\n');
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one)) ?? 'not known';
}
