export { ADMIN_API } from './admin/api.ts';
export { adminJobs } from './admin/long-work.ts';
export { registerApi } from './register.ts';
export { STORE_API } from './store/api.ts';
