/** Places on a line from the least of some values to the most of them, nothing always among them, in percent. */
export function scaleOf(values: readonly number[]) {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const placed = (value: number) => ((value - least) / Math.max(1e-9, most - least)) * 100;
  return {
    at: (value: number) => ({ left: `${placed(value)}%` }),
    between: (one: number, other: number) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      return { left: `${placed(from)}%`, width: `${placed(to) - placed(from)}%` };
    },
  };
}
