import type { PersonalRoute } from './visit.ts';

export type FoundRoute = { readonly route: PersonalRoute; readonly params: Readonly<Record<string, string>> };

/** The personal page at this path (without the storefront's prefix), with the parts that its pattern names. */
export function findRoute(routes: readonly PersonalRoute[], path: string): FoundRoute | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const wanted = route.pattern.split('/');
    if (wanted.length !== parts.length) continue;
    const isMatch = wanted.every((part, index) => part.startsWith(':') || part === parts[index]);
    if (!isMatch) continue;
    const named = wanted.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), parts[index] ?? ''] as const] : [],
    );
    return { route, params: Object.fromEntries(named) };
  }
  return undefined;
}
