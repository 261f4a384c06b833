export type { Action, Desk, Finder, Found, NavigationEntry, Screen, Section, SettingsGroup } from './desk.ts';
export { DesksProvider, useDesks } from './desks.ts';
