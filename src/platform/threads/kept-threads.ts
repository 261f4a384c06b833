import { parentPort, Worker, workerData } from 'node:worker_threads';
import { limitsOf } from './thread.ts';

/** Threads that stay while there is work for them. */
export type KeptThreads<Input, Output> = {
  /** Given to the next free thread; at most as many are under way as there are threads, others wait. */
  readonly ask: (input: Input) => Promise<Output>;
  /** Ends the threads, whatever they do. */
  readonly close: () => Promise<void>;
};

type Waiting<Input, Output> = {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: Error) => void;
};

type Answer<Output> = { readonly output: Output } | { readonly failure: Error };

/**
 * Threads for many pieces of the same work: `setUp` is given to each once, and so is the time to start. Inputs, answers and
 * `setUp` are copied: plain objects, lists, typed arrays.
 *
 * @param program a file that calls `serveThread`; `Output` is the author's word on what it answers
 * @param options.heapMb what each may have of objects; a thread that needs more ends, and what it was asked is refused
 */
export function keepThreads<Input, Output>(
  program: URL,
  options: { readonly count: number; readonly setUp: unknown; readonly heapMb: number },
): KeptThreads<Input, Output> {
  const { count, setUp, heapMb } = options;
  const resourceLimits = limitsOf(heapMb);
  const waiting: Waiting<Input, Output>[] = [];
  const threads = Array.from({ length: count }, () => {
    return new Worker(program, { workerData: setUp, resourceLimits });
  });
  const working = new Map<Worker, Waiting<Input, Output>>();
  const goOn = (thread: Worker) => {
    const next = waiting.shift();
    if (next === undefined) return;
    working.set(thread, next);
    thread.postMessage(next.input);
  };
  for (const thread of threads) {
    const ended = (error: Error) => {
      working.get(thread)?.reject(error);
      working.delete(thread);
      threads.splice(threads.indexOf(thread), 1);
      if (threads.length > 0) return;
      for (const { reject } of waiting.splice(0)) reject(error);
    };
    thread.on('message', (answer: Answer<Output>) => {
      const asked = working.get(thread);
      working.delete(thread);
      if ('failure' in answer) asked?.reject(answer.failure);
      else asked?.resolve(answer.output);
      goOn(thread);
    });
    thread.once('error', ended);
  }
  return {
    ask: (input) =>
      new Promise((resolve, reject) => {
        if (threads.length === 0) return reject(new Error('no thread is left'));
        waiting.push({ input, resolve, reject });
        const free = threads.find((thread) => !working.has(thread));
        if (free) goOn(free);
      }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/**
 * What the program of threads that stay does: `begin` makes, of what all of them are given, the work that answers.
 *
 * @throws Error outside of a thread
 */
export function serveThread<SetUp, Input, Output>(begin: (setUp: SetUp) => (input: Input) => Output): void {
  const port = parentPort;
  if (port === null) throw new Error('this program runs in a thread only');
  const work = begin(workerData as SetUp);
  port.on('message', (input: Input) => port.postMessage(answered(() => work(input))));
}

function answered<Output>(work: () => Output): Answer<Output> {
  try {
    return { output: work() };
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}
