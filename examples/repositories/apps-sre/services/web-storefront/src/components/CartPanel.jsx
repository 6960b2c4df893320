import { countItems } from '../domain/cartId.js';
import { formatMoney } from '../domain/money.js';

/** The cart in the corner: closed it says how many and how much, open it lists the items. */
export function CartPanel({ cart, onRemove }) {
  const count = countItems(cart);
  return (
    <details className="cart">
      <summary>
        Cart: {count} {count === 1 ? 'item' : 'items'},{' '}
        {formatMoney(cart?.total ?? 0)}
      </summary>
      {count === 0 ? (
        <p>Your cart is empty.</p>
      ) : (
        <ul>
          {cart.items.map(item => (
            <li key={item.sku}>
              {item.quantity} x {item.sku}, {formatMoney(item.total)}{' '}
              <button
                type="button"
                onClick={() => onRemove(item.sku)}
                aria-label={`Remove ${item.sku}`}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
