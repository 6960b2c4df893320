import { Problem } from './http/problem.js';

/** What may follow each state of an order. A state that nothing follows is final. */
const FOLLOWERS = {
  placed: ['reserved', 'rejected'],
  reserved: ['paid', 'compensating'],
  paid: ['confirmed', 'compensating'],
  confirmed: ['shipped', 'compensating'],
  compensating: ['rejected', 'cancelled'],
  shipped: [],
  rejected: [],
  cancelled: [],
};

/**
 * The order in its next state, with the step written into its history.
 *
 * @throws {Problem} 409 when the state cannot follow the present one
 */
export function advance(order, state, { at, reason } = {}) {
  if (!FOLLOWERS[order.state].includes(state)) {
    throw new Problem(
      409,
      `An order that is ${order.state} cannot become ${state}`,
    );
  }
  return {
    ...order,
    state,
    reason: reason ?? order.reason,
    history: [...order.history, { state, at, reason }],
  };
}
