#!/usr/bin/env bash
# Sets the tag in a checkout of the GitOps repository (.gitops), and opens the pull request. Safe to run again.
set -euo pipefail

cd "$SOURCE/.gitops"
overlay="$FOLDER/$SERVICE/overlays/$TARGET_ENVIRONMENT/kustomization.yaml"
if [ ! -f "$overlay" ]; then
  echo "::error::$overlay is not on $BASE: merge the pull request of $SERVICE in the GitOps repository first, then run this job again."
  exit 1
fi

node "$ACTION_PATH/set-image.mjs" "$overlay" "${IMAGE:-shopstack-$SERVICE}" "$TAG" "$SERVICE" "$REPLICAS"
if git diff --quiet; then
  echo "$overlay has the tag $TAG already."
  exit 0
fi

short="${TAG:0:7}"
branch="chore/$SERVICE-image-$short"
[ "$TARGET_ENVIRONMENT" = dev ] || branch="$branch-$TARGET_ENVIRONMENT"
title="chore: bump $SERVICE image to $short in $TARGET_ENVIRONMENT"

author="$(git -C "$SOURCE" show --no-patch --format='%an %x3c%ae%x3e' "$TAG")"
subject="$(git -C "$SOURCE" show --no-patch --format=%s "$TAG")"
date="$(git -C "$SOURCE" show --no-patch --format=%cI "$TAG")"

git config user.name 'ShopStack CI'
git config user.email 'ci@shopstack.dev'
git switch --create "$branch"
git add "$overlay"
# The trailers tell Argo CD, and whoever joins commits to deployments, which commit of the code this brings.
git commit --quiet --message "$title" --message "Argocd-reference-commit-repourl: $SOURCE_URL
Argocd-reference-commit-sha: $TAG
Argocd-reference-commit-author: $author
Argocd-reference-commit-subject: $subject
Argocd-reference-commit-date: $date"
git push --force origin "$branch"

url="$(gh pr list --head "$branch" --state open --json url --jq '.[0].url // empty')"
if [ -z "$url" ]; then
  url="$(gh pr create --base "$BASE" --head "$branch" --title "$title" \
    --body "Deploys $SOURCE_URL/commit/$TAG to $TARGET_ENVIRONMENT.")"
fi
echo "$url"

# Dev follows by itself once the checks are green; the other environments wait for a person.
if [ "$TARGET_ENVIRONMENT" = dev ]; then
  gh pr merge --auto --squash "$url"
fi
