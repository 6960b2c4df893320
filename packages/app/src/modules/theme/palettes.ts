import { palettes } from '@backstage/theme';

/** The sidebar is ink in both themes, so that the frame stays while the content changes. */
const navigation = {
  background: '#171b26',
  indicator: '#ffb454',
  color: '#c3c8d4',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#272d3c' },
  submenu: { background: '#272d3c' },
};

/** The Material UI side of the light theme; `shopstack.css` holds the same colours for `@backstage/ui`. */
export const lightPalette = {
  ...palettes.light,
  background: { default: '#f6f5f1', paper: '#ffffff' },
  primary: { main: '#3b43c0' },
  // Material UI paints checkboxes in it.
  secondary: { main: '#3b43c0' },
  error: { main: '#b3261e' },
  text: { primary: '#1c2029', secondary: '#5a6170' },
  link: '#3b43c0',
  linkHover: '#2b3199',
  border: '#e1dfd8',
  textSubtle: '#5a6170',
  textContrast: '#1c2029',
  navigation,
  tabbar: { indicator: '#3b43c0' },
  status: {
    ok: '#14743c',
    warning: '#8a5300',
    error: '#b3261e',
    running: '#1f5fbf',
    pending: '#8a5300',
    aborted: '#5a6170',
  },
};

/** The Material UI side of the dark theme. */
export const darkPalette = {
  ...palettes.dark,
  background: { default: '#11141b', paper: '#1a1e28' },
  primary: { main: '#aab3ff', dark: '#8f9bff' },
  secondary: { main: '#aab3ff' },
  error: { main: '#ff8f86' },
  text: { primary: '#e8eaf0', secondary: '#a7adba' },
  link: '#aab3ff',
  linkHover: '#c9cfff',
  border: '#323848',
  textSubtle: '#a7adba',
  textContrast: '#e8eaf0',
  textVerySubtle: '#4a5162',
  navigation: { ...navigation, background: '#0c0f15' },
  tabbar: { indicator: '#aab3ff' },
  status: {
    ok: '#5fd18a',
    warning: '#f2b45a',
    error: '#ff8f86',
    running: '#7db4ff',
    pending: '#f2b45a',
    aborted: '#a7adba',
  },
};
