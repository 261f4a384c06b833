// Every command of Institor starts here: `serve` opens the shop, the others come from apps/cli.
import type { CommandContext } from './apps/cli/command.ts';
import { findCommand, helpText } from './apps/cli/commands.ts';
import { type Called, runKept } from './apps/cli/kept-command.ts';
import { ConfigError, readConfig } from './platform/config/index.ts';
import { type Backstage, openBackstage } from './platform/open.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  try {
    if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
      process.stdout.write(helpText());
      return 0;
    }
    const config = readConfig(process.env);
    if (words[0] === 'serve') return await (await import('./serve.ts')).serve(config, process.env);
    if (words[0] === 'write-past') return await (await import('./past.ts')).writePastForShop(config);
    const found = findCommand(words);
    if (found) return await runCommand(config, found);
    process.stderr.write(`There is no command "${words.join(' ')}".\n\n${helpText()}`);
    return 2;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

async function runCommand(config: CommandContext['config'], called: Called): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = () => {
    // A second Ctrl-C does not wait for the next safe point.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  let backstage: Promise<Backstage> | undefined;
  const open = () => {
    backstage ??= openBackstage(config);
    return backstage;
  };
  const { stdout: out, env: environment } = process;
  const isTerminal = Boolean(process.stdout.isTTY);
  try {
    const context = { config, environment, open, out, isTerminal, signal: interrupt.signal };
    return await runKept(called, context);
  } finally {
    await (await backstage)?.close();
  }
}

/** What a person needs to know: the message and its causes; the stack only of what was not expected. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return process.env['LOG_LEVEL'] === 'debug' ? (error.stack ?? error.message) : `${error.message}${cause}`;
}
