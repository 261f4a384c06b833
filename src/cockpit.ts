import type { ADMIN_API } from './apps/api/admin/api.ts';

/** The cockpit's screens speak to the admin API: the same contract that other programs use. */
declare module './platform/cockpit/api/register.ts' {
  interface Register {
    readonly endpoints: (typeof ADMIN_API)['endpoints'];
  }
}
