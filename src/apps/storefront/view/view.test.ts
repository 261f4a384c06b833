import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrame } from '../../../../test/journeys/fixtures/frame.ts';
import {
  FIXTURE_PATHS,
  fixtureCards,
  fixtureSuggestions,
  fixtureView,
} from '../../../../test/journeys/fixtures/views.ts';
import type { Frame, View } from '../model/index.ts';
import { renderCards, renderSuggestions, renderView, templateNames } from './index.ts';

const ASSETS: Frame['assets'] = {
  styles: ['/assets/a.css'],
  scripts: ['/assets/a.js'],
  fonts: ['/assets/a.woff2'],
};

const pageAt = (path: string, template: Frame['template'] = 'atelier') =>
  renderView(fixtureView(path, template, ASSETS));

test('no page in any template needs inline style, inline script or another origin', () => {
  for (const template of templateNames) {
    for (const path of FIXTURE_PATHS) {
      const html = pageAt(path, template);
      assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=|javascript:/i, `${template} ${path}`);
      assert.doesNotMatch(html, /<script(?![^>]*(?:src="\/assets\/|type="application\/(?:ld\+)?json"))/);
      assert.doesNotMatch(html, /(?:src|srcset)="https?:/);
    }
  }
});

test('a shopper’s or a merchant’s text cannot leave the place it stands in', () => {
  const view = fixtureView('/search', 'depot', ASSETS);
  const evil = '"><script>alert(1)</script>';
  const html = renderView({
    ...view,
    frame: { ...view.frame, searchText: evil, shopName: evil },
    page: {
      kind: 'search',
      text: evil,
      correctedTo: undefined,
      listing: undefined,
      instead: [],
      popular: [],
    },
  } satisfies View);
  assert.ok(!html.includes('<script>alert'));
  assert.ok(html.includes('&lt;script>alert(1)') || html.includes('&lt;script&gt;alert(1)'));
  // The fixture's structured data names the shop "… </script>".
  assert.ok(html.includes('\\u003c/script>'));
});

test('every picture keeps its room, and only the first on a page is fetched before it is near', () => {
  for (const path of FIXTURE_PATHS) {
    const images = pageAt(path).match(/<img [^>]*>/g) ?? [];
    for (const image of images) assert.match(image, /\swidth="\d+" height="\d+" alt[ =]/, image);
  }
  const eager = (pageAt('/products/hollin-vase').match(/<img [^>]*>/g) ?? []).filter(
    (image) => !image.includes('loading="lazy"'),
  );
  assert.equal(eager.length, 1);
  assert.match(eager[0] ?? '', /fetchpriority="high"/);
});

test('a picture is offered in no width that it does not have', () => {
  const html = pageAt('/products/hollin-vase');
  assert.ok(/\/media\/[^/]+\/1280\.avif 1280w/.test(html));
  assert.ok(!/\/1920\.(?:avif|webp) /.test(html));
});

test('the filter form carries what the address of a listing needs', () => {
  const view = fixtureView('/search', 'depot', ASSETS);
  assert.ok(view.page.kind === 'search' && view.page.listing);
  const listing = { ...view.page.listing, carried: { q: 'vase' } };
  const html = renderView({ ...view, page: { ...view.page, listing } });
  for (const field of [
    'name="f.color"',
    'name="price_min"',
    'name="price_max"',
    'name="stock"',
    'name="sort"',
  ]) {
    assert.ok(html.includes(field), field);
  }
  assert.match(html, /<input type="hidden" name="q" value="vase"/);
});

test('every page has one h1, one main and the way past the menu', () => {
  for (const path of FIXTURE_PATHS) {
    const html = pageAt(path, 'nocturne');
    assert.equal(html.match(/<h1/g)?.length, 1, path);
    assert.equal(html.match(/<main/g)?.length, 1, path);
    assert.ok(html.indexOf('href="#content"') < html.indexOf('<header'), path);
  }
});

test('fragments are the grid and the listbox alone', () => {
  const frame = aFrame('/', 'atelier', ASSETS);
  assert.match(renderCards(fixtureCards(2), frame), /^<ul class="cards"><li>/);
  const list = renderSuggestions(fixtureSuggestions(), frame);
  assert.match(list, /^<div role="listbox"/);
  assert.equal(list.match(/role="option"/g)?.length, 7);
});

test('a German frame speaks German', () => {
  const frame = fixtureView('/missing', 'depot', ASSETS);
  const german = {
    ...frame,
    frame: {
      ...frame.frame,
      locale: aFrame('/', 'depot', ASSETS).storefronts[1]?.locale ?? frame.frame.locale,
    },
  };
  assert.match(renderView(german), /<html lang="de"[\s\S]*Diese Seite gibt es nicht/);
});

test('a menu that is drawn once for all pages is the one that each would draw, and marks its own page', () => {
  const view = fixtureView('/products/hollin-vase', 'nocturne', ASSETS);
  const [entry] = view.frame.mainMenu;
  assert.ok(entry);
  const at = (path: string, mainMenu = view.frame.mainMenu) =>
    renderView({ ...view, frame: { ...view.frame, path, mainMenu } });
  const first = at('/products/hollin-vase');
  assert.equal(at('/products/hollin-vase'), first);
  assert.equal(at('/products/hollin-vase', structuredClone(view.frame.mainMenu)), first);
  const menuOf = (html: string) => /<ul class="menu">.*?<\/nav>/s.exec(html)?.[0] ?? '';
  assert.ok(menuOf(first).includes(`href="${entry.href}"`));
  assert.ok(!menuOf(first).includes('aria-current'));
  assert.ok(menuOf(at(entry.href)).includes('aria-current="page"'));
  assert.equal(at('/products/hollin-vase'), first);
});

test('the checkout’s form says everything by labels, and Enter never orders', () => {
  const html = pageAt('/checkout');
  const form = html.slice(html.indexOf('<form class="checkout-form"'), html.indexOf('</form>'));
  assert.match(form, /<button[^>]*type="submit"[^>]*>/);
  assert.match(/<button[^>]*type="submit"[^>]*>/.exec(form)?.[0] ?? '', /value="update"/);
  const fields = [...form.matchAll(/<(?:input|select|textarea)[^>]*\sid="([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
  assert.ok(fields.length > 20);
  for (const id of fields) assert.ok(form.includes(`for="${id}"`), id);
});

test('totals stand between what is bought and the button that orders it', () => {
  const html = pageAt('/checkout');
  const [lines, total, button] = ['class="lines"', 'total-sum', 'data-order'].map((text) =>
    html.indexOf(text),
  );
  assert.ok(lines !== undefined && total !== undefined && button !== undefined);
  assert.ok(lines > 0 && lines < total && total < button);
  assert.match(html.slice(button), /^data-order[^>]*>Order with obligation to pay<\/button>/);
});

test('a shopper’s own text is text on every page of theirs', () => {
  const evil = '"><img src=x onerror=alert(1)>{{7*7}}';
  const view = fixtureView('/orders/10042', 'depot', ASSETS);
  assert.ok(view.page.kind === 'order');
  const html = renderView({
    ...view,
    page: { ...view.page, note: evil, shippingAddress: [evil], email: evil, headline: evil },
  });
  assert.ok(!html.includes('<img src=x'));
  assert.equal(html.split('{{7*7}}').length, 5);
});
