import express, { ErrorRequestHandler } from 'express';
import { stringify } from 'yaml';
import { weatherMiddleware } from '../http';
import { Simulator, World } from '../world/types';
import { AlertSource, alertRoutes } from './alertRoutes';
import { CONFIGURATION } from './configuration';
import { gettableAlerts } from './gettableAlerts';
import { alertsPage } from './page';
import { SilenceProblem } from './readSilence';
import { silenceRoutes } from './silenceRoutes';
import { SilenceStore } from './SilenceStore';

/** The version whose API this is, and is compared with. */
const VERSION = '0.25.0';

/** The real one answers problems as plain JSON strings, and those of the form of a request as objects. */
const errorHandler: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status = 500, message } = error as {
    status?: number;
    message: string;
  };
  const isProblem = error instanceof SilenceProblem;
  if (isProblem && status === 404) response.status(404).end();
  else if (isProblem && status !== 422) response.status(status).json(message);
  else response.status(status).json({ code: status, message });
};

/** An Alertmanager that hears of the alerts of one Prometheus; its silences are documents of the world. */
export function createAlertmanagerSimulator({
  world,
  prometheus,
}: {
  world: World;
  prometheus: AlertSource;
}): Simulator {
  const app = express();
  const silences = new SilenceStore(world);
  const startedAt = world.clock.now().toISOString();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    weatherMiddleware(world, 'alertmanager', (response, status) =>
      response.status(status).json(`weather ${status}`),
    ),
  );
  app.get(['/-/ready', '/-/healthy'], (_request, response) => {
    response.type('text').send('OK');
  });
  app.get('/', (_request, response) => {
    const alerts = gettableAlerts(
      prometheus.alerts(),
      silences.list(),
      silences.now,
    );
    response.type('html').send(alertsPage(alerts));
  });
  const api = express.Router();
  api.get('/status', (_request, response) => {
    response.json({
      cluster: { peers: [], status: 'disabled' },
      config: { original: stringify(CONFIGURATION) },
      uptime: startedAt,
      versionInfo: {
        branch: 'simulator',
        buildDate: '',
        buildUser: '',
        goVersion: '',
        revision: 'simulator',
        version: VERSION,
      },
    });
  });
  api.get('/receivers', (_request, response) => {
    response.json(CONFIGURATION.receivers);
  });
  api.use(alertRoutes(prometheus, silences));
  api.use(silenceRoutes(silences));
  app.use('/api/v2', api);
  app.use((_request, response) => {
    response.status(404).type('text').send('404 page not found\n');
  });
  app.use(errorHandler);
  return { name: 'alertmanager', app };
}
