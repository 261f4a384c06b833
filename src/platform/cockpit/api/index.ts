export {
  ApiProblem,
  addressOf,
  callApi,
  connectApi,
  onStepUp,
  type Routes,
} from './call.ts';
export {
  type ListOperation,
  type RowOf,
  refresh,
  type Subject,
  useRead,
  useRows,
  useWrite,
} from './queries.ts';
export { useRefreshEvery } from './refresh-every.ts';
export type { Asking, Operation, Told } from './register.ts';
export { saveFile } from './save-file.ts';
