import type { Refusal, Result } from '../../../../kernel/index.ts';
import type { AnalyticsClient } from '../../../../modules/analytics/index.ts';
import type { BackupSettings } from '../../../../modules/backups/index.ts';
import type { Cron } from '../../../../platform/jobs/index.ts';

/** The machine and the programs beside the shop, for whoever looks after them. */
export type SystemDeps = {
  /** What the workers begin by the clock. */
  readonly crons: readonly Cron[];
  /** Where files and the database are kept: whose disk may fill up. */
  readonly dataFolder: string;
  /** Asks the process that has the warehouse of reports. */
  readonly analytics: AnalyticsClient;
  /** How the shop is backed up; nothing is known when left out. */
  readonly backups?: BackupSettings;
  /** Asks the mail server whether it takes mails; without one, mails are kept and not sent. */
  readonly checkMail?: () => Promise<Result<undefined, Refusal>>;
};
