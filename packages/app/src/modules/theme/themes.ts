import {
  createUnifiedTheme,
  genPageTheme,
  type UnifiedTheme,
  type UnifiedThemeOptions,
} from '@backstage/theme';
import { darkPalette, lightPalette } from './palettes';

const FONT_FAMILY =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/** Headers of the pages that still stand on Material UI: flat, and of the page's own colour. */
const pageTheme = (background: string, fontColor: string) => ({
  home: genPageTheme({
    colors: [background, background],
    shape: 'none',
    options: { fontColor },
  }),
});

const typography: UnifiedThemeOptions['typography'] = {
  htmlFontSize: 16,
  fontFamily: FONT_FAMILY,
  h1: { fontSize: 28, fontWeight: 700, marginBottom: 8 },
  h2: { fontSize: 24, fontWeight: 700, marginBottom: 8 },
  h3: { fontSize: 20, fontWeight: 700, marginBottom: 6 },
  h4: { fontSize: 18, fontWeight: 700, marginBottom: 6 },
  h5: { fontSize: 16, fontWeight: 700, marginBottom: 4 },
  h6: { fontSize: 15, fontWeight: 700, marginBottom: 2 },
};

/** Quiet surfaces: a hairline where Material UI casts a shadow, words on buttons as they are written. */
const components: UnifiedThemeOptions['components'] = {
  MuiPaper: {
    styleOverrides: {
      rounded: { borderRadius: 8 },
      elevation1: {
        boxShadow: 'none',
        border: '1px solid var(--bui-border-1)',
      },
      elevation2: {
        boxShadow: 'none',
        border: '1px solid var(--bui-border-1)',
      },
    },
  },
  MuiButton: { styleOverrides: { root: { textTransform: 'none' } } },
  // Five destinations fit into 390 px only when they may be narrower than 80 px.
  MuiBottomNavigationAction: { styleOverrides: { root: { minWidth: 44 } } },
  // Tables break between words, not inside names.
  MuiTableCell: {
    styleOverrides: {
      root: {
        wordBreak: 'normal',
        overflowWrap: 'break-word',
        lineHeight: 1.3,
        verticalAlign: 'middle',
        borderBottom: 0,
      },
      sizeSmall: { padding: '8px' },
    },
  },
  BackstageTableHeader: {
    styleOverrides: {
      header: {
        borderTop: '1px solid var(--bui-border-1)',
        borderBottom: '1px solid var(--bui-border-1)',
        textTransform: 'none',
        wordBreak: 'normal',
        padding: '8px',
      },
    },
  },
  BackstageTableToolbar: {
    styleOverrides: {
      root: {
        padding: '8px 0 8px 16px',
        '@media (max-width: 600px)': { flexWrap: 'wrap' },
      },
    },
  },
  CatalogReactUserListPicker: {
    styleOverrides: {
      root: { backgroundColor: 'transparent', border: 'none' },
      title: { textTransform: 'none' },
    },
  },
  MuiTab: { styleOverrides: { root: { textTransform: 'none' } } },
};

export const lightTheme: UnifiedTheme = createUnifiedTheme({
  palette: lightPalette,
  fontFamily: FONT_FAMILY,
  typography,
  components,
  defaultPageTheme: 'home',
  pageTheme: pageTheme('#f6f5f1', '#1c2029'),
});

export const darkTheme: UnifiedTheme = createUnifiedTheme({
  palette: darkPalette,
  fontFamily: FONT_FAMILY,
  typography,
  components,
  defaultPageTheme: 'home',
  pageTheme: pageTheme('#11141b', '#e8eaf0'),
});
