export { type Config, ConfigError, describeConfig, readConfig, type SettingName } from './config.ts';
export { SETTINGS, type Setting } from './settings.ts';
