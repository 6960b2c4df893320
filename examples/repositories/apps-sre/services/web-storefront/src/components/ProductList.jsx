import { formatMoney, toCents } from '../domain/money.js';
import { stockWords } from '../domain/stock.js';

/** Products of a category. Undefined while they are on their way. */
export function ProductList({ products, onAdd }) {
  if (!products) return <p aria-busy="true">Loading products</p>;
  if (products.length === 0)
    return <p>There is nothing in this category yet.</p>;
  return (
    <ul className="products">
      {products.map(product => (
        <li key={product.sku}>
          <h2>{product.name}</h2>
          <p>
            <strong>{formatMoney(toCents(product.price))}</strong>{' '}
            <span>{stockWords(product)}</span>
          </p>
          <button
            type="button"
            disabled={!product.available}
            onClick={() => onAdd(product)}
            aria-label={`Add ${product.name} to the cart`}
          >
            Add to cart
          </button>
        </li>
      ))}
    </ul>
  );
}
