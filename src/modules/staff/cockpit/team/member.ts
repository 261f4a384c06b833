import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Member = Told<'listMembers'>['items'][number];
export type Role = Told<'listRoles'>['items'][number];
export type Permission = Told<'listRoles'>['permissions'][number];
