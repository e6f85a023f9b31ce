import { networkOf } from '@meshwright/model'
import { countFindings, openFindings } from '../../store/checks/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import { Badge, CopyButton, SeverityCounts } from '../../ui/index.ts'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { useUnchecked } from '../common/useUnchecked.ts'
import { counted } from '../common/words.ts'
import { markdownForLink } from './markdownForLink.ts'
import css from './Share.module.css'
import type { ShareChoices } from './shareLink.ts'

const MODE_WORDS = { copy: 'their own copy', view: 'read-only', embed: 'in a frame' } as const

/** The design as those who open the link will find it, and the link as Markdown. */
export function WhatTheySee({
  url,
  choices,
}: {
  /** Empty until it is made. */
  readonly url: string
  readonly choices: ShareChoices
}) {
  const store = useStoreApi()
  const document = useStore((state) => state.document)
  const findings = useFindings()
  const { design } = document
  const markdown = markdownForLink(networkOf(design), findings, url, useUnchecked())
  const seen = choices.notes ? document : { ...document, design: { ...design, notes: [] } }
  return (
    <div className={css.seen}>
      <h3 className={css.heading}>What they will see</h3>
      <div className={css.card}>
        <div className={css.picture}>
          {choices.drawing ? (
            <DesignPicture document={seen} label={`The drawing of ${design.name}`} />
          ) : (
            <p className={css.laidOut}>Laid out anew when it is opened.</p>
          )}
        </div>
        <div className={css.caption}>
          <p className={css.name}>
            <span>{design.name}</span> <Badge>{MODE_WORDS[choices.mode]}</Badge>
          </p>
          <p className={css.counts}>
            {counted(design.brokers.length, 'broker')}, {counted(design.connectors.length, 'connector')},{' '}
            {counted(design.regions.length, 'region')}
            <SeverityCounts counts={countFindings(openFindings(findings))} />
          </p>
        </div>
      </div>
      <div className={css.markdownHead}>
        <h3 className={css.heading}>As Markdown</h3>
        <CopyButton
          label="Copy as Markdown"
          unavailable={url === '' ? 'The link is being made.' : undefined}
          copy={() => store.ports.clipboard.write(markdown)}
        />
      </div>
      <pre className={css.markdown}>{url === '' ? '' : markdown.replace(url, shortened(url))}</pre>
    </div>
  )
}

/** Enough of the link to know it again; what is copied is the whole. */
function shortened(url: string): string {
  const hash = url.indexOf('#')
  return url.length > hash + 12 ? `${url.slice(0, hash + 12)}…` : url
}
