import { createApp } from './app.js';
import { createAreas } from './areas.js';
import { createBuckets } from './buckets.js';
import { createLog } from './http/log.js';
import { serve } from './http/serve.js';

const SWEEP_MILLISECONDS = 60_000;

const { env } = process;
const log = createLog({ service: 'api-gateway', environment: env.ENVIRONMENT });
if (!env.TOKEN_SECRET) log.warn('TOKEN_SECRET is not set: nobody can sign in');

const buckets = createBuckets({ burst: 60, perSecond: 20 });
setInterval(() => buckets.sweep(), SWEEP_MILLISECONDS).unref();

const areas = createAreas({
  user: env.USER_URL,
  product: env.PRODUCT_URL,
  catalog: env.CATALOG_URL,
  cart: env.CART_URL,
  order: env.ORDER_URL,
  recommendations: env.RECOMMENDATIONS_URL,
});
serve(createApp({ areas, buckets, secret: env.TOKEN_SECRET, log }), {
  port: Number(env.PORT ?? 8080),
  log,
});
