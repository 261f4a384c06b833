export { registerApi } from './register.ts';
export { STORE_API } from './store/api.ts';
