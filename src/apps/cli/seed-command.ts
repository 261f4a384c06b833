import type { CommandContext } from './command.ts';
import { removeDemoCommand } from './remove-demo.ts';

const MOST_PRODUCTS = 1_000_000;

/**
 * Fills an empty shop with the demo world; with `--products N` adds N generated products to any shop; with `--remove`
 * takes the demo out again.
 */
export async function seedCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const [first, option, name] = args;
  if (first === '--remove' && (option === undefined || (option === '--confirm' && args.length === 3))) {
    return removeDemoCommand(context, name);
  }
  const numbers = readNumbers(args);
  if (!numbers) {
    context.out.write(
      `usage: institor seed [--products N] [--seed N]   (N up to ${MOST_PRODUCTS})\n       institor seed --remove [--confirm SHOP]\n`,
    );
    return 2;
  }
  const { connection, files } = await context.open();
  const { seedDemo, seedMany } = await import('../../simulator/index.ts');
  const progress = (line: string) => context.out.write(`${line}\n`);
  const input = { connection, files, now: Temporal.Now.instant(), seed: numbers.seed ?? 1, progress };
  if (numbers.products === undefined) await seedDemo(input);
  else await seedMany({ ...input, count: numbers.products, signal: context.signal });
  return 0;
}

function readNumbers(args: readonly string[]): { products?: number; seed?: number } | undefined {
  const numbers: { products?: number; seed?: number } = {};
  for (let index = 0; index < args.length; index += 2) {
    const value = Number(args[index + 1]);
    if (!Number.isInteger(value) || value < 0 || value > MOST_PRODUCTS) return undefined;
    if (args[index] === '--products') numbers.products = value;
    else if (args[index] === '--seed') numbers.seed = value;
    else return undefined;
  }
  return numbers;
}
