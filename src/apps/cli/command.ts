import type { Config } from '../../platform/config/index.ts';
import type { Backstage } from '../../platform/open.ts';

/** What a command may use. */
export type CommandContext = {
  readonly config: Config;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opens database and files on first use; closed for you when the command ends. */
  readonly open: () => Promise<Backstage>;
  readonly out: NodeJS.WritableStream;
  /** A person watches: progress may rewrite its line. */
  readonly isTerminal: boolean;
  /** Aborts at Ctrl-C: stop at the next safe point. */
  readonly signal: AbortSignal;
};

export type Command = {
  /** As it is typed: `import products FILE`. */
  readonly usage: string;
  readonly about: string;
  /** What it changes with these words, for the audit log; without it, or `undefined`, it changes nothing. */
  readonly changes?: (args: readonly string[]) => string | undefined;
  /** Its words as the audit log keeps them for good, where they may name a person. */
  readonly keptWords?: (args: readonly string[]) => readonly string[];
  /** Resolves to the exit code: 0 done, 1 refused, 2 wrong usage. */
  readonly run: (context: CommandContext, args: readonly string[]) => Promise<number>;
};
