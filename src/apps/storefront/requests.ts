import type { FastifyRequest } from 'fastify';
import { type Address, readAddress } from './address.ts';
import type { Asked } from './answer.ts';
import { originOf } from './origin.ts';
import type { Site } from './site.ts';
import type { World } from './world.ts';

/** Longer queries are cut off whole: nothing of the shop's own is. */
const MAX_QUERY = 4_000;

/** A request as far as what is shown depends on it. */
export type ReadRequest = {
  readonly asked: Asked & { readonly wantsJson: boolean };
  readonly address: Address | undefined;
  readonly pathname: string;
  /** With its question mark, or ''. */
  readonly search: string;
};

export function readRequest(
  request: FastifyRequest,
  world: World,
  baseUrl: string | undefined,
  now: Temporal.Instant,
): ReadRequest {
  const { pathname, search } = splitUrl(request.raw.url ?? '/');
  const address = readAddress(pathname, world.prefixes);
  const site = siteAt(world, address?.prefix ?? '');
  const origin = originOf(baseUrl || site.shop.baseUrl, {
    protocol: request.protocol,
    host: request.headers.host,
  });
  const query = new URLSearchParams(search.length > MAX_QUERY ? '' : search);
  const wantsJson = (request.headers.accept ?? '').startsWith('application/json');
  return {
    asked: { site, path: tidy(address), query, origin, now, wantsJson },
    address,
    pathname,
    search,
  };
}

function siteAt(world: World, prefix: string): Site {
  const site = world.sites.get(prefix) ?? world.first;
  return site;
}

function tidy(address: Address | undefined): string {
  return address?.path ?? '/';
}

function splitUrl(url: string): { readonly pathname: string; readonly search: string } {
  const mark = url.indexOf('?');
  return mark === -1
    ? { pathname: url, search: '' }
    : { pathname: url.slice(0, mark), search: url.slice(mark) };
}
