'use strict';

// Stands for a package of the peer that npm does not have. Written by us from what the peer's backends call; see README.

exports.AWS_SDK_CUSTOM_USER_AGENT = [['aws-backstage-plugins', 'bench']];

/** The one annotation that is present; none when there are several, as the peer does it. */
exports.getOneOfEntityAnnotations = (entity, names) => {
  const all = entity.metadata.annotations ?? {};
  const present = names.filter(name => name in all);
  return present.length === 1
    ? { name: present[0], value: all[present[0]] }
    : undefined;
};
