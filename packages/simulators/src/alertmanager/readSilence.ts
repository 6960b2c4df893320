import { z } from 'zod';
import { isCompilable, matchesLabels } from './matchers';
import { Silence } from './Silence';

/** Why a silence is refused, with the HTTP status. */
export class SilenceProblem extends Error {
  override readonly name = 'SilenceProblem';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const BODY = z.object({
  id: z.string().optional(),
  matchers: z
    .array(
      z.object({
        name: z.string(),
        value: z.string(),
        isRegex: z.boolean(),
        isEqual: z.boolean().default(true),
      }),
    )
    .min(1),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  createdBy: z.string(),
  comment: z.string(),
});

/** What a client asks for; the id is that of the silence it changes. */
export type SilenceRequest = Omit<Silence, 'id' | 'updatedAt'> & {
  readonly id?: string;
};

/** Reads the body of a POST. Throws SilenceProblem with the status the real one answers. */
export function readSilence(body: unknown, now: number): SilenceRequest {
  const parsed = BODY.safeParse(body);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new SilenceProblem(422, `${path.join('.')} in body: ${message}`);
  }
  const silence = parsed.data;
  const [startsAt, endsAt] = [silence.startsAt, silence.endsAt].map(Date.parse);
  if (endsAt <= startsAt) {
    throw new SilenceProblem(
      400,
      'failed to create silence: start time must be before end time',
    );
  }
  if (endsAt < now) {
    throw new SilenceProblem(
      400,
      "failed to create silence: end time can't be in the past",
    );
  }
  const problem = matcherProblem(silence.matchers);
  if (problem) throw new SilenceProblem(400, `silence invalid: ${problem}`);
  return silence;
}

function matcherProblem(matchers: SilenceRequest['matchers']) {
  const broken = matchers.find(
    one => !/^[a-zA-Z_]\w*$/.test(one.name) || !isCompilable(one),
  );
  if (broken) return `invalid label matcher ${broken.name}`;
  return matchers.every(matcher => matchesLabels([matcher], {}))
    ? 'at least one matcher must not match the empty string'
    : undefined;
}
