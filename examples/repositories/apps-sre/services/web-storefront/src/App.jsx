import { useEffect, useState } from 'react';
import { CartPanel } from './components/CartPanel.jsx';
import { Categories } from './components/Categories.jsx';
import { ProductList } from './components/ProductList.jsx';
import { toCents } from './domain/money.js';

/** The whole shop: categories, products, cart. */
export function App({ api, cartId }) {
  const [categories, setCategories] = useState([]);
  const [slug, setSlug] = useState();
  const [products, setProducts] = useState();
  const [cart, setCart] = useState();
  const [problem, setProblem] = useState();

  const attempt = promise => promise.catch(error => setProblem(error.message));

  useEffect(() => {
    attempt(
      api.categories().then(found => {
        setCategories(found);
        setSlug(found[0]?.slug);
      }),
    );
    attempt(api.cart(cartId).then(setCart));
  }, [api, cartId]);

  useEffect(() => {
    if (!slug) return undefined;
    // An answer for a category that the customer has left already must not replace the one they see.
    let left = false;
    setProducts(undefined);
    attempt(api.products(slug).then(found => !left && setProducts(found)));
    return () => {
      left = true;
    };
  }, [api, slug]);

  const add = product => {
    const before =
      cart?.items.find(item => item.sku === product.sku)?.quantity ?? 0;
    const item = { quantity: before + 1, unitPrice: toCents(product.price) };
    setProblem(undefined);
    attempt(api.setItem(cartId, product.sku, item).then(setCart));
  };
  const remove = sku => attempt(api.removeItem(cartId, sku).then(setCart));

  return (
    <>
      <header>
        <h1>ShopStack</h1>
        <CartPanel cart={cart} onRemove={remove} />
      </header>
      {problem && <p role="alert">{problem}</p>}
      <main>
        <Categories
          categories={categories}
          selected={slug}
          onSelect={setSlug}
        />
        <ProductList products={products} onAdd={add} />
      </main>
    </>
  );
}
