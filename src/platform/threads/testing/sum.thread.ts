import { answerThread } from '../thread.ts';

type Input = { readonly values: ArrayLike<number>; readonly times: number };

answerThread(({ values, times }: Input) => {
  if (values.length === 0) throw new RangeError('nothing to sum');
  let sum = 0;
  for (let time = 0; time < times; time += 1) {
    sum = 0;
    for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  }
  return sum;
});
