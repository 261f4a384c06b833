import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const staffWords = () => messagesOf<typeof en>('staff');

/** Built-in roles are called as in the reader's language, the shop's own as they are called. */
export function roleName(role: { readonly id: string; readonly name: string }): string {
  const names: Readonly<Record<string, string>> = staffWords().roles.names;
  return names[role.id] ?? role.name;
}
