import { MetricFamily, ModelSeries } from '../ModelSeries';
import { PodSubject } from './PodSubject';
import { podTraffic } from './podTraffic';
import { targetLabels } from './targetLabels';

const NAME = 'http_requests_total';
/** Of failing requests, those that fail inside; the others find the service unavailable. */
const INTERNAL_ERRORS = 0.7;

/** Requests by route, method and status. Every status is there from the first scrape on, at zero. */
export const HTTP_REQUESTS: MetricFamily<PodSubject> = {
  name: NAME,
  names: [NAME],
  metadata: {
    type: 'counter',
    help: 'HTTP requests, by route, method and status.',
  },
  series: subject => {
    const { target, model } = subject;
    const { errors, good } = podTraffic(subject);
    const clientErrors = model.profile.clientErrorShare;
    return model.profile.routes.flatMap(({ route, method, share }) => {
      const counter = (
        status: string,
        amount: (time: number) => number,
      ): ModelSeries => ({
        labels: targetLabels(target, NAME, { route, method, status }),
        life: target,
        shape: { kind: 'counter', whole: true, amount },
      });
      return [
        counter(
          method === 'POST' ? '201' : '200',
          time => share * good(time) * (1 - clientErrors),
        ),
        counter(
          method === 'GET' ? '404' : '400',
          time => share * good(time) * clientErrors,
        ),
        counter('500', time => share * errors(time) * INTERNAL_ERRORS),
        counter('503', time => share * errors(time) * (1 - INTERNAL_ERRORS)),
      ];
    });
  },
};
