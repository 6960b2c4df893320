import { randomUUID } from 'node:crypto';

const TOLD = new Set(['confirmed', 'rejected', 'cancelled', 'shipped']);
const TIMEOUT_MILLISECONDS = 5_000;

/**
 * Events that wait to be published, oldest first. They are added with the order's new state and leave only when the
 * broker has them, so an outage delays them and loses none while the process lives.
 */
export function createOutbox({ publish, log }) {
  const waiting = [];
  let running;

  const drain = async () => {
    while (waiting.length > 0) {
      try {
        await publish(waiting[0]);
        waiting.shift();
      } catch (error) {
        log.warn('events wait', {
          waiting: waiting.length,
          cause: error.message,
        });
        return;
      }
    }
  };

  return {
    waiting: () => waiting.length,
    add({ id, userId, total, currency, state, reason }, occurredAt) {
      if (!TOLD.has(state)) return;
      const order = { id, userId, total, currency, state, reason };
      waiting.push({
        eventId: randomUUID(),
        type: `order.${state}`,
        occurredAt,
        order,
      });
    },
    /** Publishes what waits, one at a time and in order; a second call joins the first. */
    flush() {
      running ??= drain().finally(() => (running = undefined));
      return running;
    },
  };
}

/** Publishes to the exchange `orders` through RabbitMQ's management API. */
export function createPublisher({ url, user, password }) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return async event => {
    const response = await fetch(`${url}/api/exchanges/%2F/orders/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({
        routing_key: event.type,
        properties: { message_id: event.eventId, delivery_mode: 2 },
        payload: JSON.stringify(event),
        payload_encoding: 'string',
      }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok) throw new Error(`RabbitMQ answered ${response.status}`);
  };
}
