/** The texts of what a person can do with builds. */
export const actionMessages = {
  action: {
    cancel: 'Cancel',
    again: '{{verb}} again',
  },
  start: {
    verb: 'Start build',
    title: 'Start a build',
    project: 'Project',
    version: 'Branch, tag or commit',
    versionHint: 'Left empty, it is {{usual}}.',
    usualVersion: 'the default branch',
    effect:
      '{{executor}} runs {{project}} from {{version}}, with what that version says is to be done; usually it pushes an image. Your name goes to the audit log.',
    done: 'Build {{name}} of {{project}} was started',
    open: 'Open it',
    dismiss: 'Dismiss',
  },
  retry: {
    verb: 'Run again',
    title: 'Run build {{name}} again',
    effect:
      '{{executor}} runs {{project}} once more from the commit of build {{name}}. Your name goes to the audit log.',
  },
  stop: {
    verb: 'Stop build',
    title: 'Stop build {{name}}',
    effect:
      'Build {{name}} of {{project}} ends without a result. An image that it has pushed stays. Your name goes to the audit log.',
  },
  actionFailure: {
    reason: 'reason',
    refused: '{{executor}} refused',
    refusedHint:
      'Nothing was changed. Correct what the reason names, or open {{executor}}.',
    unanswered: '{{executor}} did not answer',
    unansweredHint:
      'It is not known whether it took the request. Send it again: the same request never acts twice.',
    forbidden: 'You may not do this',
    forbiddenHint:
      'Only the owner of this service and the platform team may. Ask one of them.',
    invalid: 'The request was not accepted',
    invalidHint: 'Nothing was changed. Correct what the reason names.',
    failed: 'The portal could not do this',
    failedHint:
      'It is not known whether the request arrived. Send it again: the same request never acts twice.',
  },
} as const;
