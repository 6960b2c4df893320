import { createApp } from './app.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';
import { createOutbox, createPublisher } from './outbox.js';
import { createServices } from './services.js';

const FLUSH_MILLISECONDS = 10_000;

const { env } = process;
const log = createLog({ service: 'order', environment: env.ENVIRONMENT });
const publish = env.RABBITMQ_API_URL
  ? createPublisher({
      url: env.RABBITMQ_API_URL,
      user: env.RABBITMQ_USER,
      password: env.RABBITMQ_PASSWORD,
    })
  : async ({ type, order }) =>
      log.info('no broker is configured', { type, order: order.id });
const outbox = createOutbox({ publish, log });
setInterval(() => outbox.flush(), FLUSH_MILLISECONDS).unref();

const services = createServices({
  cartUrl: env.CART_URL ?? 'http://localhost:8081',
  inventoryUrl: env.INVENTORY_URL ?? 'http://localhost:8082',
  paymentUrl: env.PAYMENT_URL ?? 'http://localhost:8083',
  log,
});
serve(createApp({ services, outbox, log }), {
  port: Number(env.PORT ?? 8080),
  log,
});
