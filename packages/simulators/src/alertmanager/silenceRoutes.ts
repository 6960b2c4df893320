import { isDeepStrictEqual } from 'node:util';
import express, { Router } from 'express';
import { filtersOf } from './filters';
import { SilenceProblem, readSilence } from './readSilence';
import { Silence, SilenceState, silenceState } from './Silence';
import { SilenceStore } from './SilenceStore';

/** Active ones come first, then pending, then those that are over. */
const ORDER: Record<SilenceState, number> = {
  active: 0,
  pending: 1,
  expired: 2,
};

export function silenceRoutes(silences: SilenceStore): Router {
  const router = Router();
  const print = (silence: Silence) => ({
    ...silence,
    status: { state: silenceState(silence, silences.now) },
  });
  router.get('/silences', (request, response) => {
    // A filter finds the silences that carry it as one of their own matchers.
    const filters = filtersOf(request);
    const found = silences
      .list()
      .filter(({ matchers }) =>
        filters.every(filter =>
          matchers.some(matcher => isDeepStrictEqual(matcher, filter)),
        ),
      )
      .map(print)
      .sort(byStateAndEnd);
    response.json(found);
  });
  router.post('/silences', express.json(), (request, response) => {
    const silenceID = silences.set(readSilence(request.body, silences.now));
    response.json({ silenceID });
  });
  router.get('/silence/:id', (request, response) => {
    const silence = silences.get(knownForm(request.params.id));
    if (silence) response.json(print(silence));
    else response.status(404).end();
  });
  router.delete('/silence/:id', (request, response) => {
    const id = knownForm(request.params.id);
    if (silences.get(id)) {
      silences.expire(id);
      response.status(200).end();
    } else {
      // Not 404: version 0.25 takes it for a failure of its own.
      response.status(500).json('silence not found');
    }
  });
  return router;
}

type PrintedSilence = Silence & { status: { state: SilenceState } };

function byStateAndEnd(one: PrintedSilence, other: PrintedSilence): number {
  const order = ORDER[one.status.state] - ORDER[other.status.state];
  return order || Date.parse(one.endsAt) - Date.parse(other.endsAt);
}

function knownForm(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new SilenceProblem(
      422,
      `silenceID in path must be of type uuid: "${id}"`,
    );
  }
  return id;
}
