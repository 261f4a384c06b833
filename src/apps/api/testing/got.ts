import { randomUUID } from 'node:crypto';

type Received<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };

/** The value, or an error that says what was refused. */
export async function got<Value>(answer: Promise<Received<Value>>): Promise<Value> {
  const received = await answer;
  if (!received.ok) throw new Error(`${received.problem.code}: ${received.problem.detail}`);
  return received.value;
}

/** By which name it was refused; '' for what was not. */
export async function refusedAs(answer: Promise<Received<unknown>>): Promise<string> {
  const received = await answer;
  return received.ok ? '' : received.problem.code;
}

export const once = () => ({ idempotencyKey: randomUUID() });
