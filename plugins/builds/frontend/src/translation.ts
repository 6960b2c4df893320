import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { actionMessages } from './translation.actions';
import { detailMessages } from './translation.details';

/** The texts of the builds tab. */
export const buildsTranslationRef = createTranslationRef({
  id: 'plugin.builds',
  messages: {
    builds: {
      label: 'Builds',
      failure: 'The builds could not be read',
      empty: 'Nothing has been built yet',
      emptyHint:
        'A push to main that touches the folder of the service starts the workflow, and the workflow starts the build.',
      noProject: 'No build project is known for this component',
      noProjectHint:
        'The annotations lead to no project at AWS CodeBuild and to no workflow at GitHub Actions. Name the project here:',
      annotationProblem: 'The annotations of this component cannot be read',
      title: 'Build {{name}} {{project}}',
      open: 'Open build {{name}} of {{project}}',
      notStarted: 'Not yet',
      digest: 'image digest',
      commit: 'commit',
      shownOfMore: '{{shown}} shown, there are older ones',
      shownKnown: '{{shown}} shown, as far as is known',
      shownAll: '{{shown}} shown, these are all',
      showMore: 'Show more',
      readFurther: 'Search older builds',
      nothingFits: 'No build fits the filter',
      nothingFitsYet:
        'None of the builds that have been read fits. There are older ones.',
      nothingFitsHint: 'None of the builds of this service fits.',
      nothingFitsUntold:
        'None of the builds that have been read fits. What a source that does not answer has cannot be told.',
    },
    columns: {
      number: 'Build',
      status: 'Status',
      branch: 'Branch',
      commit: 'Commit',
      startedBy: 'Started by',
      initiator: 'Started by',
      trigger: 'Trigger',
      started: 'Started',
      duration: 'Duration',
      image: 'Image',
    },
    filter: {
      search: 'Branch or commit',
      status: 'Status',
      anyStatus: 'Any status',
      project: 'Project',
      anyProject: 'All projects',
      clear: 'Clear filters',
    },
    duration: {
      soFar: '{{duration}} so far',
      usual: 'Usually {{duration}}, the median of the runs that succeeded',
      slower: '{{percent}} % slower than usual',
      faster: '{{percent}} % faster than usual',
      times: '{{times}} times the usual',
      asUsual: 'As usual',
    },
    trigger: {
      push: 'Push',
      pullRequest: 'Pull request',
      webhook: 'Webhook',
      schedule: 'Schedule',
      codepipeline: 'CodePipeline',
      person: 'By hand',
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
    ...detailMessages,
    ...actionMessages,
  },
});
