/** What somebody asked of an object, and what they were answered. Times are places in one order of all that happened. */
export type Operation<Input, Output> = {
  readonly client: number;
  readonly input: Input;
  /** `undefined`: it is not known what came of it; it had its effect at some moment since, or never. */
  readonly output: Output | undefined;
  readonly askedAt: number;
  /** Infinity as long as nobody was answered. */
  readonly answeredAt: number;
};

/** How the object behaves when one operation comes after the other. */
export type Model<State, Input, Output> = {
  readonly initial: State;
  /** The state after the operation, or `undefined` where it would not have answered so. */
  readonly step: (state: State, input: Input, output: Output | undefined) => State | undefined;
  /** The same text for the same state. */
  readonly keyOf: (state: State) => string;
};

type Node<Step> = {
  readonly done: bigint;
  readonly step: Step | undefined;
  readonly before: Node<Step> | undefined;
};

/**
 * An order of the operations in which one after the other would have been answered so, and in which nobody comes before
 * somebody who was answered before they asked. `undefined`: there is none, the history is not linearizable
 * (Herlihy and Wing, "Linearizability", ACM TOPLAS 12(3), 1990).
 *
 * The search is Wing and Gong's ("Testing and verifying concurrent objects", J. Parallel Distrib. Comput. 17, 1993):
 * take any operation that nobody who is left was answered before, ask the model, go on, or back. It remembers, as Lowe
 * does ("Testing for linearizability", Concurrency Comput. 29(4), 2017), which sets of operations led to which state, and
 * looks at none of them twice.
 */
export function linearize<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
): Operation<Input, Output>[] | undefined {
  type Found = Node<Operation<Input, Output>> & { readonly state: State };
  const operations = history.toSorted((a, b) => a.askedAt - b.askedAt);
  const answered = operations.reduce(
    (mask, { output }, at) => (output === undefined ? mask : mask | bit(at)),
    0n,
  );
  const seen = new Set<string>();
  const open: Found[] = [{ done: 0n, step: undefined, before: undefined, state: model.initial }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ((node.done & answered) === answered) return orderOf(node);
    for (const at of nextOf(operations, node.done)) {
      const step = operations[at];
      if (step === undefined) continue;
      const state = model.step(node.state, step.input, step.output);
      if (state === undefined) continue;
      const done = node.done | bit(at);
      const key = `${done.toString(36)} ${model.keyOf(state)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ done, step, before: node, state });
    }
  }
  return undefined;
}

const bit = (at: number): bigint => 1n << BigInt(at);

/** Those that may come next: asked before anybody who is left was answered. The earliest is tried first. */
function nextOf(operations: readonly Operation<unknown, unknown>[], done: bigint): number[] {
  const left = [...operations.keys()].filter((at) => (done & bit(at)) === 0n);
  const horizon = Math.min(...left.map((at) => operations[at]?.answeredAt ?? Infinity));
  return left.filter((at) => (operations[at]?.askedAt ?? Infinity) < horizon).reverse();
}

function orderOf<Step>(last: Node<Step>): Step[] {
  const steps: Step[] = [];
  for (let node: Node<Step> | undefined = last; node !== undefined; node = node.before) {
    if (node.step !== undefined) steps.push(node.step);
  }
  return steps.reverse();
}
