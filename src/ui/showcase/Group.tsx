import type { ReactNode } from 'react'
import css from './Showcase.module.css'

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.group} aria-label={title}>
      <h2 className={css.title}>{title}</h2>
      {children}
    </section>
  )
}
