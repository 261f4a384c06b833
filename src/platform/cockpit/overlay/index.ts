export { ConfirmButton } from './confirm.tsx';
export { sayDone, sayFailed } from './notices.tsx';
