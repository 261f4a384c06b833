import { type Refusal, refuse } from '../../kernel/index.ts';
import { isLocalPath, normalisePath } from './address.ts';

/** An old address and where it leads now. */
export type Redirect = { readonly path: string; readonly target: string };

export type RefusedRedirect = {
  readonly redirect: Redirect;
  readonly refusal: Refusal<'path_invalid' | 'target_not_local' | 'loop'>;
};

/** A redirect in the form in which it is kept: `targetPath` is the target as a path that redirects are looked up by. */
export type KeptRedirect = Redirect & { readonly targetPath: string };

/** The redirects that can be kept, in lookup form, and those that cannot. */
export function checkRedirects(given: readonly Redirect[]): {
  readonly accepted: readonly KeptRedirect[];
  readonly refused: readonly RefusedRedirect[];
} {
  const accepted: KeptRedirect[] = [];
  const refused: RefusedRedirect[] = [];
  for (const redirect of given) {
    const path = normalisePath(redirect.path);
    const target = redirect.target.trim();
    const targetPath = isLocalPath(target) ? normalisePath(target) : undefined;
    if (path === undefined || path === '/') {
      const message = `"${redirect.path}" is no address that can lead elsewhere, such as /old/page`;
      refused.push({ redirect, refusal: refuse('path_invalid', message, 'path').refusal });
    } else if (targetPath === undefined) {
      const message = `"${redirect.target}" is no path of this shop, such as /products/mug`;
      refused.push({ redirect, refusal: refuse('target_not_local', message, 'target').refusal });
    } else accepted.push({ path, target, targetPath });
  }
  return { accepted, refused };
}

/**
 * The redirects to write so that every one leads to its end in one step: a chain is collapsed, also one that an older
 * redirect begins; one that would lead back to itself is refused. Of two with the same path the later counts.
 *
 * @param existing collapsed already; at least those whose path or target the additions name
 */
export function mergeRedirects(
  existing: readonly KeptRedirect[],
  additions: readonly KeptRedirect[],
): { readonly writes: readonly KeptRedirect[]; readonly refused: readonly RefusedRedirect[] } {
  const current = new Map(existing.map((redirect) => [redirect.path, redirect]));
  const sources = new Map<string, Set<string>>();
  for (const { path, targetPath } of existing) sourcesOf(sources, targetPath).add(path);
  const refused: RefusedRedirect[] = [];
  const written = new Set<string>();
  const keep = (redirect: KeptRedirect): void => {
    const before = current.get(redirect.path);
    if (before !== undefined) sourcesOf(sources, before.targetPath).delete(redirect.path);
    sourcesOf(sources, redirect.targetPath).add(redirect.path);
    current.set(redirect.path, redirect);
    written.add(redirect.path);
  };
  for (const addition of additions) {
    const { target, targetPath } = current.get(addition.targetPath) ?? addition;
    const end = { target, targetPath };
    if (targetPath === addition.path || addition.targetPath === addition.path) {
      const message = `${addition.path} would lead back to itself`;
      refused.push({ redirect: addition, refusal: refuse('loop', message, 'target').refusal });
      continue;
    }
    keep({ path: addition.path, ...end });
    for (const source of [...sourcesOf(sources, addition.path)]) keep({ path: source, ...end });
  }
  const before = new Map(existing.map((redirect) => [redirect.path, redirect.target]));
  const writes = [...written].flatMap((path) => current.get(path) ?? []);
  return { writes: writes.filter(({ path, target }) => before.get(path) !== target), refused };
}

function sourcesOf(sources: Map<string, Set<string>>, target: string): Set<string> {
  const known = sources.get(target) ?? new Set();
  sources.set(target, known);
  return known;
}
