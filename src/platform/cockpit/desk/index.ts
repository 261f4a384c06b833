export type { Action, Desk, Finder, Found, NavigationEntry, Screen, Section } from './desk.ts';
