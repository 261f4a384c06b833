import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

export type Visitor = {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (
    url: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
};

// Each at home somewhere else: what is counted by network is counted for each alone.
let visitors = 0;

/** A browser without scripts: keeps cookies and submits forms as one of the shop's own pages does. */
export function aVisitor(server: FastifyInstance): Visitor {
  const cookies = new Map<string, string>();
  const remoteAddress = `198.51.100.${(visitors++ % 250) + 1}`;
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0);
      if (isOver) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const sent = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    cookies,
    get: async (url) => keep(await server.inject({ url, headers: sent(), remoteAddress })),
    post: async (url, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      keep(
        await server.inject({
          method: 'POST',
          url,
          remoteAddress,
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...sent(), ...headers },
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
  };
}
