import { Problem } from './http/problem.js';
import { advance } from './states.js';

/**
 * The steps from a placed order to a confirmed one, each with what undoes it. A step answers what it learned, which is
 * kept on the order, so that undoing finds it.
 */
const STEPS = [
  {
    name: 'reserve stock',
    reaches: 'reserved',
    run: async (order, { inventory }) => ({
      reservation: await inventory.reserve(order),
    }),
    undo: (order, { inventory }) => inventory.release(order.reservation),
  },
  {
    name: 'take payment',
    reaches: 'paid',
    run: async (order, { payment }) => ({
      payment: await payment.capture(order),
    }),
    undo: (order, { payment }) => payment.refund(order.payment, order),
  },
  {
    name: 'commit stock',
    reaches: 'confirmed',
    run: (order, { inventory }) => inventory.commit(order.reservation),
    undo: undefined,
  },
];

/**
 * Takes a placed order through all steps, or, when one fails, undoes those before it, last first, and rejects it.
 * `save` is called after each change of state, before the next step runs.
 */
export async function fulfil(
  placed,
  { services, save, at = () => new Date().toISOString() },
) {
  let order = placed;
  const move = async (state, more = {}) => {
    order = await save({ ...advance(order, state, { at: at(), ...more }) });
  };

  for (const [index, step] of STEPS.entries()) {
    try {
      order = { ...order, ...(await step.run(order, services)) };
      await move(step.reaches);
    } catch (error) {
      const reason = `${step.name}: ${error.message}`;
      if (index > 0) {
        await move('compensating', { reason });
        await undo(order, STEPS.slice(0, index), services);
      }
      await move('rejected', { reason });
      return order;
    }
  }
  return order;
}

/** Undoes a confirmed order. */
export async function cancel(
  confirmed,
  { services, save, at = () => new Date().toISOString() },
) {
  if (confirmed.state !== 'confirmed') {
    throw new Problem(
      409,
      `An order that is ${confirmed.state} cannot be cancelled`,
    );
  }
  const reason = 'the customer changed their mind';
  const order = await save(
    advance(confirmed, 'compensating', { at: at(), reason }),
  );
  await undo(order, STEPS, services);
  return save(advance(order, 'cancelled', { at: at(), reason }));
}

/** Last step first. One that cannot be undone does not keep the others from being tried. */
async function undo(order, steps, services) {
  const faults = [];
  for (const step of [...steps].reverse()) {
    try {
      await step.undo?.(order, services);
    } catch (error) {
      faults.push({ step: step.name, cause: error.message });
    }
  }
  for (const fault of faults)
    services.log.error('could not undo a step', { order: order.id, ...fault });
}
