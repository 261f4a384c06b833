import { SETTINGS, type Setting } from './settings.ts';

export type SettingName = keyof typeof SETTINGS;

/** The settings as read, by the names they have in the environment. */
export type Config = {
  readonly [Name in SettingName]: ReturnType<(typeof SETTINGS)[Name]['schema']['parse']>;
};

/** Thrown at start with every setting that is wrong, not only the first. */
export class ConfigError extends Error {}

/**
 * Reads every setting from `environment`. An empty text counts as not set.
 *
 * @throws ConfigError naming each setting that has a wrong value, or half of the S3 settings
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, setting] of settings()) {
    const parsed = setting.schema.safeParse(environment[name] || undefined);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  const storage = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  const given = storage.filter((name) => values[name] !== undefined);
  if (given.length > 0 && given.length < storage.length) {
    const missing = storage.filter((name) => values[name] === undefined);
    problems.push(`${missing.join(', ')}: needed together with ${given.join(', ')}`);
  }
  if (problems.length > 0) throw new ConfigError(`The settings cannot be used:\n  ${problems.join('\n  ')}`);
  return values as Config;
}

/** One line a setting, for the start of the log and `institor doctor`: what was read, secrets hidden. */
export function describeConfig(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return settings().map(([name, setting]) => {
    const value = config[name];
    const shown = value === undefined ? '-' : setting.isSecret ? '(hidden)' : String(value);
    const origin = environment[name] ? 'set' : 'default';
    return `${name.padEnd(21)} ${shown.padEnd(24)} ${origin.padEnd(8)} ${setting.about}`;
  });
}

function settings(): [SettingName, Setting][] {
  return Object.entries(SETTINGS) as [SettingName, Setting][];
}
