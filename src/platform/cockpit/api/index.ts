export {
  ApiProblem,
  type Asking,
  addressOf,
  callApi,
  connectApi,
  onStepUp,
  permissionOf,
  type Routes,
  type Told,
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
export type { Operation } from './register.ts';
