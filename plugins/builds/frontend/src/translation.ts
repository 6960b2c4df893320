import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the builds tab. */
export const buildsTranslationRef = createTranslationRef({
  id: 'plugin.builds',
  messages: {
    builds: {
      title: 'Builds',
      label: 'builds',
      failure: 'The builds could not be read',
      empty: 'Nothing has been built yet',
      emptyHint:
        'A push to main that touches the folder of the service starts the workflow, and the workflow starts the build.',
      name: 'build {{number}}',
      open: 'Open build {{number}} at {{executor}}',
      digest: 'image digest',
      commit: 'commit',
      noPhases: 'The executor tells no phases of this build.',
      phasesOf: 'Phases of build {{number}}',
      image: 'Image',
      message: 'Commit',
      trigger: 'Trigger',
    },
    columns: {
      number: 'Build',
      status: 'Status',
      branch: 'Branch',
      commit: 'Commit',
      initiator: 'Started by',
      started: 'Started',
      duration: 'Duration',
    },
    phase: {
      name: 'Phase',
      status: 'Status',
      duration: 'Duration',
      message: 'Message',
    },
    status: {
      succeeded: 'Succeeded',
      failed: 'Failed',
      fault: 'Executor fault',
      inProgress: 'In progress',
      stopped: 'Stopped',
      timedOut: 'Timed out',
      queued: 'Queued',
    },
    executor: { codebuild: 'AWS CodeBuild', githubActions: 'GitHub Actions' },
  },
});
