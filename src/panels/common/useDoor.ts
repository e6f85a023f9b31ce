import { useEffect, useState } from 'react'

/** A part of the page that is loaded when it is first needed. */
export type Door<Module> = () => Promise<Module>

/**
 * The module behind a door: `undefined` while it loads, an error when it could not be loaded (the machine is offline and
 * has never loaded it). A door must be a constant outside the component.
 */
export function useDoor<Module>(door: Door<Module>): Module | Error | undefined {
  const [opened, setOpened] = useState<{ readonly door: Door<Module>; readonly module: Module | Error }>()
  useEffect(() => {
    let isWanted = true
    const arrive = (module: Module | Error) => isWanted && setOpened({ door, module })
    door().then(arrive, (error: unknown) => arrive(error instanceof Error ? error : new Error(String(error))))
    return () => {
      isWanted = false
    }
  }, [door])
  return opened?.door === door ? opened.module : undefined
}
