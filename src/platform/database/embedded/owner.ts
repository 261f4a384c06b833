import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system user that PostgreSQL runs as. `undefined` ids mean: as ourselves. */
export type Owner = { readonly uid?: number; readonly gid?: number };

const CANDIDATES = ['postgres', 'nobody', 'daemon'];

/** Ourselves; for root, which PostgreSQL refuses, an existing system user without rights. */
export function databaseOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const user = users.find((fields) => fields[0] === name);
    if (user?.[2] && user[3]) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and no user postgres, nobody or daemon exists: start as another user',
  );
}

/** May a user who owns nothing here enter every folder on the way to `path`? */
export function isReachable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const others = statSync(folder, { throwIfNoEntry: false });
    if (others && (others.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
