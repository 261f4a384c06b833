import type { Caller } from '../../../platform/api/index.ts';

/** Whether the caller may see what only this permission shows: in files, whose fields nobody takes out. */
export function may(caller: Caller, permission: string): boolean {
  return 'permissions' in caller && caller.permissions.has(permission);
}
