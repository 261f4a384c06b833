import { Alert } from '@mantine/core';
import { staffWords } from '../words.ts';
import { PasskeyCancelled } from './passkey.ts';

/** Why it did not work, below the form. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  if (error === undefined || error === null) return null;
  const text =
    error instanceof PasskeyCancelled
      ? staffWords().cancelled
      : error instanceof Error
        ? error.message
        : String(error);
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  );
}
