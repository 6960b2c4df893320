import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createServer } from 'vite';

// Vite translates the components as it does for the browser.
const vite = await createServer({
  server: { middlewareMode: true, ws: false, watch: null },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
});
after(() => vite.close());
const load = async name =>
  (await vite.ssrLoadModule(`/src/components/${name}.jsx`))[name];
const render = async (name, props) =>
  renderToStaticMarkup(createElement(await load(name), props));

const mug = { sku: 'MUG', name: 'Mug', price: '12.50', available: true };

test('a product that is sold out cannot be added', async () => {
  const products = [
    mug,
    { ...mug, sku: 'TEE', name: 'Shirt', available: false },
  ];
  const html = await render('ProductList', { products, onAdd: () => {} });
  assert.match(html, /<button type="button" aria-label="Add Mug to the cart">/);
  assert.match(
    html,
    /<button type="button" disabled="" aria-label="Add Shirt to the cart">/,
  );
  assert.match(html, /Sold out/);
});

test('loading and empty do not look the same', async () => {
  assert.match(
    await render('ProductList', { products: undefined }),
    /aria-busy="true"/,
  );
  assert.match(
    await render('ProductList', { products: [] }),
    /nothing in this category/,
  );
});

test('the cart says how many and how much', async () => {
  const cart = {
    total: 2_380,
    items: [{ sku: 'MUG', quantity: 1, total: 2_380 }],
  };
  assert.match(await render('CartPanel', { cart }), /Cart: 1 item, .*23\.80/);
  assert.match(await render('CartPanel', { cart: undefined }), /Cart: 0 items/);
});

test('the category one is in is marked, at any depth', async () => {
  const categories = [
    {
      slug: 'kitchen',
      name: 'Kitchen',
      children: [{ slug: 'mugs', name: 'Mugs', children: [] }],
    },
  ];
  const html = await render('Categories', { categories, selected: 'mugs' });
  assert.match(html, /aria-current="page">Mugs/);
  assert.equal(html.match(/aria-current/g).length, 1);
});
