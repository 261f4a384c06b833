import type { Api, Endpoint, Endpoints } from '../endpoint.ts';
import { problemsOf, schemaOf, securityOf } from '../openapi/document.ts';
import type { JsonSchema } from '../openapi/documented.ts';
import { GENERAL_PROBLEMS } from '../problem.ts';
import { fieldRows } from './fields.ts';
import { html, type Markup } from './markup.ts';

/** The APIs as a page for people: every endpoint with what it takes, answers and refuses. No script, nothing foreign. */
export function referencePage(apis: readonly Api<Endpoints>[], shop: { readonly title: string }): string {
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${shop.title}: API</title>
<link rel="stylesheet" href="/api/docs/style.css"></head>
<body>
<nav aria-label="Endpoints">${apis.map(contents)}<p><a href="#problems">Problems</a></p></nav>
<main><h1>${shop.title}: API</h1>${apis.map(section)}${problems()}</main>
</body></html>`;
  return page.text;
}

function contents(api: Api<Endpoints>): Markup {
  const groups = Map.groupBy(Object.entries(api.endpoints), ([, { group }]) => group);
  return html`<h2>${api.title}</h2>${[...groups].map(
    ([group, endpoints]) =>
      html`<h3>${group}</h3><ul>${endpoints.map(
        ([name, { summary }]) => html`<li><a href="#${anchor(api, name)}">${summary}</a></li>`,
      )}</ul>`,
  )}`;
}

function section(api: Api<Endpoints>): Markup {
  const document = `${api.prefix}/openapi.json`;
  return html`<section><h2>${api.title}</h2><p>${api.description}</p>
<p>Addresses begin with <code>${api.prefix}</code>; as OpenAPI 3.1: <a href="${document}">${document}</a></p>
${Object.entries(api.endpoints).map(([name, endpoint]) => article(api, name, endpoint))}</section>`;
}

function article(api: Api<Endpoints>, name: string, endpoint: Endpoint): Markup {
  const { method, path, summary, description, params, query, body, output, idempotency, stepUp } = endpoint;
  const components = new Map<string, JsonSchema>();
  const tableOf = (title: string, schema: Endpoint['body'], io: 'input' | 'output') =>
    schema ? table(title, fieldRows(schemaOf(schema, io, components), components)) : html``;
  const key =
    idempotency && idempotency !== 'none' ? html`<p>Takes an <code>Idempotency-Key</code>.</p>` : html``;
  const again = stepUp ? html`<p>Members of staff confirm first who they are.</p>` : html``;
  return html`<article id="${anchor(api, name)}"><h3>${summary}</h3>
<p class="address"><b>${method}</b> <code>${path}</code> <span>${audienceText(endpoint)}</span></p>
${description ? html`<p>${description}</p>` : html``}${key}${again}
${tableOf('In the address', params, 'input')}${tableOf('Query', query, 'input')}${tableOf('Body', body, 'input')}
${tableOf(`Answer ${endpoint.status ?? 200}`, output, 'output')}
<p>Problems: ${problemsOf(endpoint).map(
    ([code, status]) => html`<a href="#problem-${code}"><code>${String(status)} ${code}</code></a> `,
  )}</p></article>`;
}

function audienceText(endpoint: Endpoint): string {
  switch (endpoint.audience) {
    case 'public':
      return 'anybody';
    case 'cart_token':
      return "who has the cart's token";
    case 'order_token':
      return "who has the order's token";
    case 'customer':
      return 'a signed-in customer';
    case 'staff':
      return 'a member of staff';
    case 'insider':
      return 'a member of staff or an API key';
    default:
      return `${securityOf(endpoint) === 'key' ? 'an API key with the scope ' : ''}${endpoint.audience}`;
  }
}

function table(title: string, rows: ReturnType<typeof fieldRows>): Markup {
  if (rows.length === 0) return html``;
  return html`<h4>${title}</h4><table><thead><tr><th>Field</th><th>Type</th><th>About</th></tr></thead>
<tbody>${rows.map(
    ({ field, type, about }) =>
      html`<tr><td><code>${field}</code></td><td>${type}</td><td>${about}</td></tr>`,
  )}</tbody></table>`;
}

function problems(): Markup {
  return html`<section id="problems"><h2>Problems</h2>
<p>Whatever goes wrong is answered as <code>application/problem+json</code> (RFC 9457). Programs compare <code>code</code>;
<code>errors</code> names every field that is wrong.</p><dl>${GENERAL_PROBLEMS.map(
    ([code, status, about]) =>
      html`<dt id="problem-${code}"><code>${String(status)} ${code}</code></dt><dd>${about}</dd>`,
  )}</dl></section>`;
}

function anchor(api: Api<Endpoints>, name: string): string {
  return `${api.prefix.split('/').at(-2)}-${name}`;
}
