import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import userSettingsModule from '@backstage/plugin-app-module-user-settings';
import authPlugin from '@backstage/plugin-auth';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import argocdPlugin from '@shopstack/plugin-argocd';
import buildsPlugin from '@shopstack/plugin-builds';
import deliveryPlugin from '@shopstack/plugin-delivery';
import ecrPlugin from '@shopstack/plugin-ecr';
import goldenPathModule from '@shopstack/plugin-golden-path';
import operationsPlugin from '@shopstack/plugin-operations';
import sloPlugin from '@shopstack/plugin-slo';
import { entityModule } from './modules/entity';
import { homePlugin } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { themeModule } from './modules/theme';

/** Every feature by name: nothing enters the portal because it happens to be installed. The order is that of the tabs. */
export const features = [
  homePlugin,
  catalogPlugin,
  scaffolderPlugin,
  goldenPathModule,
  deliveryPlugin,
  operationsPlugin,
  ecrPlugin,
  buildsPlugin,
  argocdPlugin,
  sloPlugin,
  kubernetesPlugin,
  apiDocsPlugin,
  techdocsPlugin,
  catalogGraphPlugin,
  orgPlugin,
  searchPlugin,
  notificationsPlugin,
  signalsPlugin,
  userSettingsPlugin,
  userSettingsModule,
  authPlugin,
  entityModule,
  navModule,
  signInModule,
  themeModule,
];

export const app = createApp({ features });
