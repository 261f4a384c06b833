import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';

/**
 * Works something out beside everything else: in a thread of its own, which ends with it. `input` is copied, and so is the
 * answer: plain objects, lists, typed arrays.
 *
 * @param program a file that calls `answerThread`; `Output` is the author's word on what it answers
 * @param options.heapMb what it may have of objects; one that needs more throws
 * @throws what the program threw
 *
 * @example
 * const total = await runInThread<number>(new URL('./sum.thread.ts', import.meta.url), [1, 2, 3]);
 */
export function runInThread<Output>(
  program: URL,
  input: unknown,
  { heapMb }: { readonly heapMb?: number } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: input, resourceLimits: limitsOf(heapMb) });
    thread.once('message', (output: Output) => {
      resolve(output);
      void thread.terminate();
    });
    thread.once('error', reject);
    // After an answer this changes nothing.
    thread.once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)));
  });
}

/** The young of a thread are few: what it works on at a time is soon garbage. By default they may take 48 MB. */
const YOUNG_MB = 16;

export function limitsOf(heapMb: number | undefined): ResourceLimits {
  if (heapMb === undefined) return {};
  return { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
}

/**
 * What a thread's program does: `work` makes the answer of what it was given.
 *
 * @throws Error outside of a thread
 */
export function answerThread<Input, Output>(work: (input: Input) => Output): void {
  if (parentPort === null) throw new Error('this program runs in a thread only');
  parentPort.postMessage(work(workerData as Input));
}
