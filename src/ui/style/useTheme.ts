import { useEffect, useState } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'
export type Theme = 'light' | 'dark'

const query = '(prefers-color-scheme: dark)'

/**
 * Sets `data-theme` on the root of the page and tells which theme is shown.
 *
 * @param choice - `system` follows the reader's system, also when that changes later.
 */
export function useTheme(choice: ThemeChoice): Theme {
  const [prefersDark, setPrefersDark] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = () => setPrefersDark(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [])
  const theme = choice === 'system' ? (prefersDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return theme
}
