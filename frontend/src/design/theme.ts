/** Mantine dressed in our tokens: its components follow the same colours, sizes and density as ours. */

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const pine: MantineColorsTuple = [
  '#eef7f4',
  '#ddeee9',
  '#c3e0d9',
  '#95cabf',
  '#58c2b2',
  '#2a9a8b',
  '#0e6f65',
  '#0a5a52',
  '#084a44',
  '#06332f',
]
const sand: MantineColorsTuple = [
  '#f8f6f2',
  '#f1eee7',
  '#e7e2d9',
  '#d3ccbf',
  '#b5ad9f',
  '#8b8477',
  '#6f685d',
  '#575147',
  '#3a352d',
  '#25221d',
]
const night: MantineColorsTuple = [
  '#eee9df',
  '#b9b1a4',
  '#9b9386',
  '#6e665a',
  '#524b41',
  '#3a352d',
  '#2d2923',
  '#24211c',
  '#1c1a16',
  '#171512',
]

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 6, dark: 4 },
  colors: { pine, gray: sand, dark: night },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: 'var(--fs-1)', sm: 'var(--fs-3)', md: 'var(--fs-4)', lg: 'var(--fs-5)', xl: 'var(--fs-6)' },
  spacing: { xs: 'var(--s-2)', sm: 'var(--s-3)', md: 'var(--s-4)', lg: 'var(--s-6)', xl: 'var(--s-7)' },
  radius: { xs: '4px', sm: 'var(--r-1)', md: 'var(--r-2)', lg: 'var(--r-3)', xl: '24px' },
  defaultRadius: 'sm',
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 100 } } },
    Combobox: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { centered: true, radius: 'lg', transitionProps: { duration: 140, transition: 'pop' } } },
    Drawer: { defaultProps: { transitionProps: { duration: 180 } } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'sm' } },
    Tabs: { defaultProps: { radius: 'sm' } },
  },
})

const scheme = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-red-6': 'var(--danger-text)',
  '--mantine-color-error': 'var(--danger-text)',
  '--mantine-color-default': 'var(--surface-raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-2)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-xs': 'var(--shadow-1)',
  '--mantine-shadow-sm': 'var(--shadow-1)',
  '--mantine-shadow-md': 'var(--shadow-2)',
  '--mantine-shadow-lg': 'var(--shadow-3)',
  '--mantine-shadow-xl': 'var(--shadow-3)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: scheme, dark: scheme })
